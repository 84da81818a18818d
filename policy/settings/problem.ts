// Why a setting is refused. The Studio's form and the pipeline give the same reasons.

import {ruleWithId} from '../rules.ts'
import type {Setting} from './setting.ts'

/** What is wrong with a setting. */
interface SettingProblem {
  /** The field of the setting that is wrong. */
  readonly field: 'rule' | 'level' | 'limit'
  /** What is wrong, as a phrase that follows the name of the field: "is missing". */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}

/** Why a rule cannot have this setting; undefined if it can. */
export function settingProblem({
  rule: id,
  level,
  limit,
}: Partial<Setting>): SettingProblem | undefined {
  const rule = ruleWithId(id)
  if (!rule) {
    return {
      field: 'rule',
      message: 'is not an editorial rule',
      hint: 'Choose one from docs/policy.md, or remove the setting.',
    }
  }
  if (rule.isFixed) {
    return {
      field: 'rule',
      message: `is ${rule.id}, which every library has`,
      hint: 'Remove the setting.',
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
      hint: 'Remove the number. docs/policy.md lists the rules that have one.',
    }
  }
  const {what, usual, min, max} = rule.limit
  if (Number.isInteger(limit) && limit >= min && limit <= max) return undefined
  return {
    field: 'limit',
    message: `is ${limit}, which is out of bounds for ${rule.id}`,
    hint: `Enter a whole number from ${min} to ${max} ${what}. The usual number is ${usual}.`,
  }
}

/** The indexes of rule ids that repeat an earlier one in the list. */
export function repeatedSettings(rules: readonly (string | undefined)[]): number[] {
  return [...rules.entries()].flatMap(([index, rule]) =>
    rule !== undefined && rules.indexOf(rule) < index ? [index] : [],
  )
}

/** What is wrong with a second setting of the same rule. */
export const repeated: SettingProblem = {
  field: 'rule',
  message: 'is already set further up',
  hint: 'Keep only one of the two, so that it is clear which one applies.',
}
