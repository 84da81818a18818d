// The folders of a release. They are here, because channels and links must agree on them.

import type {PageType} from '../../review/governed.ts'

/** The folder of each type's pages, in every channel. */
export const folders: Record<PageType, string> = {
  article: 'articles',
  therapyType: 'therapies',
  faq: 'faqs',
}
