// One export at a time writes to an exports folder. A process that was killed keeps no other one waiting.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, onTestFinished, test} from 'vitest'
import {lockExports} from '../../pipeline/release/lock.ts'
import {temporaryFolder} from '../support/command.ts'

const LOCK = new URL('../../pipeline/release/lock.ts', import.meta.url).href

/** A process that has the lock of a folder, and keeps it until it is killed. */
async function processWithLock(folder: string) {
  const code = `
    const {lockExports} = await import(${JSON.stringify(LOCK)})
    globalThis.lock = await lockExports(${JSON.stringify(folder)}, () => {})
    console.log('locked')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

test('an export waits for another process, until that process is killed', async () => {
  using folder = temporaryFolder()
  const child = await processWithLock(folder.path)
  const events: string[] = []
  const locked = lockExports(folder.path, () => events.push('waits')).then((lock) => {
    events.push('locked')
    return lock
  })
  await wait(300)
  expect(events).toEqual(['waits'])
  child.kill('SIGKILL')
  using _lock = await locked
  expect(events).toEqual(['waits', 'locked'])
})

test('exports of one process wait for each other too', async () => {
  using folder = temporaryFolder()
  const events: string[] = []
  const turn = async (name: string) => {
    using _lock = await lockExports(folder.path, () => events.push(`${name} waits`))
    events.push(`${name} begins`)
    await wait(50)
    events.push(`${name} ends`)
  }
  await Promise.all(['one', 'two'].map(turn))
  expect(events.filter((event) => !event.endsWith('waits'))).toEqual([
    'one begins',
    'one ends',
    'two begins',
    'two ends',
  ])
  expect(events).toContain('two waits')
})

test('a file that is no lock is replaced', async () => {
  using folder = temporaryFolder()
  writeFileSync(join(folder.path, '.lock.db'), 'not a database')
  const events: string[] = []
  const lock = await lockExports(folder.path, () => {})
  const second = lockExports(folder.path, () => events.push('waits'))
  await wait(300)
  expect(events).toEqual(['waits'])
  lock[Symbol.dispose]()
  using _lock = await second
})

test('a folder in the place of the lock is named', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, '.lock.db')
  mkdirSync(path)
  await expect(lockExports(folder.path, () => {})).rejects.toThrow(`${path} is a folder`)
})

test('a folder that does not exist is an error', async () => {
  using folder = temporaryFolder()
  await expect(lockExports(join(folder.path, 'none'), () => {})).rejects.toThrow(/unable to open/)
})
