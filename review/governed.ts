// Which document types need a reviewer's approval before readers may see them, and which are pages.

/** All document types that the code knows, in the order in which the Studio lists them. */
const knownTypes = [
  'article',
  'therapyType',
  'faq',
  'disclaimer',
  'warningSigns',
  'citedWork',
  'condition',
  'clinic',
  'siteWords',
  'person',
  'siteSettings',
  'glossaryTerm',
  'sanity.imageAsset',
  'review',
  'submission',
  'exportReport',
] as const

export type KnownType = (typeof knownTypes)[number]

/** Whether the code knows this type. */
export function isKnownType(type: string): type is KnownType {
  return knownTypes.some((known) => known === type)
}

/** Why documents of these types need no approval. Documents of all other types need one. */
export const exceptions = {
  glossaryTerm:
    'It is for editors: no page and no bundle shows its words. They only help the search to find pages.',
  'sanity.imageAsset': 'An upload makes it. The text that shows the image names its digest.',
  review: 'It is a decision.',
  submission: 'It is a request for a decision. Readers do not see it.',
  exportReport: 'An export writes it for the dashboard. Readers do not see it.',
} as const satisfies {readonly [Type in KnownType]?: string}

export type GovernedType = Exclude<KnownType, keyof typeof exceptions>

/** Types whose published revisions need an approval. Other types are only validated. */
export const governedTypes: readonly GovernedType[] = knownTypes.filter(
  (type): type is GovernedType => !Object.hasOwn(exceptions, type),
)

/** Whether documents of this type need approval. */
export function isGoverned(type: string): type is GovernedType {
  return governedTypes.some((governed) => governed === type)
}

/**
 * The governed types that administrators write and approve: they say who reviews, and what the rules and
 * the plans are.
 */
export const administrativeTypes = [
  'person',
  'siteSettings',
] as const satisfies readonly GovernedType[]

/** A governed type that reviewers approve. */
export type ContentType = Exclude<GovernedType, (typeof administrativeTypes)[number]>

/** Whether documents of this type need the word of an administrator, not of a reviewer. */
export function isAdministrative(type: string): boolean {
  return administrativeTypes.some((administrative) => administrative === type)
}

/** The governed types whose documents are pages: texts to which links can lead. */
export const pageTypes = [
  'article',
  'therapyType',
  'faq',
] as const satisfies readonly GovernedType[]

export type PageType = (typeof pageTypes)[number]

/** Whether documents of this type are pages. */
export function isPageType(type: string): type is PageType {
  return pageTypes.some((page) => page === type)
}

/** Whether documents of this type have an address that a writer chooses. No two of a type can have the same one. */
export function hasAddress(type: string): boolean {
  return isPageType(type) || type === 'condition'
}
