// Reads the reviewers' decisions from a source, with what the log of the source tells about them.

import {decisionOf, review} from '../../model/review.ts'
import {shapeFindings} from '../../model/validate.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Decision} from '../../review/decision.ts'
import {trailOf} from '../../review/history.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {byDocument, caseFileOf, withoutLog, type CaseFile} from '../../review/trail.ts'
import {documentsOf, sourceHistory} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'

export interface Decisions {
  /** By the id of the document that the decisions are about. */
  readonly files: ReadonlyMap<string, CaseFile>
  /** About decisions that do not count because they are malformed. */
  readonly findings: readonly Finding[]
  /** How many `review` documents the source holds, whether they count or not. */
  readonly read: number
}

/**
 * All well-formed decisions of a source. Others are reported. None of them stops an export: one bad
 * decision, which no user can delete, would stop every export.
 *
 * @param onDocument Called with every `review` document.
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function readDecisions(
  source: ContentSource,
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
  return {files: await caseFiles(source, decisions), findings, read}
}

function malformedFinding(problem: Finding): Finding {
  return {
    ...problem,
    severity: 'warning',
    message: `${problem.message}: the decision does not count`,
    hint: 'Have a reviewer decide again.',
  }
}

/** How many documents to look up at once, with all decisions on them. */
const BATCH = 20

async function caseFiles(
  source: ContentSource,
  decisions: readonly Decision[],
): Promise<Map<string, CaseFile>> {
  const bySubject = [...Map.groupBy(decisions, ({subject}) => subject)]
  if (!source.hasHistory) {
    return new Map(bySubject.map(([subject, own]) => [subject, withoutLog(own)]))
  }
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
