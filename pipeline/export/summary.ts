// What an export tells people and programs about itself. It is plain data, so that it can be remembered.

import {z} from 'zod'
import type {Withheld} from '../../model/standing/withheld.ts'
import type {Finding} from '../../policy/finding.ts'
import type {ReportedSetting} from '../../policy/settings/format.ts'
import type {ExportReport} from './export.ts'

const quote = z.object({text: z.string(), start: z.int(), end: z.int()})

const place = z.object({
  path: z.string(),
  quote: quote.optional(),
  sentence: z.string().optional(),
  message: z.string(),
})

const finding: z.ZodType<Finding> = place.extend({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  document: z.string(),
  type: z.string(),
  also: z.array(place).optional(),
  subject: z.string().optional(),
  hint: z.string(),
  mend: z.record(z.string(), z.unknown()).optional(),
  answer: z.string().optional(),
})

const withheld: z.ZodType<Withheld> = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  reason: z.string(),
  shown: z.enum(['lastApproved', 'nothing']),
  count: z.int().exactOptional(),
})

const setting: z.ZodType<ReportedSetting> = z.object({
  rule: z.string(),
  level: z.enum(['error', 'warning', 'off']).optional(),
  limit: z.number().optional(),
  reason: z.string(),
  what: z.string().exactOptional(),
  usual: z.object({level: z.enum(['error', 'warning']), limit: z.number().exactOptional()}),
})

export const exportSummary = z.object({
  /** What was read, for messages: "the lake in .lake". */
  source: z.string(),
  /** The id of the release that is current. */
  release: z.string(),
  /** The id of the release that was current before. It is the same if nothing changed for readers. */
  previous: z.string().optional(),
  /** How many of its files were put right. */
  mended: z.int(),
  /** Its folder. */
  dir: z.string(),
  /** How many documents the source holds. */
  read: z.int(),
  /** How many documents of each type readers get. */
  exported: z.record(z.string(), z.int()),
  /** The ids of the pages that are withdrawn, and of those that are held. */
  withdrawn: z.array(z.string()),
  held: z.array(z.string()),
  /** The ids of the urgent corrections whose plan is not met yet. */
  urgent: z.array(z.string()),
  withheld: z.array(withheld),
  warnings: z.array(finding),
  answered: z.array(finding),
  settings: z.array(setting),
  files: z.int(),
  bytes: z.int(),
})

export type ExportSummary = z.output<typeof exportSummary>

/** @param source What was read, for messages. */
export function summaryOf(report: ExportReport, source: string): ExportSummary {
  const {release, mended, dir, read, settled, withheld, warnings, answered, settings} = report
  const ids = (state: (typeof settled)[number]['state']): string[] =>
    settled.filter((one) => one.state === state).map(({id}) => id)
  // A summary that was remembered has its fields in the order of the schema, so this one has them too.
  return exportSummary.parse({
    source,
    release,
    previous: report.before,
    mended,
    dir,
    read,
    exported: countByType(report),
    withdrawn: ids('retracted'),
    held: ids('held'),
    urgent: settled.flatMap(({id, signOff}) => (signOff?.state === 'urgent' ? [id] : [])),
    withheld: [...withheld],
    warnings: [...warnings],
    answered: [...answered],
    settings: [...settings],
    files: report.files,
    bytes: report.bytes,
  })
}

function countByType({settled}: ExportReport): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const {type, state} of settled) {
    if (state === 'approved') counts[type] = (counts[type] ?? 0) + 1
  }
  return counts
}
