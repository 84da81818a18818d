// A library in several languages: where its pages are, how they lead to each other, and which words stand around them.

import {execFileSync} from 'node:child_process'
import {beforeAll, describe, expect, test} from 'vitest'
import {z} from 'zod'
import type {StoredDocument} from '../../review/revision.ts'
import {interfaceWords} from '../../schemas/data/interface-words.ts'
import {temporaryFolder} from '../support/command.ts'
import {filesEnding, readText} from '../support/exported.ts'
import {
  article,
  clinic,
  condition,
  disclaimer,
  faq,
  keyed,
  makeDecision,
  paragraph,
  slug,
  therapy,
  withDocument,
} from '../support/library.ts'
import {exportDocuments, freshOut} from '../support/release.ts'
import {
  bilingual,
  bilingualLibrary,
  bilingualSettings,
  spanishArticle,
  spanishFaq,
  spanishTherapy,
  translationOf,
} from '../support/translations.ts'

const SPANISH_PAGE = 'web/es/articles/que-es-la-proloterapia.html'
const ENGLISH_PAGE = 'web/articles/what-is-prolotherapy.html'

/** A disclaimer about the therapy of the library. */
const aboutDextrose = {
  ...disclaimer,
  _id: 'about-dextrose',
  title: 'About dextrose',
  scope: 'therapies',
  therapies: [keyed('therapy')],
}

/** A document in easy words, with the changes that make it one. */
function formOf(source: StoredDocument, fields: Readonly<Record<string, unknown>>): StoredDocument {
  const {rendition} = translationOf(source, {})
  return {
    ...source,
    _id: `${source._id}-easy`,
    rendition: {...Object(rendition), kind: 'easyRead'},
    ...fields,
  }
}

async function releaseOf(documents: readonly StoredDocument[]) {
  const out = freshOut()
  const {withheld, warnings, dir} = await exportDocuments(documents, out)
  return {withheld, warnings, dir}
}

