// npm run validate: every problem in the content, without exporting anything.
import {z} from 'zod'

import {counted, refuseErrors} from '../pipeline/export.ts'
import {gate} from '../pipeline/gate.ts'
import {command, openSource, run} from './command.ts'
import {findingLines, printJson, styled, withheldLines} from './print.ts'
import {progressBar} from './progress.ts'

const program = command(
  'validate',
  'Checks all published content and says what an export would withhold.',
).parse()

const options = z
  .object({source: z.string().optional(), json: z.boolean().default(false)})
  .parse(program.opts())

await run(options.json, async () => {
  await using source = await openSource(options.source)
  const bar = progressBar(!options.json)
  let done = 0
  const {read, withheld, findings} = await gate(source, {
    onDocument: () => bar.update({stage: 'gate', done: ++done}),
  }).finally(bar.stop)
  refuseErrors(findings)
  if (options.json) printJson({ok: true, read, withheld, findings})
  else {
    const lines = [
      ...findingLines(findings),
      `${styled('green', '✔')} ${counted(read, 'document')} in ${source.description}: no errors`,
      ...(withheld.length > 0
        ? [
            styled('yellow', `An export would withhold ${withheld.length}:`),
            ...withheldLines(withheld),
          ]
        : []),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
  return withheld.length > 0 ? 'withheld' : 'done'
})
