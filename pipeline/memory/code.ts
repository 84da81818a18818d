// The digest of everything in this program that can change what an export makes.

import {globSync} from 'node:fs'
import {join} from 'node:path'
import {once} from '../../review/once.ts'
import {digest, digestOfFiles} from '../digest.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Code, styles and data of the stages of an export, and the versions of all packages. */
const FILES = [
  '{review,schemas/data,policy,model,render,disk,lake,pipeline}/**/*.{ts,tsx,css,json}',
  'package.json',
  'package-lock.json',
]

/** In hexadecimal. Another version of Node may have other rules for dates and characters. */
export const codeDigest = once((): string => {
  const files = digestOfFiles(ROOT, globSync(FILES, {cwd: ROOT}).toSorted())
  return digest(JSON.stringify([process.versions, files]))
})
