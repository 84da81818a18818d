// Whatever field of a published document changes, the next release stays the same, byte for byte, until a
// reviewer approves the change. The fields come from the Studio's schema, so a new field is tested too.

import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {expect, onTestFinished, test} from 'vitest'
import {importDataset, lakeClient, openLake} from '../../lake/index.ts'
import {pointersIn} from '../../model/references.ts'
import {DatasetChecks, shapeFindings} from '../../model/validate.ts'
import {exportRelease, type ExportReport} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {isObject} from '../../policy/references.ts'
import {channels} from '../../render/channels/index.ts'
import {governedTypes, isGoverned} from '../../review/governed.ts'
import {contentOf, revisionOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {kitchenSink, writeKitchenSink} from '../support/kitchen-sink.ts'
import {picture} from '../support/lake.ts'
import {makeDecision, settings, siteWords, slug, TODAY} from '../support/library.ts'
import {types, type Value} from '../support/schema.ts'

/** The document of each type that has the most words, and so the most fields. */
const richest = governedTypes.map((type): StoredDocument => {
  const [document] = kitchenSink
    .filter(({_id, _type}) => _type === type && _id !== 'gone')
    .toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
  if (!document) throw new Error(`The kitchen sink has no ${type}`)
  return document
})

/** Copies of each of these. Every copy has its share of the fields changed, so that fewer exports do. */
const COPIES = 4

/** The ids of documents of which there can be no copy, so they have all their fields changed. */
const only = new Set<unknown>([settings._id, siteWords._id])

interface Copy {
  /** Undefined for a document of which there is no copy. */
  readonly share: number | undefined
  readonly document: StoredDocument
}

const copies = richest.flatMap((document): Copy[] =>
  only.has(document._id)
    ? [{share: undefined, document}]
    : Array.from({length: COPIES}, (_, share) => ({share, document: copyOf(document, share)})),
)

/** Copies of one share refer to each other, so that their words are on the same pages. */
function copyOf(document: StoredDocument, share: number): StoredDocument {
  const idOf = (id: unknown): unknown =>
    !only.has(id) && richest.some(({_id}) => _id === id) ? `${String(id)}-${share}` : id
  const copy = JSON.stringify(document, (key, value: unknown) =>
    key === '_id' || key === '_ref' ? idOf(value) : value,
  )
  return {
    ...storedDocument.parse(JSON.parse(copy)),
    ...(document.slug === undefined ? {} : {slug: slug(`copy-${share}`)}),
    ...(document.formerSlugs === undefined ? {} : {formerSlugs: []}),
  }
}

const library = [
  ...kitchenSink,
  ...copies.flatMap(({share, document}) =>
    share === undefined ? [] : [document, makeDecision(document)],
  ),
]

/** A field of a document, and new values to try there. */
interface Field {
  /** Its name, after that of the type that it belongs to. */
  readonly name: string
  readonly path: readonly (string | number)[]
  readonly values: readonly unknown[]
}

const REFERENCE = '.reference'

/** One function makes the fields of all words around texts, so one of them stands for all. */
const WORDS = 'siteWords.words'

/** The ids to which a reference of this type may lead. */
function targetsOf(reference: string, images: readonly string[]): string[] {
  const type = reference.slice(0, -REFERENCE.length)
  if (type === 'sanity.imageAsset') return [...images]
  return library.filter(({_type}) => _type === type).map(({_id}) => _id)
}

/** One of these fits each form that the model has. */
const strings = [
  'changed',
  'strong',
  'GB',
  '2019-03-04',
  '2022-03-04',
  'https://changed.example/',
  '7654321',
  '10.1234/changed',
  'changed@library.example',
  'plain/jargon',
  '00:01',
  '23:59',
  'fr',
]

/** All the fields of the schema, wherever a document has them. */
function fieldsOf(document: StoredDocument, images: readonly string[]): Field[] {
  const fields: Field[] = []

  /** Values that the schema allows, of which the model may allow only some. */
  const valuesOf = (of: Value, held: unknown): unknown[] => {
    switch (of.type) {
      case 'string':
        if (of.value !== undefined) return of.value === held ? [] : [of.value]
        return typeof held === 'string'
          ? [`${held} changed`, `${held}-changed`, ...strings]
          : strings
      case 'number':
        return typeof held === 'number' ? [held / 2, held + 1, held - 1] : [0.1, 1]
      case 'boolean':
        return [held !== true]
      case 'union':
        return of.of.flatMap((one) => valuesOf(one, held))
      case 'array': {
        const items: readonly unknown[] = Array.isArray(held) ? held : []
        const [first] = items
        const added = [
          ...valuesOf(of.of, undefined),
          isObject(first) ? {...first, _key: 'new'} : first,
        ]
        const shorter = items.slice(0, -1)
        return [
          shorter,
          ...added.flatMap((item) => [
            [...items, item],
            [...shorter, item],
          ]),
        ]
      }
      case 'inline': {
        if (of.name.endsWith(REFERENCE)) {
          return targetsOf(of.name, images).map((_ref) => ({_type: 'reference', _ref}))
        }
        const inlined = types.get(of.name)
        return inlined ? valuesOf(inlined, held) : []
      }
      case 'object': {
        if (isObject(held)) return []
        const rests = of.rest ? valuesOf(of.rest, undefined) : [{}]
        const own = Object.entries(of.attributes).flatMap(([key, {value}]): [string, unknown][] => {
          if (key === '_key') return [[key, 'new']]
          if (key === 'revision') return [[key, 'c'.repeat(64)]]
          const [first] = valuesOf(value, undefined)
          return first === undefined ? [] : [[key, first]]
        })
        return rests.map((rest) => Object.assign({}, rest, Object.fromEntries(own)))
      }
      default:
        return []
    }
  }

  const visit = (of: Value, held: unknown, owner: string, path: Field['path']): void => {
    if (of.type === 'inline') {
      const inlined = types.get(of.name)
      if (of.name.endsWith(REFERENCE) && isObject(held) && '_ref' in held) {
        fields.push({
          name: `${owner}._ref`,
          path: [...path, '_ref'],
          values: targetsOf(of.name, images),
        })
      } else if (inlined) visit(inlined, held, owner, path)
    } else if (of.type === 'union') {
      for (const one of of.of) visit(one, held, owner, path)
    } else if (of.type === 'array' && Array.isArray(held)) {
      for (const [index, item] of held.entries()) visit(of.of, item, owner, [...path, index])
    } else if (of.type === 'object' && isObject(held)) {
      if (of.rest) visit(of.rest, held, owner, path)
      const type = of.attributes._type?.value
      const named = type?.type === 'string' ? type.value : undefined
      if (named !== undefined && '_type' in held && held._type !== named) return
      for (const [key, {value}] of Object.entries(of.attributes)) {
        if (key.startsWith('_')) continue
        const name = owner === WORDS ? WORDS : `${named ?? owner}.${key}`
        const within: unknown = Reflect.get(held, key)
        const at = [...path, key]
        fields.push({name, path: at, values: valuesOf(value, within)})
        visit(value, within, name, at)
      }
    }
  }

  const root = types.get(document._type)
  if (root) visit(root, document, document._type, [])
  // An object has no value of its own: its fields are in the list.
  return fields.filter(({values}) => values.length > 0)
}

/** The value with another one at a path. */
function withValue(root: unknown, [step, ...rest]: Field['path'], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(root)) {
    return root.map((item: unknown, index) =>
      index === step ? withValue(item, rest, value) : item,
    )
  }
  const held: unknown = isObject(root) ? Reflect.get(root, step) : undefined
  return {...(isObject(root) ? root : {}), [step]: withValue(held, rest, value)}
}

