// Answers queries from a search index. The script of the search page runs it in the browser. It loads only the parts of
// the index that a query needs, each once.

import SearchableMap from 'minisearch/SearchableMap'
import {
  CARDS_PER_PART,
  fromSteps,
  lengthKey,
  SHORTEST_MISSPELT,
  type PageNumber,
  type ResultCard,
  type SearchIndex,
} from './index-files.ts'
import {readCards, readIndex, readSpellings, readWords} from './read-files.ts'
import {isUnspaced, wordsIn} from './words.ts'

/** What the search finds for a query. */
export interface Answer {
  /** How many pages match. */
  readonly count: number
  /** The best of them, the best first. */
  readonly best: readonly ResultCard[]
  /** The words that were found for those of the query. */
  readonly words: ReadonlySet<string>
}

/** Reads a file of the index, by its name beside the first file. */
type ReadFile = (name: string) => Promise<unknown>

/** A word of the index that answers a word of a query, and how well: 1 for the same word. */
type Match = readonly [word: string, likeness: number]

/** More words are not looked for. */
const MOST_WORDS = 12

/** More parts are not loaded for the beginning of a word. */
const MOST_PARTS = 8

/** So many words that are like a misspelt one are enough. */
const MOST_SIMILAR = 8

/** A shorter beginning of a word would match too many words. */
const SHORTEST_BEGINNING = 3

/** A word with this many letters may have two mistakes. */
const LONG_WORD = 8

/** How much a word tells by where it is, in the order of `places`. */
const placeWeights = [1, 0.6, 0.25]

/** Usual values of the ranking function BM25 (Robertson and Zaragoza, 2009). */
const HALF = 0.5

/** How alike a word is that begins with that of the query, has another ending for the plural, or is misspelt. */
const BEGINNING = 0.8
const PLURAL = 0.9
const MISSPELT = 0.5

/** A page has to have so much of what the words of the query tell together. */
const LEAST_SHARE = 0.5

export class Searcher {
  readonly #index: SearchIndex
  readonly #read: ReadFile
  readonly #files = new Map<string, Promise<unknown>>()
  /** All words that were loaded, and the pages of each by place. */
  readonly #words = new SearchableMap<readonly (readonly PageNumber[])[]>()
  /** The words that were found for misspelt ones. */
  readonly #similar = new Map<string, readonly Match[]>()
  readonly #spellings = new Map<string, SearchableMap<true>>()

  private constructor(index: SearchIndex, read: ReadFile) {
    this.#index = index
    this.#read = read
  }

  /**
   * Begins to search.
   *
   * @param first The content of the first file of the index.
   */
  static of(first: unknown, read: ReadFile): Searcher {
    return new Searcher(readIndex(first), read)
  }

