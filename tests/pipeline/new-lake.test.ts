// A lake that was just made survives a power cut.

import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {makeLake} from '../../pipeline/source/source.ts'
import {temporaryFolder} from '../support/command.ts'
import {diskSteps} from '../support/disk.ts'

test('every file of a new lake is on the disk before the lake is in its place', async () => {
  using folder = temporaryFolder()
  const dir = join(folder.path, 'lake')
  const steps = (await diskSteps(folder.path, () => makeLake(dir, 'content'))).map((step) =>
    step.replace(/lake\.new-\d+/, 'new'),
  )
  const files = readdirSync(dir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name).slice(dir.length + 1))
  const moved = steps.indexOf('rename new/assets to lake/assets')
  expect(steps.slice(0, moved)).toEqual(
    expect.arrayContaining([
      ...files.map((file) => `sync new/${file}`),
      'sync new/assets',
      'sync .',
    ]),
  )
  expect(steps.slice(-2)).toEqual(['rename new/lake.db to lake/lake.db', 'sync lake'])
})
