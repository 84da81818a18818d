// Reads the library for the dashboard, page by page, so that thousands of documents need little memory.

import type {SanityClient} from 'sanity'
import {z} from 'zod'
import {allBatches} from '../../review/batches.ts'
import {today} from '../../review/days.ts'
import {EXPORT_REPORT, exportReport, type ExportReportDocument} from '../../review/export-report.ts'
import {governedTypes} from '../../review/governed.ts'
import {storedDocument} from '../../review/revision.ts'
import {governanceOf, type Governance} from '../review/governance.ts'
import {
  DECISIONS_BATCH_QUERY,
  decisionRecord,
  GOVERNANCE_QUERY,
  parseGovernance,
  SUBMISSIONS_BATCH_QUERY,
  submissionRecord,
  wellFormed,
} from '../review/records.ts'
import {overviewOf, summaryOf, type Overview, type Summary} from './overview.ts'

/** Drafts and published documents. They are read whole, because a revision is a digest of everything in them. */
const DOCUMENTS_BATCH_QUERY = `*[_type == $type && !(_id in path("versions.**")) && _id > $after] | order(_id) [0...200]`

const storedDocuments = z.array(storedDocument)
const anyRecords = z.array(z.looseObject({id: z.string()}))

const LAST_EXPORT_QUERY = '*[_id == $id][0]'

/** The overview, with the report of the last export; undefined if there was no export. */
export interface LibraryOverview extends Overview {
  readonly governance: Governance
  readonly lastExport: ExportReportDocument | undefined
}

/**
 * Reads the library and sums it up.
 *
 * @param signal aborts when the dashboard closes
 */
export async function loadOverview(
  client: Pick<SanityClient, 'fetch'>,
  signal: AbortSignal,
): Promise<LibraryOverview> {
  const ask: Ask = (query, params = {}) =>
    client.fetch<unknown>(query, params, {perspective: 'raw', signal})
  const governance = governanceOf(parseGovernance(await ask(GOVERNANCE_QUERY)))
  const summaries: Summary[] = []
  for (const type of governedTypes) {
    const documents = allBatches(
      async (after) => storedDocuments.parse(await ask(DOCUMENTS_BATCH_QUERY, {type, after})),
      ({_id}) => _id,
    )
    for await (const document of documents) {
      summaries.push(summaryOf(document, governance.plans))
    }
  }
  const decisions = await recordsBy(DECISIONS_BATCH_QUERY, decisionRecord, ask)
  const submissions = await recordsBy(SUBMISSIONS_BATCH_QUERY, submissionRecord, ask)
  const report = exportReport.nullable().parse(await ask(LAST_EXPORT_QUERY, {id: EXPORT_REPORT}))
  return {
    ...(await overviewOf({summaries, decisions, submissions, governance}, today())),
    governance,
    lastExport: report ?? undefined,
  }
}

type Ask = (query: string, params?: Record<string, string>) => Promise<unknown>

/** All well-formed records that a paged query gives. */
async function recordsBy<Item>(query: string, shape: z.ZodType<Item>, ask: Ask): Promise<Item[]> {
  const items: unknown[] = []
  for await (const item of allBatches(
    async (after) => anyRecords.parse(await ask(query, {after})),
    ({id}) => id,
  )) {
    items.push(item)
  }
  return wellFormed(shape).parse(items)
}
