// npm run validate: reports every problem in the content, and writes no release.

import {Option} from '@commander-js/extra-typings'
import {countWithheld} from '../model/standing/withheld.ts'
import {fixAll} from '../pipeline/editorial/fix.ts'
import {draftsClient} from '../pipeline/source/source.ts'
import {survey, type Survey} from '../pipeline/survey/survey.ts'
import {isOpen} from '../policy/finding.ts'
import {todayIs} from '../policy/today.ts'
import {counted} from '../review/counted.ts'
import {asOfOption, contentCommand, openSource, run} from './shared/command.ts'
import {
  findingLines,
  printJson,
  printProblem,
  errorOf,
  styled,
  settingLines,
  visible,
  visibleLines,
  withheldLines,
} from './shared/print.ts'
import {progressBar} from './shared/progress.ts'
import {sarifOf} from './shared/sarif.ts'

const options = contentCommand(
  'validate',
  'Checks all published content and reports what an export would withhold.',
)
  .addOption(new Option('--sarif', 'print the findings as SARIF 2.1.0').conflicts('json'))
  .addOption(asOfOption())
  .option('--fix', 'first correct, in drafts, what cannot change the meaning of a text')
  .parse()
  .opts()

await run(options.json, async () => {
  await using source = await openSource(options.source)
  const draftsOf = options.fix ? draftsClient(source) : undefined
  const bar = progressBar(!options.json && !options.sarif)
  const {failure, settled, ...found} = await survey(source, {
    today: options.asOf,
    onProgress: bar.update,
  }).finally(bar.stop)
  const drafts = draftsOf
    ? await fixAll(source, draftsOf, {today: todayIs(options.asOf), settled})
    : []
  if (options.sarif)
    process.stdout.write(`${visibleLines(sarifOf(found.findings, found.settings))}\n`)
  const outcome = failure ? {ok: false, error: errorOf(failure)} : {ok: true}
  if (options.json) printJson({...outcome, ...found, fixed: drafts})
  else if (!options.sarif) printSurvey(found, source.description, drafts)
  if (failure) {
    if (!options.json) printProblem(failure)
    return 'failed'
  }
  return found.withheld.length > 0 ? 'withheld' : 'done'
})

function printSurvey(
  {read, withheld, findings, settings}: Omit<Survey, 'failure' | 'settled'>,
  source: string,
  drafts: readonly string[],
): void {
  // The failure says so.
  if (read === 0) return
  const open = findings.filter(isOpen)
  const errors = open.filter(({severity}) => severity === 'error').length
  const summary = [
    counted(errors, 'error'),
    counted(open.length - errors, 'warning'),
    ...(open.length < findings.length ? [`${findings.length - open.length} answered`] : []),
  ].join(', ')
  const lines = [
    ...findingLines(open),
    ...(open.length > 0 ? [''] : []),
    `${open.length === 0 ? styled('green', '✔') : '•'} ${counted(read, 'document')} in ${source}: ${summary}`,
    ...(drafts.length > 0
      ? [
          `  ${styled('green', '✔')} corrected ${counted(drafts.length, 'draft')}, to be reviewed: ${visible(drafts.join(', '))}`,
        ]
      : []),
    ...settingLines(settings),
    ...(withheld.length > 0
      ? [
          styled('yellow', `An export would withhold ${countWithheld(withheld)}:`),
          ...withheldLines(withheld),
        ]
      : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
