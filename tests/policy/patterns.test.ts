// Each named pattern finds its examples without the help of the others.

import {expect, test} from 'vitest'
import {patterns} from '../../policy/patterns.ts'
import {wholeWords} from '../../policy/text/phrases.ts'

const cases = Object.entries(patterns).flatMap(([user, list]) =>
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
