// The Studio distinguishes a value that failed to load from one that is empty.

import {expect, test} from 'vitest'
import {load} from '../../studio/review/loadable.ts'

test('an empty value is loaded', async () => {
  expect(await load(() => Promise.resolve(undefined))).toEqual({
    state: 'here',
    value: undefined,
  })
})

test('a failure has a reason and is not an empty value', async () => {
  expect(await load(() => Promise.reject(new Error('no network')))).toEqual({
    state: 'failed',
    problem: 'no network',
  })
})
