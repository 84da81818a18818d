// Files and folders that appear only once they are complete.

import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {atomically} from '../../lake/index.ts'
import {diskSteps} from '../support/disk.ts'
import {freshFolder} from '../support/lake.ts'

test('a file or a folder gets its name when it is complete', async () => {
  const folder = await freshFolder()
  const file = join(folder, 'new', 'a.txt')
  const seen = await atomically(file, async (partial) => {
    await writeFile(partial, 'whole')
    return readdir(join(folder, 'new'))
  })
  expect(seen).not.toContain('a.txt')
  expect(await readdir(join(folder, 'new'))).toEqual(['a.txt'])
  await atomically(join(folder, 'b'), async (partial) => {
    await mkdir(partial)
    await writeFile(join(partial, 'c.txt'), 'inside')
  })
  expect(await readFile(join(folder, 'b', 'c.txt'), 'utf8')).toBe('inside')
})

test('a failure leaves what was there before, and nothing else', async () => {
  const folder = await freshFolder()
  const file = join(folder, 'a.txt')
  await writeFile(file, 'before')
  const failing = atomically(file, async (partial) => {
    await writeFile(partial, 'half')
    throw new Error('The disk is full')
  })
  await expect(failing).rejects.toThrow('The disk is full')
  expect(await readdir(folder)).toEqual(['a.txt'])
  expect(await readFile(file, 'utf8')).toBe('before')
})

test('what is in a file or a folder reaches the disk before its name does, and then the name', async () => {
  const folder = await freshFolder()
  const file = await diskSteps(folder, () =>
    atomically(join(folder, 'a.txt'), (partial) => writeFile(partial, 'whole')),
  )
  const partial = expect.stringMatching(/^sync \.a\.txt\..*\.partial$/)
  expect(file).toEqual([partial, expect.stringMatching(/^rename .* to a\.txt$/), 'sync .'])
  const made = await diskSteps(folder, () =>
    atomically(join(folder, 'new', 'b'), async (partial) => {
      await mkdir(partial)
      await writeFile(join(partial, 'c.txt'), 'inside')
    }),
  )
  expect(made).toEqual([
    'sync .',
    expect.stringMatching(/^sync new\/\.b\..*\.partial\/c\.txt$/),
    expect.stringMatching(/^sync new\/\.b\..*\.partial$/),
    expect.stringMatching(/^rename .* to new\/b$/),
    'sync new',
  ])
})
