// What one thread does: it judges articles one by one. Other articles may not be settled yet. The
// thread then assumes that readers get them. What it read tells later whether that was true.

import type {Facts} from '../../model/policy-context.ts'
import type {TextPlace} from '../../model/standing/settled.ts'
import {check} from '../../policy/check.ts'
import type {Context, SettledRecord} from '../../policy/rule.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {ApprovedReader} from '../release/approved.ts'
import {digester, Reads, type DigestOf} from '../steps/reads.ts'
import {traceOf} from '../steps/steps.ts'
import type {Share} from '../threads.ts'
import {readBesideArticles} from './findings.ts'
import type {Judged} from './judgements.ts'
import {answerTo, assumed, observed} from './observed.ts'

/** An article to judge, with its place in the approved content and its settled record. */
export interface Article {
  readonly id: string
  /** Its revision. */
  readonly input: string
  readonly place: TextPlace
  readonly record: SettledRecord
}

/** What a thread needs to know. It must be plain data. */
export interface Judging {
  /** The folder of the staged release. Everything but the articles is written. */
  readonly dir: string
  readonly facts: Facts
  /** Whether the facts include all articles. They always include everything else. */
  readonly isComplete: boolean
}

/**
 * Judges articles. If the facts are not complete, it assumes that readers get all other articles,
 * which is true of most.
 */
export async function judgeArticles(
  {dir, facts, isComplete}: Judging,
  {items}: Share<Article>,
): Promise<readonly Judged[]> {
  const {builder} = await readBesideArticles(dir)
  const own = new Map<string, SettledRecord>()
  const settled = {
    get: (id: string): SettledRecord | undefined =>
      facts.settled.get(id) ?? own.get(id) ?? (isComplete ? undefined : assumed),
  }
  const context = {...builder.build(facts), settled}
  const digestOf = digester((read) => answerTo(context, read))
  using reader = new ApprovedReader(dir)
  const judged: Judged[] = []
  for await (const {id, input, place, record} of items) {
    own.set(id, record)
    judged.push(judge(reader.read(place), {input, context, digestOf}))
    own.delete(id)
  }
  return judged
}

/**
 * What the rules find in a document.
 *
 * @param input The digest of the document.
 */
export function judge(
  document: StoredDocument,
  {
    input,
    context,
    digestOf,
  }: {readonly input: string; readonly context: Context; readonly digestOf: DigestOf},
): Judged {
  const {_id: id} = document
  const reads = new Reads()
  const findings = check(document, observed(context, id, reads.note))
  return {id, trace: traceOf(findings, {input, reads, digestOf})}
}
