// A text in another language than English is judged by the rules that can read it, and no text escapes the others by
// naming another language.

import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {coverageOf} from '../../policy/coverage.ts'
import {applicableDisclaimers} from '../../policy/disclaimers/applies.ts'
import {emptyContext} from '../../policy/rule.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {countryOptions} from '../../schemas/data/countries.ts'
import {directionOf, isLanguageTag, mainLanguage, regionOf} from '../../schemas/data/languages.ts'
import {article, faq, paragraph} from '../support/library.ts'

const SPANISH =
  'El dolor de espalda es muy común. La mayoría de las personas mejora en pocas semanas. Siga moviéndose tanto como pueda.'
const CLAIM = 'This injection cures back pain for everyone who has it, and it has no risks at all.'

function rulesOn(document: StoredDocument, languages = ['en-US', 'es']): string[] {
  return check(document, {...emptyContext, languages}).map(({rule}) => rule)
}

function answer(language: string, ...blocks: object[]): StoredDocument {
  return {...faq, language, answer: blocks}
}

test('a Spanish text is in its own language, and a person is asked to read it', () => {
  const rules = rulesOn(answer('es', paragraph('a', SPANISH)))
  expect(rules).not.toContain('accessibility/language')
  expect(rules).toContain('claims/unread-language')
})

test('an English passage on a Spanish page is found, and judged as English', () => {
  const rules = rulesOn(answer('es', paragraph('a', SPANISH), paragraph('b', CLAIM)))
  expect(rules).toContain('accessibility/language')
  expect(rules).toContain('claims/efficacy')
})

test('an English text does not escape a rule by saying that it is in Spanish', () => {
  const body = [paragraph('a', `${CLAIM} ${CLAIM}`)]
  const treatment = {...article, language: 'es', body}
  expect(rulesOn(treatment)).toContain('evidence/parts')
  expect(rulesOn(treatment)).toContain('claims/efficacy')
})

test('words that are marked as another language are not taken for the language of the page', () => {
  const marks = {marks: ['m'], markDefs: [{_type: 'foreign', _key: 'm', language: 'es'}]}
  expect(rulesOn(answer('en-US', paragraph('a', SPANISH, marks)))).not.toContain(
    'accessibility/language',
  )
  expect(rulesOn(answer('en-US', paragraph('a', SPANISH)))).toContain('accessibility/language')
})

test.each([
  ['es', true],
  ['es-MX', true],
  ['zh-Hant-TW', true],
  ['ES', false],
  ['es_MX', false],
  ['Spanish language', false],
  ['articles', false],
  ['therapies', false],
  ['en-u-ca-buddhist', false],
  ['', false],
])('%s is a tag in its usual form: %s', (text, expected) => {
  expect(isLanguageTag(text)).toBe(expected)
})

test('the direction of a page follows its script', () => {
  expect(['ar', 'he', 'fa', 'ur', 'pa-Arab', 'ckb'].map(directionOf)).toEqual(
    Array.from({length: 6}, () => 'rtl'),
  )
  expect(['en-GB', 'es', 'pa', 'zh', 'hi', 'ht', ''].map(directionOf)).toEqual(
    Array.from({length: 7}, () => 'ltr'),
  )
  expect([mainLanguage('es-MX'), regionOf('es-MX'), regionOf('es')]).toEqual([
    'es',
    'MX',
    undefined,
  ])
})

test('the country of a page decides over the country of its language', () => {
  const british = {
    _id: 'british',
    scope: 'jurisdictions',
    jurisdictions: ['GB'],
    priority: 20,
  } as const
  const carried = (page: StoredDocument) =>
    applicableDisclaimers([british], {
      ...coverageOf(page, () => ({evidenceLevel: ''})),
      channel: 'web',
    }).length
  expect(carried({...faq, language: 'en-GB'})).toBe(1)
  expect(carried({...faq, language: 'es', country: 'GB'})).toBe(1)
  expect(carried({...faq, language: 'en-GB', country: 'US'})).toBe(0)
  expect(carried({...faq, language: 'es'})).toBe(0)
  expect(countryOptions.find(({value}) => value === 'GB')?.title).toBe('United Kingdom')
})
