// The planner's promise: an answer found through indexes is the answer groq-js gives when it
// looks at every document.

import * as fc from 'fast-check'
import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {lakeClient, openLake} from '../../../lake/index.ts'
import {runs} from '../../support/long.ts'

type Doc = {_id: string; _type: string; [attribute: string]: unknown}

const baseIds = ['a', 'b', 'c', 'd', 'e-1', 'e-2', 'F']
const types = ['one', 'two', 'three']
const id = fc.constantFrom(
  ...baseIds,
  ...baseIds.map((base) => `drafts.${base}`),
  ...baseIds.slice(0, 3).map((base) => `versions.r.${base}`),
  ...baseIds.slice(1, 4).map((base) => `versions.s.${base}`),
)
const ref = fc.record({
  _type: fc.constant('reference'),
  _ref: fc.constantFrom(...baseIds),
  _weak: fc.constant(true),
})
const slugs = ['a', 'b', 'one', '', 'é', '\ud800', '\ufffd', '\0']
const current = fc.constantFrom(...slugs, 7, null)
const slug = fc.oneof(
  {weight: 6, arbitrary: fc.record({_type: fc.constant('slug'), current})},
  {weight: 1, arbitrary: fc.array(fc.record({current}), {maxLength: 2})},
  {weight: 1, arbitrary: fc.constantFrom('a', null, {slug: {current: 'a'}})},
)
const document: fc.Arbitrary<Doc> = fc.record(
  {
    _id: id,
    _type: fc.constantFrom(...types),
    n: fc.oneof(fc.integer({min: 0, max: 5}), fc.constant(null), fc.constantFrom('x', 'one')),
    to: ref,
    list: fc.array(ref, {maxLength: 2}),
    _system: fc.record({delete: fc.boolean()}),
    slug,
    path: slug,
  },
  {requiredKeys: ['_id', '_type']},
)
const dataset = fc.uniqueArray(document, {selector: ({_id}) => _id, maxLength: 16})

const text = fc
  .oneof(id, fc.constantFrom(...types, '', 'zz', 'é', '\ufffd', '"quoted"'))
  .map((s) => JSON.stringify(s))
const constant = fc.oneof(
  {weight: 4, arbitrary: text},
  fc.constantFrom('1', 'null', 'true', '$id', '$type', '$half', '$zero', '$none'),
)
const list = fc.oneof(
  fc.array(constant, {maxLength: 3}).map((items) => `[${items.join(', ')}]`),
  fc.constantFrom(
    '$ids',
    '$slugs',
    '$types',
    '$id',
    '[...$ids, "a"]',
    '[..."a", "b"]',
    'path("drafts.**")',
    '"a".."c"',
  ),
)
const field = fc.constantFrom(
  '_id',
  '_type',
  '@._id',
  'n',
  'to._ref',
  'slug.current',
  '@.path.current',
  'slug["current"]',
  'slug.slug.current',
  'current',
)
const slugPath = fc.constantFrom('slug.current', '@.path.current')
const slugText = fc.constantFrom(...slugs).map((s) => JSON.stringify(s))
const atom = fc.oneof(
  fc.tuple(slugPath, slugText).map(([path, text]) => `${path} == ${text}`),
  fc.tuple(slugPath, slugText, slugText).map(([path, a, b]) => `${path} in [${a}, ${b}]`),
  fc
    .tuple(field, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), constant)
    .map((p) => p.join(' ')),
  fc.tuple(constant, fc.constantFrom('==', '<', '<=', '>', '>='), field).map((p) => p.join(' ')),
  fc.tuple(field, fc.constant('in'), list).map((p) => p.join(' ')),
  fc.array(constant, {minLength: 1, maxLength: 2}).map((args) => `references(${args.join(', ')})`),
  fc.constantFrom(
    'references($ids)',
    'defined(to)',
    'to->_type == "one"',
    'n > 2',
    '_id in *[n == 1]._id',
    'count(*[references(^._id)]) > 0',
    'slug.current == path.current',
    '!(slug.current == "a")',
    'true',
    'false',
    '_id == "a" && count(*) > 1',
  ),
)
const {filter} = fc.letrec<{filter: string; nested: string}>((tie) => ({
  nested: fc.oneof(
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => `(${a} && ${b})`),
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => `(${a} || ${b})`),
    tie('filter').map((inner) => `!(${inner})`),
  ),
  filter: fc.oneof({depthSize: 'small', withCrossShrink: true}, atom, tie('nested')),
}))
const filters = fc.array(filter, {minLength: 1, maxLength: 3})
const everything = fc.oneof(
  {weight: 8, arbitrary: filters.map((parts) => `*[${parts.join(' && ')}]`)},
  {weight: 2, arbitrary: filters.map((parts) => `*${parts.map((part) => `[${part}]`).join('')}`)},
  {weight: 1, arbitrary: fc.constant('*')},
)
const slice = fc
  .tuple(fc.integer({min: 0, max: 4}), fc.constantFrom('..', '...'), fc.integer({min: 0, max: 6}))
  .map((parts) => `[${parts.join('')}]`)
