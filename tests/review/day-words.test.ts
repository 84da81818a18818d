// Readers and editors see days in one form, wherever the machine is.

import {expect, test} from 'vitest'
import {formatDay, formatMoment} from '../../review/day-words.ts'
import {dayIn} from '../../schemas/preview.ts'

test('a day and a moment are in words', () => {
  expect(formatDay('2021-02-03')).toBe('February 3, 2021')
  expect(formatDay('2021-02-03', 'en-GB')).toBe('3 February 2021')
  expect(formatMoment('2021-02-03T23:05:00-02:00')).toBe('February 4, 2021, 01:05 UTC')
})

test('a list shows no day for a value that is none yet', () => {
  expect(dayIn('2021-02-03T10:00:00Z')).toBe('February 3, 2021')
  for (const value of [undefined, 7, '', 'yesterday', '2021-13-40'])
    expect(dayIn(value)).toBeUndefined()
})
