// Checks everything that is published, without exporting it: what is wrong with it, and what an
// export would withhold.

import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Withheld} from '../../model/standing/withheld.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Context} from '../../policy/rule.ts'
import type {ReportedSetting} from '../../policy/settings/format.ts'
import {gateAndJudge, judgingSteps} from '../editorial/editorial.ts'
import {editorialFindings, factsOf} from '../editorial/findings.ts'
import {whyNoRelease} from '../editorial/no-release.ts'
import type {Failure} from '../failure.ts'
import type {Progress} from '../progress.ts'
import {publishedDocuments} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'
import {Store} from '../store/store.ts'

export interface Survey {
  readonly read: number
  readonly withheld: readonly Withheld[]
  /** What the gate and the editorial rules find, answered or not. */
  readonly findings: readonly Finding[]
  readonly settings: readonly ReportedSetting[]
  /** The texts that a reviewer settled, by the ids of their documents. */
  readonly settled: Context['settled']
  /** Why an export would fail; undefined if it would not. */
  readonly failure: Failure | undefined
}

interface SurveyOptions {
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Checks a whole source as an export does.
 *
 * @throws Failure if the source cannot be read, or if its site settings cannot be used.
 */
export async function survey(
  source: ContentSource,
  {today, onProgress}: SurveyOptions,
): Promise<Survey> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-'))
  try {
    const judged = await gateAndJudge(source, {
      dir,
      store: new Store(dir),
      today,
      steps: judgingSteps(undefined),
      onProgress,
    })
    const {gated, waiting, settled, withheld} = judged
    const {read, findings} = gated
    // Of unapproved documents, the newest text and its pictures are judged, so that writers learn what is
    // wrong before they ask for approval. The rules cannot judge a text that does not fit the model.
    const facts = factsOf(gated, settled, today)
    const faulty = new Set(
      findings.flatMap(({severity, document}) => (severity === 'error' ? document : [])),
    )
    const unapproved = new Set(gated.withheld.flatMap(({id}) => (faulty.has(id) ? [] : id)))
    const newest =
      unapproved.size === 0
        ? {...judged, findings: []}
        : await editorialFindings(publishedDocuments(source), facts, ({_id}) => unapproved.has(_id))
    // Where the newest text is not approved, an export judges the last approved one, and its errors withhold.
    const alsoInNewest = new Set(newest.findings.map(identity))
    const ofApproved = judged.findings.filter(
      (finding) =>
        !unapproved.has(finding.document) ||
        (finding.severity === 'error' && !alsoInNewest.has(identity(finding))),
    )
    return {
      read,
      withheld,
      findings: [...findings, ...waiting, ...ofApproved, ...newest.findings],
      settings: newest.settings,
      settled: facts.settled,
      failure: whyNoRelease(source, judged),
    }
  } finally {
    rmSync(dir, {recursive: true, force: true})
  }
}

/** What tells one finding from another, wherever its words stand in the text. */
function identity({rule, document, message, quote}: Finding): string {
  return JSON.stringify([rule, document, message, quote?.text])
}
