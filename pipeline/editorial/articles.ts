// What one thread does: it judges articles one by one. Other articles may not be settled yet. The
// thread then assumes that readers get them, and notes what it assumed.

import type {Facts} from '../../model/policy-context.ts'
import type {FileSpan} from '../../model/standing/settled.ts'
import {check} from '../../policy/check.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Context, SettledRecord} from '../../policy/rule.ts'
import {ApprovedReader} from '../release/approved.ts'
import type {Share} from '../threads.ts'
import {readBesideArticles} from './findings.ts'

/** An article to judge, with its position in the approved content and its settled record. */
export interface Article {
  readonly id: string
  readonly place: FileSpan
  readonly record: SettledRecord
}

/** What the rules find in an article. */
export interface Judged {
  readonly id: string
  readonly findings: readonly Finding[]
  /** The documents that the rules asked about, each with the state that they were told. */
  readonly told: ReadonlyMap<string, State>
}

/** Undefined if no reviewer has settled the document. */
type State = SettledRecord['state'] | undefined

type SettledRecords = Context['settled']

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
  const context = builder.build(facts)
  // Every page asks for disclaimers. The gate settles them before articles, so an unknown one is not to come.
  const disclaimers = new Set(facts.disclaimers.map(({_id}) => _id))
  const isToCome = (id: string): boolean => !isComplete && !disclaimers.has(id)
  using reader = new ApprovedReader(dir)
  const judged: Judged[] = []
  for await (const {id, place, record} of items) {
    const told = new Map<string, State>()
    const get = (asked: string): SettledRecord | undefined => {
      const own = asked === id ? record : undefined
      const found = facts.settled.get(asked) ?? own ?? (isToCome(asked) ? assumed : undefined)
      told.set(asked, found?.state)
      return found
    }
    const findings = check(reader.read(place), {...context, settled: {get}})
    judged.push({id, findings, told})
  }
  return judged
}

/** About another article, rules only ask whether readers get it. */
const assumed: SettledRecord = {
  type: 'article',
  state: 'approved',
  slug: undefined,
  reviewers: [],
  decidedOn: '',
  nextReview: undefined,
}

/** Whether an article must be judged again, because the rules were told something that is not true. */
export function isOutdated(judged: Judged | undefined, settled: SettledRecords): boolean {
  return (
    judged === undefined || [...judged.told].some(([id, state]) => settled.get(id)?.state !== state)
  )
}
