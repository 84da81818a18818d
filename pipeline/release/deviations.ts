// Compares the folder of a release with its manifest, byte for byte. An export does this before it keeps
// a finished release, and `npm run verify` to find what was changed.

import {createHash} from 'node:crypto'
import {closeSync, openSync, readdirSync, readSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {OnProgress} from '../threads.ts'
import type {Manifest} from './manifest.ts'

/** The name of the manifest in a release. */
export const MANIFEST_FILE = 'manifest.json'

/** A complete release. */
export interface Release {
  /** The SHA-256 of its manifest. */
  readonly id: string
  readonly dir: string
  readonly manifest: Manifest
}

/** Something in the folder of a release that is not as its manifest says. */
export interface Deviation {
  /** Relative to the release, with forward slashes. */
  readonly path: string
  /** What is wrong, as a sentence about "it". */
  readonly problem: string
  /** Whether it does not belong to the release at all. Otherwise the release needs a file there. */
  readonly isForeign: boolean
}

/**
 * Finds every file that was changed, added or removed, in order of path. An added folder is one
 * deviation, whatever is in it.
 *
 * @param onProgress Called after each file.
 */
export function deviations(
  {dir, id, manifest}: Release,
  onProgress: OnProgress = () => {},
): Deviation[] {
  const missing = new Map(manifest.files.map(({path, sha256}) => [path, sha256]))
  missing.set(MANIFEST_FILE, id)
  const total = missing.size
  const folders = new Set([...missing.keys()].flatMap(foldersOf))
  const found: Deviation[] = []
  for (const {path, isFile} of entriesIn(dir, '', folders)) {
    const sha256 = missing.get(path)
    missing.delete(path)
    const problem =
      sha256 === undefined
        ? 'the manifest does not list it'
        : isFile
          ? problemOfBytes(join(dir, path), sha256)
          : 'it is a link or a folder, not a file'
    if (problem !== undefined) found.push({path, problem, isForeign: sha256 === undefined})
    onProgress(total - missing.size, total)
  }
  for (const path of missing.keys()) {
    found.push({path, problem: 'it is missing', isForeign: false})
  }
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** The folders above a path, as in `web` and `web/articles`. */
function foldersOf(path: string): string[] {
  const parent = dirname(path)
  return parent === '.' ? [] : [...foldersOf(parent), parent]
}

interface Entry {
  readonly path: string
  readonly isFile: boolean
}

/** What is in a folder of a release, at any depth. It enters only folders that the release has. */
function* entriesIn(dir: string, folder: string, folders: ReadonlySet<string>): Generator<Entry> {
  for (const entry of readdirSync(join(dir, folder), {withFileTypes: true})) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory() && folders.has(path)) yield* entriesIn(dir, path, folders)
    else yield {path, isFile: entry.isFile()}
  }
}

function problemOfBytes(path: string, sha256: string): string | undefined {
  return digestOfFile(path) === sha256 ? undefined : 'its bytes are not those of the release'
}

const PIECE = Buffer.alloc(1 << 20)

/** The SHA-256 of a file in hexadecimal. It reads piece by piece, because a file may be large. */
function digestOfFile(path: string): string {
  const hash = createHash('sha256')
  const descriptor = openSync(path, 'r')
  try {
    for (;;) {
      const count = readSync(descriptor, PIECE)
      if (count === 0) return hash.digest('hex')
      hash.update(PIECE.subarray(0, count))
    }
  } finally {
    closeSync(descriptor)
  }
}
