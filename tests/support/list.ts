// Lists of works that no longer stand, as files.

import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {freshFolder} from './lake.ts'

/** Writes a list, until the test ends, and returns its path. */
export async function listOf(name: string, ...lines: readonly string[]): Promise<string> {
  const file = join(await freshFolder(), name)
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
  return file
}
