// A reader finds pages by everyday words, and only what readers get is found. The index is the same on every machine.

import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import fc from 'fast-check'
import {beforeAll, describe, expect, test} from 'vitest'
import {indexFiles} from '../../render/channels/web/search/make-index.ts'
import {Searcher, type Answer} from '../../render/channels/web/search/searcher.ts'
import {placedWords, wordsIn} from '../../render/channels/web/search/words.ts'
import type {Library} from '../../render/page/library.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {filesEnding, readText} from '../support/exported.ts'
import {hostileTexts} from '../support/kitchen-sink.ts'
import {
  article,
  condition,
  keyed,
  library,
  makeDecision,
  slug,
  therapy,
  withApprovals,
  withApproved,
} from '../support/library.ts'
import {exportDocuments, freshOut} from '../support/release.ts'
import {titledLibrary} from '../support/titled.ts'
import {bilingualLibrary} from '../support/translations.ts'

/** The file of a search index that the others are beside. */
const INDEX = 'web/search/index.json'

/** Searches a release, and notes which files that reads. */
function searchIn(release: string, index = INDEX): {searcher: Searcher; read: string[]} {
  const folder = dirname(join(release, index))
  const read: string[] = []
  const contentOf = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const searcher = Searcher.of(contentOf('index.json'), async (name) => {
    read.push(name)
    return contentOf(name)
  })
  return {searcher, read}
}

function titlesIn({best}: Answer): string[] {
  return best.map(({title}) => title)
}

/** The files of the search index of a library, parsed. */
function filesOf(titled: Library): ReadonlyMap<string, unknown> {
  return new Map(
    indexFiles({folder: '', language: 'en-US'}, titled).map(
      ({path, content}): [string, unknown] => [path, JSON.parse(String(content))],
    ),
  )
}

async function found(release: string, query: string, index = INDEX): Promise<string[]> {
  return titlesIn(await searchIn(release, index).searcher.answer(query, 20))
}

async function releaseOf(documents: readonly StoredDocument[]): Promise<string> {
  const {dir, withheld} = await exportDocuments(documents, freshOut())
  expect(withheld).toEqual([])
  return dir
}

const term = {_id: 'term', _type: 'glossaryTerm', term: 'xyloid', plain: 'of wood, or woody'}

describe('the search of a library', () => {
  const folder = temporaryFolder()
  let release = ''

  beforeAll(async () => {
    const documents = [
      ...bilingualLibrary(),
      term,
      ...withApprovals([
        {...condition, aliases: ['lumbago']},
        {
          ...article,
          _id: 'knees',
          slug: slug('knees'),
          title: 'Woody knees and their tendons',
          summary: 'Caring for tendons after an MRI in 東京都, with שָׁלוֹם and القِراءة.',
          conditions: [keyed('condition')],
        },
      ]),
    ]
    ;({dir: release} = await exportDocuments(documents, folder.path))
    return () => folder[Symbol.dispose]()
  })

  test.each([
    ['a word of its title', 'tendons'],
    ['the beginning of a word', 'tend'],
    ['the singular of a word', 'tendon'],
    ['the plural of a word', 'mris'],
    ['a word of its summary', 'caring'],
    ['another name of a condition', 'lumbago'],
    ['a word to avoid, for its plain word', 'xyloid'],
    ['a word with a mistake', 'tendoms'],
    ['a word with a wrong first letter', 'dendons'],
    ['a word with capitals and accents', 'TÉNDÓNS'],
    ['a word of Japanese', '東京'],
    ['a character of Japanese', '都'],
    ['a word of Hebrew without its points', 'שלום'],
    ['a word of Arabic without its vowels', 'القراءة'],
    ['words of which it has the most', 'woody tendons everywhere'],
  ])('finds a page by %s', async (_, query) => {
    expect(await found(release, query)).toContain('Woody knees and their tendons')
  })

  test('finds a page by its headings', async () => {
    expect(await found(release, 'choices')).toContain('What is prolotherapy?')
  })

  test('finds questions, and leads to them', async () => {
    const {best} = await searchIn(release).searcher.answer('does it hurt', 20)
    expect(best[0]).toMatchObject({kind: 'Question', address: 'faq.html#question-does-it-hurt'})
  })

  test('finds Spanish pages in Spanish only', async () => {
    expect(await found(release, 'proloterapia')).toEqual([])
    expect(await found(release, 'proloterápia', 'web/es/search/index.json')).toContain(
      '¿Qué es la proloterapia?',
    )
  })

  test('finds nothing for words that no page has, and for none', async () => {
    for (const query of [
      'quaternion',
      '',
      '  ',
      '!?',
      '__proto__',
      'constructor',
      'hasOwnProperty',
    ])
      expect(await found(release, query), query).toEqual([])
  })

  test('reads only the parts that a query needs', async () => {
    const {searcher, read} = searchIn(release)
    await searcher.answer('tendons', 20)
    expect(read.map((name) => name.replace(/-.*/, ''))).toEqual(['words', 'cards'])
    await searcher.answer('tendons knees', 20)
    expect(read).toHaveLength(2)
  })

  test('does not show words to avoid on any page', () => {
    for (const path of filesEnding(release, '.html')) {
      expect(readText(release, path), path).not.toMatch(/xyloid/i)
    }
  })
})

