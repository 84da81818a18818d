// Looks at everything that is published, without exporting it: what is wrong with it, and what an
// export would withhold.

import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Finding} from '../../policy/finding.ts'
import type {ReportedSetting} from '../../policy/settings/report.ts'
import {EditorialStage} from '../editorial/editorial.ts'
import {editorialFindings, factsOf} from '../editorial/findings.ts'
import type {Progress} from '../export/export.ts'
import {gate, type Withheld} from '../gate/gate.ts'
import {ApprovedWriter} from '../release/approved.ts'
import {publishedDocuments} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'

export interface Survey {
  readonly read: number
  readonly withheld: readonly Withheld[]
  /** What an export would stop at; where there is any, the rest is not looked for. */
  readonly faults: readonly Finding[]
  /** What the editorial rules find, answered or not. */
  readonly findings: readonly Finding[]
  readonly settings: readonly ReportedSetting[]
}

interface SurveyOptions {
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  readonly onProgress?: (progress: Progress) => void
}

/** @throws Failure if the source cannot be read. */
export async function survey(
  source: ContentSource,
  {today, onProgress}: SurveyOptions,
): Promise<Survey> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-'))
  try {
    using writer = new ApprovedWriter(dir)
    await using editorial = new EditorialStage({
      dir,
      writer,
      today,
      onProgress: (judged, total) => onProgress?.({stage: 'judge', done: judged, total}),
    })
    let done = 0
    const gated = await gate(source, {
      writer,
      next: editorial,
      onDocument: () => onProgress?.({stage: 'gate', done: ++done}),
    })
    writer.finish()
    const {read, findings} = gated
    if (findings.some(({severity}) => severity === 'error')) {
      return {read, withheld: gated.withheld, faults: findings, findings: [], settings: []}
    }
    const approved = await editorial.verdict(gated)
    const {settled: shown, withheld} = approved
    // Of what is not approved, people want to hear before they ask for approval.
    const unapproved = new Set(gated.withheld.map(({id}) => id))
    const newest =
      unapproved.size === 0
        ? {...approved, findings: []}
        : await editorialFindings(
            publishedDocuments(source),
            factsOf(gated, shown, today),
            ({_id}) => unapproved.has(_id),
          )
    return {
      read,
      withheld,
      faults: [],
      findings: [
        ...findings,
        ...approved.findings.filter(({document}) => !unapproved.has(document)),
        ...newest.findings,
      ],
      settings: newest.settings,
    }
  } finally {
    rmSync(dir, {recursive: true, force: true})
  }
}
