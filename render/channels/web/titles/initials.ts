// Finds the letter under which a title stands in a list in order of the alphabet.

import {collatorOf} from '../../../page/names.ts'

/** Stands for all numbers. */
export const NUMBERS = 'numbers'

/** Stands for what has no letter, and for scripts with too many letters for a list of them. */
export const OTHERS = 'others'

/** Scripts whose characters are words or syllables. */
const MANY = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Yi}]/u

const LETTER = /\p{Letter}/u
const NUMBER = /^\p{Number}/u

/** Signs before the first letter or number, such as a quotation mark. */
const SIGNS = /^[^\p{Letter}\p{Number}]+/u

/**
 * Returns a function that finds the initial of a title: a capital letter, `NUMBERS` or `OTHERS`. A letter with an accent
 * stands with the letter without it, unless the language has it in its alphabet, such as the Spanish ñ.
 */
export function initialsOf(language: string): (title: string) => string {
  const {compare} = collatorOf(language, {sensitivity: 'base'})
  const known = new Map<string, string>()
  return (title) => {
    const [first = ''] = title.replace(SIGNS, '')
    let initial = known.get(first)
    if (initial === undefined) known.set(first, (initial = initialOf(first)))
    return initial
  }

  function initialOf(first: string): string {
    if (NUMBER.test(first)) return NUMBERS
    if (!LETTER.test(first) || MANY.test(first)) return OTHERS
    const [plain = first] = first.normalize('NFD')
    const base = compare(plain, first) === 0 ? plain : first
    const [capital = base] = base.toLocaleUpperCase(language)
    return capital
  }
}
