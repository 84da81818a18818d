// The level of evidence of a therapy in words for readers.

import type {TherapyType} from '../../model/therapy-type.ts'
import type {InterfaceWords} from '../../schemas/data/interface-words.ts'

/** The level, and what it means, with what it is about if the editors said so. */
export function evidenceInWords(
  {evidenceLevel, evidenceSetting}: Pick<TherapyType, 'evidenceLevel' | 'evidenceSetting'>,
  words: InterfaceWords,
): {label: string; meaning: string} {
  const meaning = words.evidenceMeaning[evidenceLevel]
  return {
    label: words.evidenceLevel[evidenceLevel],
    meaning:
      evidenceSetting === undefined
        ? meaning
        : `${meaning} ${words.evidenceSetting[evidenceSetting]}`,
  }
}
