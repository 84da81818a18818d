// npm run verify: checks an embedded lake, or finished releases, for tampering.

import {Option} from '@commander-js/extra-typings'
import {z} from 'zod'
import {verifyLake, type LakeFinding, type Verification} from '../lake/index.ts'
import {verifyExports, verifyRelease, type ReleaseVerification} from '../pipeline/release/verify.ts'
import {DEFAULT_LAKE} from '../pipeline/source/default-lake.ts'
import {counted} from '../review/counted.ts'
import {argument, base, jsonOption, run} from './shared/command.ts'
import {printJson, styled, visible} from './shared/print.ts'
import {progressBar} from './shared/progress.ts'

/** The result for releases lists at most this many findings, as that for a lake does. */
const LISTED = 100

const {dir, expect, release, exports, json} = base(
  'verify',
  'Checks an embedded lake for tampering: its log, its documents and its assets. With --release or --exports, checks finished releases instead. Changes nothing.',
)
  .option('--dir <folder>', 'use the lake in this folder', DEFAULT_LAKE)
  .option(
    '--expect <hash>',
    'a head that you noted earlier; its hash must still be in the log',
    argument(z.string().regex(/^[0-9a-f]{64}$/), 'Expected 64 hexadecimal digits.'),
  )
  .addOption(
    new Option('--release <folder>', 'check this release, such as exports/current').conflicts([
      'dir',
      'expect',
      'exports',
    ]),
  )
  .addOption(
    new Option('--exports <folder>', 'check every release of this exports folder').conflicts([
      'dir',
      'expect',
    ]),
  )
  .addOption(jsonOption())
  .addHelpText(
    'after',
    `
Each entry of the log has a hash that covers the entry before it. The last hash is the head. Note it
now and then, in a place that the people who can write to the lake's files cannot change. Only
--expect with such a hash shows that the end of the log was cut off, or the whole log rewritten.
The server may run during the check.

A release is as it was made if the name of its folder is the SHA-256 of its manifest, if it holds the
files of the manifest and nothing else, and if each approved text has the revision of its approval. An
attacker who can write to the folder could still make another release, with another name. So compare
the name with the one that the export printed.
Exit codes: 0 done, 1 failed or found tampering.`,
  )
  .parse()
  .opts()

/** What is wrong, and the lines that sum up what was checked. */
interface Outcome {
  readonly result: Pick<Verification, 'findings' | 'found'>
  readonly summary: readonly string[]
}

await run(json, async () => {
  const bar = progressBar(!json)
  const onProgress = (done: number, total: number): void =>
    bar.update({stage: 'verify', done, total})
  const {result, summary} = await verify(onProgress).finally(bar.stop)
  const sound = result.found === 0
  if (json) printJson({ok: sound, ...result})
  else {
    process.stderr.write(findingLines(result).join(''))
    process.stdout.write(`${summary.join('\n')}\n`)
  }
  return sound ? 'done' : 'failed'
})

async function verify(onProgress: (done: number, total: number) => void): Promise<Outcome> {
  if (release !== undefined) return ofReleases(await verifyRelease(release, onProgress))
  if (exports !== undefined) return ofReleases(await verifyExports(exports, onProgress))
  return ofLake(await verifyLake(dir, {expect, onProgress}))
}

function findingLines({findings, found}: Outcome['result']): string[] {
  const lines = findings.map(({what, problem, hint}: LakeFinding, index) => {
    // Several problems in a row often need the same action.
    const isLast = findings[index + 1]?.hint !== hint
    return `✖ ${visible(`${what}: ${problem}`)}\n${isLast ? `  ${hint}.\n` : ''}`
  })
  const more = found - findings.length
  return more > 0 ? [...lines, `… and ${more} more\n`] : lines
}

function verdictLine(found: number, scope: readonly string[]): string {
  return found === 0
    ? `${styled('green', '✔')} ${scope.join(', ')}: no sign of tampering`
    : `${styled('red', '✖')} ${scope.join(', ')}: ${counted(found, 'problem')}`
}

function ofLake(result: Verification): Outcome {
  const {found, transactions, documents, assets, head} = result
  const scope = [
    counted(transactions, 'transaction'),
    counted(documents, 'document'),
    counted(assets, 'asset'),
  ]
  return {
    result,
    summary: [
      verdictLine(found, scope),
      head
        ? `Head: ${head.hash} (transaction ${head.seq})`
        : 'The lake is empty: nothing was written to it yet.',
    ],
  }
}

function ofReleases({releases, findings}: ReleaseVerification): Outcome {
  const found = findings.length
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
  const scope = [
    counted(releases.length, 'release'),
    counted(sum(releases.map(({files}) => files)), 'file'),
    counted(sum(releases.map(({documents}) => documents)), 'document'),
  ]
  const result = {releases, findings: findings.slice(0, LISTED), found}
  return {
    result,
    summary: [verdictLine(found, scope), ...releases.map(({id}) => `Release: ${id}`)],
  }
}