const tail = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '._id',
    '[0]',
    '[1]._id',
    '[-1]',
    '{_id, n}',
    '{"to": to->{_id, n}}',
    '{...}',
    ' | order(_id)',
    ' | order(_id asc)',
    ' | order(_id desc)',
    ' | order(n desc, _id)',
    ' | order(_type, _id)',
    '{"all": *[_type == "two" && n != 1]{_id, "to": to->_id}}',
    '{"all": *[_type == "two"]{"back": *[references(^._id)]._id}}',
    '{"inner": *[_type == "two"]{_id, "outer": ^._id, "far": ^.^._id}}',
    '{"back": *[_type == "one" && references(^._id)]._id}',
    '.list[]->_id',
  ),
  slice,
)
const query = fc.oneof(
  {weight: 8, arbitrary: fc.tuple(everything, tail, tail, tail).map((parts) => parts.join(''))},
  {weight: 1, arbitrary: everything.map((all) => `count(${all})`)},
  {
    weight: 1,
    arbitrary: fc.tuple(everything, everything).map(([a, b]) => `{"a": ${a}[0], "b": ${b}._id}`),
  },
)

const params = {
  id: 'a',
  type: 'one',
  half: '\ud800',
  zero: '\0',
  none: null,
  ids: ['a', 'drafts.b', 'e-1', 7],
  types: ['one', 'three'],
  slugs: ['b', 'one', '', '\ufffd', '\0'],
}

const PERSPECTIVES = [
  ['raw'],
  ['published'],
  ['drafts'],
  ['r'],
  ['r', 'drafts'],
  ['s', 'r'],
] as const

// The simplest possible definition of a perspective. The last bundle of a list is applied
// first: as if the last release had been published, then the one before it.
function seenIn(perspective: readonly string[], stored: readonly Doc[]): Doc[] {
  const byId = (a: Doc, b: Doc): number => (a._id < b._id ? -1 : 1)
  if (perspective[0] === 'raw') return stored.toSorted(byId)
  const published = stored.filter(({_id}) => !/^(drafts|versions)\./.test(_id))
  if (perspective[0] === 'published') return published.toSorted(byId)
  const shown = new Map(published.map((doc) => [doc._id, {...doc, _originalId: doc._id}]))
  for (const bundle of perspective.toReversed()) {
    const prefix = bundle === 'drafts' ? 'drafts.' : `versions.${bundle}.`
    for (const version of stored.filter(({_id}) => _id.startsWith(prefix))) {
      const _id = version._id.slice(prefix.length)
      if (bundle !== 'drafts' && isDeparting(version)) shown.delete(_id)
      else shown.set(_id, {...version, _id, _originalId: version._id})
    }
  }
  return Array.from(shown.values()).toSorted(byId)
}

function isDeparting({_system: system}: Doc): boolean {
  return (
    typeof system === 'object' && system !== null && 'delete' in system && system.delete === true
  )
}

test('an indexed answer equals the answer over the whole dataset', async () => {
  await fc.assert(
    fc.asyncProperty(
      dataset,
      fc.array(query, {minLength: 12, maxLength: 12}),
      fc.constantFrom(...PERSPECTIVES),
      async (documents, queries, perspective) => {
        using lake = openLake({dir: ':memory:'})
        const client = lakeClient(lake)
        const creation = client.transaction()
        for (const doc of documents) creation.create(doc)
        if (documents.length > 0) await creation.commit()
        const stored = await client.fetch<Doc[]>('*')
        const seen = seenIn(perspective, stored)
        for (const groq of queries) {
          const value = await evaluate(parse(groq, {params: params}), {dataset: seen})
          const expected: unknown = JSON.parse(JSON.stringify((await value.get()) ?? null))
          const answer: unknown = await client.fetch(groq, params, {
            perspective: [...perspective],
          })
          expect({groq, answer}).toEqual({groq, answer: expected})
        }
      },
    ),
    {numRuns: runs(250, 10_000)},
  )
})
