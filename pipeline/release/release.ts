// A release is a folder that is complete and never changes. It is made in a staging folder, verified
// and moved into place. Only then does it become current, by one atomic rename.
//
// Each step is on the disk before the next one begins, so `current` always leads to a release that is
// there. A power cut during an export can leave three things, which the next export puts right: a staging
// folder or link, a release that is not current, and a release that was damaged and is mended in part.

import {randomUUID} from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {makeFolder, syncFiles, syncFolder, syncFolders, syncTree} from '../../disk/durable.ts'
import {isErrno} from '../../disk/errno.ts'
import {exists} from '../../disk/exists.ts'
import {diskTrouble} from '../../disk/trouble.ts'
import {digest} from '../digest.ts'
import {Failure} from '../failure.ts'
import {jsonText} from '../json-text.ts'
import {deviations, MANIFEST_FILE, type Deviation, type Release} from './deviations.ts'
import {manifestSchema, type Manifest} from './manifest.ts'

/** A file of a release. The path is relative to the release, with forward slashes. */
export interface FileRecord {
  readonly path: string
  readonly bytes: number
  /** In hexadecimal. */
  readonly sha256: string
}

/** The name of the link to the current release. */
export const CURRENT_LINK = 'current'

/** The folder of all releases. */
export function releasesFolder(out: string): string {
  return join(out, 'releases')
}

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
 * Makes an exports folder if it does not exist.
 *
 * @throws Failure if it cannot be written.
 */
export function makeExportsFolder(out: string): void {
  writing(out, () => makeFolder(out))
}

/**
 * Makes a staging folder for a release, and removes the staging folders of runs that were killed. Call it with the lock
 * of the exports folder: a folder of another run is then one that was left behind.
 *
 * @param out The exports folder.
 * @throws Failure if the folder cannot be written.
 */
export function stage(out: string): string {
  const dir = stagingPath(out)
  writing(out, () => mkdirSync(dir))
  for (const name of readdirSync(out)) {
    const path = join(out, name)
    if (path !== dir && name.startsWith(STAGING_PREFIX)) discard(path)
  }
  return dir
}

function writing(out: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    const trouble = diskTrouble(error)
    const reason = trouble?.message ?? `${error instanceof Error ? error.message : String(error)}.`
    throw new Failure(
      `Cannot write to ${out}. ${reason}`,
      trouble?.isFull ? trouble.hint : 'Name a folder that you may write to with --out.',
      {cause: error},
    )
  }
}

const STAGING_PREFIX = '.staging-'

/** A path that no other run uses. */
function stagingPath(out: string): string {
  return join(out, `${STAGING_PREFIX}${randomUUID().slice(0, 8)}`)
}

/** Removes a staged release. The current release stays. */
export function discard(dir: string): void {
  rmSync(dir, {recursive: true, force: true})
}

/** A release that is to be made. */
export interface PlannedRelease {
  readonly release: Release
  /** Its manifest, as it is written. */
  readonly text: string
}

/** The release that a manifest makes: its id, and where it is or will be. */
export function plannedRelease(out: string, manifest: Manifest): PlannedRelease {
  const text = JSON.stringify(manifest)
  const id = digest(text)
  return {release: {id, dir: join(releasesFolder(out), id), manifest}, text}
}

/**
 * Completes a staged release: writes its manifest, verifies its files, moves the folder into place and
 * makes the release current. Afterwards all of it is on the disk. If the release exists already, its bytes
 * are compared, and any file that was changed, added or removed is put right.
 *
 * @param fresh The paths of the files that were written now. Their sizes are checked.
 * @param unsynced The paths of files that may not be on the disk yet.
 * @returns How many of its files were put right.
 * @throws Failure if a file is missing or cut short, if a damaged release cannot be put right, or if a
 *   folder is in the way of the link.
 */
export async function complete(
  out: string,
  staging: string,
  {
    release,
    text,
    fresh,
    unsynced,
  }: PlannedRelease & {readonly fresh: readonly string[]; readonly unsynced: readonly string[]},
): Promise<number> {
  const {id, manifest} = release
  writeFileSync(join(staging, MANIFEST_FILE), text, {flag: 'wx'})
  verifyFiles(staging, manifest, new Set(fresh))
  const written = [MANIFEST_FILE, ...unsynced].map((path) => join(staging, path))

  const releases = releasesFolder(out)
  makeFolder(releases)
  const mended = (await moveIntoPlace(staging, {dir: release.dir, written}))
    ? 0
    : await mend(release, staging)
  syncFolder(releases)
  makeCurrent(out, id)
  return mended
}

