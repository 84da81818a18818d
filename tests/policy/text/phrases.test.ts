// A list of phrases finds each of its phrases, and nothing else, however it is put together.

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {oneOf} from '../../../policy/text/phrases.ts'
import {runs} from '../../support/long.ts'

/** What phrases are made of: letters, and all that patterns have that must not be torn apart. */
const parts = [
  ['a', 'b', 'ab', 'a?', 'b+', 'a|b', '(?:a|ab)', '(?:b|c)?', '(?:a)(?:b)'],
  ['[a|b]', '\\|', '\\w', '(?!a)', '(?<!b)', 'a{2}', ' '],
].flat()

const phrase = fc
  .array(fc.constantFrom(...parts), {minLength: 1, maxLength: 4})
  .map((some) => some.join(''))
const text = fc.string({unit: fc.constantFrom('a', 'b', 'c', '|', ' '), maxLength: 8})

test('phrases are found as if each were looked for by itself', () => {
  fc.assert(
    fc.property(fc.array(phrase, {minLength: 1, maxLength: 6}), text, (phrases, words) => {
      const isOne = phrases.some((each) => new RegExp(`^(?:${each})$`).test(words))
      expect(new RegExp(`^${oneOf(...phrases)}$`).test(words)).toBe(isOne)
    }),
    {numRuns: runs(2000, 200_000)},
  )
})

test('a list may be made of lists', () => {
  fc.assert(
    fc.property(fc.array(phrase, {minLength: 1}), phrase, text, (list, other, words) => {
      const isOne = [...list, other].some((each) => new RegExp(`^(?:${each})$`).test(words))
      expect(new RegExp(`^${oneOf(oneOf(...list), other)}$`).test(words)).toBe(isOne)
    }),
    {numRuns: runs(2000, 200_000)},
  )
})
