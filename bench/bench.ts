// npm run bench: measures the export beside other programs, the embedded lake as a server, the editorial rules, and the
// search of a site.

import {Argument, Option} from '@commander-js/extra-typings'
import {argument, base, jsonOption, run, wholeNumber} from '../scripts/shared/command.ts'
import {printJson, styled} from '../scripts/shared/print.ts'
import {scenarioNames} from './contender.ts'
import {checkPlaces, writeResults} from './document.ts'
import {measureExport, profileExport} from './export.ts'
import {measureLakes} from './lake/measure.ts'
import {judgeLakes, lakeLines} from './lake/report.ts'
import {fewestDocuments} from './lake/trial.ts'
import {peers} from './peers/peers.ts'
import {measurePolicy, policyLines, policyChecks} from './policy.ts'
import {exportLines} from './report.ts'
import {measureSearch, searchChecks, searchLines} from './search.ts'
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

/** Numbers with commas between them, smallest first. */
function list(text: string): readonly number[] {
  return text
    .split(',')
    .map(count)
    .toSorted((a, b) => a - b)
}

const peerNames = peers.map(({name}) => name)

const program = base(
  'bench',
  'Measures four things: the export beside other programs on the same articles, the embedded lake with more and more documents, the editorial rules, and the search of a site.',
)
  .addArgument(
    new Argument('[part]', 'measure only this part').choices([
      'export',
      'lake',
      'policy',
      'search',
    ]),
  )
  .option(
    '--sizes <list>',
    'export: numbers of articles, such as 1000,10000,100000',
    list,
    [10_000],
  )
  .option('--runs <number>', 'export: how often each command runs; the median counts', count, 3)
  .addOption(
    new Option('--peers <name...>', 'export: compare only with these; "none" for no peer')
      .choices([...peerNames, 'none'])
      .default(peerNames),
  )
  .addOption(
    new Option('--scenarios <name...>', 'export: measure only a full export and these')
      .choices(scenarioNames)
      .default(scenarioNames),
  )
  .option(
    '--approvals <number>',
    'export: how many articles to approve while an export watches; 0 for none',
    atLeast(0),
    20,
  )
  .option('--limit <minutes>', 'export: end a command of a peer after so many minutes', count, 60)
  .option('--write', 'export: write tables and charts into docs/performance.md')
  .option(
    '--profile',
    'export: write CPU profiles of the threads of one export to .bench/profile, and measure nothing',
  )
  .option('--articles <number>', 'policy, search: the number of articles', count, 10_000)
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
The export is compared with three generators of sites, with a script as one writes it by hand, and with
writing the same files and nothing else. The bench installs Eleventy and Astro with npm, in .bench/. Hugo
is a package of Debian: apt-get install hugo. The bench names each peer that is missing or fails, and goes
on. A peer that takes most of the memory is ended. Requests to the lake are compared with /ping on the same
port. To make a lake of 100,000 documents takes some minutes and 2 GB. The bench keeps it in .bench/, where
it grows with each run. The targets are for 10,000 and 100,000 articles on a machine that does nothing else.
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
    await profileExport(options.sizes[0] ?? 0)
    return 'done'
  }
  const outcomes = {
    ...(isWanted('export') ? {export: await benchExport()} : {}),
    ...(isWanted('lake') ? {lake: await benchLake()} : {}),
    ...(isWanted('policy') ? {policy: await benchPolicy()} : {}),
    ...(isWanted('search') ? {search: await benchSearch()} : {}),
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

async function benchSearch(): Promise<Outcome> {
  const results = await measureSearch([options.articles])
  return {results, lines: searchLines(results), checks: searchChecks(results)}
}

async function benchExport(): Promise<Outcome> {
  if (options.write) checkPlaces(options.sizes)
  const results = await measureExport({
    ...options,
    scenarios: scenarioNames.filter((name) => name === 'full' || options.scenarios.includes(name)),
  })
  if (options.write) writeResults(results)
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
