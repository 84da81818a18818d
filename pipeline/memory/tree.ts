// A quick look at the files of a release: whether any was changed, added or removed since the last look.

import {createHash, type Hash} from 'node:crypto'
import {lstatSync, readdirSync} from 'node:fs'
import {join} from 'node:path'

/**
 * A digest of the names, sizes, times and places on the disk of all files below a folder. It reads no file: the system
 * sets the time of the last change of each itself. A new link to a file counts as a change.
 *
 * @throws the system's error if the folder cannot be read
 */
export function treeDigest(dir: string): string {
  const hash = createHash('sha256')
  addFolder(dir, hash)
  return hash.digest('hex')
}

function addFolder(dir: string, hash: Hash): void {
  const entries = readdirSync(dir, {withFileTypes: true})
  hash.update(`${entries.length}\n`)
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(dir, entry.name)
    const {size, mtimeMs, ctimeMs, ino, mode} = lstatSync(path)
    hash.update(`${JSON.stringify(entry.name)} ${mode} ${size} ${mtimeMs} ${ctimeMs} ${ino}\n`)
    if (entry.isDirectory()) addFolder(path, hash)
  }
}
