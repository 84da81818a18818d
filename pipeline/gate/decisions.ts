// Reads the reviewers' decisions from a source.

import {person} from '../../model/person.ts'
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
}

/**
 * All decisions of a source that count. A decision does not count if it is malformed, if its author is
 * no reviewer, or if the log of the source does not confirm it. Those are reported. None of them stops
 * an export: then one bad decision, which nobody can delete, would stop every export.
 *
 * @param onDocument Called with every `review` document.
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function readDecisions(
  source: ContentSource,
  onDocument: (content: StoredDocument) => void,
): Promise<Decisions> {
  const reviewers = await readReviewers(source)
  const read: Decision[] = []
  const findings: Finding[] = []

  for await (const document of documentsOf(source, 'review')) {
    const content = contentOf(document)
    onDocument(content)
    const problems = shapeFindings(content, 'review')
    if (problems.length > 0) {
      findings.push(...problems.map(malformedFinding))
      continue
    }
    const decision = decisionOf(review.parse(content))
    if (!reviewers.has(decision.reviewer)) {
      findings.push({
        rule: 'not-a-reviewer',
        severity: 'warning',
        document: decision.id,
        type: 'review',
        path: 'reviewer',
        message: `points at ${decision.reviewer}, who is not a reviewer, so the decision does not count`,
        hint: 'Give the person the role of reviewer, or have a reviewer decide.',
      })
      continue
    }
    read.push(decision)
  }
  const checked = source.hasHistory
    ? await confirmedByLog(source, read)
    : {decisions: read, findings: []}
  findings.push(...checked.findings)
  return {bySubject: Map.groupBy(checked.decisions, ({subject}) => subject), findings}
}

function malformedFinding(problem: Finding): Finding {
  return {
    ...problem,
    severity: 'warning',
    message: `${problem.message}: the decision does not count`,
    hint: 'Have a reviewer decide again.',
  }
}

async function readReviewers(source: ContentSource): Promise<Set<string>> {
  const reviewers = new Set<string>()
  for await (const document of documentsOf(source, 'person')) {
    const {data} = person.safeParse(contentOf(document))
    if (data?.roles.includes('reviewer')) reviewers.add(data._id)
  }
  return reviewers
}
