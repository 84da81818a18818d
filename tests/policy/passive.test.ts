// The passive voice is found where an editor would find it.

import {expect, test} from 'vitest'
import {passiveIn} from '../../policy/plain/voice.ts'

test.each([
  ['The fluid is injected into a ligament.', 'is injected'],
  ['It isn’t usually covered by insurance.', 'isn’t usually covered'],
  ['How is the needle cleaned?', 'How is the needle cleaned'],
  ['The injections are often repeated.', 'are often repeated'],
  ['It’s given in several visits.', 'It’s given'],
])('%j is passive by the words %j', (sentence, words) => {
  const place = passiveIn(sentence)
  expect(place && sentence.slice(place.start, place.end)).toBe(words)
})

test.each([
  'You may be tired for a day.',
  'A fluid made from your blood may help.',
  'It’s helped me a lot.',
  'The pain is usually a sign of an infected joint.',
  'Most people are used to it by then.',
])('%j is not passive', (sentence) => {
  expect(passiveIn(sentence)).toBeUndefined()
})
