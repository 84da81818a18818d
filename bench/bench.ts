// npm run bench: measures the export, the embedded lake as a server, and the editorial rules.

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
  return argument(wholeNumber(least), `Expected a whole number of at least ${least}.`)
}

const count = atLeast(1)
const size = atLeast(fewestDocuments)

const defaultSizes: readonly number[] = [100, 10_000, 100_000]

function sizes(value: string, before: readonly number[]): readonly number[] {
  return [...(before === defaultSizes ? [] : before), size(value)]
}

const program = base(
  'bench',
  'Measures three things: the export beside Hugo on the same articles, the embedded lake with more and more documents, and the editorial rules.',
)
  .addArgument(
    new Argument('[part]', 'measure only this part').choices(['export', 'lake', 'policy']),
  )
  .option(
    '--articles <number>',
    'export, policy: the number of articles; the export also runs on a tenth of them',
    count,
    10_000,
  )
  .option('--runs <number>', 'export: how often each command runs; the median counts', count, 3)
  .option(
    '--profile',
    'export: write a CPU profile of one export to .bench/profile, and measure nothing',
  )
  .option(
    '--documents <number...>',
    'lake: numbers of documents of all types; each number gets a lake',
    sizes,
    defaultSizes,
  )
  .addOption(jsonOption())
  .addHelpText(
    'after',
    `
The export is compared with Hugo as Debian packages it: apt-get install hugo. Without Hugo, only the
export is measured. Requests to the lake are compared with /ping on the same port. To make a lake of
100,000 documents takes some minutes and 2 GB. The bench keeps it in .bench/, where it grows with each
run. The targets are for the default sizes on a machine that does nothing else.
Exit codes: 0 done, 1 failed or missed a target.`,
  )
  .parse()

const [part] = program.processedArgs
const options = program.opts()

function isWanted(name: typeof part): boolean {
  return part === undefined || part === name
}

/** The result of a part of the bench. */
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
  return `${mark} ${name}: ${value.toFixed(2)}, at most ${atMost}`
}
