// A setting: a library's own level or threshold for an editorial rule, or both, with a reason that
// every report repeats.

export const levels = ['error', 'warning', 'off'] as const

/** What the site settings say about one rule. */
export interface Setting {
  /** The id of the rule, such as `plain/jargon`. */
  readonly rule: string
  readonly level?: (typeof levels)[number] | undefined
  /** The rule's threshold, such as the longest sentence in words. */
  readonly limit?: number | undefined
  /** Why, for everyone who reads a report. */
  readonly reason: string
}
