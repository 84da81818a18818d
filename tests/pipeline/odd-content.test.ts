// Whatever a field holds, `validate` and `export` say what is wrong with it, in the same words, and the good
// documents are released. The fields come from the Studio's schema, so a new field is tested too.

import {join} from 'node:path'
import {studioPath} from '@sanity/client/csm'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {z} from 'zod'
import {importDataset} from '../../lake/index.ts'
import {SITE_SETTINGS} from '../../model/site-settings.ts'
import {exportRelease} from '../../pipeline/export/export.ts'
import {recordExport} from '../../pipeline/export/record.ts'
import {Failure} from '../../pipeline/failure.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {survey} from '../../pipeline/survey/survey.ts'
import {WHOLE} from '../../policy/finding.ts'
import {isObject, keyOf} from '../../policy/references.ts'
import {channels} from '../../render/channels/index.ts'
import {isGoverned} from '../../review/governed.ts'
import {recordTypes} from '../../review/record-types.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {runCommand, temporaryFolder, writeDataset} from '../support/command.ts'
import {fullDocuments} from '../support/full-documents.ts'
import {writeKitchenSink} from '../support/kitchen-sink.ts'
import {lakeWith} from '../support/lake.ts'
import {
  administrator,
  article,
  clinic,
  condition,
  deputy,
  keyed,
  library,
  makeDecision,
  paragraph,
  reference,
  reviewer,
  settings,
  slug,
  TODAY,
  withApprovals,
  withDocument,
} from '../support/library.ts'
import {runs} from '../support/long.ts'
import {
  brokenPictures,
  fullCopy,
  fullDocument,
  oddities,
  places,
  variedOddities,
  withOddities,
  type Oddity,
} from '../support/odd-content.ts'
import {released} from '../support/release.ts'

const gone: StoredDocument = {...article, _id: 'gone', slug: slug('gone')}

/** An odd disclaimer is on one page only, and an odd decision is about the condition of that page. */
const rare: StoredDocument = {...condition, _id: 'rare', slug: slug('rare')}
const rarePage: StoredDocument = {
  ...article,
  _id: 'rare-page',
  slug: slug('rare-page'),
  conditions: [keyed('rare')],
}

const good: readonly StoredDocument[] = [
  ...library,
  ...withApprovals([condition, clinic, gone]),
  makeDecision(gone, 'retracted', {decidedAt: '2026-10-02T10:00:00Z'}),
]

const surroundings: readonly StoredDocument[] = [
  ...brokenPictures,
  ...good,
  ...withApprovals([rare, rarePage]),
]

const tried = variedOddities(runs(1, Infinity))

/** One odd document. */
interface Case {
  readonly isApproved: boolean
  readonly document: StoredDocument
}

function caseOf(oddity: Oddity, number: number): Case {
  const {type} = oddity.place
  return {
    // Every page waits for a published disclaimer that could concern it.
    isApproved: number % 4 > 0 || type === 'disclaimer',
    document: withOddities(copyOf(type, number), [oddity]),
  }
}

/** Batches of at most so many items. Neighbors, such as two values for one field, come into different ones. */
function batches<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({length: count}, (_, batch) =>
    items.filter((_item, index) => index % count === batch),
  )
}

/** A full document to put an odd value into, which concerns no good document but `rare`. */
function copyOf(type: string, number: number): StoredDocument {
  const copy = fullCopy(type, number)
  if (type === 'disclaimer') return {...copy, scope: 'conditions', conditions: [keyed('rare')]}
  if (type === 'warningSigns') return {...copy, therapies: [], conditions: [keyed('rare')]}
  return type === 'review' ? {...makeDecision(rare), _id: copy._id} : copy
}

/** A page that shows the words of a document, for types that have no page of their own. */
function pageShowing({_id, _type}: StoredDocument): StoredDocument[] {
  const page = {...article, _id: `shows-${_id}`, slug: slug(`shows-${_id}`)}
  const withBlock = (block: object) => [{...page, body: [article.body, block].flat()}]
  switch (_type) {
    case 'citedWork': {
      const markDefs = [{_type: 'citation', _key: 'c', reference: reference(_id)}]
      return withBlock(paragraph('odd', 'Some words.', {marks: ['c'], markDefs}))
    }
    case 'person':
      return [{...page, authors: [keyed(_id)]}]
    case 'condition':
      return [{...page, conditions: [keyed(_id)]}]
    case 'faq':
      return withBlock({_type: 'faqEmbed', _key: 'odd', faq: reference(_id)})
    case 'therapyType':
      return withBlock({_type: 'therapyEmbed', _key: 'odd', therapy: reference(_id)})
    default:
      return []
  }
}