describe('a library in English and Spanish', () => {
  const folder = temporaryFolder()
  let release = ''
  let withheld: readonly object[] = []

  beforeAll(async () => {
    const report = await exportDocuments(bilingualLibrary(), folder.path)
    withheld = report.withheld
    release = report.dir
    return () => folder[Symbol.dispose]()
  })

  test('has the pages of each language in a folder of its own, and those of the site in none', () => {
    expect(withheld).toEqual([])
    expect(filesEnding(release, '.html')).toEqual([
      'web/404.html',
      'web/a-z.html',
      'web/articles/what-is-prolotherapy.html',
      'web/es/a-z.html',
      'web/es/articles/que-es-la-proloterapia.html',
      'web/es/faq.html',
      'web/es/index.html',
      'web/es/search.html',
      'web/es/therapies/dextrosa.html',
      'web/faq.html',
      'web/index.html',
      'web/search.html',
      'web/therapies/dextrose.html',
    ])
    expect(filesEnding(release, '.json').filter((path) => path.startsWith('app/es'))).toEqual([
      'app/es/articles/que-es-la-proloterapia.json',
      'app/es/faqs/duele.json',
      'app/es/therapies/dextrosa.json',
    ])
  })

  test('says the words around a Spanish text in Spanish', () => {
    const page = readText(release, SPANISH_PAGE)
    expect(page).toContain('<html lang="es" dir="ltr">')
    for (const words of [
      'Ir al contenido',
      'Información importante',
      'En esta página',
      'Sobre esta página',
      'Última revisión: <time datetime="2026-10-01">1 de octubre de 2026</time>',
    ]) {
      expect(page).toContain(words)
    }
    for (const words of ['Skip to', 'Last reviewed', 'Reviewed by', 'References', 'Written by']) {
      expect(page).not.toContain(words)
    }
    expect(readText(release, 'web/es/therapies/dextrosa.html')).toContain(
      'Una infección: no se sabe con qué frecuencia',
    )
  })

  test('shows the disclaimers of a Spanish page in Spanish', () => {
    expect(readText(release, SPANISH_PAGE)).toContain('Solo para información')
    expect(readText(release, SPANISH_PAGE)).not.toContain('For information only')
    expect(readText(release, ENGLISH_PAGE)).toContain('For information only')
    expect(readText(release, ENGLISH_PAGE)).not.toContain('Solo para información')
  })

  test('leads from each page to the same page in the other language', () => {
    expect(readText(release, ENGLISH_PAGE)).toMatch(
      /<a href="\.\.\/es\/articles\/que-es-la-proloterapia\.html" hreflang="es" lang="es"\s*>español<\/a/,
    )
    expect(readText(release, SPANISH_PAGE)).toMatch(
      /<a href="\.\.\/\.\.\/articles\/what-is-prolotherapy\.html" hreflang="en-US" lang="en-US"\s*>English<\/a/,
    )
    expect(readText(release, 'web/es/index.html')).toContain('href="../index.html"')
  })

  test('has the title of the source beside that of each translation in the list of titles', () => {
    const list = readText(release, 'web/es/a-z.html').replaceAll(/\s+/g, ' ')
    const source =
      '<a href="../articles/what-is-prolotherapy.html" hreflang="en-US" lang="en-US" dir="ltr"'
    expect(list).toContain(`¿Qué es la proloterapia?</a> <span class="hint" >(${source}>What is`)
    expect(readText(release, 'web/a-z.html')).not.toContain('es/articles')
  })

  test('tells search engines where each language is', () => {
    for (const page of [ENGLISH_PAGE, SPANISH_PAGE]) {
      const found = [
        ...readText(release, page).matchAll(/rel="alternate"\s+hreflang="(.*?)"\s+href="(.*?)"/g),
      ].map(([, language, address]) => [language, address])
      expect(new Map(found.map(([language = '', address = '']) => [language, address]))).toEqual(
        new Map([
          ['en-US', 'https://library.example/articles/what-is-prolotherapy.html'],
          ['es', 'https://library.example/es/articles/que-es-la-proloterapia.html'],
          ['x-default', 'https://library.example/articles/what-is-prolotherapy.html'],
        ]),
      )
    }
  })

  test('lists the pages of one language in each index, and all with their languages for apps', () => {
    expect(readText(release, 'web/es/index.html')).toContain('¿Qué es la proloterapia?')
    expect(readText(release, 'web/es/index.html')).not.toContain('What is prolotherapy?')
    expect(readText(release, 'web/index.html')).not.toContain('¿Qué es la proloterapia?')
    const {pages} = z
      .object({pages: z.array(z.object({path: z.string(), language: z.string()}))})
      .parse(JSON.parse(readText(release, 'app/index.json')))
    expect(pages).toContainEqual({path: 'es/faqs/duele.json', language: 'es'})
    expect(pages).toContainEqual({path: 'faqs/does-it-hurt.json', language: 'en-US'})
  })
})

test('a condition has a page in each language, and the texts of a language name it in its words', async () => {
  const about = {conditions: [keyed('condition')]}
  const english = {...article, ...about}
  const {rendition} = translationOf(english, {})
  const dolor = translationOf(condition, {
    name: 'Dolor de espalda',
    slug: slug('dolor-de-espalda'),
    description: 'Dolor entre las costillas y las caderas.',
  })
  const {dir, withheld} = await releaseOf(
    bilingualLibrary(english, {...spanishArticle, ...about, rendition}, condition, dolor),
  )
  expect(withheld).toEqual([])
  expect(readText(dir, 'web/a-z.html')).toContain(
    '<a href="conditions/back-pain.html">Back pain</a>',
  )
  expect(readText(dir, 'web/es/a-z.html')).toContain(
    '<a href="conditions/dolor-de-espalda.html">Dolor de espalda</a>',
  )
  const list = readText(dir, 'web/es/conditions.html')
  expect(list).toContain('<html lang="es" dir="ltr">')
  expect(list).toContain('href="../es/conditions/dolor-de-espalda.html"')
  const page = readText(dir, 'web/es/conditions/dolor-de-espalda.html')
  expect(page).toContain('<h1>Dolor de espalda</h1>')
  expect(page).toContain('href="../../es/articles/que-es-la-proloterapia.html"')
  expect(page).not.toContain('what-is-prolotherapy')
  expect(page).toMatch(/href="\.\.\/\.\.\/conditions\/back-pain\.html" hreflang="en-US"/)
  expect(readText(dir, 'web/conditions/back-pain.html')).toMatch(
    /href="\.\.\/es\/conditions\/dolor-de-espalda\.html" hreflang="es"/,
  )
  expect(readText(dir, SPANISH_PAGE)).toContain(
    '<a href="../../es/conditions/dolor-de-espalda.html">Dolor de espalda</a>',
  )
  expect(readText(dir, ENGLISH_PAGE)).toContain(
    '<a href="../conditions/back-pain.html">Back pain</a>',
  )
  expect(readText(dir, 'app/es/articles/que-es-la-proloterapia.json')).toContain('Dolor de espalda')
})

