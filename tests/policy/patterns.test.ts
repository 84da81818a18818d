// Each named pattern finds its examples without the help of the others.

import {expect, test} from 'vitest'
import {limitingPatterns, patterns} from '../../policy/patterns.ts'
import {wholeWords} from '../../policy/text/phrases.ts'
import {TREATMENT} from '../../policy/text/vocabulary.ts'
import {FACTORS} from '../../policy/words/factors.ts'
import {REMEDIES} from '../../policy/words/remedies.ts'

const cases = Object.entries({...patterns, exceptions: limitingPatterns}).flatMap(([user, list]) =>
  list.map((pattern) => ({user, ...pattern})),
)

test.each(cases)(
  '$user: “$name” finds its examples, and not their like',
  ({source, fires, quiet}) => {
    const pattern = wholeWords(source)
    expect(fires.filter((text) => !pattern.test(text))).toEqual([])
    expect(quiet.filter((text) => pattern.test(text))).toEqual([])
    expect(fires).not.toHaveLength(0)
    expect(quiet).not.toHaveLength(0)
  },
)

test('each treatment, remedy and factor is listed once', () => {
  const lists = [TREATMENT, ...REMEDIES, ...FACTORS].map((one) => new RegExp(`^(?:${one})$`, 'i'))
  const words = [...REMEDIES, ...FACTORS].filter((one) => /^[\w -]+\??$/.test(one))
  const repeated = words.filter(
    (word) => lists.filter((list) => list.test(word.replace('?', ''))).length !== 1,
  )
  expect(repeated).toEqual([])
})
