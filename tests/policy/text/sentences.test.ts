// Text is split where a reader would say that a sentence ends.

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {sentenceAt, sentencesOf} from '../../../policy/text/sentences.ts'

function textsOf(text: string): string[] {
  return sentencesOf(text).map((sentence) => sentence.text)
}

test.each([
  ['It hurts. Rest helps!', ['It hurts.', 'Rest helps!']],
  ['A line\nand another', ['A line', 'and another']],
  ['No. The FDA has not approved it.', ['No.', 'The FDA has not approved it.']],
  ['He said “no.” Then he left.', ['He said “no.”', 'Then he left.']],
  ['Take vitamin D. Ask first.', ['Take vitamin D.', 'Ask first.']],
  ['What?! Yes.', ['What?!', 'Yes.']],
])('%j is split into its sentences', (text, sentences) => {
  expect(textsOf(text)).toEqual(sentences)
})

test.each([
  'Ask Dr. Doe about it.',
  'J. Doe wrote it.',
  'See No. 5 of the list.',
  'Take 0.5 mg a day.',
  'Some pain medicine, e.g. aspirin, thins the blood.',
  '“Is it safe?” many people ask.',
  'Doe et al. found nothing.',
])('%j is one sentence', (text) => {
  expect(textsOf(text)).toEqual([text])
})

test('no word is lost or repeated, and each sentence is at its stated position', () => {
  const piece = fc.constantFrom(
    'Word',
    'word',
    '. ',
    '? ',
    '! ',
    ' ',
    '\n',
    'Dr. ',
    '”',
    ')',
    '…',
    'é',
  )
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        const sentences = sentencesOf(text)
        expect(
          sentences
            .map((sentence) => sentence.text)
            .join('')
            .replaceAll(/\s/g, ''),
        ).toBe(text.replaceAll(/\s/g, ''))
        for (const sentence of sentences) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
          expect(sentenceAt(sentences, sentence.start)).toBe(sentence)
        }
      },
    ),
  )
})

/** The least of several times, in milliseconds: others contain what else the machine did. */
function timeToSplit(text: string): number {
  const times = Array.from({length: 5}, () => {
    const begun = performance.now()
    sentencesOf(text)
    return performance.now() - begun
  })
  return Math.min(...times)
}

test.each(['.', '!', ' ', '"', '\n', '.)'])(
  'the time to split a long run of %j grows with its length, not with the square of it',
  (characters) => {
    const [short, long] = [10_000, 40_000].map((length) =>
      timeToSplit(`A${characters.repeat(length)}b`),
    )
    // A run that is 4 times as long takes about 4 times as long, and would take 16 times as long.
    expect(long).toBeLessThan(8 * (short ?? 0) + 5)
  },
)

test('text without an end is cut between words, and nothing of it is lost', () => {
  const words = Array.from({length: 1000}, (_, index) => `word${index}`)
  const sentences = sentencesOf(words.join(' '))
  expect(Math.max(...sentences.map(({text}) => text.length))).toBeLessThanOrEqual(1000)
  expect(sentences.flatMap(({text}) => text.split(' '))).toEqual(words)
})
