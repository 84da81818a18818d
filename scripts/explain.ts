// npm run explain: which rules find something in a sentence, at which words, and by which patterns.

import {check} from '../policy/check.ts'
import {exampleText} from '../policy/examples/text.ts'
import {formatFinding, type Finding} from '../policy/finding.ts'
import {frames, patterns} from '../policy/patterns.ts'
import {emptyContext} from '../policy/rule.ts'
import {familiesOf, placesOf} from '../policy/text/frame.ts'
import {wholeWords} from '../policy/text/phrases.ts'
import {readingOf, tableOf} from '../policy/text/reading.ts'
import {base} from './shared/command.ts'

const [sentence] = base('explain', 'Shows what the editorial rules find in a sentence, and why.')
  .argument('<sentence>', 'the sentence, in quotation marks')
  .parse().processedArgs

const document = {_id: 'sentence', _type: 'article', body: exampleText(sentence)}
// Findings without a quote are about the document that the sentence is put in.
const lines = check(document, emptyContext)
  .filter(({quote}) => quote)
  .flatMap(explain)
process.stdout.write(`${lines.length > 0 ? lines.join('\n') : 'No rule finds anything.'}\n`)

function explain(finding: Finding): string[] {
  return [
    `${finding.rule} (${finding.severity}): ${formatFinding(finding)}`,
    ...namesOf(finding).map((name) => `  pattern: ${name}`),
    ...framesOf(finding).map((name) => `  frame: ${name}`),
  ]
}

/** The names of the patterns that match some of the quoted words. There can be several. */
function namesOf({rule, quote}: Finding): string[] {
  if (!quote) return []
  return (patterns[rule] ?? []).flatMap(({name, source}) => {
    const isHere = [...sentence.matchAll(wholeWords(source, 'gi'))].some(
      ({0: words, index}) => index < quote.end && quote.start < index + words.length,
    )
    return isHere ? [name] : []
  })
}

/** The names of the frames whose words are among those quoted. */
function framesOf({rule, quote}: Finding): string[] {
  if (!quote) return []
  return (frames[rule] ?? []).flatMap((frame) => {
    const reading = readingOf(sentence, tableOf(familiesOf(frame)))
    const isHere = placesOf(frame, reading).some(
      ({start, end}) => start < quote.end && quote.start < end,
    )
    return isHere ? [frame.name] : []
  })
}
