// `npm run check` runs this: it checks every import against the table of floors.

import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {floorProblems} from './floors/check.ts'

/** Tracked files, and new ones that git does not ignore. */
const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
const files = execFileSync('git', listing, {encoding: 'utf8'})
  .split('\0')
  .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && existsSync(file))

const problems = floorProblems(new Map(files.map((file) => [file, readFileSync(file, 'utf8')])))
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
