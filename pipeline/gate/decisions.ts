// Reads the reviewers' decisions from a source.

import {decisionOf, review} from '../../model/review.ts'
import {shapeFindings} from '../../model/validate.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Decision} from '../../review/decision.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {contentOf} from '../../review/revision.ts'
import {documentsOf} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'
import {confirmedByLog} from './rulings.ts'

export interface Decisions {
  /** By the id of the document that the decision is about. */
  readonly bySubject: ReadonlyMap<string, readonly Decision[]>
  readonly findings: readonly Finding[]
  /** How many `review` documents the source holds, whether they count or not. */
  readonly read: number
}

/**
 * All decisions of a source that count. A decision does not count if it is malformed, if its author is
 * no reviewer, or if the log of the source does not confirm it. A retraction counts also if its author
 * is no reviewer any more: the page must not come back when a reviewer leaves. All of these are
 * reported. None of them stops an export: one bad decision, which no user can delete, would stop
 * every export.
 *
 * @param onDocument Called with every `review` document.
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function readDecisions(
  source: ContentSource,
  onDocument: (content: StoredDocument) => void,
): Promise<Decisions> {
  const reviewers = await readReviewers(source)
  const decisions: Decision[] = []
  const findings: Finding[] = []
  let read = 0

  for await (const document of documentsOf(source, 'review')) {
    const content = contentOf(document)
    read += 1
    onDocument(content)
    const problems = shapeFindings(content, 'review')
    if (problems.length > 0) {
      findings.push(...problems.map(malformedFinding))
      continue
    }
    const decision = decisionOf(review.parse(content))
    if (!reviewers.has(decision.reviewer)) {
      findings.push(notByReviewer(decision))
      if (decision.decision !== 'retracted') continue
    }
    decisions.push(decision)
  }
  const checked = source.hasHistory
    ? await confirmedByLog(source, decisions)
    : {decisions, findings: []}
  findings.push(...checked.findings)
  return {bySubject: Map.groupBy(checked.decisions, ({subject}) => subject), findings, read}
}

function notByReviewer({id, reviewer, decision}: Decision): Finding {
  const outcome =
    decision === 'retracted'
      ? {
          message: 'but a retraction counts all the same',
          hint: 'Have a reviewer approve the document if readers should get it again.',
        }
      : {
          message: 'so the decision does not count',
          hint: 'Give the person the role of reviewer, or have a reviewer decide.',
        }
  return {
    rule: 'not-a-reviewer',
    severity: 'warning',
    document: id,
    type: 'review',
    path: 'reviewer',
    ...outcome,
    message: `points at ${reviewer}, who is not a reviewer, ${outcome.message}`,
  }
}

function malformedFinding(problem: Finding): Finding {
  return {
    ...problem,
    severity: 'warning',
    message: `${problem.message}: the decision does not count`,
    hint: 'Have a reviewer decide again.',
  }
}

/** An error in a person's document does not take the role away. Pages that name the person wait. */
async function readReviewers(source: ContentSource): Promise<Set<string>> {
  const reviewers = new Set<string>()
  for await (const document of documentsOf(source, 'person')) {
    const {_id, roles} = contentOf(document)
    if (Array.isArray(roles) && roles.includes('reviewer')) reviewers.add(_id)
  }
  return reviewers
}
