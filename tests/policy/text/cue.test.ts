// A cue saves time, and never hides what its pattern would find.

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {wordings as efficacy} from '../../../policy/claims/efficacy.ts'
import {wordings as framing} from '../../../policy/claims/framing.ts'
import {wordings as regulatory} from '../../../policy/claims/regulatory.ts'
import {wordings as safety} from '../../../policy/claims/safety.ts'
import {cueOf} from '../../../policy/text/cue.ts'
import {anyOf} from '../../../policy/text/pattern.ts'
import {wholeWords} from '../../../policy/text/phrases.ts'
import {readCorpus} from '../corpus/corpus.ts'

/** Parts of patterns: letters, and everything that says which letters a match needs. */
const parts = [
  ['a', 'b', 'ab', 'a?', 'b+', 'b*', 'a|b', '|a', '(?:a|ab)', '(?:b|c)?', '(?:a )?', '(?:a)(?:b)'],
  [
    '[ab]',
    '[a-c]',
    "['b-]",
    '[- ]',
    '[^a]',
    '\\|',
    '\\w',
    '\\b',
    '^',
    '$',
    '.',
    '(?!a)',
    '(?<!b)',
    '(?=a)',
  ],
  ['(?<=b )', '(?:a|\\w ){0,2}', 'a{2}', 'a{0,1}', ' ', '-', '(?<words>b)?', '(?:a ?|b )'],
].flat()

const source = fc
  .array(fc.constantFrom(...parts), {minLength: 1, maxLength: 6})
  .map((some) => some.join(''))
  .filter((some) => some.split('<words>').length < 3)
const text = fc.string({
  unit: fc.constantFrom('a', 'A', 'b', 'c', '|', '-', "'", ' '),
  maxLength: 8,
})

test('a cue is in every text in which its pattern finds something', () => {
  fc.assert(
    fc.property(source, text, (some, words) => {
      for (const pattern of [new RegExp(some, 'i'), wholeWords(some)]) {
        if (pattern.test(words)) expect(words).toMatch(cueOf(pattern))
      }
    }),
    {numRuns: 20_000},
  )
})

const wordings = [...efficacy, ...framing, ...regulatory, ...safety]
const sentences = [...readCorpus('tuning'), ...readCorpus('held-out')]

test('the cue of a wording is in every sentence of the corpus that has the wording', () => {
  for (const {patterns} of wordings) {
    const pattern = wholeWords(anyOf(patterns))
    const cue = cueOf(pattern)
    const missed = sentences.filter((one) => pattern.test(one.text) && !cue.test(one.text))
    expect(missed).toEqual([])
  }
})

test.each([
  ['cure|heal(?:s|ed)', 'It heals.', 'A cure.', 'It hears.'],
  ['(?:\\w+ )?miracles?', 'A miracle', 'miracles', 'A mirage'],
  ["(?:your|the) body['’]s own", 'the body’s own', "your body's own", 'your body is your own'],
])('%j is only searched for in a text that contains its letters', (words, one, other, none) => {
  const cue = cueOf(wholeWords(words))
  expect([one, other, none].map((it) => cue.test(it))).toEqual([true, true, false])
})
