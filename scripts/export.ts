// npm run export: writes a release of the approved content, as HTML and JSON bundles. The stages of an export are
// loaded only if something has changed, because that takes longer than to find out.

import {Option} from '@commander-js/extra-typings'
import {hasLake} from '../lake/store/has-lake.ts'
import {countWithheld} from '../model/standing/withheld.ts'
import {exportAndRemember, exportUnlessKnown} from '../pipeline/export/remembered.ts'
import {summaryOf, type ExportSummary} from '../pipeline/export/summary.ts'
import {Failure} from '../pipeline/failure.ts'
import {MEMORY_FILE} from '../pipeline/memory/memory.ts'
import {DEFAULT_LAKE} from '../pipeline/source/default-lake.ts'
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

const started = performance.now()

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
  .option('--full', 'make everything again, even if nothing has changed')
  .parse()
  .opts()

const {out, channel, asOf: today} = options

await run(options.json, async () => {
  const {summary, isKnown} = await exportOrRecall()
  const milliseconds = performance.now() - started
  if (options.json) printJson(asJson(summary, milliseconds))
  else printSummary(summary, {milliseconds, isKnown})
  return summary.withheld.length > 0 ? 'withheld' : 'done'
})

/** Only the log of an embedded lake tells without a look at the content whether anything has changed. */
async function exportOrRecall(): Promise<{summary: ExportSummary; isKnown: boolean}> {
  const lake = options.source ?? DEFAULT_LAKE
  // The default lake may be made only now.
  if (options.source !== undefined && (lake === 'sanity' || !hasLake(lake))) {
    return {summary: await exportNow(), isKnown: false}
  }
  const of = {lake, out, channels: channel, today}
  return options.full
    ? {summary: await exportAndRemember(of, exportNow, warnOfForgotten), isKnown: false}
    : exportUnlessKnown(of, exportNow, {onDamage: warnOfMemory, onForgotten: warnOfForgotten})
}

/** @param onBegin Called before the content is read. */
async function exportNow(onBegin?: () => void): Promise<ExportSummary> {
  const {exportRelease} = await import('../pipeline/export/export.ts')
  const {recordExport} = await import('../pipeline/export/record.ts')
  const {channels} = await import('../render/channels/index.ts')
  await using source = await openSource(options.source)
  onBegin?.()
  const bar = progressBar(!options.json)
  try {
    const report = await exportRelease({
      source,
      out,
      channels: channels.filter(({name}) => channel.includes(name)),
      today,
      isFull: options.full,
      onProgress: bar.update,
      onWait: () => warn(`Another export writes to ${out}.`, 'This one begins when it has ended.'),
    })
    bar.stop()
    await recordExport(source, report).catch(warnOfDashboard)
    return summaryOf(report, source.description)
  } catch (error) {
    // An error here must not hide the failure itself, which the caller reports.
    if (error instanceof Failure) await recordExport(source, error).catch(() => false)
    throw error
  } finally {
    bar.stop()
  }
}

function warnOfForgotten(error: unknown): void {
  const {message, hint} = failureOf(error)
  warn(`The next export will not know of this one. ${message}`, hint)
}

function warnOfMemory(): void {
  warn(
    `${out}/${MEMORY_FILE} is damaged, or of another version.`,
    'It was removed. This export makes everything again.',
  )
}

// The release is current all the same.
function warnOfDashboard(error: unknown): void {
  const {message, hint} = failureOf(error)
  warn(`The Studio's dashboard will not show this export. ${message}`, hint)
}

function warn(message: string, hint: string): void {
  const warning = styled('yellow', visibleLines(`⚠ ${message}`), process.stderr)
  process.stderr.write(`${warning}\n  ${visibleLines(hint)}\n`)
}

function asJson(summary: ExportSummary, milliseconds: number): object {
  return {ok: true, ...summary, milliseconds: Math.round(milliseconds)}
}

interface Way {
  readonly milliseconds: number
  /** Whether nothing has changed since the last export. */
  readonly isKnown: boolean
}

function printSummary(summary: ExportSummary, {milliseconds, isKnown}: Way): void {
  const {source, release, mended, read, withheld, warnings, answered, settings, files, bytes} =
    summary
  const {urgent, withdrawn, held} = summary
  const counts = Object.entries(summary.exported)
    .map(([type, count]) => `${count} ${type}`)
    .join(', ')
  const done = isKnown ? 'Nothing has changed in' : 'Exported from'
  const lines = [
    ...(warnings.length > 0 ? [...findingLines(warnings), ''] : []),
    `${styled('green', '✔')} ${done} ${source}, ${counted(read, 'document')}`,
    `  approved   ${counts === '' ? 'nothing' : counts}`,
    ...(withdrawn.length > 0 ? [`  withdrawn  ${visible(withdrawn.join(', '))}`] : []),
    ...(held.length > 0 ? [`  held       ${visible(held.join(', '))}: readers get a notice`] : []),
    ...(urgent.length > 0
      ? [`  urgent     ${visible(urgent.join(', '))}: corrections that lack words`]
      : []),
    `  files      ${files}, ${formatSize(bytes)}, in ${formatSeconds(milliseconds)}`,
    `  release    ${release}`,
    `  in         ${out}/current`,
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
