// npm run export: writes a release of the approved content, as HTML and JSON bundles. The stages of an export are
// loaded only if something has changed, because that takes longer than to find out.

import {Option} from '@commander-js/extra-typings'
import {hasLake} from '../lake/store/has-lake.ts'
import {countWithheld} from '../model/standing/withheld.ts'
import {exportAndRemember, exportUnlessKnown} from '../pipeline/export/remembered.ts'
import type {ExportSession} from '../pipeline/export/session.ts'
import {summaryOf, type ExportSummary} from '../pipeline/export/summary.ts'
import {Failure} from '../pipeline/failure.ts'
import {MEMORY_FILE} from '../pipeline/memory/memory.ts'
import type {FileChange} from '../pipeline/release/changes.ts'
import {DEFAULT_LAKE} from '../pipeline/source/default-lake.ts'
import {counted} from '../review/counted.ts'
import {today as currentDay} from '../review/days.ts'
import {channelNames} from '../schemas/data/channels.ts'
import {
  asOfOption,
  contentCommand,
  failureOf,
  openSource,
  run,
  type Outcome,
} from './shared/command.ts'
import {
  findingLines,
  settingLines,
  printJson,
  printJsonLine,
  formatSeconds,
  formatSize,
  styled,
  visible,
  visibleLines,
  withheldLines,
} from './shared/print.ts'
import {progressBar} from './shared/progress.ts'

