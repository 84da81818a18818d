// The levels of evidence that a therapy type can have. The scale follows the idea of GRADE's ratings of certainty
// (gradeworkinggroup.org), in plain words.

import {interfaceWords} from './interface-words.ts'

export const evidenceLevels = [
  'strong',
  'moderate',
  'limited',
  'conflicting',
  'insufficient',
  'noBenefit',
] as const

/** What a level of evidence is about, as the Studio offers it: studies often give a treatment together with others. */
export const evidenceSettingOptions = [
  {title: 'The treatment on its own', value: 'alone'},
  {title: 'The treatment together with other care', value: 'withOtherCare'},
] as const

/** The levels as the Studio offers them. */
export const evidenceLevelOptions = evidenceLevels.map((value) => ({
  title: interfaceWords('en').evidenceLevel[value],
  value,
}))
