// The one list of document types that need a reviewer's approval before readers may see them.

/** Document types whose every published revision must be approved. Others are validated, not gated. */
export const governedTypes = ['article', 'therapyType', 'faq', 'disclaimer', 'citedWork'] as const

export type GovernedType = (typeof governedTypes)[number]

/** Whether documents of this type need approval. */
export function isGoverned(type: string): type is GovernedType {
  return governedTypes.some((governed) => governed === type)
}

/** Those of them that readers get as pages of their own. */
export const pageTypes = [
  'article',
  'therapyType',
  'faq',
] as const satisfies readonly GovernedType[]

export type PageType = (typeof pageTypes)[number]

/** Whether readers get documents of this type as pages of their own. */
export function isPageType(type: string): type is PageType {
  return pageTypes.some((page) => page === type)
}
