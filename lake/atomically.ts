// Puts a file or a folder in its place only once it is complete.

import {randomUUID} from 'node:crypto'
import {renameSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {makeFolder, syncFolder, syncTree} from '../disk/durable.ts'

/**
 * Lets `make` write a file or a folder beside its target, then gives it the target's name. It replaces a
 * file or an empty folder of that name. If anything fails, nothing is left of it. Each step is on the disk
 * before the next one begins, so a power cut leaves what was there before, or all of the new.
 */
export async function atomically<T>(
  target: string,
  make: (partial: string) => Promise<T>,
): Promise<T> {
  const folder = dirname(resolve(target))
  const partial = join(folder, `.${basename(target)}.${randomUUID()}.partial`)
  makeFolder(folder)
  try {
    const result = await make(partial)
    await syncTree(partial)
    renameSync(partial, target)
    syncFolder(folder)
    return result
  } catch (error) {
    await rm(partial, {recursive: true, force: true})
    throw error
  }
}
