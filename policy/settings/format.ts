// How reports show a library's setting of a rule, next to the usual values of the rule.

import type {Severity} from '../finding.ts'
import type {Setting} from './setting.ts'

/** A setting with the usual values of its rule. */
export interface ReportedSetting extends Setting {
  /** What the rule's number counts, if it has one. */
  readonly what?: string
  readonly usual: {readonly level: Severity; readonly limit?: number}
}

/** A setting as a phrase that follows the rule's id: "is set to off, where warning is usual: Too noisy." */
export function formatSetting({level, limit, what, usual, reason}: ReportedSetting): string {
  const set = [
    ...(level === undefined ? [] : [`to ${level}, where ${usual.level} is usual`]),
    ...(limit === undefined ? [] : [`to ${limit} ${what}, where ${usual.limit} is usual`]),
  ]
  return `is set ${set.join(', and ')}: ${reason}`
}
