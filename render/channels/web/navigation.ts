// The entries of the site's navigation. Each is there only if readers get something behind it.

import type {InterfaceWords} from '../../../schemas/data/interface-words.ts'
import type {LanguageFolder} from '../../page/addresses.ts'
import type {Library} from '../../page/library.ts'
import {CLINICS_FILE} from './clinics/places.ts'
import {CONDITIONS_PAGE} from './conditions/addresses.ts'

/** The file of the page of all titles. */
export const TITLES_FILE = 'a-z.html'

/** The file of the page with the search. */
export const SEARCH_FILE = 'search.html'

/** A page of the site that each language has once. */
interface Entry {
  readonly name: string
  /** The name of its file. It is in the folder of the language. */
  readonly file: string
  readonly label: (words: InterfaceWords) => string
  readonly isThere: (library: Library, folder: LanguageFolder) => boolean
}

const entries = [
  {
    name: 'articles',
    file: 'index.html',
    label: ({site}) => site.articles,
    isThere: () => true,
  },
  {
    name: 'conditions',
    file: CONDITIONS_PAGE,
    label: ({conditions}) => conditions.title,
    isThere: (library, folder) => library.hasPages('condition', folder),
  },
  {
    name: 'questions',
    file: 'faq.html',
    label: ({site}) => site.questions,
    isThere: (library, folder) => library.hasPages('faq', folder),
  },
  {
    name: 'clinics',
    file: CLINICS_FILE,
    label: ({site}) => site.clinics,
    isThere: (library) => library.has('clinic'),
  },
  {
    name: 'titles',
    file: TITLES_FILE,
    label: ({titles}) => titles.short,
    isThere: () => true,
  },
  {
    name: 'search',
    file: SEARCH_FILE,
    label: ({search}) => search.title,
    isThere: () => true,
  },
] as const satisfies readonly Entry[]

/** The name of an entry. */
export type NavigationName = (typeof entries)[number]['name']

/** The same list in the other languages that have it. */
export function listsIn(
  name: NavigationName,
  folder: LanguageFolder,
  library: Library,
): {readonly language: string; readonly address: string}[] {
  return library.editions
    .filter((edition) => edition.folder !== folder)
    .flatMap((edition) =>
      navigationOf(library, edition.folder)
        .filter((entry) => entry.name === name)
        .map(({file}) => ({language: edition.language, address: edition.folder + file})),
    )
}

/** The entries that the pages in the language of a folder have. */
export function navigationOf(
  library: Library,
  folder: LanguageFolder,
): readonly (Entry & {readonly name: NavigationName})[] {
  return entries.filter((entry: Entry) => entry.isThere(library, folder))
}