test('the index has the same bytes in whichever order the documents come', async () => {
  const files = (release: string) =>
    filesEnding(release, '.json')
      .filter((path) => path.includes('/search/'))
      .map((path) => [path, readText(release, path)])
  const documents = [...bilingualLibrary(), term]
  const one = files(await releaseOf(documents))
  expect(one.length).toBeGreaterThan(4)
  expect(files(await releaseOf(documents.toReversed()))).toEqual(one)
})

test('a treatment and the pages about it are found by its other names', async () => {
  const release = await releaseOf(withApproved({...therapy, aliases: ['Zuckerwasser']}))
  expect(await found(release, 'zuckerwasser')).toEqual([
    'Dextrose prolotherapy',
    'What is prolotherapy?',
  ])
})

test('a page that was retracted is not found', async () => {
  const release = await releaseOf([
    ...library,
    makeDecision(article, 'retracted', {decidedAt: '2026-10-20T10:00:00Z'}),
  ])
  expect(await found(release, 'prolotherapy')).not.toContain('What is prolotherapy?')
})

test('hostile titles are found as they were typed', async () => {
  const hostile = [...hostileTexts, '<script>alert(1)</script>', 'x'.repeat(10_000)]
  const titles = hostile.map((text) => `Begin ${text} end`)
  const files = filesOf(titledLibrary(titles.map((title) => ({title, summary: title}))))
  const searcher = Searcher.of(files.get('search/index.json'), async (name) =>
    files.get(`search/${name}`),
  )
  expect(titlesIn(await searcher.answer('begin', 20)).toSorted()).toEqual(titles.toSorted())
})

test('the best page comes first, and pages with only the most usual words of a query do not come', async () => {
  const files = filesOf(
    titledLibrary([
      {title: 'Knee pain'},
      {title: 'Pain', summary: 'Pain of the hip'},
      {title: 'Exercise', summary: 'Help for pain of the knee'},
      {title: 'The knee'},
      ...Array.from({length: 40}, (_, index) => ({title: `The pain ${index}`})),
    ]),
  )
  const searcher = Searcher.of(files.get('search/index.json'), async (name) =>
    files.get(`search/${name}`),
  )
  const answer = await searcher.answer('knee pain', 20)
  expect(titlesIn(answer)).toEqual(['Knee pain', 'The knee', 'Exercise'])
})

test('an index that cannot be read is an error, and the next query tries again', async () => {
  let isBroken = true
  const searcher = Searcher.of(
    {pages: 1, words: [['a', 'w']], spellings: {}, cards: ['c']},
    async (name) => {
      if (isBroken) throw new Error('No connection')
      if (name === 'w') return [['ache', [0], [], []]]
      return [{title: 'Ache', summary: '', kind: 'Article', address: 'a.html', language: 'en'}]
    },
  )
  await expect(searcher.answer('ache', 1)).rejects.toThrow('No connection')
  isBroken = false
  expect(titlesIn(await searcher.answer('ache', 1))).toEqual(['Ache'])
  expect(() => Searcher.of({pages: 'many'}, async () => [])).toThrow(/cannot be read/)
})

test('every word of any text is where the search says, and is found again by itself', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), (text) => {
      for (const {word, start, end} of placedWords(text)) {
        expect(word).not.toBe('')
        expect(wordsIn(text.slice(start, end))).toContain(word)
      }
    }),
  )
})
