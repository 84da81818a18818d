// Puts a file or a folder in its place only once it is complete.

import {randomUUID} from 'node:crypto'
import {mkdir, rename, rm} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'

/**
 * Lets `make` write a file or a folder beside its target, then gives it the target's name. It replaces a
 * file or an empty folder of that name. If anything fails, nothing is left of it.
 */
export async function atomically<T>(
  target: string,
  make: (partial: string) => Promise<T>,
): Promise<T> {
  const folder = dirname(resolve(target))
  const partial = join(folder, `.${basename(target)}.${randomUUID()}.partial`)
  await mkdir(folder, {recursive: true})
  try {
    const result = await make(partial)
    await rename(partial, target)
    return result
  } catch (error) {
    await rm(partial, {recursive: true, force: true})
    throw error
  }
}
