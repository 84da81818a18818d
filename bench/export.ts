// Measures exports of several sizes, and what users could use instead, in turn: time, processor time and
// memory, from nothing and after changes.

import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Contender, OpenContender, Scenario} from './contender.ts'
import {sharedContent} from './content.ts'
import {AS_OF_APPROVALS, countersign, exportCommand, outOf} from './countersign.ts'
import {measure, medians, type Measurement} from './measure.ts'
import {peers} from './peers/peers.ts'
import {say} from './say.ts'
import {measureStartUp, type StartUp} from './start-up.ts'
import {lakeOf, prepareLake, removeAll, trialOf, WORK_FOLDER, type Trial} from './trial.ts'
import {measureWatch, type WatchResult} from './watch.ts'

export interface ExportOptions {
  /** Numbers of articles. */
  readonly sizes: readonly number[]
  /** How often each command runs. */
  readonly runs: number
  /** The names of the peers. */
  readonly peers: readonly string[]
  readonly scenarios: readonly Scenario[]
  /** How many articles to approve while an export watches. */
  readonly approvals: number
  /** After how many minutes to end a command of a peer. */
  readonly limit: number
}

/** Medians of a contender, by scenario. */
export interface ContenderResult extends Pick<Contender, 'name' | 'title' | 'makes'> {
  readonly version: string | undefined
  readonly medians: Readonly<Partial<Record<Scenario, Measurement>>>
  readonly runs: Readonly<Partial<Record<Scenario, readonly Measurement[]>>>
  /** Why it is missing, or why it did not go on. */
  readonly failure: string | undefined
}

export interface SizeResult {
  readonly articles: number
  /** Countersign is the first. */
  readonly contenders: readonly ContenderResult[]
  readonly watch: WatchResult | undefined
}

export interface Results {
  readonly runs: number
  readonly sizes: readonly SizeResult[]
  readonly startUp: StartUp
}

/** Writes CPU profiles of one export: one of each thread. */
export async function profileExport(articles: number): Promise<void> {
  const trial = trialOf(articles)
  await prepareLake(trial, sharedContent())
  const folder = join(WORK_FOLDER, 'profile')
  mkdirSync(folder, {recursive: true})
  removeAll([outOf(trial)])
  const options = ['--cpu-prof', `--cpu-prof-dir=${folder}`]
  await measure(exportCommand(lakeOf(trial), outOf(trial), AS_OF_APPROVALS, options))
  say(
    `The CPU profiles of its threads are in ${folder}. Open them in the developer tools of a browser.`,
  )
}

/** Measures all that the options ask for. */
export async function measureExport(options: ExportOptions): Promise<Results> {
  const sizes: SizeResult[] = []
  for (const articles of options.sizes) sizes.push(await measureSize(articles, options))
  return {runs: options.runs, sizes, startUp: await measureStartUp(options.runs)}
}

/** Runs all contenders in turn, so that a busy minute of the machine affects them equally. */
async function measureSize(articles: number, options: ExportOptions): Promise<SizeResult> {
  say(`${articles} articles: making them, unless an earlier run did`)
  const trial = trialOf(articles)
  const shared = sharedContent()
  const entries = [countersign, ...peers.filter(({name}) => options.peers.includes(name))].map(
    (contender) => new Entry(contender),
  )
  for (const entry of entries) {
    await entry.attempt(async () => {
      entry.version = await entry.contender.version?.()
      await entry.contender.prepare(trial, shared)
    })
  }
  for (let turn = 1; turn <= options.runs; turn++) {
    say(`${articles} articles: run ${turn} of ${options.runs}`)
    for (const entry of entries) await entry.attempt(() => runAll(entry, trial, options))
  }
  return {
    articles,
    contenders: entries.map((entry) => entry.result()),
    watch: options.approvals === 0 ? undefined : await watch(trial, options.approvals),
  }
}

async function watch(trial: Trial, approvals: number): Promise<WatchResult> {
  say(`${trial.articles} articles: approving ${approvals} times, while an export watches`)
  return measureWatch(trial, approvals)
}

/** A contender, and what was measured of it until now. */
class Entry {
  readonly contender: Contender
  readonly runs: Partial<Record<Scenario, Measurement[]>> = {}
  version: string | undefined
  #failure: string | undefined

  constructor(contender: Contender) {
    this.contender = contender
  }

  /** Does something, unless an earlier attempt failed. A failing peer does not stop the others. */
  async attempt(act: () => Promise<void>): Promise<void> {
    if (this.#failure !== undefined) return
    try {
      await act()
    } catch (error) {
      if (this.contender === countersign) throw error
      this.#failure = error instanceof Error ? error.message : String(error)
      say(`  ${this.contender.title} is out: ${this.#failure}`)
    }
  }

  result(): ContenderResult {
    const {name, title, makes} = this.contender
    return {
      name,
      title,
      makes,
      version: this.version,
      medians: Object.fromEntries(
        Object.entries(this.runs).map(([scenario, runs]) => [scenario, medians(runs)]),
      ),
      runs: this.runs,
      failure: this.#failure,
    }
  }
}

/** Runs one contender in each scenario once. */
async function runAll(entry: Entry, trial: Trial, options: ExportOptions): Promise<void> {
  const {contender, runs} = entry
  const opened = await contender.open(trial)
  await using _closing = closing(opened)
  opened.reset()
  const wanted = contender.scenarios.filter((name) => options.scenarios.includes(name))
  for (const scenario of wanted) {
    if (scenario !== 'full' && scenario !== 'unchanged') await opened.change(scenario)
    const measured = await measureOpened(opened, limitOf(contender, options))
    say(`  ${contender.title}, ${scenario}: ${measured.seconds.toFixed(1)} s`)
    runs[scenario] = [...(runs[scenario] ?? []), measured]
  }
  // The files of all peers together may not fit on the disk. The floor needs those of Countersign.
  if (contender !== countersign) opened.reset()
}

function closing(opened: OpenContender): AsyncDisposable {
  return {[Symbol.asyncDispose]: async () => opened[Symbol.asyncDispose]?.()}
}

function limitOf(contender: Contender, {limit}: ExportOptions): number | undefined {
  return contender === countersign ? undefined : limit
}

async function measureOpened(
  {command, serverCpuSeconds}: OpenContender,
  limit: number | undefined,
): Promise<Measurement> {
  const before = serverCpuSeconds?.()
  const measured = await measure(command, limit)
  const after = serverCpuSeconds?.()
  return before === undefined || after === undefined
    ? measured
    : {...measured, serverCpuSeconds: after - before}
}
