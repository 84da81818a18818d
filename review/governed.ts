// Which document types need a reviewer's approval before readers may see them, and which are pages.

/** Types whose published revisions need an approval. Other types are only validated. */
export const governedTypes = ['article', 'therapyType', 'faq', 'disclaimer', 'citedWork'] as const

export type GovernedType = (typeof governedTypes)[number]

/** Whether documents of this type need approval. */
export function isGoverned(type: string): type is GovernedType {
  return governedTypes.some((governed) => governed === type)
}

/** The governed types whose documents have addresses of their own, so that links can lead to them. */
export const pageTypes = [
  'article',
  'therapyType',
  'faq',
] as const satisfies readonly GovernedType[]

export type PageType = (typeof pageTypes)[number]

/** Whether documents of this type have addresses of their own. */
export function isPageType(type: string): type is PageType {
  return pageTypes.some((page) => page === type)
}
