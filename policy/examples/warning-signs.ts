// A list of warning signs for the examples of rules.

import type {Context} from '../rule.ts'
import {exampleReference} from './text.ts'

/** A library with one list. It is about the therapy `injections`. */
export const exampleSigns: Pick<Context, 'warningSigns'> = {
  warningSigns: [{id: 'signs', title: 'After an injection', about: new Set(['injections'])}],
}

/** The block that shows the list in a text. */
export const exampleSignsBlock = {
  _type: 'warningSignsEmbed',
  _key: 'signs',
  warningSigns: exampleReference('signs'),
}
