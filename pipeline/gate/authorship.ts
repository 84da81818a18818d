// Compares decisions with the source's log. The log shows who wrote each decision, and whether a
// reviewer edited the text that they approved.

import type {Finding} from '../../policy/finding.ts'
import {earlierThan, helpedWrite, isGenuine, userOf} from '../../review/authorship.ts'
import type {Decision} from '../../review/decision.ts'
import {changesOf, logOf, withDraft} from '../../review/history.ts'
import {sourceHistory} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'

/** The number of documents per request to the log. Their ids must fit in the address. */
const BATCH = 40

/**
 * The decisions that the log confirms. The others are reported.
 *
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function confirmedByLog(
  source: ContentSource,
  decisions: readonly Decision[],
): Promise<{decisions: Decision[]; findings: Finding[]}> {
  const forged = await forgedDecisions(source, decisions)
  const genuine = decisions.filter(({id}) => !forged.has(id))
  const own = await approvalsOfOwnWords(source, genuine)
  const findings = decisions.flatMap((decision) => {
    if (forged.has(decision.id)) return [forgedFinding(decision)]
    return own.has(decision.id) ? [ownWordsFinding(decision)] : []
  })
  return {decisions: genuine.filter(({id}) => !own.has(id)), findings}
}

/** The ids of decisions that another user than the named reviewer wrote. */
async function forgedDecisions(
  source: ContentSource,
  decisions: readonly Decision[],
): Promise<Set<string>> {
  const administrators = await source.administrators()
  const authors = new Map<string, string[]>()
  for (const batch of batches(decisions.map(({id}) => id))) {
    for await (const {author, documentIDs} of logOf(sourceHistory(source), batch)) {
      for (const id of documentIDs) authors.set(id, [...(authors.get(id) ?? []), author])
    }
  }
  return new Set(
    decisions
      .filter((decision) => !isGenuine(decision, authors.get(decision.id) ?? [], administrators))
      .map(({id}) => id),
  )
}

/** The ids of approvals of a revision that the reviewer helped to write. */
async function approvalsOfOwnWords(
  source: ContentSource,
  decisions: readonly Decision[],
): Promise<Set<string>> {
  const approvals = decisions.filter(({decision}) => decision === 'approved')
  const bySubject = Map.groupBy(approvals, ({subject}) => subject)
  const users = [...new Set(approvals.flatMap(({reviewer}) => userOf(reviewer) ?? []))]
  if (users.length === 0) return new Set()
  const own = new Set<string>()
  for (const batch of batches([...bySubject.keys()])) {
    // Most reviewers never edit what they review. Only the others need a closer look.
    const touched = new Set<string>()
    for await (const {author, documentIDs} of logOf(
      sourceHistory(source),
      batch.flatMap(withDraft),
      {
        authors: users,
      },
    )) {
      for (const id of documentIDs) touched.add(`${id.replace(/^drafts\./, '')} ${author}`)
    }
    for (const subject of batch) {
      for (const approval of bySubject.get(subject) ?? []) {
        const user = userOf(approval.reviewer)
        if (user === undefined || !touched.has(`${subject} ${user}`)) continue
        const changes = await changesOf(sourceHistory(source), subject, approval.decidedAt)
        const earlier = earlierThan(approval, bySubject.get(subject) ?? [])
        if (helpedWrite(user, changes, earlier)) own.add(approval.id)
      }
    }
  }
  return own
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({length: Math.ceil(ids.length / BATCH)}, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  )
}

function forgedFinding({id, reviewer}: Decision): Finding {
  return {
    rule: 'forged-decision',
    severity: 'warning',
    document: id,
    type: 'review',
    path: 'reviewer',
    message: `names ${reviewer}, but the log says that another user wrote it, so it does not count`,
    hint: 'Have the reviewer decide in their own name, and find out who did this.',
  }
}

function ownWordsFinding({id, reviewer, subject}: Decision): Finding {
  return {
    rule: 'four-eyes',
    severity: 'warning',
    document: id,
    type: 'review',
    path: 'reviewer',
    message: `is by ${reviewer}, but the log says that they helped to write ${subject} after its last approval, so it does not count`,
    hint: 'Have another reviewer decide.',
  }
}
