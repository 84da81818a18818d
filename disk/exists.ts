// Tells what is missing from what this user may not see.

import {statSync, type Stats} from 'node:fs'
import {diskTrouble} from './trouble.ts'

/**
 * Whether there is a file or a folder at a path.
 *
 * @throws the system's error if it cannot tell, for example because this user may not look there. Node's
 *   `existsSync` says then that there is nothing.
 */
export function exists(path: string): boolean {
  return statsOf(path) !== undefined
}

/**
 * What the system knows of a file or a folder; undefined if there is none.
 *
 * @throws as `exists` does
 */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, {throwIfNoEntry: false})
  } catch (error) {
    if (diskTrouble(error)) throw error
    return undefined
  }
}
