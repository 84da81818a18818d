// A finished release stays as it was made. An export that makes it again mends it, and no path leads out
// of it.

import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {writeInto} from '../../pipeline/release/release.ts'
import {temporaryFolder} from '../support/command.ts'
import {library} from '../support/library.ts'
import {exportDocuments, snapshot} from '../support/release.ts'

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
      writeFileSync(join(current, PAGE), text.replace('injections', 'infections'))
    },
  ],
  ['was added', (current) => writeFileSync(join(current, 'web', 'more.html'), 'It cures.')],
  ['was removed', (current) => rmSync(join(current, PAGE))],
])('an export mends a finished release of which a file %s', async (_, harm) => {
  const out = freshFolder()
  await exportDocuments(library, out)
  const before = snapshot(out)
  harm(join(out, 'current'))
  expect(snapshot(out)).not.toEqual(before)
  await exportDocuments(library, out)
  expect(snapshot(out)).toEqual(before)
  expect(readdirSync(out).toSorted()).toEqual(['current', 'releases'])
})

test('an export leaves a finished release alone if it is as it was made', async () => {
  const out = freshFolder()
  await exportDocuments(library, out)
  const inode = (): number => statSync(join(out, 'current', PAGE)).ino
  const before = inode()
  await exportDocuments(library, out)
  expect(inode()).toBe(before)
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
