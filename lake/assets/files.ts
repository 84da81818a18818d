// Where the bytes of assets are stored: in a folder, or in memory for a lake in memory. A file's name
// holds the SHA-1 of its bytes, so the same name always means the same bytes.

import {access, readFile, stat, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {makeFolder, PRIVATE_FOLDER} from '../../disk/durable.ts'
import {isErrno} from '../../disk/errno.ts'
import {markIn} from '../../disk/mark.ts'
import {atomically} from '../atomically.ts'
import {makeTreePrivate, PRIVATE_FILE} from '../private-file.ts'

export type AssetKind = 'image' | 'file'

export interface AssetFiles {
  has(kind: AssetKind, name: string): Promise<boolean>
  /** Another text after each change of a file; undefined if there is none. */
  mark(kind: AssetKind, name: string): Promise<string | undefined>
  read(kind: AssetKind, name: string): Promise<Uint8Array | undefined>
  write(kind: AssetKind, name: string, bytes: Uint8Array): Promise<void>
}

/** Assets in `<folder>/images` and `<folder>/files`, which only the owner of the lake may read. */
export function assetFolder(folder: string): AssetFiles {
  makeTreePrivate(folder)
  const path = (kind: AssetKind, name: string): string => join(folder, `${kind}s`, name)
  return {
    has: (kind, name) =>
      access(path(kind, name)).then(
        () => true,
        () => false,
      ),
    mark: (kind, name) => stat(path(kind, name)).then(markIn, undefinedIfMissing),
    read: (kind, name) => readFile(path(kind, name)).catch(undefinedIfMissing),
    // No reader ever sees half a file.
    write(kind, name, bytes) {
      const target = path(kind, name)
      makeFolder(dirname(target), PRIVATE_FOLDER)
      return atomically(target, (partial) => writeFile(partial, bytes, {mode: PRIVATE_FILE}))
    },
  }
}

/** Assets that are lost when the process ends. */
export function assetMemory(): AssetFiles {
  const files = new Map<string, Uint8Array>()
  return {
    has: (kind, name) => Promise.resolve(files.has(`${kind}/${name}`)),
    mark: (kind, name) =>
      Promise.resolve(files.has(`${kind}/${name}`) ? `${kind}/${name}` : undefined),
    read: (kind, name) => Promise.resolve(files.get(`${kind}/${name}`)),
    write(kind, name, bytes) {
      files.set(`${kind}/${name}`, bytes)
      return Promise.resolve()
    },
  }
}

function undefinedIfMissing(error: unknown): undefined {
  if (isErrno(error, 'ENOENT')) return undefined
  throw error
}
