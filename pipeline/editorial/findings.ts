// What the editorial rules find in content, with what they may know of the library.
import {check} from '../../policy/check.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Context, StandingRecord} from '../../policy/rule.ts'
import {settingsOf, type Setting} from '../../policy/setting.ts'
import {dayOf} from '../../review/days.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {Gated} from '../gate.ts'
import {ContextBuilder, type Facts} from '../policyContext.ts'
import type {Settled} from '../settled.ts'

export interface Judgement {
  readonly findings: readonly Finding[]
  /** Rules that the library sets otherwise than usual: every report has them. */
  readonly tunings: readonly Setting[]
}

/**
 * What the rules find in content.
 *
 * @param documents In the order of types that the model has, articles last: what they may need to
 *   know of others comes first.
 * @param isJudged Which of them are judged; the others are only known.
 */
export async function editorialFindings(
  documents: AsyncIterable<StoredDocument>,
  facts: Facts,
  isJudged: (document: StoredDocument) => boolean,
): Promise<Judgement> {
  const builder = new ContextBuilder()
  const waiting: StoredDocument[] = []
  let context: Context | undefined
  const findings: Finding[] = []
  const judge = (document: StoredDocument, known: Context): void => {
    for (const finding of check(document, known)) findings.push(finding)
  }
  for await (const document of documents) {
    if (document._type === 'article') {
      context ??= builder.build(facts)
      if (isJudged(document)) judge(document, context)
    } else {
      builder.add(document)
      if (isJudged(document)) waiting.push(document)
    }
  }
  context ??= builder.build(facts)
  for (const document of waiting) judge(document, context)
  return {findings, tunings: settingsOf(context.tunings)}
}

/**
 * What the gate knows of the library as a whole, for the rules.
 *
 * @param settled What readers get.
 * @param today YYYY-MM-DD, UTC.
 */
export const factsOf = (
  {cited, disclaimers}: Pick<Gated, 'cited' | 'disclaimers'>,
  settled: readonly Settled[],
  today: string,
): Facts => ({
  today,
  standings: new Map(settled.map((one) => [one.id, standingRecord(one)])),
  cited,
  disclaimers,
})

const standingRecord = ({type, state, slug, decision}: Settled): StandingRecord => ({
  type,
  state,
  slug,
  reviewer: decision.reviewer,
  decidedOn: dayOf(decision.decidedAt),
  nextReview: decision.nextReview,
})
