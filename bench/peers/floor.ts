// The floor: a program that writes as many files of the same sizes as the newest release of Countersign,
// and does nothing else.

import {readdirSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Contender} from '../contender.ts'
import {outOf} from '../countersign.ts'
import {removeAll} from '../trial.ts'

export const floor: Contender = {
  name: 'floor',
  title: 'Floor',
  makes: 'as many files of the same sizes as the release, by plain writes',
  scenarios: ['full'],
  prepare: async () => {},
  open: async (trial) => {
    const out = join(process.cwd(), trial.dir, 'floor-out')
    const list = join(process.cwd(), trial.dir, 'floor.txt')
    writeFileSync(list, linesOf(join(outOf(trial), 'current')).join('\n'))
    return {
      command: {
        program: process.execPath,
        args: [join(import.meta.dirname, 'write-files.ts'), list, out],
      },
      reset: () => removeAll([out]),
      change: async () => {},
    }
  },
}

/** A line for each file of a folder: its size, and its path below the folder. */
function linesOf(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).flatMap((path) => {
    const found = statSync(join(folder, path))
    return found.isFile() ? [`${found.size}\t${path}`] : []
  })
}
