// Reads the reviewers' decisions from a source, with what the log of the source tells about them.

import {decisionOf, review} from '../../model/review.ts'
import {shapeFindings} from '../../model/validate.ts'
import type {Finding} from '../../policy/finding.ts'
import {misdated} from '../../policy/freshness/dates.ts'
import {dayOf} from '../../review/days.ts'
import type {Decision} from '../../review/decision.ts'
import {trailOf} from '../../review/history.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {byDocument, caseFileOf, withoutLog, type CaseFile} from '../../review/trail.ts'
import {documentsOf, sourceHistory} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'

export interface Decisions {
  /** By the id of the document that the decisions are about. */
  readonly files: ReadonlyMap<string, CaseFile>
  /** About decisions that are malformed, or whose dates cannot be true. */
  readonly findings: readonly Finding[]
  /** How many `review` documents the source holds, whether they count or not. */
  readonly read: number
}

/**
 * All well-formed decisions of a source. Others are reported. None of them stops an export: one bad
 * decision, which no user can delete, would stop every export.
 *
 * @param today The day of judgement: YYYY-MM-DD, UTC.
 * @param onDocument Called with every `review` document.
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function readDecisions(
  source: ContentSource,
  today: string,
  onDocument: (content: StoredDocument) => void,
): Promise<Decisions> {
  const decisions: Decision[] = []
  const findings: Finding[] = []
  let read = 0
  for await (const document of documentsOf(source, 'review')) {
    const content = contentOf(document)
    read += 1
    onDocument(content)
    const problems = shapeFindings(content, 'review')
    if (problems.length > 0) findings.push(...problems.map(malformedFinding))
    else decisions.push(decisionOf(review.parse(content)))
  }
  if (source.hasHistory) return {files: await filesWithLog(source, decisions), findings, read}
  const misdatings = new Map(
    decisions.flatMap((decision) => {
      const flaw = misdated(dayOf(decision.decidedAt), today)
      return flaw === undefined ? [] : [[decision.id, misdatedFinding(decision, flaw)]]
    }),
  )
  const files = Map.groupBy(decisions, ({subject}) => subject)
    .entries()
    .map(([subject, own]): [string, CaseFile] => [
      subject,
      withoutLog(own, ({id}) => misdatings.has(id)),
    ])
  return {files: new Map(files), findings: [...findings, ...misdatings.values()], read}
}

function malformedFinding(problem: Finding): Finding {
  return {
    ...problem,
    severity: 'warning',
    message: `${problem.message}: the decision does not count`,
    hint: 'Have a reviewer decide again.',
  }
}

function misdatedFinding({id, subject, decision}: Decision, flaw: string): Finding {
  const consequence =
    decision === 'retracted'
      ? {
          message: `${flaw}, but the retraction of ${subject} counts all the same`,
          hint: 'Correct the time in the dataset: it tells which approvals are newer.',
        }
      : {
          message: `${flaw}: the decision on ${subject} does not count`,
          hint: 'Correct the time in the dataset, or have a reviewer decide again.',
        }
  return {
    rule: 'misdated-decision',
    severity: 'warning',
    document: id,
    type: 'review',
    path: 'decidedAt',
    ...consequence,
  }
}

/** How many documents to look up at once, with all decisions on them. */
const BATCH = 20

async function filesWithLog(
  source: ContentSource,
  decisions: readonly Decision[],
): Promise<Map<string, CaseFile>> {
  const bySubject = [...Map.groupBy(decisions, ({subject}) => subject)]
  const administrators = await source.administrators()
  const files = new Map<string, CaseFile>()
  for (let start = 0; start < bySubject.length; start += BATCH) {
    const batch = bySubject.slice(start, start + BATCH)
    const ids = batch.flatMap(([subject, own]) => [subject, ...own.map(({id}) => id)])
    const trails = byDocument(await trailOf(sourceHistory(source), ids))
    for (const [subject, own] of batch) {
      files.set(subject, {...caseFileOf(subject, own, trails), administrators})
    }
  }
  return files
}