/** The document with a field changed so that the library is still without errors. */
function changedAt(document: StoredDocument, {path, values}: Field): StoredDocument | undefined {
  for (const value of values) {
    const changed = storedDocument.parse(withValue(document, path, value))
    if (revisionOf(changed) === revisionOf(document)) continue
    if (!isGoverned(changed._type) || shapeFindings(contentOf(changed), changed._type).length > 0)
      continue
    const checks = new DatasetChecks()
    for (const each of [...library.filter(({_id}) => _id !== changed._id), changed]) {
      const pointers = pointersIn(each).filter(({to}) => to[0] !== 'sanity.imageAsset')
      checks.add(each, pointers)
    }
    if (checks.findings().length === 0) return changed
  }
  return undefined
}

/**
 * A copy with each field of its share changed in turn.
 *
 * @throws Error if the schema has a field for which the model allows no other value.
 */
function changesOf({document: copy, share}: Copy, images: readonly string[]) {
  const fields = Map.groupBy(fieldsOf(copy, images), ({name}) => name)
  const own = [...fields].filter((_, index) => share === undefined || index % COPIES === share)
  return own.map(([name, places]) => {
    for (const place of places) {
      const document = changedAt(copy, place)
      if (document) return {name, document}
    }
    throw new Error(`No other value fits ${name}. Add one to the strings above.`)
  })
}

test('no change of a field reaches readers until a reviewer approves it', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const dataset = writeKitchenSink(join(folder.path, 'dataset'), library)
  const lake = openLake({dir: join(folder.path, 'lake')})
  onTestFinished(() => lake.close())
  await importDataset(lake, dataset)
  const client = lakeClient(lake)
  await client.assets.upload('image', await picture(40, 30))
  const images = await client.fetch<string[]>('*[_type == "sanity.imageAsset"]._id')
  const run = async (): Promise<ExportReport> => {
    await using source = await openPathSource(join(folder.path, 'lake'))
    return await exportRelease({source, out: join(folder.path, 'out'), channels, today: TODAY})
  }
  const before = await run()
  expect(before.withheld).toEqual([])

  const changes = copies.map((copy) => ({
    copy: copy.document,
    fields: changesOf(copy, images),
  }))
  // One field of each copy at a time.
  const rounds = Math.max(...changes.map(({fields}) => fields.length))
  let last: readonly StoredDocument[] = []
  for (let round = 0; round < rounds; round++) {
    last = changes.flatMap(({fields}) => fields[round]?.document ?? [])
    const documents = changes.map(({fields, copy}) => fields[round]?.document ?? copy)
    await publish(client, documents)
    const names = changes.flatMap(({fields}) => fields[round]?.name ?? []).join(', ')
    const {release, withheld} = await run()
    expect(release, names).toBe(before.release)
    expect(withheld.map(({id}) => id).toSorted(), names).toEqual(
      last.map(({_id}) => _id).toSorted(),
    )
  }
  const decidedAt = '2026-10-02T10:00:00Z'
  for (const document of last) await client.create(makeDecision(document, 'approved', {decidedAt}))
  expect((await run()).release).not.toBe(before.release)
})

function publish(client: SanityClient, documents: readonly StoredDocument[]) {
  const transaction = client.transaction()
  for (const {_rev, ...document} of documents) transaction.createOrReplace(document)
  return transaction.commit()
}
