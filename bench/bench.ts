// npm run bench: how fast is an export, and the embedded lake as a server?

import {Argument} from '@commander-js/extra-typings'
import {argument, base, jsonOption, run, wholeNumber} from '../scripts/shared/command.ts'
import {printJson, styled} from '../scripts/shared/print.ts'
import {exportLines, measureExport, profileExport} from './export.ts'
import {measureLakes} from './lake/measure.ts'
import {judgeLakes, lakeLines} from './lake/report.ts'
import {fewestDocuments} from './lake/trial.ts'
import {measurePolicy, policyLines, policyChecks} from './policy.ts'
import {judge, type TargetCheck} from './targets.ts'

function atLeast(least: number): (text: string) => number {
  return argument(wholeNumber(least), `It must be a whole number from ${least} up.`)
}

const count = atLeast(1)
const size = atLeast(fewestDocuments)

const defaultSizes: readonly number[] = [100, 10_000, 100_000]

function sizes(value: string, before: readonly number[]): readonly number[] {
  return [...(before === defaultSizes ? [] : before), size(value)]
}

const program = base(
  'bench',
  'Times and weighs the export of both channels beside Hugo on the same articles, the embedded lake as a server of more and more documents, and the editorial rules.',
)
  .addArgument(new Argument('[part]', 'only this').choices(['export', 'lake', 'policy']))
  .option(
    '--articles <number>',
    'export, policy: how many articles; a tenth as many show how an export grows',
    count,
    10_000,
  )
  .option('--runs <number>', 'export: how often each is run; the median counts', count, 3)
  .option('--profile', 'export: write a CPU profile of one to .bench/profile, and time nothing')
  .option(
    '--documents <number...>',
    'lake: how many documents, of all types; a lake for each number',
    sizes,
    defaultSizes,
  )
  .addOption(jsonOption())
  .addHelpText(
    'after',
    `
The peer of the export is Hugo as Debian packages it: apt-get install hugo. Without it only the
export is timed. The peer of the lake is /ping, over the same port. A lake of 100,000 documents takes
some minutes and 2 GB to make; it is kept in .bench/, and grows by what each run publishes.
Exit codes: 0 all targets met, 1 one missed. They are meant for the sizes above on a quiet machine.`,
  )
  .parse()

const [part] = program.processedArgs
const options = program.opts()

function isWanted(name: typeof part): boolean {
  return part === undefined || part === name
}

/** What came out of a part of the bench. */
interface Outcome {
  readonly results: object
  /** The results, for people. */
  readonly lines: readonly string[]
  readonly checks: readonly TargetCheck[]
}

await run(options.json, async () => {
  if (options.profile) {
    await profileExport(options.articles)
    return 'done'
  }
  const outcomes = {
    ...(isWanted('export') ? {export: await benchExport()} : {}),
    ...(isWanted('lake') ? {lake: await benchLake()} : {}),
    ...(isWanted('policy') ? {policy: await benchPolicy()} : {}),
  }
  if (options.json) printJson(forPrograms(outcomes))
  else process.stdout.write(`${Object.values(outcomes).flatMap(outcomeLines).join('\n')}\n`)
  const missed = Object.values(outcomes).some(({checks}) => checks.some(({met}) => met === false))
  return missed ? 'failed' : 'done'
})

async function benchPolicy(): Promise<Outcome> {
  const results = await measurePolicy(options.articles)
  return {results, lines: policyLines(results), checks: policyChecks(results)}
}

async function benchExport(): Promise<Outcome> {
  const results = await measureExport(options)
  return {results, lines: exportLines(results), checks: judge(results)}
}

async function benchLake(): Promise<Outcome> {
  const results = await measureLakes(options.documents.toSorted((a, b) => a - b))
  return {results, lines: lakeLines(results), checks: judgeLakes(results)}
}

function forPrograms(outcomes: Readonly<Record<string, Outcome>>): object {
  return Object.fromEntries(
    Object.entries(outcomes).map(([name, {results, checks}]) => [
      name,
      {results, verdicts: checks},
    ]),
  )
}

function outcomeLines({lines, checks}: Outcome): string[] {
  return [...lines, '', ...checks.map(checkLine), '']
}

function checkLine({name, value, atMost, met}: TargetCheck): string {
  if (value === undefined) return `- ${name}: not measured`
  const mark = met ? styled('green', '✔') : styled('red', '✖ missed:')
  return `${mark} ${name} ${value.toFixed(2)}, at most ${atMost}`
}
