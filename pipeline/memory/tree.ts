// A quick look at the files of a release: whether any was changed, added or removed since the last look.

import {createHash} from 'node:crypto'
import {lstatSync, readdirSync} from 'node:fs'
import {join} from 'node:path'

/**
 * A digest of the names, sizes, times and places on the disk of all files below a folder. It reads no file: to change
 * one without changing these takes intent, and `npm run verify` finds that too.
 *
 * @throws the system's error if the folder cannot be read
 */
export function treeDigest(dir: string): string {
  const hash = createHash('sha256')
  for (const path of readdirSync(dir, {recursive: true, encoding: 'utf8'}).toSorted()) {
    const {size, mtimeMs, ino, mode} = lstatSync(join(dir, path))
    hash.update(JSON.stringify([path, mode, size, mtimeMs, ino]))
  }
  return hash.digest('hex')
}
