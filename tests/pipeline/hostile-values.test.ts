// Whatever value a field of any document has, approved or not, an export ends with a release, and a
// retraction gets through.

import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isObject} from '../../policy/references.ts'
import {isGoverned} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {
  article,
  author,
  disclaimer,
  faq,
  keyed,
  library,
  makeDecision,
  reviewer,
  slug,
  therapy,
  withDocument,
  work,
} from '../support/library.ts'
import {runs} from '../support/long.ts'
import {exportDocuments, released} from '../support/release.ts'

const clinic: StoredDocument = {
  _id: 'clinic',
  _type: 'clinic',
  name: 'Hillside Clinic',
  address: {street: '1 Main Street', city: 'Portland', country: 'US'},
  location: {_type: 'geopoint', lat: 45.52, lng: -122.68},
  therapies: [keyed('therapy')],
}

const condition: StoredDocument = {
  _id: 'condition',
  _type: 'condition',
  name: 'Back pain',
  slug: slug('back-pain'),
  description: 'Pain between the ribs and the hips.',
}

const term: StoredDocument = {
  _id: 'term',
  _type: 'glossaryTerm',
  term: 'bolus',
  plain: 'single large dose',
}

const gone: StoredDocument = {...article, _id: 'gone', slug: slug('gone')}

const documents = [
  ...library,
  clinic,
  condition,
  term,
  gone,
  makeDecision(gone),
  makeDecision(gone, 'retracted', {decidedAt: '2026-10-02T10:00:00Z'}),
]

const targets = [author, reviewer, work, disclaimer, faq, therapy, article, clinic, condition, term]

const hostile: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  true,
  '',
  'x'.repeat(300),
  'x'.repeat(70_000),
  '\u2028',
  '\ud83d',
  '\u0000',
  '__proto__',
  'constructor',
  '../../x',
  'javascript:alert(1)',
  '(((((',
  '[a-z',
  '\\',
  '<b>',
  {},
  [],
  [null],
  [[]],
  [{_key: 'a'}],
  {toString: 1},
  {_ref: 'x'},
  {_ref: 7, _type: 'reference'},
  {_type: 'slug', current: 7},
  {_type: 'block'},
]

type Path = readonly string[]

/** The path of each value in a document that a user can write. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  const here = path.length === 0 ? [] : [path]
  if (!isObject(value)) return here
  const fields = Object.entries(value).filter(([name]) => path.length > 0 || !name.startsWith('_'))
  return [...here, ...fields.flatMap(([name, member]) => pathsIn(member, [...path, name]))]
}

/** A document with another value at a path. */
function withValue(document: StoredDocument, path: Path, value: unknown): StoredDocument {
  const copy = structuredClone(document)
  const parent = path
    .slice(0, -1)
    .reduce<unknown>(
      (inner, step) => (isObject(inner) ? Reflect.get(inner, step) : undefined),
      copy,
    )
  if (isObject(parent)) Reflect.set(parent, path.at(-1) ?? '', value)
  return copy
}

const change = fc.constantFrom(...targets).chain((document) =>
  fc.record({
    document: fc.constant(document),
    path: fc.constantFrom(...pathsIn(document)),
    value: fc.constantFrom(...hostile),
    isApproved: fc.boolean(),
  }),
)

test('an export ends with a release whatever value a field has', async () => {
  using folder = temporaryFolder()
  let count = 0
  await fc.assert(
    fc.asyncProperty(change, async ({document, path, value, isApproved}) => {
      const out = join(folder.path, String(++count))
      const changed = withValue(document, path, value)
      const approval = makeDecision(document)._id
      const rest = withDocument(changed, documents)
      await exportDocuments(
        isApproved && isGoverned(document._type)
          ? [...rest.filter(({_id}) => _id !== approval), makeDecision(changed)]
          : rest,
        out,
      )
      expect(released(out, 'app/index.json')).toContain('"id":"gone"')
      expect(released(out, 'web/articles/gone.html')).toContain('withdrawn')
    }),
    {numRuns: runs(40, 2000)},
  )
})
