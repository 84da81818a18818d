// Records how an export ended, in the source that it read, for the Studio's dashboard.

import {countWithheld} from '../../model/standing/withheld.ts'
import {EXPORT_REPORT, type ExportReportDocument} from '../../review/export-report.ts'
import type {Failure} from '../failure.ts'
import {isRefusal, requestFrom} from '../source/request.ts'
import type {ContentSource} from '../source/source.ts'
import type {ExportReport} from './export.ts'

/** The report lists at most this many documents, so that it does not grow with the library. */
const LISTED = 200

/**
 * Records how an export ended.
 *
 * @returns Whether it was recorded. A dataset file cannot be written, and a token may not be allowed
 *   to write.
 * @throws Failure if the source cannot be reached or answers with an error.
 */
export async function recordExport(
  source: ContentSource,
  outcome: Pick<ExportReport, 'release' | 'withheld'> | Failure,
): Promise<boolean> {
  if (!source.hasHistory) return false
  const withheld = 'withheld' in outcome ? outcome.withheld : []
  const report: ExportReportDocument = {
    _id: EXPORT_REPORT,
    _type: EXPORT_REPORT,
    endedAt: new Date().toISOString(),
    ...('release' in outcome ? {release: outcome.release} : {problem: outcome.message}),
    withheldCount: countWithheld(withheld),
    withheld: withheld.slice(0, LISTED).map((one) => ({_key: one.id, ...one})),
  }
  return requestFrom(source.description, async () => {
    try {
      await source.client.createOrReplace(report)
      return true
    } catch (error) {
      if (isRefusal(error)) return false
      throw error
    }
  })
}
