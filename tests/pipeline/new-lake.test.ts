// A lake that was just made survives a power cut.

import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {makeLake} from '../../pipeline/source/source.ts'
import {temporaryFolder} from '../support/command.ts'
import {diskSteps} from '../support/disk.ts'

/** What making the lake in `lake` below a folder does to the disk; the folder of the unfinished lake is `new`. */
async function stepsOfLake(folder: string): Promise<string[]> {
  const steps = await diskSteps(folder, () => makeLake(join(folder, 'lake'), 'content'))
  return steps.map((step) => step.replace(/lake\.new-\d+/, 'new'))
}

/** The syncs that a lake needs before it is in its place. */
function syncsOf(folder: string): string[] {
  const dir = join(folder, 'lake')
  const files = readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name !== 'users.db')
    .map(({parentPath, name}) => join(parentPath, name).slice(dir.length + 1))
  return [...files.map((file) => `sync new/${file}`), 'sync new/assets']
}

test('every file of a new lake is on the disk before the lake gets its place in one step', async () => {
  using folder = temporaryFolder()
  const steps = await stepsOfLake(folder.path)
  const moved = steps.indexOf('rename new to lake')
  expect(steps.slice(0, moved)).toEqual(expect.arrayContaining(syncsOf(folder.path)))
  expect(steps.slice(moved + 1)).toEqual(['sync .'])
})

test('beside the users of an earlier lake, the database is what comes last', async () => {
  using folder = temporaryFolder()
  mkdirSync(join(folder.path, 'lake'))
  writeFileSync(join(folder.path, 'lake', 'users.db'), '')
  const steps = await stepsOfLake(folder.path)
  const moved = steps.indexOf('rename new/assets to lake/assets')
  expect(steps.slice(0, moved)).toEqual(expect.arrayContaining(syncsOf(folder.path)))
  expect(steps.slice(moved + 1)).toEqual([
    'rename new/lake.db to lake/lake.db',
    'sync lake',
    'sync .',
  ])
})
