// The digest of everything in this program that can change what an export makes.

import {createHash} from 'node:crypto'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** Code, styles and data of the stages of an export, and the versions of all packages. */
const FILES = [
  '{review,schemas/data,policy,model,render,disk,lake,pipeline}/**/*.{ts,tsx,css,json}',
  'package.json',
  'package-lock.json',
]

/** In hexadecimal. Another version of Node may have other rules for dates and characters. */
export function codeDigest(): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions))
  for (const path of globSync(FILES, {cwd: ROOT}).toSorted()) {
    const content = readFileSync(join(ROOT, path))
    hash.update(`${path} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}
