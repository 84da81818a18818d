// npm run verify: whether anybody tampered with an embedded lake.

import {z} from 'zod'
import {verifyLake, type LakeFinding, type Verification} from '../lake/index.ts'
import {counted} from '../pipeline/counted.ts'
import {DEFAULT_LAKE} from '../pipeline/source/source.ts'
import {argument, base, jsonOption, run} from './shared/command.ts'
import {printJson, styled} from './shared/print.ts'
import {progressBar} from './shared/progress.ts'

const {dir, expect, json} = base(
  'verify',
  'Looks for any tampering with an embedded lake: its log, its documents and its assets. Changes nothing.',
)
  .option('--dir <folder>', 'where the lake is', DEFAULT_LAKE)
  .option(
    '--expect <hash>',
    'the hash of a head noted earlier, which must still be in the log',
    argument(z.string().regex(/^[0-9a-f]{64}$/), 'Expected 64 hexadecimal digits.'),
  )
  .addOption(jsonOption())
  .addHelpText(
    'after',
    `
Each entry of the log has a hash that covers the entry before it. The last hash is the head. Note it
now and then, in a place where a person who can write to the lake's files cannot write. Only --expect
with such a hash shows that a log was cut off at its end, or rewritten as a whole.
The server may run during the check.
Exit codes: 0 sound, 1 tampered with or failed.`,
  )
  .parse()
  .opts()

await run(json, async () => {
  const bar = progressBar(!json)
  const onProgress = (done: number, total: number): void =>
    bar.update({stage: 'verify', done, total})
  const result = await verifyLake(dir, {expect, onProgress}).finally(bar.stop)
  const sound = result.found === 0
  if (json) printJson({ok: sound, ...result})
  else {
    process.stderr.write(findingLines(result).join(''))
    process.stdout.write(`${summary(result).join('\n')}\n`)
  }
  return sound ? 'done' : 'failed'
})

function findingLines({findings, found}: Verification): string[] {
  const lines = findings.map(
    ({what, problem, hint}: LakeFinding) => `✖ ${what}: ${problem}\n  ${hint}.\n`,
  )
  const more = found - findings.length
  return more > 0 ? [...lines, `… and ${more} more\n`] : lines
}

function summary({found, transactions, documents, assets, head}: Verification): string[] {
  const scope = [
    counted(transactions, 'transaction'),
    counted(documents, 'document'),
    counted(assets, 'asset'),
  ].join(', ')
  return [
    found === 0
      ? `${styled('green', '✔')} ${scope}: all as they were written`
      : `${styled('red', '✖')} ${scope}: ${counted(found, 'problem')}`,
    head ? `Head: ${head.hash} (transaction ${head.seq})` : 'Nothing was ever written to it.',
  ]
}
