// Verifies finished releases, without the content that they were made from. What is found was changed
// after the export, or was never made by one.

import {lstatSync, readdirSync, realpathSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {isSystemError} from '../../disk/errno.ts'
import {exists} from '../../disk/exists.ts'
import {isGoverned} from '../../review/governed.ts'
import {digestOf, type StoredDocument} from '../../review/revision.ts'
import {Failure} from '../failure.ts'
import type {OnProgress} from '../threads.ts'
import {APPROVED_FOLDER, approvedText, isApprovedPath, linesOf} from './approved.ts'
import {deviations, MANIFEST_FILE, type Release} from './deviations.ts'
import type {Manifest} from './manifest.ts'
import {CURRENT_LINK, readRelease, releasesFolder} from './release.ts'

/** A sign of tampering or damage, which look the same. */
interface ReleaseFinding {
  /** The file or folder. */
  readonly what: string
  /** What is wrong, as a sentence about "it". */
  readonly problem: string
  readonly hint: string
}

/** A release that was verified. */
interface VerifiedRelease {
  /** The name of its folder. If nothing is found, it is the SHA-256 of the manifest. */
  readonly id: string
  readonly files: number
  readonly documents: number
}

export interface ReleaseVerification {
  readonly releases: readonly VerifiedRelease[]
  readonly findings: readonly ReleaseFinding[]
}

/**
 * Verifies one release. Changes nothing.
 *
 * @param path Its folder, or a link to it such as `exports/current`.
 * @param onProgress Called after each file.
 * @throws Failure if there is no release.
 */
export async function verifyRelease(
  path: string,
  onProgress: OnProgress = () => {},
): Promise<ReleaseVerification> {
  if (!exists(join(path, MANIFEST_FILE))) {
    throw new Failure(
      `There is no release in ${path}: it has no ${MANIFEST_FILE}.`,
      'Name the folder of a release, such as exports/current.',
    )
  }
  // An export may replace the link meanwhile.
  const {release, findings} = await verified(realpathSync(path), onProgress)
  return {releases: [release], findings}
}

/**
 * Verifies every release of an exports folder, and that one of them is current. Changes nothing. Exports
 * may run meanwhile.
 *
 * @param onProgress Called after each file. It starts again with each release.
 * @throws Failure if there is no release.
 */
export async function verifyExports(
  out: string,
  onProgress: OnProgress = () => {},
): Promise<ReleaseVerification> {
  const folder = releasesFolder(out)
  const names = exists(folder) ? readdirSync(folder).toSorted() : []
  if (names.length === 0) {
    throw new Failure(
      `There is no release in ${out}.`,
      'Name an exports folder. By default, npm run export writes to exports.',
    )
  }
  const results = []
  for (const name of names) results.push(await verified(join(folder, name), onProgress))
  return {
    releases: results.map(({release}) => release),
    findings: [...results.flatMap(({findings}) => findings), ...findingsOfLink(out)],
  }
}

function findingsOfLink(out: string): ReleaseFinding[] {
  const link = join(out, CURRENT_LINK)
  if (exists(link) && dirname(realpathSync(link)) === realpathSync(releasesFolder(out))) return []
  const hint = 'Remove it if it is there, and export again'
  return [{what: link, problem: 'it is no link to a release of this folder', hint}]
}

const HINT =
  'Do not use this release. Export again, or restore it from a backup that verifies, and find out who could write to its files'

interface Problem {
  /** The file or folder, relative to the release. Empty for the release itself. */
  readonly path: string
  readonly problem: string
}

async function verified(
  dir: string,
  onProgress: OnProgress,
): Promise<{release: VerifiedRelease; findings: ReleaseFinding[]}> {
  const id = basename(dir)
  const {manifest, problems} = await inspected(dir, onProgress)
  return {
    release: {
      id,
      files: manifest?.files.length ?? 0,
      documents: manifest?.documents.length ?? 0,
    },
    findings: problems.map(({path, problem}) => ({what: join(dir, path), problem, hint: HINT})),
  }
}

async function inspected(
  dir: string,
  onProgress: OnProgress,
): Promise<{manifest?: Manifest; problems: readonly Problem[]}> {
  try {
    if (!lstatSync(dir).isDirectory()) return {problems: [{path: '', problem: 'it is no folder'}]}
    const release = readRelease(dir)
    if ('problem' in release) return {problems: [{path: MANIFEST_FILE, problem: release.problem}]}
    const problems = [
      ...problemsOfName(release),
      ...deviations(release, onProgress),
      ...(await problemsOfTexts(release)),
    ]
    return {manifest: release.manifest, problems}
  } catch (error) {
    if (!isSystemError(error)) throw error
    return {problems: [{path: '', problem: `it cannot be read (${error.message})`}]}
  }
}

function problemsOfName({id, dir}: Release): Problem[] {
  if (basename(dir) === id) return []
  return [{path: '', problem: `its name is not the SHA-256 of its manifest, which is ${id}`}]
}

/** Compares each approved text with its revision in the manifest. */
async function problemsOfTexts({dir, manifest}: Release): Promise<Problem[]> {
  const listed = manifest.files.map(({path}) => path).filter(isApprovedPath)
  const paths = listed.filter((path) =>
    lstatSync(join(dir, path), {throwIfNoEntry: false})?.isFile(),
  )
  const approved = manifest.documents.filter(({state}) => state === 'approved')
  const missing = new Map(approved.map((document) => [document.id, document]))
  const problems: Problem[] = []
  for (const path of paths) {
    let number = 0
    for await (const line of linesOf(join(dir, path))) {
      number += 1
      const {data: content} = approvedText.safeParse(line)
      const document = content && missing.get(content._id)
      if (document) missing.delete(document.id)
      const problem = problemOfText(line, content, document)
      if (problem !== undefined) problems.push({path, problem: `its line ${number} ${problem}`})
    }
  }
  // A file that is missing is reported itself.
  if (paths.length < listed.length) return problems
  for (const {type, id} of missing.values()) {
    problems.push({
      path: APPROVED_FOLDER,
      problem: `it has no text of ${type} "${id}", which the manifest lists as approved`,
    })
  }
  return problems
}

function problemOfText(
  line: string,
  content: StoredDocument | undefined,
  document: Manifest['documents'][number] | undefined,
): string | undefined {
  if (!content) return 'is no document'
  const {_type: type, _id: id} = content
  if (!document) {
    return isGoverned(type)
      ? `is a text of ${type} "${id}", which the manifest does not list as approved`
      : undefined
  }
  return document.type === type && document.revision === digestOf(line)
    ? undefined
    : `is not the text of ${document.type} "${id}" that ${document.reviewer} approved`
}
