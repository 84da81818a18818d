// npm run bench: how fast is an export, and in how much memory, beside Hugo on the same articles?
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'

import {Command, InvalidArgumentError} from 'commander'
import {z} from 'zod'

import {printJson, saySize, styled} from '../scripts/print.ts'
import {run} from '../scripts/command.ts'
import {hugoVersion} from './hugo.ts'
import {measure, medians, type Measurement} from './measure.ts'
import {judge, type Results, type Verdict} from './targets.ts'
import {exportCommand, hugoCommand, prepareTrial, workFolder, type Trial} from './trial.ts'

const count = (value: string): number => {
  const {data} = z.coerce.number().int().min(1).safeParse(value)
  if (data === undefined) throw new InvalidArgumentError('It must be a whole number from 1 up.')
  return data
}

const program = new Command('bench')
  .description(
    'Times the export of both channels beside Hugo on the same articles, and weighs both.',
  )
  .option(
    '--articles <number>',
    'how many articles; a tenth as many show how it grows',
    count,
    10_000,
  )
  .option('--runs <number>', 'how often each is run; the median counts', count, 3)
  .option('--profile', 'write a CPU profile of one export to .bench/profile, and time nothing')
  .option('--json', 'print the result as JSON on standard output')
  .addHelpText(
    'after',
    `
The peer is Hugo as Debian packages it: apt-get install hugo. Without it only the export is timed.
Exit codes: 0 all targets met, 1 one missed. They are meant for 10,000 articles on a quiet machine.`,
  )
  .parse()

const options = z
  .object({
    articles: z.number(),
    runs: z.number(),
    profile: z.boolean().default(false),
    json: z.boolean().default(false),
  })
  .parse(program.opts())

await run(options.json, async () => {
  const hugo = hugoVersion()
  if (options.profile) {
    await profile(await prepare(options.articles))
    return 'done'
  }
  const results = await measureAll(hugo)
  const verdicts = judge(results)
  if (options.json) printJson({...results, verdicts})
  else printResults(results, verdicts)
  return verdicts.some(({met}) => met === false) ? 'failed' : 'done'
})

/** Says on standard error what is going on, so that standard output stays clean for results. */
function say(words: string): void {
  process.stderr.write(`${words}\n`)
}

async function prepare(articles: number): Promise<Trial> {
  say(`Making ${articles} articles, unless they are there already`)
  return prepareTrial(articles)
}

async function profile(trial: Trial): Promise<void> {
  const folder = join(workFolder, 'profile')
  mkdirSync(folder, {recursive: true})
  await measure(exportCommand(trial, ['--cpu-prof', `--cpu-prof-dir=${folder}`]))
  say(`The CPU profile is in ${folder}: open it in a browser's developer tools.`)
}

/** Runs everything in turn, so that a noisy minute on the machine falls on all alike. */
async function measureAll(hugo: string | undefined): Promise<Results> {
  const large = await prepare(options.articles)
  const small = await prepare(Math.max(1, Math.round(options.articles / 10)))
  const least = await prepare(1)
  const runs = {
    large: new Array<Measurement>(),
    small: new Array<Measurement>(),
    least: new Array<Measurement>(),
    hugo: new Array<Measurement>(),
  }
  for (let turn = 1; turn <= options.runs; turn++) {
    say(`Run ${turn} of ${options.runs}`)
    runs.large.push(await measure(exportCommand(large)))
    if (hugo !== undefined) runs.hugo.push(await measure(hugoCommand(large)))
    runs.small.push(await measure(exportCommand(small)))
    runs.least.push(await measure(exportCommand(least)))
  }
  return {
    large: {articles: large.articles, ...medians(runs.large)},
    small: {articles: small.articles, ...medians(runs.small)},
    least: {articles: least.articles, ...medians(runs.least)},
    ...(hugo === undefined ? {} : {hugo: {version: hugo, ...medians(runs.hugo)}}),
    runs,
  }
}

function printResults({large, small, least, hugo}: Results, verdicts: readonly Verdict[]): void {
  const row = (name: string, {seconds, peakMemory}: Measurement): string =>
    `${name.padEnd(34)}${seconds.toFixed(2).padStart(8)} s${sayMemory(peakMemory).padStart(12)}`
  const lines = [
    `${'Medians'.padEnd(34)}${'wall'.padStart(10)}${'memory'.padStart(12)}`,
    ...[large, small, least].map((size) => row(`Countersign, ${size.articles} articles`, size)),
    hugo === undefined
      ? 'There is no peer: Hugo is not on the path. Install it with: apt-get install hugo'
      : row(`Hugo ${hugo.version}, ${large.articles} articles`, hugo),
    '',
    ...verdicts.map(verdictLine),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function sayMemory(bytes: number | undefined): string {
  return bytes === undefined ? 'not known' : saySize(bytes)
}

function verdictLine({name, value, atMost, met}: Verdict): string {
  if (value === undefined) return `- ${name}: not measured`
  const mark = met ? styled('green', '✔') : styled('red', '✖ missed:')
  return `${mark} ${name} ${value.toFixed(2)}, at most ${atMost}`
}
