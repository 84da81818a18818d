// npm run export: writes a release of the approved content, as HTML and JSON bundles.

import {Option} from '@commander-js/extra-typings'
import {countWithheld} from '../model/standing/outcome.ts'
import type {Settled} from '../model/standing/settled.ts'
import {exportRelease, type ExportReport} from '../pipeline/export/export.ts'
import {recordExport} from '../pipeline/export/record.ts'
import {Failure} from '../pipeline/failure.ts'
import type {ContentSource} from '../pipeline/source/source.ts'
import {channels} from '../render/channels/index.ts'
import {counted} from '../review/counted.ts'
import {channelNames} from '../schemas/data/channels.ts'
import {asOfOption, contentCommand, failureOf, openSource, run} from './shared/command.ts'
import {
  findingLines,
  settingLines,
  printJson,
  formatSeconds,
  formatSize,
  styled,
  visible,
  visibleLines,
  withheldLines,
} from './shared/print.ts'
import {progressBar} from './shared/progress.ts'

const options = contentCommand(
  'export',
  'Writes a release of the approved content, as HTML and JSON bundles.',
)
  .option('--out <folder>', 'write the release below this folder', 'exports')
  .addOption(
    new Option('--channel <name...>', 'write only these channels')
      .choices(channelNames)
      .default(channelNames),
  )
  .addOption(asOfOption())
  .parse()
  .opts()

await run(options.json, async () => {
  const started = performance.now()
  await using source = await openSource(options.source)
  const bar = progressBar(!options.json)
  try {
    const report = await exportRelease({
      source,
      out: options.out,
      channels: channels.filter(({name}) => options.channel.includes(name)),
      today: options.asOf,
      onProgress: bar.update,
    })
    bar.stop()
    await recordExport(source, report).catch(warnOfDashboard)
    const milliseconds = performance.now() - started
    if (options.json) printJson(asJson(report, milliseconds))
    else printReport(report, source.description, milliseconds)
    return report.withheld.length > 0 ? 'withheld' : 'done'
  } catch (error) {
    if (error instanceof Failure) await recordFailure(source, error)
    throw error
  } finally {
    bar.stop()
  }
})

// The release is current all the same.
function warnOfDashboard(error: unknown): void {
  const {message, hint} = failureOf(error)
  const warning = `⚠ The Studio's dashboard will not show this export. ${message}`
  process.stderr.write(
    `${styled('yellow', visibleLines(warning), process.stderr)}\n  ${visibleLines(hint)}\n`,
  )
}

// An error here must not hide the failure itself, which the caller reports.
async function recordFailure(source: ContentSource, failure: Failure): Promise<void> {
  await recordExport(source, failure).catch(() => false)
}

function countByType(report: ExportReport): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {type, state} of report.settled) {
    if (state === 'approved') counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return counts
}

function idsIn({settled}: ExportReport, state: Settled['state']): string[] {
  return settled.filter((one) => one.state === state).map(({id}) => id)
}

/** The ids of the urgent corrections whose plan is not met yet. */
function urgentIn({settled}: ExportReport): string[] {
  return settled.flatMap(({id, signOff}) => (signOff?.state === 'urgent' ? [id] : []))
}

function asJson(report: ExportReport, milliseconds: number): object {
  const {release, mended, dir, read, withheld, warnings, answered, settings, files, bytes} = report
  const exported = Object.fromEntries(countByType(report))
  return {
    ok: true,
    release,
    mended,
    dir,
    read,
    exported,
    withdrawn: idsIn(report, 'retracted'),
    held: idsIn(report, 'held'),
    urgent: urgentIn(report),
    withheld,
    warnings,
    answered,
    settings,
    files,
    bytes,
    milliseconds: Math.round(milliseconds),
  }
}

function printReport(report: ExportReport, source: string, milliseconds: number): void {
  const {release, mended, read, withheld, warnings, answered, settings, files, bytes} = report
  const urgent = urgentIn(report)
  const counts = [...countByType(report)].map(([type, count]) => `${count} ${type}`).join(', ')
  const withdrawn = idsIn(report, 'retracted')
  const held = idsIn(report, 'held')
  const lines = [
    ...(warnings.length > 0 ? [...findingLines(warnings), ''] : []),
    `${styled('green', '✔')} Exported from ${source}, ${counted(read, 'document')}`,
    `  approved   ${counts === '' ? 'nothing' : counts}`,
    ...(withdrawn.length > 0 ? [`  withdrawn  ${visible(withdrawn.join(', '))}`] : []),
    ...(held.length > 0 ? [`  held       ${visible(held.join(', '))}: readers get a notice`] : []),
    ...(urgent.length > 0
      ? [`  urgent     ${visible(urgent.join(', '))}: corrections that lack words`]
      : []),
    `  files      ${files}, ${formatSize(bytes)}, in ${formatSeconds(milliseconds)}`,
    `  release    ${release}`,
    `  in         ${options.out}/current`,
    ...(mended > 0
      ? [styled('yellow', `Mended the release ${release}: ${counted(mended, 'file')} differed`)]
      : []),
    ...(answered.length > 0
      ? [`  answered   ${counted(answered.length, 'finding')} of the editorial checks`]
      : []),
    ...settingLines(settings),
    ...(withheld.length > 0
      ? [styled('yellow', `Withheld: ${countWithheld(withheld)}`), ...withheldLines(withheld)]
      : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
