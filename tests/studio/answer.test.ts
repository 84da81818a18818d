// The Studio distinguishes a failed question to the lake from an empty answer.

import {expect, test} from 'vitest'
import {answerOf} from '../../studio/review/answer.ts'

test('an empty answer is an answer', async () => {
  expect(await answerOf(() => Promise.resolve(undefined))).toEqual({
    state: 'here',
    value: undefined,
  })
})

test('a failure has a reason and is not an empty answer', async () => {
  expect(await answerOf(() => Promise.reject(new Error('no network')))).toEqual({
    state: 'failed',
    problem: 'no network',
  })
})
