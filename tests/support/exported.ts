// Exports releases for tests to read, above all one of the sample content and one of the kitchen sink.

import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {exportRelease} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import {writeKitchenSink} from './kitchen-sink.ts'
import {TODAY} from './library.ts'

const sample = join(import.meta.dirname, '..', '..', 'content')

/** How many documents the sample content has, decisions included. */
export const SAMPLE_DOCUMENTS = readFileSync(join(sample, 'data.ndjson'), 'utf8')
  .trimEnd()
  .split('\n').length

/** The names of the two releases, for `describe.each`. */
export const exportedNames = ['the sample content', 'the kitchen sink'] as const

export type ExportedName = (typeof exportedNames)[number]

/** Exports both below a folder. Throws if anything is withheld. */
export async function exportBoth(folder: string): Promise<Record<ExportedName, string>> {
  return {
    'the sample content': await exportPath(sample, join(folder, 'sample')),
    'the kitchen sink': await exportPath(
      writeKitchenSink(join(folder, 'dataset')),
      join(folder, 'kitchen-sink'),
    ),
  }
}

/**
 * Exports a dataset. Throws if anything is withheld.
 *
 * @returns The folder of the release.
 */
export async function exportPath(path: string, out: string): Promise<string> {
  await using source = await openPathSource(path)
  const {withheld} = await exportRelease({source, out, channels, today: TODAY})
  if (withheld.length > 0) {
    throw new Error(`The export of ${path} withheld something: ${JSON.stringify(withheld)}`)
  }
  return join(out, 'current')
}

/** The paths of a release's files with this ending, relative to the release and in order. */
export function filesEnding(release: string, end: string): string[] {
  return readdirSync(release, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith(end))
    .toSorted()
}

export function readText(release: string, path: string): string {
  return readFileSync(join(release, path), 'utf8')
}
