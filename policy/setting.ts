// What a library may set of a rule, and how that is said: the same in the Studio's form, at the
// pipeline and in every report.

import type {Severity} from './finding.ts'
import {rules} from './rules.ts'
import type {Tuning} from './tuning.ts'

/** What is wrong with a setting. */
interface SettingProblem {
  /** Where in the setting. */
  readonly field: 'rule' | 'level' | 'limit'
  /** In words that follow on the place. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}

function ruleOf(id: unknown) {
  return rules.find((rule) => rule.id === id)
}

/** Why a rule cannot be set like this; undefined where it can. */
export function settingProblem({
  rule: id,
  level,
  limit,
}: Partial<Tuning>): SettingProblem | undefined {
  const rule = ruleOf(id)
  if (!rule) {
    return {
      field: 'rule',
      message: 'is no editorial check',
      hint: 'Choose one of those in docs/policy.md, or remove the setting.',
    }
  }
  if (limit === undefined) {
    if (level !== undefined) return undefined
    return {
      field: 'level',
      message: 'is missing, and so is a number',
      hint: 'Set one of the two, or remove the setting.',
    }
  }
  if (!rule.limit) {
    return {
      field: 'limit',
      message: `is ${limit}, but ${rule.id} has no number`,
      hint: 'Remove the number: docs/policy.md says which checks have one.',
    }
  }
  const {what, usual, min, max} = rule.limit
  if (Number.isInteger(limit) && limit >= min && limit <= max) return undefined
  return {
    field: 'limit',
    message: `is ${limit}, which is out of bounds for ${rule.id}`,
    hint: `Give a whole number from ${min} to ${max} ${what}: ${usual} is usual.`,
  }
}

/** Which of some settings, by their indexes, are of a rule that an earlier one sets already. */
export function repeatedSettings(rules: readonly (string | undefined)[]): number[] {
  return [...rules.entries()].flatMap(([index, rule]) =>
    rule !== undefined && rules.indexOf(rule) < index ? [index] : [],
  )
}

/** What is wrong with a setting that repeats another. */
export const repeated: SettingProblem = {
  field: 'rule',
  message: 'is set already, further up',
  hint: 'Keep one of the two: nobody could tell which holds.',
}

/** A setting beside what is usual, as reports have it. */
export interface Setting extends Tuning {
  /** What the rule's number counts, where it has one. */
  readonly what?: string
  readonly usual: {readonly level: Severity; readonly limit?: number}
}

/** Each setting beside what is usual. Of rules that do not exist there are none: they are refused. */
export function settingsOf(tunings: readonly Tuning[]): Setting[] {
  return tunings.flatMap((tuning) => {
    const rule = ruleOf(tuning.rule)
    if (!rule) return []
    const {severity: level, limit} = rule
    return [
      limit
        ? {...tuning, what: limit.what, usual: {level, limit: limit.usual}}
        : {...tuning, usual: {level}},
    ]
  })
}

/** A setting in words that follow on the rule: "is set to off, where warning is usual: Too noisy." */
export function saySetting({level, limit, what, usual, reason}: Setting): string {
  const set = [
    ...(level === undefined ? [] : [`to ${level}, where ${usual.level} is usual`]),
    ...(limit === undefined ? [] : [`to ${limit} ${what}, where ${usual.limit} is usual`]),
  ]
  return `is set ${set.join(', and ')}: ${reason}`
}
