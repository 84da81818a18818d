// Where things stand in a release. One place for it, since channels and links must agree.

import type {PageType} from '../../review/governed.ts'

/** The folder of each type's pages, in every channel. */
export const folders: Record<PageType, string> = {
  article: 'articles',
  therapyType: 'therapies',
  faq: 'faqs',
}
