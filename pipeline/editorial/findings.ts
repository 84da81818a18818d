// What the editorial rules find in content, with what they may know of the library.

import {ContextBuilder, type Facts} from '../../model/policy-context.ts'
import {standingRecord, type Settled} from '../../model/standing/settled.ts'
import {check} from '../../policy/check.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Context, StandingRecord} from '../../policy/rule.ts'
import {settingsOf, type Setting} from '../../policy/setting.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {SoFar} from '../gate/gate.ts'
import {documentsBesideArticles} from '../release/approved.ts'

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

/** What is approved besides articles, and what rules may know of it. */
interface ApprovedLibrary {
  readonly builder: ContextBuilder
  readonly others: readonly StoredDocument[]
}

/** @param dir The folder of the release. Its articles need not be written yet. */
export async function readBesideArticles(dir: string): Promise<ApprovedLibrary> {
  const builder = new ContextBuilder()
  const others: StoredDocument[] = []
  for await (const document of documentsBesideArticles(dir)) {
    builder.add(document)
    others.push(document)
  }
  return {builder, others}
}

/**
 * What the gate knows of the library as a whole, for the rules.
 *
 * @param shown What readers get of all that is settled.
 * @param today YYYY-MM-DD, UTC.
 */
export function factsOf(
  {settled, cited, disclaimers}: SoFar,
  shown: readonly Settled[],
  today: string,
): Facts {
  const forReaders = new Set(shown.map(({id}) => id))
  const standings = settled.map((one): [string, StandingRecord] => {
    const record = standingRecord(one)
    return [one.id, forReaders.has(one.id) ? record : {...record, state: 'held'}]
  })
  return {today, standings: new Map(standings), cited, disclaimers}
}
