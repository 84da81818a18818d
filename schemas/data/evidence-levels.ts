// The levels of evidence that a therapy type can have, and what each means to a reader. The scale
// follows the idea of GRADE's ratings of certainty (gradeworkinggroup.org), in plain words.

export const evidenceLevels = [
  'strong',
  'moderate',
  'limited',
  'conflicting',
  'insufficient',
  'noBenefit',
] as const

export type EvidenceLevel = (typeof evidenceLevels)[number]

const evidenceMeanings: Record<EvidenceLevel, {label: string; meaning: string}> = {
  strong: {
    label: 'Strong',
    meaning: 'Good studies agree. More research is unlikely to change the picture.',
  },
  moderate: {
    label: 'Moderate',
    meaning: 'Fair studies point the same way. More research could change the picture.',
  },
  limited: {
    label: 'Limited',
    meaning: 'There are few studies, or small ones. The real effect may be quite different.',
  },
  conflicting: {
    label: 'Conflicting',
    meaning: 'Studies disagree. Nobody can yet say for certain whether it works.',
  },
  insufficient: {
    label: 'Too little to say',
    meaning: 'There are hardly any good studies. The effect is not known.',
  },
  noBenefit: {
    label: 'No benefit found',
    meaning: 'Good studies agree that it does not help.',
  },
}

/** What a level of evidence is about: studies often give a treatment together with others. */
const settings = {
  alone: {title: 'The treatment on its own', words: 'This is about the treatment on its own.'},
  withOtherCare: {
    title: 'The treatment together with other care',
    words:
      'This is about the treatment together with other care, so nobody knows which part did what.',
  },
} as const

export type EvidenceSetting = keyof typeof settings

/** The settings as the Studio offers them. */
export const evidenceSettingOptions = [
  {title: settings.alone.title, value: 'alone'},
  {title: settings.withOtherCare.title, value: 'withOtherCare'},
] as const

/** The level of evidence of a therapy in words for readers, with what it is about if the editors said so. */
export function evidenceInWords({
  evidenceLevel,
  evidenceSetting,
}: {
  readonly evidenceLevel: EvidenceLevel
  readonly evidenceSetting?: EvidenceSetting | undefined
}): {label: string; meaning: string} {
  const {label, meaning} = evidenceMeanings[evidenceLevel]
  return {
    label,
    meaning:
      evidenceSetting === undefined ? meaning : `${meaning} ${settings[evidenceSetting].words}`,
  }
}

/** The levels as the Studio offers them. */
export const evidenceLevelOptions = evidenceLevels.map((value) => ({
  title: evidenceMeanings[value].label,
  value,
}))
