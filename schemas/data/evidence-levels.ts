// The levels of evidence that a therapy type can have, and what each means to a reader. The scale
// follows the idea of GRADE's ratings of certainty (gradeworkinggroup.org), in plain words.

export const evidenceLevels = [
  'strong',
  'moderate',
  'limited',
  'conflicting',
  'insufficient',
] as const

export type EvidenceLevel = (typeof evidenceLevels)[number]

export const evidenceMeanings: Record<EvidenceLevel, {label: string; meaning: string}> = {
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
}

/** The levels as the Studio offers them. */
export const evidenceLevelOptions = evidenceLevels.map((value) => ({
  title: evidenceMeanings[value].label,
  value,
}))
