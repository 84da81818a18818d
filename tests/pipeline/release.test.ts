// A finished release stays as it was made. An export that makes it again mends it, and no path leads out
// of it.

import fs, {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {dirname, join} from 'node:path'
import {expect, onTestFinished, test, vi} from 'vitest'
import {writeInto} from '../../pipeline/release/release.ts'
import {verifyExports} from '../../pipeline/release/verify.ts'
import {temporaryFolder} from '../support/command.ts'
import {diskSteps} from '../support/disk.ts'
import {library} from '../support/library.ts'
import {exportDocuments, overwrite, ownFiles, snapshot} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'

function freshFolder(): string {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  return folder.path
}

test.each<[string, (current: string) => void]>([
  [
    'was changed without a change of its size',
    (current) => {
      const text = readFileSync(join(current, PAGE), 'utf8')
      overwrite(join(current, PAGE), text.replace('injections', 'infections'))
    },
  ],
  ['was added', (current) => writeFileSync(join(current, 'web', 'more.html'), 'It cures.')],
  ['was removed', (current) => rmSync(join(current, PAGE))],
  [
    'became a folder',
    (current) => {
      rmSync(join(current, PAGE))
      mkdirSync(join(current, PAGE))
    },
  ],
  [
    'became a link, with its folder',
    (current) => {
      const elsewhere = join(freshFolder(), 'articles')
      renameSync(join(current, 'web', 'articles'), elsewhere)
      symlinkSync(elsewhere, join(current, 'web', 'articles'))
    },
  ],
])('an export mends a finished release of which a file %s', async (_, harm) => {
  const out = freshFolder()
  await exportDocuments(library, out)
  const before = snapshot(out)
  harm(join(out, 'current'))
  expect((await verifyExports(out)).findings).not.toEqual([])
  await exportDocuments(library, out)
  expect(await verifyExports(out)).toMatchObject({findings: []})
  expect(snapshot(out)).toEqual(before)
  expect(readdirSync(out).toSorted()).toEqual(ownFiles)
})

// Only Linux allows such a name.
test.runIf(process.platform === 'linux')(
  'an export does not call a release good that it cannot mend',
  async () => {
    const out = freshFolder()
    const {dir} = await exportDocuments(library, out)
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/`), Buffer.of(0xff)]), 'It cures.')
    await expect(exportDocuments(library, out)).rejects.toThrow('could not be put right')
    expect(readdirSync(out).toSorted()).toEqual(ownFiles)
  },
)

/** What an export does to the disk, in order. Paths are relative to the exports folder. */
async function exportSteps(out: string): Promise<string[]> {
  const steps = await diskSteps(out, () => exportDocuments(library, out))
  return steps.map((step) => step.replace(/\.staging-[0-9a-f]{8}/, 'staging'))
}

test('an export has every byte and every name of a release on the disk before it becomes current', async () => {
  const parent = freshFolder()
  const out = join(parent, 'new', 'exports')
  const steps = await exportSteps(out)
  const {release, files} = snapshot(out)
  const paths = Object.keys(files)
  const folders = new Set(
    ['.', ...paths.map((path) => dirname(path))].map((path) => join('staging', path)),
  )
  const inPlace = steps.indexOf(`rename staging to ${release}`)
  expect(new Set(steps.slice(0, inPlace))).toEqual(
    new Set([
      ...['../..', '..', '.'].map((made) => `sync ${made}`),
      ...paths.map((path) => `sync staging/${path}`),
      ...[...folders].map((path) => `sync ${path}`),
    ]),
  )
  expect(steps.slice(inPlace + 1)).toEqual(['sync releases', 'rename staging to current', 'sync .'])
})

test('an export mends a finished release file by file, so that readers always find it', async () => {
  const out = freshFolder()
  await exportDocuments(library, out)
  const {release} = snapshot(out)
  overwrite(join(out, release, PAGE), 'It cures.')
  const steps = await exportSteps(out)
  const mended = steps.indexOf(`rename staging/${PAGE} to ${release}/${PAGE}`)
  expect(steps.slice(0, mended)).toContain(`sync staging/${PAGE}`)
  expect(steps.slice(mended)).toContain(`sync ${release}/${dirname(PAGE)}`)
  expect(steps.filter((step) => step.startsWith('rename'))).toEqual([
    steps[mended],
    'rename staging to current',
  ])
  expect(steps.at(-1)).toBe('sync .')
})

test('an export works where folders cannot be synced, and fails if the disk does', async () => {
  const out = freshFolder()
  const fail = async (code: string): Promise<void> => {
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      throw Object.assign(new Error(code), {code, syscall: 'fsync'})
    })
    syncBuiltinESMExports()
    try {
      await exportDocuments(library, out)
    } finally {
      vi.restoreAllMocks()
      syncBuiltinESMExports()
    }
  }
  await expect(fail('EIO')).rejects.toThrow('EIO')
  expect(readdirSync(out)).not.toContain('current')
  await fail('EINVAL')
  expect(await verifyExports(out)).toMatchObject({findings: []})
})

test('an export leaves a finished release alone if it is as it was made', async () => {
  const out = freshFolder()
  await exportDocuments(library, out)
  const inode = (): number => statSync(join(out, 'current', PAGE)).ino
  const before = inode()
  await exportDocuments(library, out)
  expect(inode()).toBe(before)
})

test('an export that makes everything again needs no manifest of the release before', async () => {
  const out = freshFolder()
  await exportDocuments(library, out)
  const whole = snapshot(out)
  const manifest = join(out, 'current', 'manifest.json')
  overwrite(manifest, readFileSync(manifest, 'utf8').slice(0, 100))
  await expect(exportDocuments(library, out)).rejects.toThrow('cannot be read')
  await exportDocuments(library, out, {isFull: true})
  expect(snapshot(out)).toEqual(whole)
})

test('what an export that was killed left behind is removed, whichever process has its number now', async () => {
  const out = freshFolder()
  mkdirSync(join(out, '.staging-killed', 'web'), {recursive: true})
  await exportDocuments(library, out)
  expect(readdirSync(out).toSorted()).toEqual(ownFiles)
})

test.each([
  '../x.html',
  '/x.html',
  'web/../../x.html',
  '',
  'web//x',
  'web/.x',
  `web/${'x'.repeat(300)}`,
])('a release cannot hold a file at "%s"', (path) => {
  const out = freshFolder()
  expect(() => writeInto(out, path, 'words')).toThrow('cannot hold a file')
  expect(readdirSync(out)).toEqual([])
})
