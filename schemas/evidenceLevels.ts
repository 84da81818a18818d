// The levels of evidence that a therapy type can have, with what each means to a reader.
// The wording follows the idea of GRADE's certainty ratings, put in plain words.

export const evidenceLevels = [
  {
    value: 'strong',
    label: 'Strong',
    meaning: 'Good studies agree. More research is unlikely to change the picture.',
  },
  {
    value: 'moderate',
    label: 'Moderate',
    meaning: 'Fair studies point the same way. More research could change the picture.',
  },
  {
    value: 'limited',
    label: 'Limited',
    meaning: 'Few or small studies. The real effect may be quite different.',
  },
  {
    value: 'conflicting',
    label: 'Conflicting',
    meaning: 'Studies disagree. Nobody can yet say for certain whether it works.',
  },
  {
    value: 'insufficient',
    label: 'Too little to say',
    meaning: 'Hardly any good studies. The effect is not known.',
  },
] as const

export type EvidenceLevel = (typeof evidenceLevels)[number]['value']
