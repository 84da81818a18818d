// What the editorial rules find in content, with what they may know of the library.

import {ContextBuilder, type Facts} from '../../model/policy-context.ts'
import {settledRecord, type Settled} from '../../model/standing/settled.ts'
import {check} from '../../policy/check.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Context, SettledRecord} from '../../policy/rule.ts'
import type {ReportedSetting} from '../../policy/settings/format.ts'
import {reportedSettings} from '../../policy/settings/report.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {SoFar} from '../gate/gate.ts'
import {documentsBesideArticles} from '../release/approved.ts'

export interface Judgement {
  readonly findings: readonly Finding[]
  /** The rules that the library changes. Every report lists them. */
  readonly settings: readonly ReportedSetting[]
}

/**
 * What the rules find in content.
 *
 * @param documents In the model's order of types. Articles come last, because their rules may ask
 *   about all other documents.
 * @param isJudged Whether a document is judged. The rules may still ask about the others.
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
  return {findings, settings: reportedSettings(context.settings)}
}

/** The approved documents that are not articles, and what the rules may know of them. */
export interface ApprovedLibrary {
  readonly builder: ContextBuilder
  readonly others: readonly StoredDocument[]
}

/**
 * Reads the approved documents that are not articles.
 *
 * @param dir The folder of the release. Its articles need not be written yet.
 */
export async function readBesideArticles(dir: string): Promise<ApprovedLibrary> {
  const builder = new ContextBuilder()
  const others = await documentsBesideArticles(dir)
  for (const document of others) builder.add(document)
  return {builder, others}
}

/**
 * What the rules may know about the library as a whole.
 *
 * @param shown The settled documents that readers get.
 * @param today YYYY-MM-DD, UTC.
 */
export function factsOf(
  {settled, cited, disclaimers}: SoFar,
  shown: readonly Settled[],
  today: string,
): Facts {
  const forReaders = new Set(shown.map(({id}) => id))
  const records = settled.map((one): [string, SettledRecord] => {
    const record = settledRecord(one)
    return [one.id, forReaders.has(one.id) ? record : {...record, state: 'held'}]
  })
  return {today, settled: new Map(records), cited, disclaimers}
}
