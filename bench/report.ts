// The results of the exports as tables, for a terminal and for docs/performance.md.

import {formatSize} from '../scripts/shared/print.ts'
import {table} from '../scripts/shared/table.ts'
import {scenarioNames, scenarios, type Scenario} from './contender.ts'
import type {ContenderResult, Results, SizeResult} from './export.ts'
import type {Measurement} from './measure.ts'
import type {StartUp} from './start-up.ts'
import type {WatchResult} from './watch.ts'

/** What is measured of each run. */
interface Figure {
  readonly name: string
  readonly of: (measured: Measurement) => number | undefined
  readonly words: (value: number) => string
}

const inSeconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} s`

const figures: readonly Figure[] = [
  {name: 'wall', of: ({seconds}) => seconds, words: inSeconds},
  {name: 'CPU', of: ({cpuSeconds}) => cpuSeconds, words: inSeconds},
  {name: "CPU of the lake's server", of: (run) => run.serverCpuSeconds, words: inSeconds},
  {name: 'peak memory', of: ({peakMemory}) => peakMemory, words: formatSize},
]

/** The name of a contender, with its version if it has one. */
export function nameOf({title, version}: Pick<ContenderResult, 'title' | 'version'>): string {
  return version === undefined ? title : `${title} ${version}`
}

/** A number of articles for people. */
export function articlesInWords(articles: number): string {
  return `${articles.toLocaleString('en-US')} ${articles === 1 ? 'article' : 'articles'}`
}

/** The scenarios that a size was measured in. */
export function measuredScenarios({contenders}: SizeResult): Scenario[] {
  return scenarioNames.filter((name) => contenders.some(({medians}) => medians[name] !== undefined))
}

/** A row for each figure of each contender. Each cell has the figure, and its ratio to a full export. */
function rowsOf(size: SizeResult): string[][] {
  const base = size.contenders[0]?.medians.full
  return size.contenders.flatMap((contender) => {
    const runs = measuredScenarios(size).map((scenario) => contender.medians[scenario])
    return figures
      .map((figure) => ({
        figure,
        cells: runs.map((run) => cellOf(figure, run, base)),
      }))
      .filter(({cells}) => cells.some((cell) => cell !== NOTHING))
      .map(({figure, cells}, index) => [
        index === 0 ? nameOf(contender) : '',
        figure.name,
        ...cells,
      ])
  })
}

const NOTHING = '–'

function cellOf(
  {of, words}: Figure,
  run: Measurement | undefined,
  base: Measurement | undefined,
): string {
  const value = run && of(run)
  const over = base && of(base)
  if (value === undefined) return NOTHING
  return over === undefined ? words(value) : `${words(value)} (${(value / over).toFixed(2)})`
}

function headOf(size: SizeResult): string[] {
  return ['', '', ...measuredScenarios(size).map((name) => scenarios[name])]
}

/** Peers that are missing or did not come to an end, each with the reason. */
function outLines({contenders}: SizeResult): string[] {
  return contenders.flatMap((contender) =>
    contender.failure === undefined
      ? []
      : [`${nameOf(contender)} was not measured to the end: ${firstLine(contender.failure)}`],
  )
}

function firstLine(words: string): string {
  return words.split('\n')[0] ?? words
}

function watchLine({seconds, p50, p95}: WatchResult): string {
  return `With --watch, half of ${seconds.length} approvals of one article were current within ${inSeconds(p50)}, and 95 of 100 within ${inSeconds(p95)}.`
}

function startUpLines({node, cold, unchanged}: StartUp): string[] {
  const line = (name: string, {seconds}: Measurement): string =>
    `${name}: ${inSeconds(seconds)}, ${(seconds / node.seconds).toFixed(1)} times as long`
  return [
    `Node that does nothing, with tsx: ${inSeconds(node.seconds)}`,
    line('First export of the sample', cold),
    line('Unchanged export of the sample', unchanged),
  ]
}

/** The results, for people at a terminal. */
export function exportLines({sizes, startUp}: Results): string[] {
  return [
    ...sizes.flatMap((size) => [
      `${articlesInWords(size.articles)} (in brackets: over a full export of Countersign)`,
      ...columns([headOf(size), ...rowsOf(size)]),
      ...outLines(size),
      ...(size.watch ? [watchLine(size.watch)] : []),
      '',
    ]),
    ...startUpLines(startUp),
  ]
}

/** Rows as lines, with each column as wide as its widest cell. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd((widths[column] ?? 0) + 2))
      .join('')
      .trimEnd(),
  )
}

/** What a contender makes, in a line of a list. */
function contenderLine(contender: ContenderResult): string {
  return `- ${nameOf(contender)}: ${contender.makes}`
}

/**
 * The results of one size as Markdown.
 *
 * @param machine The day and the machine, in a sentence.
 * @param chart The path of the chart.
 */
export function sizeMarkdown(size: SizeResult, machine: string, chart: string): string {
  const articles = articlesInWords(size.articles)
  return [
    `![Bars of the wall time with ${articles}, over a full export. The table has the same figures.](${chart})`,
    `${machine} In brackets: over a full export of Countersign.`,
    table(headOf(size), rowsOf(size)),
    size.contenders.map(contenderLine).join('\n'),
    ...outLines(size).map((line) => line.replaceAll('|', ' ')),
    ...(size.watch ? [watchLine(size.watch).replace('--watch', '`--watch`')] : []),
  ].join('\n\n')
}

/** The start-up as Markdown. */
export function startUpMarkdown(startUp: StartUp, machine: string): string {
  return [
    machine,
    startUpLines(startUp)
      .map((line) => `- ${line}`)
      .join('\n'),
  ].join('\n\n')
}
