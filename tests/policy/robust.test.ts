// Rules check drafts, whose fields may be missing or hold any value. No rule may throw.

import {join} from 'node:path'
import fc from 'fast-check'
import {beforeAll, describe, expect, test} from 'vitest'
import {importDataset, openLake} from '../../lake/index.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {survey} from '../../pipeline/survey/survey.ts'
import {check} from '../../policy/check.ts'
import {exampleDisclaimers} from '../../policy/examples/disclaimers.ts'
import {exampleSettled} from '../../policy/examples/settled.ts'
import type {Finding} from '../../policy/finding.ts'
import {valuesAt} from '../../policy/mend.ts'
import {emptyContext, type Context} from '../../policy/rule.ts'
import {rules} from '../../policy/rules.ts'
import {governedTypes} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {flawedDocuments} from '../support/flawed.ts'
import {kitchenSinkArticle, writeKitchenSink} from '../support/kitchen-sink.ts'
import {library, TODAY} from '../support/library.ts'
import {runs} from '../support/long.ts'

const junk = fc.jsonValue({maxDepth: 3})

const keyed = fc.record({
  _key: fc.oneof(fc.constantFrom('', 'k'), junk),
  _ref: fc.oneof(fc.constantFrom('ada', 'therapy', 'work'), junk),
})

const markDef = fc.record(
  {
    _type: fc.constantFrom('link', 'internalLink', 'citation'),
    _key: fc.constantFrom('m1', 'm2'),
    href: fc.oneof(fc.webUrl(), junk),
    reference: fc.oneof(keyed, junk),
    commercial: junk,
  },
  {requiredKeys: ['_type', '_key']},
)

const span = fc.record({
  _type: fc.constant('span'),
  text: fc.oneof(fc.string(), fc.lorem(), junk),
  marks: fc.oneof(fc.array(fc.constantFrom('m1', 'm2', 'strong')), junk),
})

const block = fc.record(
  {
    _type: fc.constantFrom('block', 'therapyEmbed', 'callout', 'table', 'figure'),
    _key: junk,
    style: fc.oneof(fc.constantFrom('h2', 'h3', 'normal'), junk),
    listItem: junk,
    children: fc.oneof(fc.array(fc.oneof(span, junk)), junk),
    markDefs: fc.oneof(fc.array(fc.oneof(markDef, junk)), junk),
    therapy: fc.oneof(keyed, junk),
    title: junk,
    alt: fc.oneof(fc.string(), junk),
    caption: junk,
    rows: junk,
  },
  {requiredKeys: ['_type']},
)

const text = fc.oneof(fc.array(fc.oneof(block, junk), {maxLength: 5}), junk)
const references = fc.oneof(fc.array(fc.oneof(keyed, junk), {maxLength: 3}), junk)

/** Every field that a rule reads. Each one is sound, junk or missing. */
const document = fc.record(
  {
    _id: fc.constantFrom('article', 'therapy', 'work', 'disclaimer', 'other'),
    _type: fc.constantFrom(...governedTypes, 'person', 'siteSettings'),
    title: junk,
    name: fc.oneof(fc.string(), junk),
    question: junk,
    slug: junk,
    summary: junk,
    body: text,
    answer: text,
    evidence: text,
    images: junk,
    therapies: references,
    conditions: references,
    authors: references,
    answers: junk,
    reviewInterval: fc.oneof(fc.double(), junk),
    evidenceLevel: junk,
    type: fc.oneof(fc.constantFrom('article-journal', 'webpage'), junk),
    doi: junk,
    pmid: junk,
    url: junk,
    aliases: junk,
    sideEffects: junk,
    commonSideEffects: junk,
    seriousRisks: junk,
    regulatoryStatus: junk,
    scope: junk,
    seo: junk,
    formerSlugs: junk,
  },
  {requiredKeys: ['_id', '_type']},
)

/** A context that knows everything that the documents here can refer to. */
function contextWith(disclaimers: readonly StoredDocument[]): Context {
  const settled = new Map(
    governedTypes.map((type) => [
      type,
      exampleSettled({type, reviewers: ['ada'], decidedOn: '2024-01-31'}),
    ]),
  )
  return {
    ...emptyContext,
    clinics: [{id: 'clinic', name: 'Clinic (a+b', website: 'nowhere'}],
    persons: new Map([['ada', {id: 'ada', name: 'Ada', interests: undefined}]]),
    ...exampleDisclaimers(disclaimers, {settled}),
  }
}

const sound = fc.constantFrom(...library, kitchenSinkArticle)

/** A sound document in which one value, at any depth, is something else. */
const damaged = fc.tuple(sound, fc.nat(), junk).map(([subject, place, value]): StoredDocument => {
  const changed = replaceValue(subject, place % countValues(subject), value)
  const {_id, _type} = subject
  return {...changed, _id, _type}
})

test('no rule throws for any document', () => {
  fc.assert(
    fc.property(
      fc.oneof(document, damaged),
      fc.array(document, {maxLength: 2}),
      (subject, disclaimers) => {
        expect(() => check(subject, contextWith(disclaimers))).not.toThrow()
      },
    ),
    {numRuns: runs(1000, 40_000)},
  )
})

test('a list that holds null before words with a flaw is read', () => {
  const words = {_type: 'block', _key: 'b', children: [{_type: 'span', text: 'Two  spaces.'}]}
  expect(check({_id: 'faq', _type: 'faq', answer: [null, words]}, emptyContext)).toContainEqual(
    expect.objectContaining({rule: 'plain/spacing'}),
  )
})

test('what a mend replaces is known where a list holds null', () => {
  const text = {_id: 'faq', _type: 'faq', answer: [null, {_key: 'b', style: 'h2'}]}
  expect(valuesAt(text, ['answer[_key=="b"].style'])).toEqual({'answer[_key=="b"].style': 'h2'})
})

/** How many values a document holds, at any depth. */
function countValues(subject: StoredDocument): number {
  let count = 0
  JSON.stringify(subject, (_name, value: unknown) => {
    count += 1
    return value
  })
  return count - 1
}

function replaceValue(subject: StoredDocument, place: number, by: unknown): object {
  let position = -2
  const changed: unknown = JSON.parse(
    JSON.stringify(subject, (_name, value: unknown) => {
      position += 1
      return position === place ? by : value
    }),
  )
  return typeof changed === 'object' && changed !== null ? changed : {}
}

describe('in a library with every flaw', () => {
  let found: readonly Finding[]

  beforeAll(async () => {
    using folder = temporaryFolder()
    const dir = join(folder.path, 'lake')
    {
      using lake = openLake({dir})
      const {approved, since} = flawedDocuments(TODAY)
      for (const documents of [library, approved, since]) {
        await importDataset(lake, writeKitchenSink(folder.path, documents))
      }
    }
    await using source = await openPathSource(dir)
    found = (await survey(source, {today: TODAY})).findings
  })

  test.each(rules.map(({id}) => id))('%s says where, what is wrong and what to do', (id) => {
    const findings = found.filter(({rule}) => rule === id)
    expect(
      findings,
      `tests/support/flawed.ts has nothing that ${id} finds. Add a block.`,
    ).not.toHaveLength(0)
    for (const {path, message, hint} of findings) {
      expect(path).not.toBe('')
      // A message follows the path or the quoted words, so it is not a sentence of its own.
      expect(message).toMatch(/^[a-z]/)
      expect(message).not.toMatch(/undefined|\[object|[.:]$/)
      expect(hint).toMatch(/^[A-Z].*[.?!]”?$/)
      expect(hint).not.toMatch(/undefined|\[object/)
    }
  })
})
