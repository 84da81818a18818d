// A release is a folder that is complete and never changes. It is made in a staging folder, verified
// and moved into place. Only then does it become current, by one atomic rename.

import {createHash, randomUUID} from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join, relative, sep} from 'node:path'
import {z} from 'zod'
import {Failure} from '../failure.ts'
import {manifestSchema, type Manifest} from './manifest.ts'

/** A file of a release. The path is relative to the release, with forward slashes. */
export interface FileRecord {
  readonly path: string
  readonly bytes: number
  /** In hexadecimal. */
  readonly sha256: string
}

/** A complete release. */
export interface Release {
  /** The SHA-256 of its manifest. */
  readonly id: string
  readonly dir: string
  readonly manifest: Manifest
}

const MANIFEST_FILE = 'manifest.json'
const CURRENT_LINK = 'current'
const STAGING_PREFIX = '.staging-'

/** A part of a path: a plain file name, short enough for every file system. */
const PATH_PART = /^[A-Za-z0-9][\w.-]{0,127}$/

/**
 * Makes sure that a path stays inside the release. The gate withholds pages with such an address, so
 * this finds only faults of this program.
 *
 * @throws Error if it is not a plain relative path.
 */
function checkPath(path: string): void {
  if (path.split('/').every((part) => PATH_PART.test(part))) return
  throw new Error(`A release cannot hold a file at ${JSON.stringify(path)}`)
}

/**
 * Writes one file into a folder, and returns its record.
 *
 * @throws Error if the path is not a plain relative path.
 */
export function writeInto(dir: string, path: string, content: string | Uint8Array): FileRecord {
  checkPath(path)
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const file = join(dir, path)
  try {
    writeFileSync(file, bytes, {flag: 'wx'})
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, bytes, {flag: 'wx'})
  }
  return {path, bytes: bytes.length, sha256: digest(bytes)}
}

/**
 * Makes a staging folder for a release, and removes the staging folders of runs that were killed.
 *
 * @param out The exports folder. It is made if it does not exist.
 * @throws Failure if the folder cannot be written.
 */
export function stage(out: string): string {
  const dir = join(out, `${STAGING_PREFIX}${process.pid}-${randomUUID().slice(0, 8)}`)
  try {
    mkdirSync(dir, {recursive: true})
  } catch (error) {
    throw new Failure(
      `Cannot write to ${out}: ${error instanceof Error ? error.message : String(error)}.`,
      'Name a folder that you may write to with --out.',
      {cause: error},
    )
  }
  for (const name of readdirSync(out)) {
    const pid = /^\.staging-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) discard(join(out, name))
  }
  return dir
}

/** Removes a staged release. The current release stays. */
export function discard(dir: string): void {
  rmSync(dir, {recursive: true, force: true})
}

/**
 * Completes a staged release: writes its manifest, verifies its files, moves the folder into place and
 * makes the release current. If the release exists already, its bytes are compared. It is replaced if
 * any file was changed, added or removed.
 *
 * @throws Failure if a file is missing or cut short, or if a folder is in the way of the link.
 */
export function complete(out: string, staging: string, manifest: Manifest): Release {
  const text = JSON.stringify(manifest)
  writeFileSync(join(staging, MANIFEST_FILE), text, {flag: 'wx'})
  const id = digest(text)
  verifyFiles(staging, manifest)

  const dir = join(out, 'releases', id)
  mkdirSync(join(out, 'releases'), {recursive: true})
  if (!existsSync(dir)) renameSync(staging, dir)
  else if (isIntact(dir, manifest, text)) discard(staging)
  else {
    // The damaged release is moved away first, not removed, so that readers miss it only for an instant.
    const damaged = `${staging}-damaged`
    renameSync(dir, damaged)
    renameSync(staging, dir)
    discard(damaged)
  }
  makeCurrent(out, id)
  return {id, dir, manifest}
}

/**
 * The current release of an exports folder, if there is one.
 *
 * @throws Failure if its manifest cannot be read.
 */
export function currentRelease(out: string): Release | undefined {
  const dir = join(out, CURRENT_LINK)
  if (!existsSync(join(dir, MANIFEST_FILE))) return undefined
  return readRelease(dir)
}

/** @throws Failure if the folder's manifest cannot be read. */
function readRelease(dir: string): Release {
  const text = readFileSync(join(dir, MANIFEST_FILE), 'utf8')
  try {
    return {id: digest(text), dir, manifest: manifestSchema.parse(JSON.parse(text))}
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
    throw new Failure(
      `The manifest of the release in ${dir} cannot be read.`,
      'Remove that release, or export to another folder with --out.',
      {cause: error},
    )
  }
}

function makeCurrent(out: string, id: string): void {
  const link = join(out, CURRENT_LINK)
  if (lstatSync(link, {throwIfNoEntry: false})?.isDirectory()) {
    throw new Failure(
      `${link} is a folder, where the link to the current release belongs.`,
      'Move this folder away, and export again.',
    )
  }
  const fresh = join(out, `.${CURRENT_LINK}-${process.pid}`)
  rmSync(fresh, {force: true})
  symlinkSync(join('releases', id), fresh, 'dir')
  renameSync(fresh, link)
}

/** Whether a folder holds exactly the files of a release, byte for byte. */
function isIntact(dir: string, {files}: Manifest, manifest: string): boolean {
  const expected = new Map(files.map(({path, sha256}) => [path, sha256]))
  expected.set(MANIFEST_FILE, digest(manifest))
  const found = readdirSync(dir, {recursive: true, withFileTypes: true}).filter(
    (entry) => !entry.isDirectory(),
  )
  return (
    found.length === expected.size &&
    found.every((entry) => {
      const path = join(entry.parentPath, entry.name)
      const name = relative(dir, path).replaceAll(sep, '/')
      return entry.isFile() && digest(readFileSync(path)) === expected.get(name)
    })
  )
}

function verifyFiles(dir: string, {files}: Manifest): void {
  for (const {path, bytes} of files) {
    const size = statSync(join(dir, path), {throwIfNoEntry: false})?.size
    if (size === bytes) continue
    throw new Failure(
      `${path} is ${size === undefined ? 'missing from' : 'cut short in'} the release.`,
      'Check that the disk is not full, and export again.',
    )
  }
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !isErrno(error, 'ESRCH')
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
