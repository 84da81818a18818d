// npm run lapsed: marks the references that a list says were retracted, withdrawn or superseded, and names every
// sentence that leans on them.

import {basename} from 'node:path'
import {sentencesOn, type LeaningSentence} from '../pipeline/lapsed/leaning.ts'
import {listedIn} from '../pipeline/lapsed/list.ts'
import {markListed, type FoundWork, type Marked, type RefusedRow} from '../pipeline/lapsed/mark.ts'
import {counted} from '../review/counted.ts'
import {formatDay} from '../review/day-words.ts'
import {contentCommand, openSource, run} from './shared/command.ts'
import {printJson, styled, visible} from './shared/print.ts'

const command = contentCommand(
  'lapsed',
  'Marks the references that a list says were retracted, withdrawn or superseded. Each mark is a draft that a reviewer has to approve. Prints every sentence that leans on such a work.',
)
  .argument('<list>', 'a .csv, .ndjson or .jsonl file')
  .option('--dry-run', 'write no draft, and print what would be marked')
  .addHelpText(
    'after',
    `
The list has a line for each work, and these columns or fields: doi or pmid; status, which is retracted,
withdrawn, superseded or current, which marks nothing; and if known date (YYYY-MM-DD), supersededBy (the
DOI or PMID of the newer work) and reason. It may also be the data file of Retraction Watch. Of that, only retractions count.
A row that cannot be true of the library, such as one whose DOI and PMID belong to two works, marks nothing.
The command ends with 0 if no reference is on the list, and with 2 if some are: their pages will be withheld.`,
  )
  .parse()
const [file] = command.processedArgs
const {source: name, json, dryRun = false} = command.opts()

await run(json, async () => {
  await using source = await openSource(name)
  const marked = await markListed(source, listedIn(file), dryRun)
  const sentences = await sentencesOn(
    source,
    marked.found.map(({id}) => id),
  )
  if (json) printJson({ok: true, ...marked, sentences})
  else print(marked, sentences, source.description)
  return marked.found.length + marked.refused.length > 0 ? 'withheld' : 'done'
})

function print(
  {found, refused, rows, passedOver, drafts}: Marked,
  sentences: readonly LeaningSentence[],
  source: string,
): void {
  const read = [
    counted(rows, 'row'),
    ...(passedOver > 0 ? [`${passedOver} passed over: no retraction, or no DOI or PMID`] : []),
    ...(refused.length > 0 ? [`${refused.length} refused`] : []),
  ].join(', ')
  const lines =
    found.length + refused.length === 0
      ? [`${styled('green', '✔')} No reference in ${source} is on the list (${read})`]
      : [
          `${styled('yellow', '•')} ${counted(found.length, 'reference')} in ${source} on the list (${read}):`,
          ...refused.flatMap(refusedLines),
          ...found.map(workLine),
          ...(found.length > 0 ? [...sentenceLines(sentences), '', nextLine(found, drafts)] : []),
        ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function refusedLines({line, problem, hint}: RefusedRow): string[] {
  return [
    `  ${styled('red', '✖')} ${visible(`Line ${line} of ${basename(file)} ${problem}.`)}`,
    `    ${styled('dim', visible(hint))}`,
  ]
}

function workLine({id, title, status, date, newer, reason, isNew}: FoundWork): string {
  const facts = [
    `${status}${date === undefined ? '' : ` on ${formatDay(date)}`}`,
    ...(newer === undefined ? [] : [`Newer work: ${newer}`]),
    ...(reason === undefined ? [] : [`Reason in the list: ${reason}`]),
    ...(isNew ? [] : ['Marked already']),
  ]
  return `  ${styled('yellow', '•')} citedWork ${styled('bold', visible(id))} ${visible(`"${title}": ${facts.join('. ')}`)}`
}

/** The sentences by document. What a draft shares with its published text is printed once. */
function sentenceLines(sentences: readonly LeaningSentence[]): string[] {
  if (sentences.length === 0) return ['', 'No sentence leans on them.']
  const documents = Map.groupBy(sentences, ({document}) => document)
  return [...documents.values()].flatMap((all) => {
    const same = Map.groupBy(all, ({path, sentence, work}) =>
      JSON.stringify([path, sentence, work]),
    )
    return [
      '',
      ...all
        .slice(0, 1)
        .map(({type, document, title}) =>
          styled('bold', visible(`${type} ${document} "${title}"`)),
        ),
      ...[...same.values()].flatMap((texts) =>
        texts
          .slice(0, 1)
          .flatMap(({path, sentence, work}) => [
            `  ${visible(`${path} “${sentence}”`)}`,
            `    ${styled('dim', visible(`cites ${work}, ${whereIn(texts)}`))}`,
          ]),
      ),
    ]
  })
}

function whereIn(texts: readonly LeaningSentence[]): string {
  const isIn = (draft: boolean): boolean => texts.some(({isDraft}) => isDraft === draft)
  if (isIn(true) && isIn(false)) return 'in the published text and in the draft'
  return isIn(true) ? 'in the draft' : 'in the published text'
}

function nextLine(found: readonly FoundWork[], drafts: readonly string[]): string {
  const unmarked = found.filter(({isNew}) => isNew).length
  if (drafts.length > 0) {
    return `${styled('green', '✔')} ${counted(drafts.length, 'draft')} written. Submit them for review: their pages are withheld once the marks are approved and published.`
  }
  return unmarked > 0
    ? `Nothing was written. Without --dry-run, ${counted(unmarked, 'reference')} would be marked.`
    : `${styled('green', '✔')} All are marked already. Nothing was written.`
}
