// Leaves word of an export in the lake that it read, for the Studio's dashboard.

import {ClientError} from '@sanity/client'
import {EXPORT_REPORT, type ExportReportDocument} from '../../review/export-report.ts'
import type {Failure} from '../failure.ts'
import type {ContentSource} from '../source/source.ts'
import type {ExportReport} from './export.ts'

/** As many as people read: a document must not grow with the library. */
const LISTED = 200

/**
 * Records how an export ended.
 *
 * @returns Whether the source took it: a dataset file cannot, and a token may not be allowed to.
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
    withheldCount: withheld.length,
    withheld: withheld.slice(0, LISTED).map((one) => ({_key: one.id, ...one})),
  }
  try {
    await source.client.createOrReplace(report)
    return true
  } catch (error) {
    if (error instanceof ClientError && (error.statusCode === 401 || error.statusCode === 403)) {
      return false
    }
    throw error
  }
}
