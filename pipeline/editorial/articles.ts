// Judges articles, each for itself: what one thread does.

import type {Facts} from '../../model/policy-context.ts'
import type {FileSpan} from '../../model/standing/settled.ts'
import {check} from '../../policy/check.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Context, SettledRecord} from '../../policy/rule.ts'
import {ApprovedReader} from '../release/approved.ts'
import type {Share} from '../threads.ts'
import {readBesideArticles} from './findings.ts'

/** An article to judge: where it is written, and what a reviewer settled of it. */
export interface Article {
  readonly id: string
  readonly place: FileSpan
  readonly record: SettledRecord
}

/** What the rules find in an article. */
export interface Judged {
  readonly id: string
  readonly findings: readonly Finding[]
  /** The documents that they asked about, each with the state that they were told. */
  readonly told: ReadonlyMap<string, State>
}

/** Undefined where no reviewer has settled anything. */
type State = SettledRecord['state'] | undefined

type SettledRecords = Context['settled']

/** What a thread needs to know, all of it plain data. */
export interface Judging {
  /** The folder of the staged release. All but articles is written. */
  readonly dir: string
  readonly facts: Facts
  /** Whether the facts have all articles. If not, they have everything else. */
  readonly isComplete: boolean
}

/**
 * Judges articles. While they are still being settled, it is presumed of others that readers will
 * get them, as they do most.
 */
export async function judgeArticles(
  {dir, facts, isComplete}: Judging,
  {items}: Share<Article>,
): Promise<readonly Judged[]> {
  const {builder} = await readBesideArticles(dir)
  const context = builder.build(facts)
  // Disclaimers come before articles, and every page asks for them.
  const disclaimers = new Set(facts.disclaimers.map(({_id}) => _id))
  const isToCome = (id: string): boolean => !isComplete && !disclaimers.has(id)
  using reader = new ApprovedReader(dir)
  const judged: Judged[] = []
  for await (const {id, place, record} of items) {
    const told = new Map<string, State>()
    const get = (asked: string): SettledRecord | undefined => {
      const own = asked === id ? record : undefined
      const found = facts.settled.get(asked) ?? own ?? (isToCome(asked) ? presumed : undefined)
      told.set(asked, found?.state)
      return found
    }
    const findings = check(reader.read(place), {...context, settled: {get}})
    judged.push({id, findings, told})
  }
  return judged
}

/** Of another article rules only ask whether readers get it. */
const presumed: SettledRecord = {
  type: 'article',
  state: 'approved',
  slug: undefined,
  reviewer: '',
  decidedOn: '',
  nextReview: undefined,
}

/** Whether the rules were told what does not hold. */
export function isOutdated(judged: Judged | undefined, settled: SettledRecords): boolean {
  return (
    judged === undefined || [...judged.told].some(([id, state]) => settled.get(id)?.state !== state)
  )
}
