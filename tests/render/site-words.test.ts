// A library's own words around texts, and its name in each language: which readers get them, and which words readers
// get if a table is not approved, has gaps or has errors.

import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import type {StoredDocument} from '../../review/revision.ts'
import {englishWords, namesIn} from '../../schemas/data/interface-words.ts'
import {filesEnding, readText} from '../support/exported.ts'
import {wordsOf} from '../support/html.ts'
import {clinic, faq, makeDecision, paragraph, siteWords, slug} from '../support/library.ts'
import {exportDocuments, freshOut, snapshot} from '../support/release.ts'
import {
  bilingual,
  bilingualLibrary,
  bilingualSettings,
  translationOf,
} from '../support/translations.ts'

const spanishWords: StoredDocument = {
  ...siteWords,
  _id: 'words-es',
  language: 'es',
  words: {index: {reviewed: 'Mirado el {day}'}, frequency: {notKnown: 'nadie sabe cuántas veces'}},
}

/** Every word in Vietnamese, as far as a test needs it: none is the same as in English. */
const vietnameseWords: StoredDocument = {
  ...siteWords,
  _id: 'words-vi',
  language: 'vi',
  words: Object.fromEntries(
    Object.entries(englishWords).map(([part, words]) => [
      part,
      Object.fromEntries(
        Object.entries<string>(words).map(([name, text]) => [
          name,
          ['Tiếng Việt', name, ...(text.match(/\{\w+\}/g) ?? [])].join(' '),
        ]),
      ),
    ]),
  ),
}

const vietnameseLibrary = [
  {...bilingualSettings, languages: ['en-US', 'es', 'vi']},
  {...bilingual, fields: ['es', 'vi']},
  {
    ...translationOf(faq, {
      language: 'vi',
      question: 'Có đau không?',
      slug: slug('co-dau-khong'),
      answer: [paragraph('f1', 'Hãy hỏi y tá phải làm gì nếu bạn bị đau sau khi tiêm.')],
    }),
    _id: 'faq-vi',
  },
]

async function releaseOf(documents: readonly StoredDocument[]) {
  const out = freshOut()
  const {withheld, dir} = await exportDocuments(documents, out)
  const {files} = snapshot(out)
  return {withheld, dir, files}
}