test('a language without questions has no way to a page of questions', async () => {
  const kept = bilingualLibrary().filter((document) => !JSON.stringify(document).includes('faq-es'))
  const {dir} = await releaseOf(kept)
  expect(filesEnding(dir, '.html')).not.toContain('web/es/faq.html')
  expect(readText(dir, 'web/es/therapies/dextrosa.html')).not.toContain('faq.html')
  expect(readText(dir, ENGLISH_PAGE)).toContain('faq.html')
})

test('a page in a language that is written from the right says so', async () => {
  const arabic = translationOf(faq, {
    language: 'ar',
    question: 'هل يؤلم؟',
    slug: slug('arabic'),
    answer: [paragraph('f1', 'اسأل الممرضة عما يجب فعله إذا شعرت بألم بعد الحقن.')],
  })
  const {withheld, dir} = await releaseOf(
    bilingualLibrary({...arabic, _id: 'faq-ar'}, {...bilingual, fields: ['es', 'ar']}),
  )
  expect(withheld).toEqual([])
  expect(readText(dir, 'web/ar/faq.html')).toContain('<html lang="ar" dir="rtl">')
})

test('a disclaimer about a therapy stands on the pages of its translation too', async () => {
  const spanish = translationOf(aboutDextrose, {title: 'Sobre la dextrosa'})
  const {withheld, dir} = await releaseOf(bilingualLibrary(aboutDextrose, spanish))
  expect(withheld).toEqual([])
  for (const page of [SPANISH_PAGE, 'web/es/therapies/dextrosa.html']) {
    expect(readText(dir, page)).toContain('Sobre la dextrosa')
  }
  expect(readText(dir, 'web/therapies/dextrose.html')).toContain('About dextrose')
})

test('a page and its easy-read form lead to each other', async () => {
  const easy = formOf(article, {title: 'Prolotherapy in easy words', slug: slug('easy')})
  const {dir, withheld} = await releaseOf(bilingualLibrary(easy))
  expect(withheld).toEqual([])
  expect(readText(dir, ENGLISH_PAGE)).toContain(
    'Also available: <a href="../articles/easy.html">Easy read</a>',
  )
  expect(readText(dir, 'web/articles/easy.html')).toContain(
    'the easy-read form of the page <a href="../articles/what-is-prolotherapy.html">What is prolotherapy?</a>',
  )
  expect(readText(dir, SPANISH_PAGE)).not.toContain('easy.html')
})

test.each([
  ['easyRead', 'en-US'],
  ['translation', 'es'],
])(
  'a %s of a form does not come out, and so none outlives its first source',
  async (kind, language) => {
    const easy = formOf(article, {title: 'Prolotherapy in easy words', slug: slug('easy')})
    const {rendition} = translationOf(easy, {})
    const chained = {
      ...easy,
      _id: 'chained',
      language,
      slug: slug('chained'),
      rendition: {...Object(rendition), kind},
    }
    const {withheld} = await releaseOf(bilingualLibrary(easy, chained))
    expect(withheld).toContainEqual(
      expect.objectContaining({
        id: 'chained',
        reason: expect.stringContaining('renditions/source'),
      }),
    )
  },
)

test('a translation for no country loses no disclaimer of its source', async () => {
  const {country: _, ...nowhere} = spanishArticle
  const {withheld} = await releaseOf(bilingualLibrary(nowhere))
  expect(withheld).toEqual([
    expect.objectContaining({
      id: 'article-es',
      reason: expect.stringContaining('renditions/same-facts'),
    }),
  ])
})

test('a form in another language than its source does not come out', async () => {
  const easy = formOf(article, {title: 'Prolotherapy in easy words', slug: slug('easy')})
  const {withheld} = await releaseOf(bilingualLibrary({...easy, language: 'es'}))
  expect(withheld).toEqual([
    expect.objectContaining({
      id: 'article-easy',
      reason: expect.stringContaining('renditions/source'),
    }),
  ])
})

