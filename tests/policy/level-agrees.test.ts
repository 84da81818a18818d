// The level of evidence of a therapy agrees with what its text says of all the evidence.

import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {levelAgrees} from '../../policy/evidence/level-agrees.ts'
import {emptyContext} from '../../policy/rule.ts'
import {paragraph, therapy} from '../support/library.ts'

function quoted(evidenceLevel: string, fields: object): (string | undefined)[] {
  const document = {...therapy, summary: undefined, evidence: undefined, evidenceLevel, ...fields}
  return check(document, emptyContext, [levelAgrees]).map(({quote}) => quote?.text)
}

describe('a level that says that studies agree', () => {
  test.each([
    ['Trials do not agree on whether they help back pain.', 'Trials do not agree'],
    ['Studies disagree.', 'Studies disagree'],
    ['So far, no good trial that we know of shows that it helps.', undefined],
    ['Nobody knows whether it works.', 'Nobody knows whether it works'],
    ['It is sugar water, but studies disagree.', 'studies disagree'],
    ['We call the evidence limited.', undefined],
    ['There is no good evidence that it helps.', undefined],
    ['It is not clear whether it helps back pain.', undefined],
  ])('is contradicted by: %s', (summary, words) => {
    for (const level of ['strong', 'moderate']) {
      const found = quoted(level, {summary})
      expect(found).toEqual([words ?? expect.any(String)])
      expect(quoted(level, {evidence: [paragraph('p', summary)]})).toEqual(found)
    }
    for (const level of ['conflicting', 'limited', 'insufficient', 'noBenefit']) {
      expect(quoted(level, {summary})).toEqual([])
    }
  })

  test.each([
    'These trials disagree.',
    'They disagree.',
    'Studies of the two do not agree.',
    'Studies disagree on the best dose.',
    'Trials do not agree about side effects.',
    'Nobody can tell which part made the difference.',
    'Nobody knows how it works.',
    'Nobody knows whether it works in children.',
    'Nobody knows whether it works better than exercise.',
    'No study shows that it works for neck pain.',
    'Do studies disagree?',
  ])('is not contradicted by words on a part of it: %s', (summary) => {
    expect(quoted('strong', {summary})).toEqual([])
  })
})

describe('a level that says that it is not known, or that it does not help', () => {
  test.each(['Studies agree that it helps.', 'There is strong evidence that it works.'])(
    'is contradicted by: %s',
    (summary) => {
      for (const level of ['conflicting', 'limited', 'insufficient', 'noBenefit']) {
        expect(quoted(level, {summary})).toHaveLength(1)
      }
      expect(quoted('strong', {summary})).toEqual([])
    },
  )

  test('is not contradicted by good evidence that it does not help', () => {
    expect(quoted('noBenefit', {summary: 'The evidence is strong.'})).toEqual([])
    expect(quoted('limited', {summary: 'The evidence is strong.'})).toEqual([
      'The evidence is strong',
    ])
    expect(quoted('limited', {summary: 'Studies agree that it does not help.'})).toEqual([])
  })
})

test('words with characters that readers do not see are read', () => {
  expect(quoted('strong', {summary: 'Tri\u00ADals do not\u00A0agree.'})).toContain(
    'Tri\u00ADals do not\u00A0agree',
  )
})

test('words on one place of the body, below a heading or in another field contradict no level', () => {
  expect(
    quoted('strong', {
      evidence: [
        paragraph('a', 'In discs, it was tested twice. Trials do not agree.'),
        paragraph('b', 'In discs', {style: 'h3'}),
        paragraph('c', 'Trials do not agree.'),
      ],
      description: [paragraph('d', 'Trials do not agree.')],
    }),
  ).toEqual([])
})