/** The files of both channels that differ between two releases. */
function changedBetween(
  {files: before}: {readonly files: Readonly<Record<string, string>>},
  {files: after}: {readonly files: Readonly<Record<string, string>>},
): string[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return paths.filter((path) => /^(?:web|app)\//.test(path) && before[path] !== after[path])
}

describe('approved words', () => {
  test('stand on every page of their language, and on no other page', async () => {
    const everyPage = 'Una persona con nombre aprobó esta página.'
    const before = await releaseOf(bilingualLibrary())
    const after = await releaseOf(bilingualLibrary({...spanishWords, words: {site: {everyPage}}}))
    expect(after.withheld).toEqual([])
    const pages = filesEnding(after.dir, '.html')
    const spanish = pages.filter((path) => path.startsWith('web/es/'))
    expect(changedBetween(before, after).toSorted()).toEqual(spanish)
    for (const path of spanish) expect(readText(after.dir, path)).toContain(everyPage)
  })

  test('in the language of the site stand on its pages only', async () => {
    const {withheld, dir} = await releaseOf(bilingualLibrary(siteWords))
    expect(withheld).toEqual([])
    expect(readText(dir, 'web/index.html')).toContain('Looked at on <time')
    expect(readText(dir, 'web/articles/what-is-prolotherapy.html')).toContain('Where this is from')
    expect(readText(dir, 'web/es/index.html')).not.toContain('Looked at')
  })

  test('leave the other words as they come with Countersign', async () => {
    const {dir} = await releaseOf(bilingualLibrary(spanishWords))
    const index = readText(dir, 'web/es/index.html')
    expect(index).toContain('Mirado el <time datetime="2026-10-01">1 de octubre de 2026</time>')
    expect(index).toContain('Ir al contenido')
  })

  test('reach apps too', async () => {
    const notice = 'Nadie nos paga por esta lista.'
    const words = {...Object(spanishWords.words), clinics: {notice}}
    const {dir} = await releaseOf(bilingualLibrary({...spanishWords, words}, clinic))
    expect(readText(dir, 'app/es/therapies/dextrosa.json')).toContain('nadie sabe cuántas veces')
    expect(JSON.parse(readText(dir, 'app/clinics.json'))).toMatchObject({
      notices: expect.arrayContaining([{language: 'es', text: notice}]),
    })
  })

  test('are for all countries of a language', async () => {
    const {withheld, dir} = await releaseOf(
      bilingualLibrary(
        {...bilingualSettings, languages: ['en-US', 'es', 'es-US']},
        {...spanishWords, language: 'es-US'},
      ),
    )
    expect(withheld).toEqual([])
    expect(readText(dir, 'web/es/index.html')).toContain('Mirado el')
  })

  test('give way to those of Countersign once they are retracted', async () => {
    const retraction = makeDecision(spanishWords, 'retracted', {decidedAt: '2026-10-02T10:00:00Z'})
    const before = await releaseOf(bilingualLibrary())
    const after = await releaseOf([...bilingualLibrary(spanishWords), retraction])
    expect(changedBetween(before, after)).toEqual([])
  })
})

test('words that nobody approved change nothing', async () => {
  const before = await releaseOf(bilingualLibrary())
  const after = await releaseOf([...bilingualLibrary(), spanishWords])
  expect(after.withheld.map(({id}) => id)).toEqual(['words-es'])
  expect(changedBetween(before, after)).toEqual([])
})

test('words in another language than the site need a person who is qualified in it', async () => {
  const unqualified = {...bilingual, fields: ['painMedicine']}
  const {withheld} = await releaseOf(bilingualLibrary(unqualified, spanishWords, siteWords))
  expect(withheld.map(({id}) => id)).toContain('words-es')
  expect(withheld.map(({id}) => id)).not.toContain('words')
})

describe('a language without words in Countersign', () => {
  const pages = ['web/vi/faq.html', 'web/vi/index.html', 'web/vi/a-z.html', 'web/vi/search.html']

  test('has those of the library, if they are complete', async () => {
    const {withheld, dir} = await releaseOf(bilingualLibrary(...vietnameseLibrary, vietnameseWords))
    expect(withheld).toEqual([])
    const longWords = namesIn(englishWords).flatMap((name) => {
      const [part = '', key = ''] = name.split('.')
      const table: Readonly<Record<string, Readonly<Record<string, string>>>> = englishWords
      const text = table[part]?.[key] ?? ''
      return text.length > 12 && !text.includes('{') ? [text] : []
    })
    for (const path of pages) {
      const page = readText(dir, path)
      expect(page).toContain('<html lang="vi" dir="ltr">')
      expect(page).toContain('Tiếng Việt skip')
      expect(longWords.filter((text) => page.includes(text))).toEqual([])
    }
  })

  test('has English ones as long as a word is missing, and the report says which', async () => {
    const {skip: _, ...site} = z
      .record(z.string(), z.string())
      .parse(Object(vietnameseWords.words).site)
    const words = {...Object(vietnameseWords.words), site}
    const {withheld, dir} = await releaseOf(
      bilingualLibrary(...vietnameseLibrary, {...vietnameseWords, words}),
    )
    expect(withheld).toEqual([
      expect.objectContaining({
        id: 'words-vi',
        reason: expect.stringMatching(/lacks 1 of \d+ words: site\.skip/),
      }),
    ])
    for (const path of pages) {
      expect(readText(dir, path)).toContain('Skip to the content')
      expect(readText(dir, path)).not.toContain('Tiếng Việt')
    }
  })
})

describe('a table is withheld', () => {
  test.each([
    ['with a word of which no page knows', {page: {closing: 'Adiós'}}, 'does not know: closing'],
    ['with a part of which no page knows', {poems: {first: 'Oda'}}, 'does not know: poems'],
    ['with a word that lacks its value', {index: {reviewed: 'Mirado'}}, 'lacks {day}'],
    ['with a value that no page has', {site: {skip: '{constructor}'}}, 'has {constructor}'],
    ['with markup', {site: {skip: '<script>alert(1)</script>'}}, 'holds HTML'],
    [
      'with one word for two values',
      {frequency: {rare: 'a veces', common: 'a veces'}},
      'which is the word for frequency.common',
    ],
    ['with the word for another value', {evidenceLevel: {limited: 'Sólida'}}, 'is the word for'],
    ['with an empty word', {site: {skip: ' '}}, 'is empty'],
  ])('%s', async (_, words, reason) => {
    const before = await releaseOf(bilingualLibrary())
    const after = await releaseOf(bilingualLibrary({...spanishWords, words}))
    expect(after.withheld).toEqual([
      expect.objectContaining({id: 'words-es', reason: expect.stringContaining(reason)}),
    ])
    expect(changedBetween(before, after)).toEqual([])
  })

  test('that is the second one for its language', async () => {
    const second = {...spanishWords, _id: 'words-es-2', words: {index: {reviewed: 'Leído {day}'}}}
    const {withheld, dir} = await releaseOf(bilingualLibrary(spanishWords, second))
    expect(withheld).toEqual([
      expect.objectContaining({
        id: 'words-es-2',
        reason: expect.stringContaining('renditions/words-per-language'),
      }),
    ])
    expect(readText(dir, 'web/es/index.html')).toContain('Mirado el')
  })

  test('in a language that the library does not list', async () => {
    const {withheld} = await releaseOf(
      bilingualLibrary({...spanishWords, _id: 'words-en', language: 'en-CA'}),
    )
    expect(withheld).toEqual([
      expect.objectContaining({
        id: 'words-en',
        reason: expect.stringContaining('accessibility/listed-language'),
      }),
    ])
  })
})

test('words that look like code are only text', async () => {
  const hostile = `{{7*7}} $& ]]> "><script" onload='alert(1)' & </script`
  const words = {
    site: {skip: hostile, articles: hostile},
    search: {none: hostile, label: hostile},
    machines: {notFoundLead: hostile, feed: `{site} ${hostile}`},
    nearMe: {title: hostile, refused: hostile},
    clinics: {title: hostile},
  }
  const {withheld, dir} = await releaseOf(bilingualLibrary({...siteWords, words}, clinic))
  expect(withheld).toEqual([])
  for (const path of filesEnding(dir, '.html').filter((one) => !one.startsWith('web/es/'))) {
    const page = readText(dir, path)
    expect(wordsOf(page)).toContain(hostile)
    expect(page.replaceAll('</script>', '')).not.toContain('</script')
    expect(page).not.toContain(`"><script" onload`)
  }
  expect(readText(dir, 'web/changes.atom')).not.toContain('<script')
})

describe('the name of the library in another language', () => {
  const named = {
    ...spanishWords,
    title: 'Biblioteca de pruebas',
    description: 'Una biblioteca para pruebas.',
    words: undefined,
  }

  test('stands on the pages of that language, without a mark of another language', async () => {
    const before = await releaseOf(bilingualLibrary())
    const after = await releaseOf(bilingualLibrary(named))
    expect(after.withheld).toEqual([])
    const {dir} = after
    for (const path of filesEnding(dir, '.html').filter((one) => one.startsWith('web/es/'))) {
      const page = readText(dir, path)
      expect(page).toContain('<a href="')
      expect(page).toMatch(/<p class="site-name">\s*<a href="[^"]*">Biblioteca de pruebas<\/a>/)
      expect(page).toContain('<meta property="og:site_name" content="Biblioteca de pruebas"')
      expect(page).not.toContain('Test library')
    }
    const index = readText(dir, 'web/es/index.html')
    expect(index).toContain('<h1>Biblioteca de pruebas</h1>')
    expect(index).toMatch(/<p class="lead"\s*>Una biblioteca para pruebas\.<\/p>/)
    expect(readText(dir, 'web/es/changes.atom')).toContain('Biblioteca de pruebas')
    expect(readText(dir, 'web/es/llms.txt')).toMatch(
      /^# Biblioteca de pruebas\n\n> Una biblioteca para pruebas\./,
    )
    expect(changedBetween(before, after).filter((path) => !path.startsWith('web/es/'))).toEqual([
      'app/index.json',
    ])
  })

  test('reaches apps', async () => {
    const {dir} = await releaseOf(bilingualLibrary(named))
    expect(JSON.parse(readText(dir, 'app/index.json'))).toMatchObject({
      site: {
        title: 'Test library',
        otherLanguages: [
          {
            language: 'es',
            title: 'Biblioteca de pruebas',
            description: 'Una biblioteca para pruebas.',
          },
        ],
      },
    })
  })

  test('is that of the site settings where the table has none', async () => {
    const {dir} = await releaseOf(bilingualLibrary({...named, title: undefined}))
    const index = readText(dir, 'web/es/index.html')
    expect(index).toContain('<h1 lang="en-US" dir="ltr">Test library</h1>')
    expect(index).toMatch(/<p class="lead"\s*>Una biblioteca para pruebas\.<\/p>/)
  })
})