test('a rendition of any kind carries the disclaimers of its source', async () => {
  const easy = formOf(therapy, {slug: slug('easy')})
  const {dir} = await releaseOf(bilingualLibrary(aboutDextrose, easy))
  expect(readText(dir, 'web/therapies/easy.html')).toContain('About dextrose')
})

test('a clinic that offers a therapy stands on the page of its translation too', async () => {
  const {dir} = await releaseOf(bilingualLibrary(clinic))
  expect(readText(dir, 'web/es/therapies/dextrosa.html')).toContain('Hillside Clinic')
})

test('a disclaimer without a translation is marked as words in its language', async () => {
  const documents = bilingualLibrary().filter(
    ({_id, subject}) =>
      _id !== 'disclaimer-es' && !JSON.stringify(subject ?? '').includes('disclaimer-es'),
  )
  const {dir} = await releaseOf(documents)
  expect(readText(dir, SPANISH_PAGE)).toMatch(
    /<div class="disclaimer" lang="en-US" dir="ltr">\s*<h3>For information only/,
  )
})

test('words that a writer marks as another language are marked on the page', async () => {
  const body = [
    paragraph('f1', 'Ask for a leaflet in Spanish: folleto sobre la espalda.', {
      marks: ['m'],
      markDefs: [{_type: 'foreign', _key: 'm', language: 'es'}],
    }),
  ]
  const {withheld, dir} = await releaseOf(bilingualLibrary({...faq, answer: body}))
  expect(withheld.map(({id}) => id)).not.toContain('faq')
  expect(readText(dir, 'web/faq.html')).toContain(
    '<span lang="es" dir="ltr">Ask for a leaflet in Spanish: folleto sobre la espalda.</span>',
  )
})