function documentsOf({document, isApproved}: Case): StoredDocument[] {
  const page = pageShowing(document)
  const approval = isApproved && isGoverned(document._type) ? [makeDecision(document)] : []
  return [document, ...approval, ...withApprovals(page)]
}

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  document: z.string(),
  path: z.string(),
  message: z.string(),
  hint: z.string(),
})

const withheld = z.object({id: z.string(), reason: z.string(), shown: z.string()})

const validated = z.object({
  findings: z.array(finding).readonly(),
  withheld: z.array(withheld).readonly(),
})

const exported = z.object({
  warnings: z.array(finding).readonly(),
  withheld: z.array(withheld).readonly(),
})

/** The value at a place that a finding names, or that of the object around it if the place is empty. */
function valueAt(document: StoredDocument | undefined, path: string): unknown {
  return path === WHOLE
    ? document
    : studioPath.fromString(path).reduce<unknown>((within, step) => {
        if (!isObject(within)) throw new Error(`There is no ${path} in ${JSON.stringify(document)}`)
        if (!isObject(step)) return Reflect.get(within, step)
        return Array.isArray(within) && '_key' in step
          ? within.find((item) => keyOf(item) === step._key)
          : undefined
      }, document)
}

/** What must hold between the reports of `validate` and `export` on the same documents. */
function expectAgreement(
  documents: readonly StoredDocument[],
  {findings, ...validation}: z.output<typeof validated>,
  {warnings, ...release}: z.output<typeof exported>,
): void {
  const found = new Set(findings.map((one) => JSON.stringify(one)))
  const errors = warnings.filter(({severity}) => severity === 'error')
  expect(errors.filter((one) => !found.has(JSON.stringify(one)))).toEqual([])
  expect(validation.withheld).toEqual(release.withheld)
  const faulty = new Set(
    findings.flatMap(({severity, document}) => (severity === 'error' ? document : [])),
  )
  const refused = release.withheld.filter(({reason}) => /^(?:it has|an editorial)/.test(reason))
  expect(refused.filter(({id}) => !faulty.has(id))).toEqual([])
  const stored = new Map(documents.map((document) => [document._id, document]))
  for (const {rule, document, path, message} of findings) {
    const value = valueAt(stored.get(document), path)
    if (rule === 'missing-asset' || rule === 'unusable-picture') {
      expect(value, path).toMatchObject({
        _ref: message.split(' ')[rule === 'missing-asset' ? 2 : 1]?.replace(',', ''),
      })
    }
  }
}

const manifest = z.object({documents: z.array(z.object({id: z.string(), state: z.string()}))})

/** What the current release says about each document. */
function releasedStates(out: string): Map<string, string> {
  const {documents} = manifest.parse(JSON.parse(released(out, 'manifest.json') ?? ''))
  return new Map(documents.map(({id, state}) => [id, state]))
}

/** Expects that readers get the good documents, and the notice of the retracted one. */
function expectGood(out: string): void {
  const states = releasedStates(out)
  const missing = good.filter(
    ({_id, _type}) =>
      isGoverned(_type) && states.get(_id) !== (_id === 'gone' ? 'retracted' : 'approved'),
  )
  expect(missing).toEqual([])
}

test('every field of the schema is tried', () => {
  expect(new Set(tried.map(({place}) => place.name))).toEqual(new Set(places.map(({name}) => name)))
})

test('the commands report every odd field in the same words, and release the rest', async () => {
  const some = tried.filter(({place}) => place.type !== SITE_SETTINGS)
  for (const batch of batches(some, 1000)) {
    using folder = temporaryFolder()
    const documents = [...surroundings, ...batch.map(caseOf).flatMap(documentsOf)]
    const source = writeKitchenSink(join(folder.path, 'dataset'), documents)
    const out = join(folder.path, 'out')
    const args = ['--source', source, '--as-of', TODAY, '--json']
    const [validation, release] = await Promise.all([
      runCommand('validate', args, {env: {DEBUG: '1'}}),
      runCommand('export', [...args, '--out', out], {env: {DEBUG: '1'}}),
    ])
    expect(validation, validation.stderr).toMatchObject({code: 2, stderr: ''})
    expect(release, release.stderr).toMatchObject({code: 2, stderr: ''})
    const {withheld: kept, warnings} = exported.parse(JSON.parse(release.stdout))
    expectAgreement(documents, validated.parse(JSON.parse(validation.stdout)), {
      withheld: kept,
      warnings,
    })
    expectGood(out)
    const ids = new Set([...releasedStates(out).keys(), ...kept.map(({id}) => id)])
    expect(documents.filter(({_id, _type}) => isGoverned(_type) && !ids.has(_id))).toEqual([])
  }
})

