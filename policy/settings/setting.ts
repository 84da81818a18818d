// What a library changes about an editorial rule: its level, its number, or both, with a reason that
// every report repeats.

export const levels = ['error', 'warning', 'off'] as const

/** What the site settings say about one rule. */
export interface Setting {
  /** The id of the rule, such as `plain/jargon`. */
  readonly rule: string
  readonly level?: (typeof levels)[number] | undefined
  /** The rule's number, such as the longest sentence in words. */
  readonly limit?: number | undefined
  /** Why, for everyone who reads a report. */
  readonly reason: string
}
