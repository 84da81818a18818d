// Checks that an export which made again only what has changed equals one from nothing.

import {mkdtempSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {Failure} from '../failure.ts'
import {changesBetween} from '../release/changes.ts'
import {deviations} from '../release/deviations.ts'
import {CURRENT_LINK, readRelease, releasesFolder} from '../release/release.ts'
import {exportRelease, type ExportOptions, type ExportReport} from './export.ts'

/**
 * Makes the release once more from nothing, in a folder of its own, and compares.
 *
 * @param report What the export told.
 * @throws Failure if the two differ, or as `exportRelease` does.
 */
export async function checkExport(options: ExportOptions, report: ExportReport): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'countersign-check-'))
  try {
    // Without a history, the release before is where the last approved texts are.
    if (report.before !== undefined) {
      const before = resolve(releasesFolder(options.out), report.before)
      symlinkSync(before, join(out, CURRENT_LINK), 'dir')
    }
    const full = await exportRelease({...options, out})
    const difference =
      damageOf(report) ??
      differenceOfFiles(report, full) ??
      (toldBy(report) === toldBy(full)
        ? undefined
        : 'the files are the same, but the two exports report something else')
    if (difference === undefined) return
    throw new Failure(
      `The release ${report.release} is not the one that an export from nothing makes: ${difference}.`,
      'Export with --full. If no file was damaged, report this as a fault of the program.',
    )
  } finally {
    rmSync(out, {recursive: true, force: true})
  }
}

/** A file of the store may have been changed in a way that only its bytes tell. */
function damageOf({dir}: ExportReport): string | undefined {
  const release = readRelease(dir)
  if ('problem' in release) return `its manifest cannot be read: ${release.problem}`
  const [first] = deviations(release)
  return first && `${first.path} is damaged: ${first.problem}`
}

function differenceOfFiles(one: ExportReport, other: ExportReport): string | undefined {
  if (one.release === other.release) return undefined
  const [release, full] = [readRelease(one.dir), readRelease(other.dir)]
  if ('problem' in release || 'problem' in full) return 'a manifest cannot be read'
  const changes = changesBetween(full.manifest, release.manifest)
  const [first] = changes
  return first
    ? `${changes.length} files differ, the first is ${first.path}`
    : 'the manifests differ'
}

/** What does not depend on the folder, as JSON. */
function toldBy({read, settled, withheld, warnings, answered, settings}: ExportReport): string {
  return JSON.stringify({read, settled, withheld, warnings, answered, settings})
}
