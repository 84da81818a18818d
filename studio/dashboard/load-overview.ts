// Reads the library for the dashboard.

import type {Withheld} from '../../model/standing/withheld.ts'
import {today} from '../../review/days.ts'
import {EXPORT_REPORT, exportReport, type ExportReportDocument} from '../../review/export-report.ts'
import type {LakeClient} from '../checks/load-context.ts'
import type {Governance} from '../review/governance.ts'
import {asking, readLibrary, recordsBy} from '../review/read-library.ts'
import {SUBMISSIONS_BATCH_QUERY, submissionRecord} from '../review/records.ts'
import {overviewOf, summaryOf, type Overview, type Summary} from './overview.ts'

const LAST_EXPORT_QUERY = '*[_id == $id][0]'

/** The overview, with the report of the last export; undefined if there was no export. */
export interface LibraryOverview extends Overview {
  readonly governance: Governance
  /** What an export would withhold now, as far as `Verdicts` can tell. */
  readonly withheld: readonly Withheld[]
  readonly lastExport: ExportReportDocument | undefined
}

/**
 * Reads the library and sums it up.
 *
 * @param signal aborts when the dashboard closes
 */
export async function loadOverview(
  client: LakeClient,
  signal: AbortSignal,
): Promise<LibraryOverview> {
  const ask = asking(client, signal)
  const summaries: Summary[] = []
  const {governance, decisions, verdicts} = await readLibrary(client, signal, (document, {plans}) =>
    summaries.push(summaryOf(document, plans)),
  )
  const submissions = await recordsBy(SUBMISSIONS_BATCH_QUERY, submissionRecord, ask)
  const report = exportReport.nullable().parse(await ask(LAST_EXPORT_QUERY, {id: EXPORT_REPORT}))
  return {
    ...overviewOf({summaries, decisions, submissions, governance}, today()),
    governance,
    withheld: verdicts.withheld(),
    lastExport: report ?? undefined,
  }
}
