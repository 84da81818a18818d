// Applies a library's settings to the rules: which ones are on, how severe each one is, and which
// threshold it uses.

import type {Severity} from '../finding.ts'
import type {Context, Flaw, LimitedRule, Rule, Subject} from '../rule.ts'
import type {Setting} from './setting.ts'

/** A rule that is on, with the severity that the library gives it. */
interface ActiveRule {
  readonly rule: Rule
  readonly severity: Severity
}

/** The rules that are on, in the order given. */
export function activeRules(rules: readonly Rule[], settings: readonly Setting[]): ActiveRule[] {
  return rules.flatMap((rule) => {
    const set = rule.isFixed ? undefined : lastSet(rule, 'level', settings)
    const severity = set ?? rule.severity
    return severity === 'off' ? [] : [{rule, severity}]
  })
}

/** A rule's threshold: the library's number, or the usual one. */
export function limitOf(rule: LimitedRule, settings: readonly Setting[]): number {
  return lastSet(rule, 'limit', settings) ?? rule.limit.usual
}

/** The flaws that a rule finds in a document, with the library's threshold if the rule has one. */
export function flawsBy(rule: Rule, subject: Subject, context: Context): Iterable<Flaw> {
  return rule.limit
    ? rule.check(subject, context, limitOf(rule, context.settings))
    : rule.check(subject, context)
}

function lastSet<Field extends 'level' | 'limit'>(
  {id}: Rule,
  field: Field,
  settings: readonly Setting[],
): Setting[Field] {
  return settings.findLast((setting) => setting.rule === id && setting[field] !== undefined)?.[
    field
  ]
}
