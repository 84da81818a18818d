// A disk that is full or can only be read, or a limit of the system, ends a command with words that say what
// to do. Nothing half written stays, and the current release stays as it is.

import {existsSync, mkdirSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {Accounts, importDataset, openLake, usersFile} from '../../lake/index.ts'
import {verifyExports} from '../../pipeline/release/verify.ts'
import {runCommand, temporaryFolder, type Outcome} from '../support/command.ts'
import {ownFiles, snapshot} from '../support/release.ts'
import {smallDisk} from '../support/small-disk.ts'

function freshFolder(): string {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  return folder.path
}

function expectFull({code, stderr}: Outcome): void {
  expect(stderr).toMatch(/✖ .*The disk is full \(.*\)\.\n {2}Free some space, then try again\.\n$/)
  expect(code).toBe(1)
}

async function sampleLake(dir: string): Promise<string> {
  using lake = openLake({dir})
  await importDataset(lake, 'content')
  return dir
}

test('an export to a full disk leaves the current release as it is, and works once there is room', async ({
  skip,
}) => {
  const disk = smallDisk(14) ?? skip('this process may not mount a disk')
  const out = join(disk.path, 'exports')
  const args = ['--source', 'content', '--out', out]
  expect(await runCommand('export', [...args, '--channel', 'app'])).toMatchObject({code: 0})
  const before = snapshot(out)
  disk.fill()
  expectFull(await runCommand('export', args))
  expect(snapshot(out)).toEqual(before)
  expect(readdirSync(out).toSorted()).toEqual(ownFiles)
  expect(readdirSync(join(out, 'releases'))).toHaveLength(1)
  disk.free()
  expect(await runCommand('export', args)).toMatchObject({code: 0})
  expect(await verifyExports(out)).toMatchObject({findings: []})
})

test('an export from a lake on a full disk makes its release, and says that the dashboard does not know', async ({
  skip,
}) => {
  const disk = smallDisk(6) ?? skip('this process may not mount a disk')
  const dir = await sampleLake(join(disk.path, 'lake'))
  const out = join(freshFolder(), 'exports')
  // An open lake keeps the files that readers need.
  using _lake = openLake({dir})
  disk.fill()
  const {code, stderr} = await runCommand('export', ['--source', dir, '--out', out])
  expect(stderr).toContain("The Studio's dashboard will not show this export. The lake in ")
  expect(stderr).toContain('The disk of the lake is full')
  expect(code).toBe(0)
  expect(await verifyExports(out)).toMatchObject({findings: []})
})

test('every command says that the disk is full, and leaves nothing half written', async ({
  skip,
}) => {
  const disk = smallDisk(6) ?? skip('this process may not mount a disk')
  const dir = await sampleLake(join(disk.path, 'lake'))
  const file = usersFile(dir)
  const ada = {username: 'ada', name: 'Ada', email: undefined, role: 'writer'}
  {
    using accounts = new Accounts(file)
    accounts.add(ada)
  }
  const temporary = join(disk.path, 'tmp')
  mkdirSync(temporary)
  disk.fill()
  const inDir = ['--dir', dir]
  expectFull(await runCommand('users', ['add', 'bo', '--role', 'writer', '--name', 'Bo', ...inDir]))
  expectFull(await runCommand('users', ['password', 'ada', ...inDir]))
  expectFull(await runCommand('verify', inDir))
  const start = ['--no-studio', '--port', '0']
  expectFull(await runCommand('start', [...start, ...inDir, '--import', 'content']))
  expectFull(await runCommand('start', [...start, ...inDir, '--reset']))
  expectFull(await runCommand('start', [...start, '--dir', join(disk.path, 'new')]))
  const env = {TMPDIR: temporary}
  expectFull(await runCommand('validate', ['--source', 'content'], {env}))
  const out = join(freshFolder(), 'exports')
  expectFull(await runCommand('export', ['--source', 'content', '--out', out], {env}))
  expect(existsSync(out)).toBe(false)
  disk.free()
  expect(readdirSync(disk.path).toSorted()).toEqual(['lake', 'tmp'])
  expect(readdirSync(temporary).filter((name) => name.startsWith('countersign-'))).toEqual([])
  using accounts = new Accounts(file)
  expect(accounts.users()).toMatchObject([ada])
  expect(await runCommand('verify', inDir)).toMatchObject({code: 0})
})

test('a disk that can only be read is named as the reason, also for folders that are not there yet', async ({
  skip,
}) => {
  const disk = smallDisk(1) ?? skip('this process may not mount a disk')
  disk.makeReadOnly()
  const parents = ['.', 'new', join('new', 'newer')].map((parent) => join(disk.path, parent))
  for (const parent of parents) {
    const [dir, out] = [join(parent, 'lake'), join(parent, 'exports')]
    for (const {code, stderr} of [
      await runCommand('start', ['--no-studio', '--port', '0', '--dir', dir]),
      await runCommand('export', ['--source', 'content', '--out', out]),
    ]) {
      expect(stderr).toContain('The disk or the file can only be read (EROFS')
      expect(stderr).not.toContain('unexpected')
      expect(code).toBe(1)
    }
  }
})

// The shell's own limits end a command in the same way, and need no rights.
test.skipIf(process.platform === 'win32').each([
  ['-f 80', /A file would be larger than the system allows \(EFBIG/],
  ['-n 45', /Too many files are open \(EMFILE/],
])('an export under the limit ulimit %s says so', async (limit, message) => {
  const dir = await sampleLake(join(freshFolder(), 'lake'))
  const out = join(freshFolder(), 'exports')
  const args = ['--source', dir, '--out', out]
  const {code, stderr} = await runCommand('export', args, {limit})
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('unexpected')
  expect(code).toBe(1)
  expect(readdirSync(out, {recursive: true}).filter((path) => path !== 'releases')).toEqual([
    '.lock.db',
    '.memory.db',
  ])
})
