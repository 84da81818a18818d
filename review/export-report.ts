// The result of the last export, as a document of the lake. It tells users of the Studio what readers
// do not get, and why. Only exports may write it.

import {z} from 'zod'

/** The id of the one document that there is, and its type. */
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
  /** The release that is current since; undefined if it failed. */
  release: z.string().optional(),
  /** Why it failed. */
  problem: z.string().optional(),
  /** How many were withheld, of which `withheld` may hold only the first. */
  withheldCount: z.int(),
  withheld: z.array(withheld),
})

export type ExportReportDocument = z.output<typeof exportReport>
