// Site settings that change rules, and bad settings with the message that both the Studio and an export
// show for them.

import type {Setting} from '../../policy/settings/setting.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {settings} from './library.ts'

export const REASON = 'Our readers told us so.'

/** The test library's settings with changes to rules. The keys of the changes are `r0`, `r1` and so on. */
export function settingsWith(...rules: Partial<Setting>[]): StoredDocument {
  return {
    ...settings,
    rules: rules.map((setting, index) => ({
      _type: 'ruleSetting',
      _key: `r${index}`,
      reason: REASON,
      ...setting,
    })),
  }
}

interface BadSetting {
  readonly name: string
  readonly setting: Partial<Setting>
  /** The field with the error. */
  readonly field: string
  readonly words: string
}

export const badSettings: readonly BadSetting[] = [
  {
    name: 'with a number that is too small',
    setting: {rule: 'plain/sentence-length', limit: 9},
    field: 'limit',
    words:
      'is 9, which is out of bounds for plain/sentence-length. Enter a whole number from 10 to 60 words in a sentence. The usual number is 25.',
  },
  {
    name: 'with a number that is too large, even if the rule is off',
    setting: {rule: 'freshness/expired', limit: 366, level: 'off'},
    field: 'limit',
    words:
      'is 366, which is out of bounds for freshness/expired. Enter a whole number from 0 to 365 days after a review was due. The usual number is 90.',
  },
  {
    name: 'with a fraction',
    setting: {rule: 'plain/grade', limit: 8.5},
    field: 'limit',
    words:
      'is 8.5, which is out of bounds for plain/grade. Enter a whole number from 4 to 12 years of school. The usual number is 8.',
  },
  {
    name: 'with a number for a rule that has none',
    setting: {rule: 'plain/jargon', limit: 10},
    field: 'limit',
    words:
      'is 10, but plain/jargon has no number. Remove the number. docs/policy.md lists the rules that have one.',
  },
  {
    name: 'with neither level nor number',
    setting: {rule: 'plain/spacing'},
    field: 'level',
    words: 'is missing, and so is a number. Set one of the two, or remove the setting.',
  },
  {
    name: 'of a rule that does not exist',
    setting: {rule: 'plain/nonsense', level: 'off'},
    field: 'rule',
    words: 'is not an editorial rule. Choose one from docs/policy.md, or remove the setting.',
  },
  {
    name: 'of a rule that every library has',
    setting: {rule: 'renditions/approved-source', level: 'off'},
    field: 'rule',
    words: 'is renditions/approved-source, which every library has. Remove the setting.',
  },
]