describe('a translation', () => {
  const moved = {...article, summary: 'Prolotherapy is a course of six injections, not of four.'}

  test('is withheld when its source moves on, and says why', async () => {
    const {withheld, dir} = await releaseOf(bilingualLibrary(moved))
    expect(withheld).toEqual([
      expect.objectContaining({
        id: 'article-es',
        reason: expect.stringContaining('freshness/behind-source'),
      }),
    ])
    expect(readText(dir, ENGLISH_PAGE)).toContain('six injections')
    expect(readText(dir, ENGLISH_PAGE)).not.toContain('hreflang="es"')
  })

  type Texts = readonly (readonly [text: StoredDocument, more?: object])[]

  /** The library after its article was corrected. Each text is approved, and each approval but the first may say more. */
  function corrected(...texts: Texts): StoredDocument[] {
    const [newest = article] = texts.map(([text]) => text).toReversed()
    const own = makeDecision(newest)._id
    return [
      ...bilingualLibrary(newest).filter(({_id}) => _id !== own),
      ...texts.map(([text, more], index) => ({
        ...makeDecision(text, 'approved', {decidedAt: `2026-10-0${index + 1}T10:00:00Z`}),
        ...more,
      })),
    ]
  }
  const comma = {
    ...article,
    summary: 'Prolotherapy is a course of injections; studies disagree about whether it helps.',
  }

  test('stays when only the form of its source changed, and no page says that it is older', async () => {
    const {withheld, warnings, dir} = await releaseOf(
      corrected([article], [comma, {cosmetic: true}]),
    )
    expect(withheld).toEqual([])
    expect(warnings.filter(({document}) => document === 'article-es')).toEqual([])
    expect(readText(dir, ENGLISH_PAGE)).toContain('injections; studies')
    expect(readText(dir, ENGLISH_PAGE)).toContain('hreflang="es"')
    expect(readText(dir, SPANISH_PAGE)).not.toContain('La página en inglés es más reciente')
    const bundle: unknown = JSON.parse(readText(dir, 'app/es/articles/que-es-la-proloterapia.json'))
    expect(bundle).not.toHaveProperty('behind')
  })

  test.each<[string, Texts]>([
    ['one of two changes', [[article], [moved], [comma, {cosmetic: true}]]],
    ['the last of two changes', [[article], [comma, {cosmetic: true}], [moved]]],
    ['the only change', [[article], [moved, {cosmetic: false}]]],
  ])('is withheld when the message changed with %s', async (_, texts) => {
    const {withheld} = await releaseOf(corrected(...texts))
    expect(withheld).toEqual([
      expect.objectContaining({
        id: 'article-es',
        reason: expect.stringContaining('freshness/behind-source'),
      }),
    ])
  })

  test('leaves a notice that leads to the text that moved on', async () => {
    const edited = {...article, summary: 'Prolotherapy is a course of injections. Trials disagree.'}
    const {dir} = await releaseOf([
      ...withDocument(edited, bilingualLibrary()),
      makeDecision(edited, 'approved', {decidedAt: '2026-10-02T10:00:00Z'}),
    ])
    expect(readText(dir, SPANISH_PAGE).replaceAll(/\s+/g, ' ')).toContain(
      'la página <a href="../../articles/what-is-prolotherapy.html" hreflang="en-US"',
    )
  })

  test('of a disclaimer is withheld too, and pages carry the newer text', async () => {
    const newer = {...disclaimer, body: [paragraph('d1', 'Ask a doctor before you decide.')]}
    const {withheld, dir} = await releaseOf(bilingualLibrary(newer))
    expect(withheld.map(({id}) => id)).toEqual(['disclaimer-es'])
    expect(readText(dir, SPANISH_PAGE)).toContain('Ask a doctor before you decide.')
  })

  const lenient = {
    ...bilingualSettings,
    rules: [
      {
        _type: 'ruleSetting',
        _key: 'r',
        rule: 'freshness/behind-source',
        level: 'warning',
        reason: 'Our translators need a week, and an old page is better than none.',
      },
    ],
  }

  test.each<[string, StoredDocument, readonly string[]]>([
    [
      'question',
      {...faq, answer: [paragraph('f1', 'Ask what to do if you have pain. Call the clinic.')]},
      [SPANISH_PAGE, 'web/es/faq.html'],
    ],
    [
      'disclaimer',
      {...disclaimer, title: 'Only for information'},
      [SPANISH_PAGE, 'web/es/faq.html', 'web/es/therapies/dextrosa.html'],
    ],
    [
      'therapy',
      {...therapy, summary: 'Injections of sugar water near the joints of the spine.'},
      [SPANISH_PAGE, 'web/es/therapies/dextrosa.html'],
    ],
  ])('of a %s gives every page that shows it the notice', async (_, newer, pages) => {
    const {withheld, dir} = await releaseOf([
      ...withDocument(newer, bilingualLibrary(lenient)),
      makeDecision(newer, 'approved', {decidedAt: '2026-10-02T10:00:00Z'}),
    ])
    expect(withheld).toEqual([])
    for (const page of pages) {
      expect([page, readText(dir, page).includes('La página en inglés es más reciente')]).toEqual([
        page,
        true,
      ])
    }
    expect(readText(dir, ENGLISH_PAGE)).not.toContain('más reciente')
  })

  test('comes out with a notice in its own language, if the library wants that', async () => {
    const {withheld, warnings, dir} = await releaseOf(bilingualLibrary(lenient, moved))
    expect(withheld).toEqual([])
    expect(warnings.map(({rule, document}) => [rule, document])).toContainEqual([
      'freshness/behind-source',
      'article-es',
    ])
    expect(readText(dir, SPANISH_PAGE)).toMatch(
      /La página en inglés es más reciente.*href="\.\.\/\.\.\/articles\/what-is-prolotherapy\.html"/s,
    )
    expect(JSON.parse(readText(dir, 'app/es/articles/que-es-la-proloterapia.json'))).toMatchObject({
      behind: true,
    })
  })

  test('of a text that was retracted does not come out', async () => {
    const retraction = makeDecision(article, 'retracted', {decidedAt: '2026-10-02T10:00:00Z'})
    const {dir, withheld} = await releaseOf([...bilingualLibrary(), retraction])
    expect(withheld).toEqual([
      expect.objectContaining({
        id: 'article-es',
        reason: expect.stringContaining('renditions/approved-source'),
      }),
    ])
    expect(readText(dir, SPANISH_PAGE)).toContain(
      '<h1>Esta página no está disponible por el momento</h1>',
    )
  })

  test('of a translation does not come out', async () => {
    const again = translationOf(spanishFaq, {slug: slug('otra'), question: '¿Duele mucho?'})
    const {withheld} = await releaseOf(bilingualLibrary(again))
    expect(withheld.map(({id}) => id)).toEqual(['faq-es-es'])
  })

  test('does not come out if it names no source, because it would escape disclaimers', async () => {
    const {rendition: _, ...alone} = spanishTherapy
    const {withheld} = await releaseOf(bilingualLibrary(aboutDextrose, alone))
    expect(withheld.map(({id}) => id)).toContain('therapy-es')
  })

  test('does not come out if it states another level of evidence than its source', async () => {
    const stronger = {...spanishTherapy, evidenceLevel: 'strong'}
    const {withheld} = await releaseOf(bilingualLibrary(stronger))
    expect(withheld).toContainEqual(
      expect.objectContaining({
        id: 'therapy-es',
        reason: expect.stringContaining('renditions/same-facts'),
      }),
    )
  })

  test('does not come out if it is about fewer treatments than its source', async () => {
    const source = {...faq, therapies: [keyed('therapy')]}
    const {slug: address, question, answer} = spanishFaq
    const about = (id: string) =>
      translationOf(source, {slug: address, question, answer, therapies: [keyed(id)]})
    const same = await releaseOf(bilingualLibrary(source, about('therapy-es')))
    expect(same.withheld).toEqual([])
    const {therapies: _, ...fewer} = about('therapy-es')
    const {withheld} = await releaseOf(bilingualLibrary(source, fewer))
    expect(withheld).toContainEqual(
      expect.objectContaining({
        id: 'faq-es',
        reason: expect.stringContaining('renditions/same-facts'),
      }),
    )
  })

  test('of a disclaimer does not replace the text of a disclaimer with another scope', async () => {
    const wrong = translationOf(disclaimer, {
      _id: 'wrong-es',
      title: 'Sobre la dextrosa',
      scope: 'therapies',
      therapies: [keyed('therapy')],
    })
    const {withheld, dir} = await releaseOf(bilingualLibrary(wrong))
    expect(withheld.map(({id}) => id)).toEqual(['wrong-es'])
    expect(readText(dir, SPANISH_PAGE)).not.toContain('Sobre la dextrosa')
  })

  test('that is the second one into its language does not come out', async () => {
    const second = {...spanishFaq, _id: 'faq-es-2', slug: slug('duele-mucho')}
    const {withheld, dir} = await releaseOf(bilingualLibrary(second))
    expect(withheld.map(({id}) => id)).toEqual(['faq-es-2'])
    expect(filesEnding(dir, '.json')).toContain('app/es/faqs/duele.json')
  })

  test('needs the word of a person who is qualified in its language', async () => {
    const {withheld} = await releaseOf(bilingualLibrary({...bilingual, fields: ['painMedicine']}))
    expect(withheld.map(({id}) => id)).toEqual(
      expect.arrayContaining(['article-es', 'faq-es', 'disclaimer-es', 'therapy-es']),
    )
    expect(withheld.map(({id}) => id)).not.toContain('article')
  })

  test('in a language that the library does not list does not come out', async () => {
    const {withheld} = await releaseOf(
      bilingualLibrary({...bilingualSettings, languages: ['en-US']}),
    )
    expect(withheld.map(({id}) => id)).toContain('article-es')
  })
})

test('the words of each language fill the same places', () => {
  const table = z.record(z.string(), z.record(z.string(), z.string()))
  const english = table.parse(interfaceWords('en'))
  const spanish = table.parse(interfaceWords('es'))
  const placesIn = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted()
  for (const [part, entries] of Object.entries(english)) {
    expect(Object.keys(spanish[part] ?? {})).toEqual(Object.keys(entries))
    for (const [name, text] of Object.entries(entries)) {
      expect([part, name, placesIn(spanish[part]?.[name])]).toEqual([part, name, placesIn(text)])
    }
  }
})

test('a language that the system does not know has the same days and names on every machine', () => {
  const printed = (locale: string) =>
    execFileSync(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '--eval',
        "import {formatDay} from './review/day-words.ts'; console.log(formatDay('2026-10-01', 'qaa'))",
      ],
      {env: {...process.env, LC_ALL: locale}, encoding: 'utf8'},
    )
  expect(printed('de_DE.UTF-8')).toBe('October 1, 2026\n')
  expect(printed('en_GB.UTF-8')).toBe('October 1, 2026\n')
})
