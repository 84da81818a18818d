// Each frame of the lexicon's families finds its examples without the help of the others.

import {expect, test} from 'vitest'
import {frames} from '../../policy/patterns.ts'
import {familiesOf, placesOf} from '../../policy/text/frame.ts'
import {readingOf, tableOf} from '../../policy/text/reading.ts'

const cases = Object.entries(frames).flatMap(([user, list]) =>
  list.map((frame) => ({user, ...frame})),
)

test.each(cases)('$user: the frame “$name” finds its examples, and not their like', (frame) => {
  const table = tableOf(familiesOf(frame))
  const finds = (text: string) => placesOf(frame, readingOf(text, table)).length > 0
  expect(frame.fires.filter((text) => !finds(text))).toEqual([])
  expect(frame.quiet.filter(finds)).toEqual([])
  expect(frame.fires).not.toHaveLength(0)
  expect(frame.quiet).not.toHaveLength(0)
})

test('each family of words names its source', () => {
  const families = cases.flatMap(familiesOf)
  expect(families.filter(({source}) => source.trim() === '')).toEqual([])
})