const command = contentCommand(
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
  .option('--full', 'forget earlier exports, and make everything again')
  .addOption(
    new Option(
      '--check',
      'make everything once more from nothing in another folder, and compare',
    ).conflicts('dryRun'),
  )
  .addOption(
    new Option('--dry-run', 'list the files that would change, and write no release').conflicts(
      'watch',
    ),
  )
  .option('--watch', 'export an embedded lake again after each change, until it is interrupted')
  .parse()

const options = command.opts()

const {out, channel} = options
const lake = options.source ?? DEFAULT_LAKE

if (options.watch) await run(options.json, watch)
else if (options.dryRun) await run(options.json, rehearse)
else await run(options.json, () => exportOnce({source: options.source}))

async function exportOnce(way: Way): Promise<Outcome> {
  const begun = performance.now()
  const {summary, isKnown} = await exportOrRecall(way)
  const milliseconds = performance.now() - begun
  const json = asJson(summary, milliseconds)
  if (options.json && options.watch) printJsonLine(json)
  else if (options.json) printJson(json)
  else printSummary(summary, {milliseconds, isKnown})
  return summary.withheld.length > 0 ? 'withheld' : 'done'
}

/** Exports again after each change of the lake. A failure is told, and waits for the next change. */
async function watch(): Promise<Outcome> {
  if (!isLake()) {
    throw new Failure(
      `${lake} cannot be watched.`,
      'Name the folder of an embedded lake with --source. Other sources do not tell when they change.',
    )
  }
  const {changesOf} = await import('../pipeline/export/watch.ts')
  const {ExportSession} = await import('../pipeline/export/session.ts')
  using session = new ExportSession(out)
  const changes = changesOf(lake, today)
  process.stderr.write(
    visibleLines(`Exporting ${lake} to ${out} after each change. Ctrl+C ends it.\n`),
  )
  await run(options.json, () => exportOnce({session, source: options.source}))
  // The default lake is made once. If it is away for a moment, the sample content must not take its place.
  for await (const _ of changes) {
    await run(options.json, () => exportOnce({session, source: lake}))
  }
  return 'done'
}

/** The day of judgement. While an export watches, a new day may begin. */
function today(): string {
  return command.getOptionValueSource('asOf') === 'default' ? currentDay() : options.asOf
}

/** Tells what an export would change. */
async function rehearse(): Promise<Outcome> {
  const {summary, changes, before} = await exportNow({source: options.source, isRehearsal: true})
  if (options.json) printJson({ok: true, ...summary, changes})
  else printChanges(summary, {changes, before})
  return summary.withheld.length > 0 ? 'withheld' : 'done'
}

/** Whether the source is an embedded lake. The default one may be made only now. */
function isLake(): boolean {
  return options.source === undefined || (lake !== 'sanity' && hasLake(lake))
}

/** Only the log of an embedded lake tells without a look at the content whether anything has changed. */
async function exportOrRecall(way: Way): Promise<{summary: ExportSummary; isKnown: boolean}> {
  const now = async (onBegin?: () => void): Promise<ExportSummary> =>
    (await exportNow({...way, onBegin})).summary
  if (!isLake()) return {summary: await now(), isKnown: false}
  const of = {lake, out, channels: channel, today: today()}
  return options.full || options.check
    ? {summary: await exportAndRemember(of, now, warnOfForgotten), isKnown: false}
    : exportUnlessKnown(of, now, {onDamage: warnOfMemory, onForgotten: warnOfForgotten})
}

interface Way {
  /** As `--source` names it; undefined for the default lake, which may be made now. */
  readonly source: string | undefined
  /** Called before the content is read. */
  readonly onBegin?: (() => void) | undefined
  readonly isRehearsal?: boolean
  readonly session?: ExportSession | undefined
}

async function exportNow({source: path, onBegin, isRehearsal = false, session}: Way) {
  const {exportIn, exportRelease} = await import('../pipeline/export/export.ts')
  const {checkExport} = await import('../pipeline/export/check.ts')
  const {recordExport} = await import('../pipeline/export/record.ts')
  const {channels} = await import('../render/channels/index.ts')
  await using source = await openSource(path)
  onBegin?.()
  const bar = progressBar(!options.json)
  const how = {
    source,
    out,
    channels: channels.filter(({name}) => channel.includes(name)),
    today: today(),
    isFull: options.full,
    isRehearsal,
    onProgress: bar.update,
    onWait: () => warn(`Another export writes to ${out}.`, 'This one begins when it has ended.'),
  }
  try {
    const report = await (session ? exportIn(session, how) : exportRelease(how))
    if (options.check) await checkExport(how, report)
    bar.stop()
    if (!isRehearsal) await recordExport(source, report).catch(warnOfDashboard)
    const {changes, before} = report
    return {summary: summaryOf(report, source.description), changes, before}
  } catch (error) {
    // An error here must not hide the failure itself, which the caller reports.
    if (error instanceof Failure && !isRehearsal)
      await recordExport(source, error).catch(() => false)
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

interface Told {
  readonly milliseconds: number
  /** Whether nothing has changed since the last export. */
  readonly isKnown: boolean
}

function printSummary(summary: ExportSummary, {milliseconds, isKnown}: Told): void {
  const {
    source,
    release,
    previous,
    mended,
    read,
    withheld,
    warnings,
    answered,
    settings,
    files,
    bytes,
  } = summary
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
    `  release    ${release}${release === previous ? ', the same as before' : ''}`,
    `  in         ${out}/current`,
    ...(options.check ? ['  checked    it is the same as one that was made from nothing'] : []),
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

/** The files that would change, by channel. */
function printChanges(
  {release, withheld}: ExportSummary,
  {changes, before}: {readonly changes: readonly FileChange[]; readonly before: string | undefined},
): void {
  const files = changes.filter(({path}) => channelNames.some((name) => path.startsWith(`${name}/`)))
  const byChannel = Map.groupBy(files, ({path}) => path.slice(0, path.indexOf('/')))
  const lines = [
    release === before
      ? `${styled('green', '✔')} Nothing would change.`
      : `${styled('green', '✔')} ${counted(files.length, 'file')} would change. The release would be ${release}`,
    ...[...byChannel].flatMap(([name, found]) => [
      `  ${name}`,
      ...found.map(({path, change}) => `    ${change.padEnd(7)}  ${path.slice(name.length + 1)}`),
    ]),
    ...(withheld.length > 0
      ? [styled('yellow', `Withheld: ${countWithheld(withheld)}`), ...withheldLines(withheld)]
      : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