  /**
   * Finds the pages that match a query.
   *
   * @param most How many pages to return.
   * @throws what reading a file throws
   */
  async answer(query: string, most: number): Promise<Answer> {
    const asked = [...new Set(wordsIn(query))].slice(0, MOST_WORDS)
    const matches = await Promise.all(asked.map((word) => this.#matchesOf(word)))
    const pages = this.#ranked(matches)
    return {
      count: pages.length,
      best: await Promise.all(pages.slice(0, most).map((page) => this.#card(page))),
      words: new Set(matches.flat().map(([word]) => word)),
    }
  }

  /** The words of the index for a word of a query. Only if there is none, it may be misspelt. */
  async #matchesOf(word: string): Promise<readonly Match[]> {
    const others = singularsOf(word)
    const isBeginning = word.length >= SHORTEST_BEGINNING || isUnspaced(word)
    await Promise.all([
      ...this.#partsFrom(word, isBeginning).map((file) => this.#loadWords(file)),
      ...others
        .flatMap((other) => this.#partsFrom(other, false))
        .map((file) => this.#loadWords(file)),
    ])
    const same: Match[] = this.#words.has(word) ? [[word, 1]] : []
    const plurals = others
      .filter((other) => this.#words.has(other))
      .map((other): Match => [other, PLURAL])
    const longer = isBeginning
      ? [...this.#words.atPrefix(word).keys()]
          .filter((other) => other !== word)
          .map((other): Match => [other, (BEGINNING * word.length) / other.length])
      : []
    const found = [...same, ...plurals, ...longer]
    return found.length > 0 || word.length < SHORTEST_MISSPELT ? found : this.#similarTo(word)
  }

  /** Words that differ from a misspelt one by a letter. If there is none, those of a long one by two letters. */
  async #similarTo(word: string): Promise<readonly Match[]> {
    const known = this.#similar.get(word)
    if (known) return known
    const near = await this.#wordsNear(word, 1)
    const matches =
      near.length > 0 || word.length < LONG_WORD ? near : await this.#wordsNear(word, 2)
    const files = matches.flatMap(([other]) => this.#partsFrom(other, false))
    await Promise.all(files.map((file) => this.#loadWords(file)))
    this.#similar.set(word, matches)
    return matches
  }

  /** The words of the index that become another word by so many changes of a letter. */
  async #wordsNear(word: string, distance: number): Promise<readonly Match[]> {
    const keys = Array.from({length: 2 * distance + 1}, (_, index) =>
      lengthKey(word.length - distance + index),
    )
    const lists = await Promise.all([...new Set(keys)].map((key) => this.#loadSpellings(key)))
    return lists
      .flatMap((words) => [...words.fuzzyGet(word, distance)])
      .map(([other, [, mistakes]]): Match => [other, MISSPELT / mistakes])
      .slice(0, MOST_SIMILAR)
  }

  /** The parts that have a word, or all words with a beginning. */
  #partsFrom(word: string, isBeginning: boolean): string[] {
    const {words} = this.#index
    const next = words.findIndex(([first]) => first > word)
    const from = Math.max(0, (next === -1 ? words.length : next) - 1)
    return words
      .slice(from, from + (isBeginning ? MOST_PARTS : 1))
      .filter(([first], index) => index === 0 || first.startsWith(word))
      .map(([, file]) => file)
  }

  /** The numbers of the pages that match, the best first. */
  #ranked(matches: readonly (readonly Match[])[]): PageNumber[] {
    const {pages} = this.#index
    const scores = new Float64Array(pages)
    const shares = new Float64Array(pages)
    let all = 0
    for (const each of matches) {
      const likeness = this.#likenessOf(each)
      const count = likeness.reduce((sum, value) => (value > 0 ? sum + 1 : sum), 0)
      if (count === 0) continue
      // What few pages have tells more than what most have: the inverse document frequency of BM25.
      const weight = Math.log(1 + (pages - count + HALF) / (count + HALF))
      all += weight
      for (const [page, value] of likeness.entries()) {
        if (value === 0) continue
        scores[page] = (scores[page] ?? 0) + weight * value
        shares[page] = (shares[page] ?? 0) + weight
      }
    }
    const found: PageNumber[] = []
    for (const [page, share] of shares.entries()) {
      if (share > 0 && share >= all * LEAST_SHARE) found.push(page)
    }
    return found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  }

  /** How well each page answers one word of a query. */
  #likenessOf(matches: readonly Match[]): Float64Array {
    const likeness = new Float64Array(this.#index.pages)
    for (const [word, like] of matches) {
      for (const [place, pages] of (this.#words.get(word) ?? []).entries()) {
        const value = like * (placeWeights[place] ?? 0)
        for (const page of pages) likeness[page] = Math.max(likeness[page] ?? 0, value)
      }
    }
    return likeness
  }

  async #card(page: PageNumber): Promise<ResultCard> {
    const file = this.#index.cards[Math.floor(page / CARDS_PER_PART)] ?? ''
    const card = readCards(await this.#load(file))[page % CARDS_PER_PART]
    if (!card) throw new Error(`Page ${page} is not in ${file}`)
    return card
  }

  async #loadWords(file: string): Promise<void> {
    await this.#load(file, (content) => {
      for (const [word, ...pages] of readWords(content)) this.#words.set(word, pages.map(fromSteps))
    })
  }

  async #loadSpellings(key: string): Promise<SearchableMap<true>> {
    const file = this.#index.spellings[key]
    if (file !== undefined) {
      await this.#load(file, (content) => {
        const words = readSpellings(content).map((word): [string, true] => [word, true])
        this.#spellings.set(key, SearchableMap.from(words))
      })
    }
    return this.#spellings.get(key) ?? new SearchableMap()
  }

  /** Loads a file once. If it fails, the next query tries again. */
  #load(file: string, use: (content: unknown) => void = () => {}): Promise<unknown> {
    const known = this.#files.get(file)
    if (known) return known
    const loading = this.#read(file).then((content) => {
      use(content)
      return content
    })
    this.#files.set(file, loading)
    loading.catch(() => this.#files.delete(file))
    return loading
  }
}

/** A word without the endings that plurals have in English, Spanish and related languages. */
function singularsOf(word: string): string[] {
  return ['s', 'es']
    .filter((ending) => word.endsWith(ending) && word.length >= ending.length + SHORTEST_BEGINNING)
    .map((ending) => word.slice(0, -ending.length))
}
