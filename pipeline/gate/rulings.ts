// Holds decisions against the log of the source. Decisions that the log does not confirm do not count.

import type {Finding} from '../../policy/finding.ts'
import type {Decision} from '../../review/decision.ts'
import {trailOf} from '../../review/history.ts'
import {byDocument, caseFileOf, ruleOn, type Objection, type Ruling} from '../../review/trail.ts'
import {sourceHistory} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'

/** How many documents to look up at once, with all decisions on them. */
const BATCH = 20

interface Ruled {
  /** The decisions that count, with their places in the log. */
  readonly decisions: readonly Decision[]
  /** One finding for each decision that does not count. */
  readonly findings: readonly Finding[]
}

/**
 * Rules on decisions by the log of the source.
 *
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function confirmedByLog(
  source: ContentSource,
  decisions: readonly Decision[],
): Promise<Ruled> {
  const rulings = await rulingsOn(source, decisions)
  return {
    decisions: rulings.flatMap(({decision, objection}) => (objection ? [] : [decision])),
    findings: rulings.flatMap(({decision, objection, isImported}) => {
      // An imported history may hold approvals of texts that were not imported. They have no effect.
      if (!objection || (objection === 'unknownText' && isImported)) return []
      return [findingOf(decision, objection)]
    }),
  }
}

async function rulingsOn(source: ContentSource, decisions: readonly Decision[]): Promise<Ruling[]> {
  const administrators = await source.administrators()
  const bySubject = [...Map.groupBy(decisions, ({subject}) => subject)]
  const rulings: Ruling[] = []
  for (let start = 0; start < bySubject.length; start += BATCH) {
    const batch = bySubject.slice(start, start + BATCH)
    const ids = batch.flatMap(([subject, own]) => [subject, ...own.map(({id}) => id)])
    const trails = byDocument(await trailOf(sourceHistory(source), ids))
    for (const [subject, own] of batch) {
      rulings.push(...ruleOn({...caseFileOf(subject, own, trails), administrators}))
    }
  }
  return rulings
}

function findingOf(decision: Decision, objection: Objection): Finding {
  const {id, reviewer, subject, filedAt} = decision
  const texts: Record<Objection, Pick<Finding, 'rule' | 'path' | 'message' | 'hint'>> = {
    forged: {
      rule: 'forged-decision',
      path: 'reviewer',
      message: `names ${reviewer}, but the log says that another user wrote it: it does not count`,
      hint: 'Have the reviewer decide in their own name, and find out who did this.',
    },
    unknownText: {
      rule: 'unknown-text',
      path: 'revision',
      message: `approves a text that ${subject} did not have by then (the log dates the decision ${filedAt}): it does not count`,
      hint: 'Have a reviewer read the text as it is now, and decide on that.',
    },
    ownWords: {
      rule: 'four-eyes',
      path: 'reviewer',
      message: `is by ${reviewer}, who by the log helped to write ${subject} since its last approved text: it does not count`,
      hint: 'Have another reviewer decide.',
    },
  }
  return {severity: 'warning', document: id, type: 'review', ...texts[objection]}
}
