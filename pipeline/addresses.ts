// Where things stand in a release. One place for it, since channels and links must agree.
import type {Faq} from './model/faq.ts'
import type {Article} from './model/article.ts'
import type {TherapyType} from './model/therapyType.ts'

/** The types that readers get as pages of their own. */
export type PageType = Article['_type'] | TherapyType['_type'] | Faq['_type']

/** The folder of each type's pages, in every channel. */
export const folders: Record<PageType, string> = {
  article: 'articles',
  therapyType: 'therapies',
  faq: 'faqs',
}

export const isPageType = (type: string): type is PageType => Object.hasOwn(folders, type)
