// Measures the search of a site with the code of its script: how large the index is and how long an answer takes once
// the parts of the index are there. One library has the articles of the bench, which share few words. So nearly all
// pages match each query, which is the worst case. The other has words as often as real texts have them.

import {headingsOf} from '../model/standing/headings.ts'
import {indexFiles} from '../render/channels/web/search/make-index.ts'
import {Searcher} from '../render/channels/web/search/searcher.ts'
import {wordsIn} from '../render/channels/web/search/words.ts'
import {titledLibrary, type TitledPage} from '../tests/support/titled.ts'
import {article} from './article.ts'
import {sharedContent} from './content.ts'
import {percentile} from './measure.ts'
import {Random} from './random.ts'
import {say} from './say.ts'
import {checkTarget, type TargetCheck} from './targets.ts'

interface SearchSize {
  readonly name: string
  readonly articles: number
  /** Seconds to make the index. */
  readonly making: number
  /** In kilobytes. */
  readonly all: number
  readonly first: number
  readonly largest: number
  readonly files: number
  /** What a reader loads for one query, in kilobytes, besides the first file. */
  readonly loaded: {readonly median: number; readonly p95: number}
  /** Milliseconds to answer. */
  readonly answer: {readonly median: number; readonly p95: number}
}

export interface SearchResults {
  readonly sizes: readonly SearchSize[]
}

const QUERIES = 300
const MOST_RESULTS = 20
const KB = 1024

/** How many different words the made-up language has. */
const VOCABULARY = 20_000

export async function measureSearch(counts: readonly number[]): Promise<SearchResults> {
  const sizes: SearchSize[] = []
  for (const articles of counts) {
    say(`Searching ${articles} articles`)
    sizes.push(await measureSize('few words', articles, benchPages(articles)))
    sizes.push(await measureSize('many words', articles, madeUpPages(articles)))
  }
  return {sizes}
}

export function searchLines({sizes}: SearchResults): string[] {
  return sizes.map(
    ({name, articles, making, all, first, largest, files, loaded, answer}) =>
      `${articles} articles with ${name}: an answer takes ${answer.median.toFixed(1)} ms, p95 ${answer.p95.toFixed(1)} ms; ` +
      `a query loads ${loaded.median.toFixed(0)} kB, p95 ${loaded.p95.toFixed(0)} kB, and the first file of ${first.toFixed(1)} kB; ` +
      `the index has ${all.toFixed(0)} kB in ${files} files, the largest of ${largest.toFixed(0)} kB, made in ${making.toFixed(2)} s`,
  )
}

export function searchChecks({sizes}: SearchResults): TargetCheck[] {
  return sizes.map(({name, articles, answer}) =>
    checkTarget(`p95 of an answer in ${articles} articles with ${name}, in ms`, answer.p95, 50),
  )
}

async function measureSize(
  name: string,
  articles: number,
  pages: readonly TitledPage[],
): Promise<SearchSize> {
  const library = titledLibrary(pages)
  const started = performance.now()
  const files = indexFiles({folder: '', language: 'en-US'}, library)
  const making = (performance.now() - started) / 1000
  const contents = new Map(
    files.map(({path, content}) => [path.slice(path.indexOf('/') + 1), String(content)]),
  )
  const sizes = [...contents.values()].map((content) => Buffer.byteLength(content) / KB)
  const loaded: number[] = []
  const answers: number[] = []
  for (const query of queriesIn(pages)) {
    let read = 0
    const searcher = Searcher.of(JSON.parse(contents.get('index.json') ?? ''), async (file) => {
      const content = contents.get(file) ?? ''
      read += Buffer.byteLength(content) / KB
      return JSON.parse(content)
    })
    await searcher.answer(query, MOST_RESULTS)
    loaded.push(read)
    const asked = performance.now()
    await searcher.answer(query, MOST_RESULTS)
    answers.push(performance.now() - asked)
  }
  return {
    name,
    articles,
    making,
    all: sizes.reduce((sum, size) => sum + size, 0),
    first: Buffer.byteLength(contents.get('index.json') ?? '') / KB,
    largest: Math.max(...sizes),
    files: files.length,
    loaded: both(loaded),
    answer: both(answers),
  }
}

function both(values: readonly number[]): {median: number; p95: number} {
  return {median: percentile(values, 0.5), p95: percentile(values, 0.95)}
}

/** Up to four words of a page. Some are unfinished and some are misspelt. */
function queriesIn(pages: readonly TitledPage[]): string[] {
  const random = new Random(7)
  return Array.from({length: QUERIES}, () => {
    const {title, summary = ''} = random.pick(pages)
    const words = wordsIn(`${title} ${summary}`)
    return Array.from({length: 1 + random.below(4)}, () =>
      asTyped(random.pick(words), random),
    ).join(' ')
  })
}

function asTyped(word: string, random: Random): string {
  if (random.onceIn(3)) return word.slice(0, Math.max(3, word.length - 2))
  if (!random.onceIn(5)) return word
  const at = random.below(word.length)
  return `${word.slice(0, at)}x${word.slice(at + 1)}`
}

function benchPages(articles: number): TitledPage[] {
  const shared = sharedContent()
  return Array.from({length: articles}, (_, index) => {
    const document = article(index, articles, shared)
    return {title: document.title, summary: document.summary, headings: headingsOf(document)}
  })
}

/** Pages in a made-up language. The rank of a word and how often it comes follow Zipf's law. */
function madeUpPages(articles: number): TitledPage[] {
  const random = new Random(3)
  const words = Array.from({length: VOCABULARY}, () => madeUpWord(random))
  const text = (count: number): string =>
    Array.from({length: count}, () => {
      const rank = Math.floor(VOCABULARY ** (random.below(1_000_000) / 1_000_000)) - 1
      return words[rank] ?? ''
    }).join(' ')
  return Array.from({length: articles}, () => ({
    title: text(8),
    summary: text(30),
    headings: [text(5), text(5), text(5), text(5), text(5)],
  }))
}

function madeUpWord(random: Random): string {
  const syllable = (): string => random.pick([...'bcdfghlmnprstv']) + random.pick([...'aeiou'])
  return (
    Array.from({length: 1 + random.below(4)}, syllable).join('') + random.pick(['', 'n', 's', 'r'])
  )
}
