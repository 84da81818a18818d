// How a library sets the rules for itself: switched off, milder or stricter, each with a reason that
// every report repeats.
import type {Severity} from './finding.ts'
import type {Rule} from './rule.ts'

export const levels = ['error', 'warning', 'off'] as const

/** One rule as the site settings have it. */
export interface Tuning {
  readonly rule: string
  readonly level: (typeof levels)[number]
  /** Why, for everybody who reads a report. */
  readonly reason: string
}

/** A rule with the severity that the library gives it. */
export interface TunedRule {
  readonly rule: Rule
  readonly severity: Severity
}

/** The rules that are on, each as severe as the library wants it. */
export function tuned(rules: readonly Rule[], tunings: readonly Tuning[]): TunedRule[] {
  const levelOf = new Map(tunings.map(({rule, level}) => [rule, level]))
  return rules.flatMap((rule) => {
    const severity = levelOf.get(rule.id) ?? rule.severity
    return severity === 'off' ? [] : [{rule, severity}]
  })
}