/** Checks and exports a source as the commands do. */
async function bothOn(path: string, out: string) {
  await using source = await openPathSource(path)
  const validation = await survey(source, {today: TODAY})
  const release = await exportRelease({source, out, channels, today: TODAY}).catch(
    (error: unknown) => {
      if (error instanceof Failure) return error
      throw error
    },
  )
  await recordExport(source, release)
  return {validation, release}
}

/** Expects a release, or the reason why the site settings allow none, and that both reports agree. */
function expectOutcome(
  documents: readonly StoredDocument[],
  {validation, release}: Awaited<ReturnType<typeof bothOn>>,
): void {
  if (!(release instanceof Failure)) {
    expectAgreement(documents, validation, release)
    return
  }
  const unusable = validation.withheld.find(({id}) => id === SITE_SETTINGS)
  expect(unusable, release.message).toMatchObject({shown: 'nothing'})
  expect(release.message).toContain(unusable?.reason)
  const {withheld: kept} = validation
  expectAgreement(documents, validation, {warnings: release.findings, withheld: kept})
}

/** Odd values for fields of one document, each field with at most one. */
function oddValuesOf(type: string) {
  const ofType = oddities.filter(({place}) => place.type === type)
  return fc.uniqueArray(fc.constantFrom(...ofType), {
    minLength: 1,
    maxLength: 3,
    selector: ({place}) => place,
  })
}

/** The documents whose fields are made odd: one of each type, and all people. */
const targets = [
  ...Object.values(fullDocuments).filter(({_type}) => !recordTypes.includes(_type)),
  reviewer,
  administrator,
  deputy,
]

const change = fc.constantFrom(...targets).chain((document) =>
  fc.record({
    changed: oddValuesOf(document._type).map((odd) => withOddities(document, odd)),
    isApproved: fc.boolean(),
  }),
)

test('odd documents that depend on each other are reported, and a retraction gets through', async () => {
  using folder = temporaryFolder()
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 3}), async (changes) => {
      const dir = join(folder.path, String(++count))
      const documents = changes.reduce<readonly StoredDocument[]>(
        (all, {changed, isApproved}) => [
          ...withDocument(changed, all).filter(
            ({_id}) => !isApproved || _id !== makeDecision(changed)._id,
          ),
          ...(isApproved && isGoverned(changed._type) ? [makeDecision(changed)] : []),
        ],
        surroundings,
      )
      const out = join(dir, 'out')
      const source = writeKitchenSink(join(dir, 'dataset'), documents)
      const outcome = await bothOn(source, out)
      expectOutcome(documents, outcome)
      if (!(outcome.release instanceof Failure))
        expect(releasedStates(out).get('gone')).toBe('retracted')
    }),
    {numRuns: runs(10, 150)},
  )
})

test('odd site settings are reported, and until they are approved the last good ones stay', async () => {
  const {dir, lake} = await lakeWith(good)
  using folder = temporaryFolder()
  const out = join(folder.path, 'out')
  // An import may hold references that lead nowhere.
  const write = (...documents: readonly StoredDocument[]) =>
    importDataset(lake, writeDataset(folder.path, documents))
  let second = 0
  const approvalOf = (document: StoredDocument) =>
    makeDecision(document, 'approved', {
      decidedAt: new Date(Date.UTC(2026, 9, 3, 0, 0, ++second)).toISOString(),
    })
  const some = tried.filter(({place}) => place.type === SITE_SETTINGS)
  // One at a time would take an hour.
  for (const [index, odd] of batches(some, 10).entries()) {
    const document = withOddities(fullDocument(SITE_SETTINGS), odd)
    const isApproved = index % 2 === 0
    await write(document, ...(isApproved ? [approvalOf(document)] : []))
    const outcome = await bothOn(dir, out)
    expectOutcome([...good, document], outcome)
    if (!isApproved) {
      expect(outcome.release).not.toBeInstanceOf(Failure)
      expectGood(out)
    }
    await write(settings, approvalOf(settings))
  }
})
