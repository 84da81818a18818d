// npm run verify: checks an embedded lake for tampering.

import {z} from 'zod'
import {verifyLake, type LakeFinding, type Verification} from '../lake/index.ts'
import {counted} from '../pipeline/counted.ts'
import {DEFAULT_LAKE} from '../pipeline/source/source.ts'
import {argument, base, jsonOption, run} from './shared/command.ts'
import {printJson, styled, visible} from './shared/print.ts'
import {progressBar} from './shared/progress.ts'

const {dir, expect, json} = base(
  'verify',
  'Checks the log, the documents and the assets of an embedded lake for tampering. Changes nothing.',
)
  .option('--dir <folder>', 'use the lake in this folder', DEFAULT_LAKE)
  .option(
    '--expect <hash>',
    'a head that you noted earlier; its hash must still be in the log',
    argument(z.string().regex(/^[0-9a-f]{64}$/), 'Expected 64 hexadecimal digits.'),
  )
  .addOption(jsonOption())
  .addHelpText(
    'after',
    `
Each entry of the log has a hash that covers the entry before it. The last hash is the head. Note it
now and then, in a place that the people who can write to the lake's files cannot change. Only
--expect with such a hash shows that the end of the log was cut off, or the whole log rewritten.
The server may run during the check.
Exit codes: 0 done, 1 failed or found tampering.`,
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
    ({what, problem, hint}: LakeFinding) => `✖ ${visible(`${what}: ${problem}`)}\n  ${hint}.\n`,
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
      ? `${styled('green', '✔')} ${scope}: no sign of tampering`
      : `${styled('red', '✖')} ${scope}: ${counted(found, 'problem')}`,
    head
      ? `Head: ${head.hash} (transaction ${head.seq})`
      : 'The lake is empty: nothing was written to it yet.',
  ]
}
