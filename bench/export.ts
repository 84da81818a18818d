// Measures the time and memory of an export, and of Hugo on the same articles.

import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {formatSize} from '../scripts/shared/print.ts'
import {changeAndApprove, changed} from './change.ts'
import {hugoVersion} from './hugo.ts'
import {measure, medians, type Measurement} from './measure.ts'
import {say} from './say.ts'
import type {Results} from './targets.ts'
import {
  exportAgainCommand,
  exportCommand,
  hugoCommand,
  prepareTrial,
  WORK_FOLDER,
  type Trial,
} from './trial.ts'

export interface ExportOptions {
  readonly articles: number
  /** How often each command runs. */
  readonly runs: number
}

async function prepare(articles: number): Promise<Trial> {
  say(`Making ${articles} articles, unless an earlier run made them`)
  return prepareTrial(articles)
}

/** Writes a CPU profile of one export. */
export async function profileExport(articles: number): Promise<void> {
  const trial = await prepare(articles)
  const folder = join(WORK_FOLDER, 'profile')
  mkdirSync(folder, {recursive: true})
  await measure(exportCommand(trial, ['--cpu-prof', `--cpu-prof-dir=${folder}`]))
  say(`The CPU profile is in ${folder}. Open it in the developer tools of a browser.`)
}

/** What changes between two exports. */
const kinds = ['article', 'disclaimer', 'setting'] as const

/** Runs all commands in turn, so that a busy minute of the machine affects them equally. */
export async function measureExport({articles, runs: turns}: ExportOptions): Promise<Results> {
  const hugo = hugoVersion()
  const large = await prepare(articles)
  const small = await prepare(Math.max(1, Math.round(articles / 10)))
  const least = await prepare(1)
  const runs = {
    large: new Array<Measurement>(),
    again: new Array<Measurement>(),
    article: new Array<Measurement>(),
    disclaimer: new Array<Measurement>(),
    setting: new Array<Measurement>(),
    small: new Array<Measurement>(),
    least: new Array<Measurement>(),
    hugo: new Array<Measurement>(),
  }
  for (let turn = 1; turn <= turns; turn++) {
    say(`Run ${turn} of ${turns}`)
    runs.large.push(await measure(exportCommand(large)))
    runs.again.push(await measure(exportAgainCommand(large)))
    for (const kind of kinds) {
      await changeAndApprove(large, changed[kind])
      runs[kind].push(await measure(exportAgainCommand(large)))
    }
    if (hugo !== undefined) runs.hugo.push(await measure(hugoCommand(large)))
    runs.small.push(await measure(exportCommand(small)))
    runs.least.push(await measure(exportCommand(least)))
  }
  return {
    large: {articles: large.articles, ...medians(runs.large)},
    again: medians(runs.again),
    article: medians(runs.article),
    disclaimer: medians(runs.disclaimer),
    setting: medians(runs.setting),
    small: {articles: small.articles, ...medians(runs.small)},
    least: {articles: least.articles, ...medians(runs.least)},
    ...(hugo === undefined ? {} : {hugo: {version: hugo, ...medians(runs.hugo)}}),
    runs,
  }
}

/** The medians, for people. */
export function exportLines(results: Results): string[] {
  const {large, again, article, disclaimer, setting, small, least, hugo} = results
  const row = (name: string, {seconds, peakMemory}: Measurement): string =>
    `${name.padEnd(36)}${seconds.toFixed(2).padStart(8)} s${formatMemory(peakMemory).padStart(12)}`
  return [
    `${'Medians'.padEnd(36)}${'wall'.padStart(10)}${'memory'.padStart(12)}`,
    ...[large, small, least].map((size) => row(`Countersign, ${size.articles} articles`, size)),
    row('The same again', again),
    row('One article changed', article),
    row('A disclaimer of all pages changed', disclaimer),
    row('The name of the site changed', setting),
    hugo === undefined
      ? 'Hugo was not measured, because it is not on the path. Install it with: apt-get install hugo'
      : row(`Hugo ${hugo.version}, ${large.articles} articles`, hugo),
  ]
}

function formatMemory(bytes: number | undefined): string {
  return bytes === undefined ? 'not known' : formatSize(bytes)
}
