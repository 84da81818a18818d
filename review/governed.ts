// The one list of what needs a reviewer's approval before a reader may see it.

/** Document types whose every published revision must be approved. Others are validated, not gated. */
export const governedTypes = ['article', 'therapyType', 'faq', 'disclaimer', 'citedWork'] as const

export type GovernedType = (typeof governedTypes)[number]

/** Whether documents of this type need approval. */
export const isGoverned = (type: string): type is GovernedType =>
  governedTypes.some((governed) => governed === type)
