// What the bench measures of a command, and what it does with one that fails or takes too long.

import {expect, test} from 'vitest'
import {measure, type Command} from '../../bench/measure.ts'

function node(code: string): Command {
  return {program: process.execPath, args: ['-e', code]}
}

const BUSY = 'const end = Date.now() + 400; while (Date.now() < end) {}'

test('the processor time includes that of processes that a command starts', async () => {
  const {seconds, cpuSeconds} = await measure(
    node(
      `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(BUSY)}])`,
    ),
  )
  expect(seconds).toBeGreaterThan(0.4)
  expect(cpuSeconds).toBeGreaterThan(0.1)
})

test('a command that fails is a failure with its own words', async () => {
  await expect(measure(node("console.error('no paper'); process.exit(3)"))).rejects.toThrow(
    /code 3: no paper/,
  )
})

test('a command that takes too long is ended', async () => {
  await expect(measure(node('setInterval(() => {}, 1000)'), 0.01)).rejects.toThrow(
    'took more than 0.01 minutes',
  )
})
