// The result of the last export, as a document of the lake. It tells users of the Studio what readers
// do not get, and why. Only exports may write it.

import {z} from 'zod'

/** The id of the report, and its type. There is only one such document. */
export const EXPORT_REPORT = 'exportReport'

const withheld = z.object({
  _key: z.string(),
  id: z.string(),
  type: z.string(),
  title: z.string(),
  reason: z.string(),
  shown: z.enum(['lastApproved', 'nothing']),
})

export const exportReport = z.object({
  _id: z.literal(EXPORT_REPORT),
  _type: z.literal(EXPORT_REPORT),
  /** ISO 8601, UTC. */
  endedAt: z.iso.datetime(),
  /** The release that became current; undefined if the export failed. */
  release: z.string().optional(),
  /** Why the export failed. */
  problem: z.string().optional(),
  /** How many documents were withheld. `withheld` may hold only the first of them. */
  withheldCount: z.int(),
  withheld: z.array(withheld),
})

export type ExportReportDocument = z.output<typeof exportReport>
