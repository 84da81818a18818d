// Remembers the last export of an embedded lake. If nothing has changed since then, its release is still right, and
// the next export need not make it again. This file loads none of the stages of an export.

import {readlinkSync} from 'node:fs'
import {basename, join} from 'node:path'
import {z} from 'zod'
import {exists} from '../../disk/exists.ts'
import {ASSETS_FOLDER} from '../../lake/assets-folder.ts'
import {logPosition} from '../../lake/store/position.ts'
import {EXPORT_REPORT} from '../../review/export-report.ts'
import type {ChannelName} from '../../schemas/data/channels.ts'
import {digest} from '../digest.ts'
import {LOST_ADDRESS} from '../gate/lost-addresses.ts'
import {codeDigest} from '../memory/code.ts'
import {Memory, openMemory} from '../memory/memory.ts'
import {treeDigest} from '../memory/tree.ts'
import {CURRENT_LINK, releasesFolder} from '../release/release.ts'
import {administratorsIn} from '../source/administrators.ts'
import {exportSummary, type ExportSummary} from './summary.ts'

/** An export of an embedded lake. */
export interface LakeExport {
  /** The folder of the lake. */
  readonly lake: string
  /** The exports folder. */
  readonly out: string
  readonly channels: readonly ChannelName[]
  /** YYYY-MM-DD, UTC. */
  readonly today: string
}

/** The names of what an export keeps: its key, and its result, which may be large. */
const KEY_NOTE = 'key'
const RESULT_NOTE = 'result'

const keyNote = z.object({key: z.string()})

const remembered = z.object({
  summary: exportSummary,
  /** The digest of the files of the release. */
  tree: z.string(),
})

/**
 * The digest of all that the result of an export depends on: the log of the lake and the files of its uploads, who may
 * import decisions, the day, the channels, and the program itself.
 *
 * @returns undefined if the lake cannot be read, or does not exist yet
 */
export function keyOf({lake, out, channels, today}: LakeExport): string | undefined {
  const position = logPosition(lake, EXPORT_REPORT)
  if (position === undefined) return undefined
  const administrators = [...administratorsIn(lake)].toSorted()
  return digest(
    JSON.stringify([
      codeDigest(),
      position,
      uploadsOf(lake),
      administrators,
      channels.toSorted(),
      today,
      lake,
      out,
    ]),
  )
}

/** The state of the uploaded files, whose loss no log tells. A lake without uploads may have no folder of them. */
function uploadsOf(lake: string): string | undefined {
  const folder = join(lake, ASSETS_FOLDER)
  return exists(folder) ? treeDigest(folder) : undefined
}

export interface Trouble {
  /** Called if the memory could not be used. It is made anew. */
  readonly onDamage: () => void
  /** Called with the error if the export could not be remembered. The release is current all the same. */
  readonly onForgotten: (error: unknown) => void
}

/**
 * What the last export told, if nothing has changed since then. Otherwise exports, and remembers that.
 *
 * @param exportNow Exports, and calls the function that it gets before it reads the lake.
 */
export async function exportUnlessKnown(
  of: LakeExport,
  exportNow: (onBegin: () => void) => Promise<ExportSummary>,
  {onDamage, onForgotten}: Trouble,
): Promise<{readonly summary: ExportSummary; readonly isKnown: boolean}> {
  const key = keyOf(of)
  const known = key === undefined ? undefined : recall(of.out, key, onDamage)
  if (known) return {summary: known, isKnown: true}
  return {summary: await exportAndRemember(of, exportNow, onForgotten), isKnown: false}
}

/** Exports without a look at what is known, and remembers what came of it. */
export async function exportAndRemember(
  of: LakeExport,
  exportNow: (onBegin: () => void) => Promise<ExportSummary>,
  onForgotten: Trouble['onForgotten'],
): Promise<ExportSummary> {
  let key: string | undefined
  const summary = await exportNow(() => {
    key = keyOf(of)
  })
  // What was written meanwhile may be in the release, or not.
  if (key === undefined || key !== keyOf(of)) return summary
  try {
    remember(of.out, key, summary)
  } catch (error) {
    onForgotten(error)
  }
  return summary
}

/** What the last export told, if it had the same key, and if its release is current and as it was. */
function recall(out: string, key: string, onDamage: () => void): ExportSummary | undefined {
  using memory = openMemory(out)
  const isSame = keyNote.safeParse(memory?.recall(KEY_NOTE)).data?.key === key
  const {data} = remembered.safeParse(isSame ? memory?.recall(RESULT_NOTE) : undefined)
  if (memory?.wasDamaged) onDamage()
  return data && isCurrent(out, data) ? data.summary : undefined
}

function isCurrent(out: string, {summary: {release}, tree}: z.output<typeof remembered>): boolean {
  try {
    return (
      basename(readlinkSync(join(out, CURRENT_LINK))) === release &&
      treeDigest(join(releasesFolder(out), release)) === tree
    )
  } catch {
    return false
  }
}

function remember(out: string, key: string, summary: ExportSummary): void {
  using memory = new Memory(out)
  memory.keep(KEY_NOTE, {key})
  memory.keep(RESULT_NOTE, {
    // The next export would put nothing right, and would lose no address of the release that is current now.
    summary: {
      ...summary,
      previous: summary.release,
      mended: 0,
      warnings: summary.warnings.filter(({rule}) => rule !== LOST_ADDRESS),
    },
    tree: treeDigest(summary.dir),
  })
  memory.save()
}
