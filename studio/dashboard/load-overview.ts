// Reads the library for the dashboard, page by page, so that thousands of documents need little memory.

import {isDraftId} from '@sanity/client/csm'
import {z} from 'zod'
import {imageFromId} from '../../model/image-asset.ts'
import {contentTypes} from '../../model/index.ts'
import type {Withheld} from '../../model/standing/outcome.ts'
import {allBatches} from '../../review/batches.ts'
import {today} from '../../review/days.ts'
import {EXPORT_REPORT, exportReport, type ExportReportDocument} from '../../review/export-report.ts'
import {isGoverned} from '../../review/governed.ts'
import {historyOf} from '../../review/history.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import type {LakeClient} from '../checks/load-context.ts'
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
import {Verdicts} from './withheld.ts'

/** Of a picture, its id says all that matters. */
const IMAGES_BATCH_QUERY = `*[_type == "sanity.imageAsset" && _id > $after] | order(_id) [0...1000] {_id, _type}`

/** Drafts and published documents. They are read whole, because a revision is a digest of everything in them. */
const DOCUMENTS_BATCH_QUERY = `*[_type == $type && !(_id in path("versions.**")) && _id > $after] | order(_id) [0...200]`

const storedDocuments = z.array(storedDocument)
const anyRecords = z.array(z.looseObject({id: z.string()}))

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
  const ask: Ask = (query, params = {}) =>
    client.fetch<unknown>(query, params, {perspective: 'raw', signal})
  const governance = governanceOf(parseGovernance(await ask(GOVERNANCE_QUERY)))
  const decisions = await recordsBy(DECISIONS_BATCH_QUERY, decisionRecord, ask)
  const submissions = await recordsBy(SUBMISSIONS_BATCH_QUERY, submissionRecord, ask)
  const summaries: Summary[] = []
  const verdicts = new Verdicts({
    governance,
    decisions,
    history: historyOf(client, signal),
    today: today(),
  })
  for await (const {_id} of documentsBy(IMAGES_BATCH_QUERY, {}, ask)) {
    await verdicts.add(imageFromId(_id, client.config()))
  }
  for (const type of contentTypes.filter((one) => one !== 'sanity.imageAsset')) {
    for await (const document of documentsBy(DOCUMENTS_BATCH_QUERY, {type}, ask)) {
      if (isGoverned(type)) summaries.push(summaryOf(document, governance.plans))
      if (!isDraftId(document._id)) await verdicts.add(contentOf(document))
    }
  }
  const report = exportReport.nullable().parse(await ask(LAST_EXPORT_QUERY, {id: EXPORT_REPORT}))
  return {
    ...overviewOf({summaries, decisions, submissions, governance}, today()),
    governance,
    withheld: verdicts.withheld(),
    lastExport: report ?? undefined,
  }
}

/** All documents that a paged query gives. */
function documentsBy(
  query: string,
  params: Record<string, string>,
  ask: Ask,
): AsyncGenerator<StoredDocument> {
  return allBatches(
    async (after) => storedDocuments.parse(await ask(query, {...params, after})),
    ({_id}) => _id,
  )
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
