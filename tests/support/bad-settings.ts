// Site settings that set rules; and settings that nobody can make, with the words in which the Studio
// and an export alike refuse them.

import type {Tuning} from '../../policy/tuning.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {settings} from './library.ts'

export const REASON = 'Our readers told us so.'

/** The test library's settings, with rules set. Their keys are `r0`, `r1` and so on. */
export function settingsWith(...tunings: Partial<Tuning>[]): StoredDocument {
  return {
    ...settings,
    rules: tunings.map((tuning, index) => ({
      _type: 'ruleSetting',
      _key: `r${index}`,
      reason: REASON,
      ...tuning,
    })),
  }
}

interface BadSetting {
  readonly name: string
  readonly tuning: Partial<Tuning>
  /** Where it is wrong. */
  readonly field: string
  readonly words: string
}

export const badSettings: readonly BadSetting[] = [
  {
    name: 'with a number that is too small',
    tuning: {rule: 'plain/sentence-length', limit: 9},
    field: 'limit',
    words:
      'is 9, which is out of bounds for plain/sentence-length. Give a whole number from 10 to 60 words in a sentence: 25 is usual.',
  },
  {
    name: 'with one that is too large, even where the check is off',
    tuning: {rule: 'freshness/expired', limit: 366, level: 'off'},
    field: 'limit',
    words:
      'is 366, which is out of bounds for freshness/expired. Give a whole number from 0 to 365 days after a review was due: 90 is usual.',
  },
  {
    name: 'with a fraction',
    tuning: {rule: 'plain/grade', limit: 8.5},
    field: 'limit',
    words:
      'is 8.5, which is out of bounds for plain/grade. Give a whole number from 4 to 12 years of school: 8 is usual.',
  },
  {
    name: 'with a number for a check that has none',
    tuning: {rule: 'plain/jargon', limit: 10},
    field: 'limit',
    words:
      'is 10, but plain/jargon has no number. Remove the number: docs/policy.md says which checks have one.',
  },
  {
    name: 'with neither level nor number',
    tuning: {rule: 'plain/spacing'},
    field: 'level',
    words: 'is missing, and so is a number. Set one of the two, or remove the setting.',
  },
  {
    name: 'of a check that does not exist',
    tuning: {rule: 'plain/nonsense', level: 'off'},
    field: 'rule',
    words: 'is no editorial check. Choose one of those in docs/policy.md, or remove the setting.',
  },
]