/**
 * Gives a staged release its place. No other export does so at this moment: this one has the lock.
 *
 * @returns Whether it did. Otherwise there is a folder in this place already.
 */
async function moveIntoPlace(
  staging: string,
  {dir, written}: {readonly dir: string; readonly written: readonly string[]},
): Promise<boolean> {
  if (isFolder(dir)) return false
  await syncFiles(written)
  syncFolders(staging)
  rmSync(dir, {force: true})
  renameSync(staging, dir)
  return true
}

function isFolder(path: string): boolean {
  return lstatSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false
}

/** Files that this release and the store share are damaged. An export that makes everything again puts them right. */
export class DamagedFiles extends Failure {}

/**
 * Makes a finished release as it was, file by file, so that readers never miss the folder.
 *
 * @param staging The same release, complete. It is removed.
 * @returns How many files differed.
 */
async function mend(release: Release, staging: string): Promise<number> {
  const damage = deviations(release)
  if (damage.length > 0) {
    await syncTree(staging)
    replace(release.dir, staging, damage)
    syncFolders(release.dir)
    if (deviations(release).length > 0) {
      throw new DamagedFiles(
        `The release in ${release.dir} is damaged, and could not be put right.`,
        'Remove this folder, and export again with --full.',
      )
    }
  }
  discard(staging)
  return damage.length
}

/** Removes what is foreign to a release, and takes every other file that deviates from another folder. */
function replace(dir: string, from: string, damage: readonly Deviation[]): void {
  for (const {path, isForeign} of damage) if (isForeign) discard(join(dir, path))
  for (const {path, isForeign} of damage) {
    if (isForeign) continue
    const file = join(dir, path)
    // A file can replace a file or a link, but not a folder.
    if (isFolder(file)) discard(file)
    mkdirSync(dirname(file), {recursive: true})
    renameSync(join(from, path), file)
  }
}

/**
 * The current release of an exports folder, if there is one.
 *
 * @param known A release of this folder. If it is the current one, its manifest is not read again.
 * @throws Failure if its manifest cannot be read.
 */
export function currentRelease(out: string, known?: Release): Release | undefined {
  const dir = join(out, CURRENT_LINK)
  if (!exists(join(dir, MANIFEST_FILE))) return undefined
  if (known && basename(readlinkSync(dir)) === known.id) return known
  const release = readRelease(dir)
  if ('problem' in release) {
    throw new Failure(
      `The manifest of the release in ${dir} cannot be read: ${release.problem}.`,
      'Export again with --full, which does not need it.',
    )
  }
  return release
}

/** Reads a release by its folder, or says what is wrong with its manifest. */
export function readRelease(dir: string): Release | {readonly problem: string} {
  const path = join(dir, MANIFEST_FILE)
  if (!exists(path)) return {problem: 'it is missing'}
  const bytes = readFileSync(path)
  const {success, data, error} = manifestText.safeParse(bytes.toString())
  if (success) return {id: digest(bytes), dir, manifest: data}
  const [issue] = error.issues
  const place = issue?.path.join('.')
  return {problem: `it is no manifest${place ? ` at ${place}` : ''}: ${issue?.message}`}
}

const manifestText = jsonText(manifestSchema)

/** @throws Failure if a folder is in the way of the link to the current release. */
export function checkLink(out: string): void {
  const link = join(out, CURRENT_LINK)
  if (!isFolder(link)) return
  throw new Failure(
    `${link} is a folder, where the link to the current release belongs.`,
    'Move this folder away, and export again.',
  )
}

function makeCurrent(out: string, id: string): void {
  checkLink(out)
  const link = join(out, CURRENT_LINK)
  const fresh = stagingPath(out)
  symlinkSync(join('releases', id), fresh, 'dir')
  renameSync(fresh, link)
  syncFolder(out)
}

/** Looks whether the files that were written now are whole. The others were when they were taken from the store. */
function verifyFiles(dir: string, {files}: Manifest, fresh: ReadonlySet<string>): void {
  for (const {path, bytes} of files) {
    if (!fresh.has(path)) continue
    const size = statSync(join(dir, path), {throwIfNoEntry: false})?.size
    if (size === bytes) continue
    throw new Failure(
      `${path} is ${size === undefined ? 'missing from' : 'cut short in'} the release.`,
      'Check that the disk is not full, and export again.',
    )
  }
}
