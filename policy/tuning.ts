// How a library sets the rules for itself: switched off, milder or stricter, or by another number, each
// with a reason that every report repeats.

import type {Severity} from './finding.ts'
import type {Context, Flaw, LimitedRule, Rule, Subject} from './rule.ts'

export const levels = ['error', 'warning', 'off'] as const

/** One rule as the site settings have it: its level, its number, or both. */
export interface Tuning {
  readonly rule: string
  readonly level?: (typeof levels)[number] | undefined
  /** The number that the rule judges by. */
  readonly limit?: number | undefined
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
  return rules.flatMap((rule) => {
    const severity = lastSet(rule, 'level', tunings) ?? rule.severity
    return severity === 'off' ? [] : [{rule, severity}]
  })
}

/** The number that a rule judges by: as the library sets it, or the usual one. */
export function limitOf(rule: LimitedRule, tunings: readonly Tuning[]): number {
  return lastSet(rule, 'limit', tunings) ?? rule.limit.usual
}

/** What a rule finds by the number that holds, if it has one. */
export function flawsBy(rule: Rule, subject: Subject, context: Context): Iterable<Flaw> {
  return rule.limit
    ? rule.check(subject, context, limitOf(rule, context.tunings))
    : rule.check(subject, context)
}

function lastSet<Field extends 'level' | 'limit'>(
  {id}: Rule,
  field: Field,
  tunings: readonly Tuning[],
): Tuning[Field] {
  return tunings.findLast((tuning) => tuning.rule === id && tuning[field] !== undefined)?.[field]
}
