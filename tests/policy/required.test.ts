// A page is withheld unless it carries every disclaimer that applies to it.

import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {coveredTherapies} from '../../policy/coverage.ts'
import {requiredDisclaimer} from '../../policy/disclaimers/required.ts'
import {exampleDisclaimers} from '../../policy/examples/disclaimers.ts'
import {exampleSettled} from '../../policy/examples/settled.ts'
import {emptyContext, type SettledRecord} from '../../policy/rule.ts'
import {todayIs} from '../../policy/today.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {article, disclaimer, faq, therapy, work} from '../support/library.ts'

const approved = exampleSettled({type: 'disclaimer', decidedOn: '2026-01-01'})

const therapies = new Map([
  ['therapy', {id: 'therapy', names: ['T'], evidenceLevel: 'conflicting', approvedBy: []}],
])

function found(
  document: StoredDocument,
  disclaimers: readonly StoredDocument[],
  settled: Record<string, SettledRecord>,
  today = '2026-02-01',
) {
  return check(
    document,
    {
      ...emptyContext,
      therapies,
      ...exampleDisclaimers(disclaimers, {
        today: todayIs(today),
        settled: new Map(Object.entries(settled)),
      }),
    },
    [requiredDisclaimer],
  )
}

const uncertain = {
  ...disclaimer,
  _id: 'uncertain',
  title: 'The evidence is uncertain',
  scope: 'evidence',
  evidenceLevels: ['conflicting'],
}

test('a page with all its disclaimers approved passes', () => {
  const settled = {disclaimer: approved, uncertain: approved}
  for (const page of [article, therapy, faq]) {
    expect(found(page, [disclaimer, uncertain], settled)).toEqual([])
  }
})

test('a disclaimer that applies and is not approved is named by its title', () => {
  expect(found(article, [disclaimer, uncertain], {disclaimer: approved})).toMatchObject([
    {
      severity: 'error',
      path: '(document)',
      message: expect.stringContaining('“The evidence is uncertain” (uncertain)'),
    },
  ])
})

test('a disclaimer that does not apply is not required', () => {
  expect(found(faq, [disclaimer, uncertain], {disclaimer: approved})).toEqual([])
})

test('an edited therapy is checked with its new level of evidence', () => {
  const settled = {disclaimer: approved}
  const disclaimers = [disclaimer, {...uncertain, evidenceLevels: ['insufficient']}]
  expect(found(therapy, disclaimers, settled)).toEqual([])
  expect(found({...therapy, evidenceLevel: 'insufficient'}, disclaimers, settled)).toHaveLength(1)
})

test('a page without any applicable disclaimer is refused', () => {
  expect(found(faq, [uncertain], {uncertain: approved})).toMatchObject([
    {message: 'has no disclaimer that applies to it'},
  ])
})

test('a retracted disclaimer refuses its pages until it is unpublished', () => {
  const settled = {disclaimer: {...approved, state: 'retracted'}, uncertain: approved} as const
  expect(found(article, [disclaimer, uncertain], settled)).toMatchObject([
    {message: expect.stringContaining('was retracted')},
  ])
  expect(found(article, [uncertain], settled)).toEqual([])
})

test('a disclaimer whose review is long overdue refuses its pages and says since when', () => {
  expect(found(faq, [disclaimer], {disclaimer: approved}, '2027-05-01')).toMatchObject([
    {message: expect.stringMatching(/due for review on January 1, 2027 .* since April 1, 2027$/)},
  ])
})

test('a disclaimer that is approved but held refuses its pages', () => {
  const at = (today: string) =>
    found(faq, [disclaimer], {disclaimer: {...approved, state: 'held'}}, today)
  expect(at('2027-01-01')).toMatchObject([{message: expect.stringContaining('no approved text')}])
  // A reviewer can fix the overdue review, so this reason comes first.
  expect(at('2027-04-01')).toMatchObject([{message: expect.stringContaining('January 1, 2027')}])
})

test('a document that is not a page needs no disclaimer', () => {
  expect(found(work, [], {})).toEqual([])
  expect(found(disclaimer, [], {})).toEqual([])
})

test('a page covers itself, the therapies that it names, and those whose cards it shows', () => {
  const card = (_ref: string) => ({_type: 'therapyEmbed', therapy: {_type: 'reference', _ref}})
  expect(coveredTherapies(therapy)).toEqual(['therapy'])
  expect(coveredTherapies({...therapy, evidence: [card('other')]})).toEqual(['therapy', 'other'])
  expect(
    coveredTherapies({
      _id: 'a',
      _type: 'article',
      body: [card('shown'), card('both')],
      therapies: [{_ref: 'both'}, {_ref: 'named'}],
    }),
  ).toEqual(['shown', 'both', 'named'])
  expect(coveredTherapies({...faq, therapies: [{_ref: 'named'}]})).toEqual(['named'])
})
