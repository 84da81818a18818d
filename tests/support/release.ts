// Exports documents, and reads releases as a build job would.

import {createHash} from 'node:crypto'
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {z} from 'zod'
import {exportRelease, type ExportOptions, type ExportReport} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder, writeDataset} from './command.ts'
import {TODAY} from './library.ts'

/** Exports documents from a dataset file. */
export async function exportDocuments(
  documents: readonly StoredDocument[],
  out: string,
  how: Pick<ExportOptions, 'isFull'> = {},
): Promise<ExportReport> {
  using folder = temporaryFolder()
  await using source = await openPathSource(writeDataset(folder.path, documents))
  return await exportRelease({source, out, channels, today: TODAY, ...how})
}

/** Exports a lake. */
export async function exportLake(dir: string, out: string): Promise<ExportReport> {
  await using source = await openPathSource(dir)
  return await exportRelease({source, out, channels, today: TODAY})
}

/** An exports folder that does not exist yet, until the test ends. */
export function freshOut(): string {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  return join(folder.path, 'exports')
}

/** Each file below a folder with the SHA-256 of its bytes, in order of path. */
function fingerprint(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name))
    .toSorted()
  return Object.fromEntries(
    files.map((file) => [
      file.slice(folder.length + 1),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  )
}

/** The current release and the digests of its files. A failed export must not change them. */
export function snapshot(out: string): {release: string; files: Record<string, string>} {
  const release = readlinkSync(join(out, 'current'))
  return {release, files: fingerprint(join(out, release))}
}

/** What is in an exports folder after an export. */
export const ownFiles = ['.lock.db', '.memory.db', 'current', 'objects', 'releases']

/** Writes a file of a release. Those that are there are read-only. */
export function overwrite(file: string, text: string): void {
  if (existsSync(file)) chmodSync(file, 0o644)
  writeFileSync(file, text)
}

/** The text of a file of the current release, or undefined if there is none. */
export function released(out: string, path: string): string | undefined {
  const file = join(out, 'current', path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** All lines of the approved content of the current release. */
export function releasedTexts(out: string): string {
  const folder = join(out, 'current', 'approved')
  return readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
}

const bundle = z.looseObject({status: z.string(), title: z.string().optional()})

/** A bundle of the current release's app channel. */
export function releasedBundle(out: string, path: string): z.output<typeof bundle> {
  return bundle.parse(JSON.parse(readFileSync(join(out, 'current', 'app', path), 'utf8')))
}
