// The files of a search index, as the export writes them and the browser reads them. A reader loads only the parts that
// a query needs. Each part has its digest in its name, so a browser never mixes parts of two releases.

/** Pages have numbers. Of two pages that match a query alike, the one with the smaller number comes first. */
export type PageNumber = number

/** The first file. It says where the others are, relative to it. */
export interface SearchIndex {
  /** How many pages there are. */
  readonly pages: number
  /** Parts with words in order, each with its first word. */
  readonly words: readonly (readonly [first: string, file: string])[]
  /** Parts with all words of a length, by `lengthKey`. They are for words that nobody finds, because they are misspelt. */
  readonly spellings: Readonly<Record<string, string>>
  /** Parts with what a list shows of `CARDS_PER_PART` pages each. */
  readonly cards: readonly string[]
}

/** Where a page can have a word, the most telling place first. */
export const places = ['title', 'names', 'text'] as const

/** A word, and the pages that have it in each place. A page is only in the list of the most telling one. */
export type IndexedWord = readonly [word: string, ...pages: (readonly PageNumber[])[]]

/** What a list of results shows of a page. */
export interface ResultCard {
  readonly title: string
  readonly summary: string
  /** What kind of page it is, in words. */
  readonly kind: string
  /** Relative to the folder of the language. */
  readonly address: string
  /** A BCP 47 tag. */
  readonly language: string
}

/** How many pages share a file of cards. */
export const CARDS_PER_PART = 16

/** The shortest word of which misspelt forms are found. Too many words are like a shorter one. */
export const SHORTEST_MISSPELT = 4

/** Words of this length and longer ones share a file. */
const LONG = 16

/** The name of the list of words with about this length. */
export function lengthKey(length: number): string {
  return String(Math.min(length, LONG))
}

/** Page numbers in ascending order as the distance of each from the one before, which takes less space. */
export function asSteps(pages: readonly PageNumber[]): number[] {
  return pages.map((page, index) => page - (pages[index - 1] ?? 0))
}

/** The opposite of `asSteps`. */
export function fromSteps(steps: readonly number[]): PageNumber[] {
  let page = 0
  return steps.map((step) => (page += step))
}
