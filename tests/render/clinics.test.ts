// The clinic finder works without scripts: readers find each approved clinic by country and region, in their language.

import {join} from 'node:path'
import {HtmlValidate} from 'html-validate'
import type {ItemList, WithContext} from 'schema-dts'
import {expect, test} from 'vitest'
import {z} from 'zod'
import type {StoredDocument} from '../../review/revision.ts'
import {filesEnding, readText} from '../support/exported.ts'
import {decode, wordsOf} from '../support/html.ts'
import {hostileTexts} from '../support/kitchen-sink.ts'
import {clinic, faq, keyed, library, makeDecision, slug, withApprovals} from '../support/library.ts'
import {exportDocuments, freshOut, released} from '../support/release.ts'
import {bilingual, bilingualLibrary, translationOf} from '../support/translations.ts'

const FINDER = 'web/clinics.html'

/** A clinic at a place. */
function clinicIn(
  id: string,
  {country = 'US', region, city = 'Town'}: {country?: string; region?: string; city?: string},
  fields: object = {},
): StoredDocument {
  return {
    ...clinic,
    _id: id,
    name: `Clinic ${id}`,
    address: {street: '1 Main Street', city, country, ...(region !== undefined && {region})},
    ...fields,
  }
}

/** Exports the library with clinics, all approved, and gives the text of a page. */
async function finderWith(clinics: readonly StoredDocument[], page = FINDER): Promise<string> {
  const out = freshOut()
  await exportDocuments([...library, ...withApprovals([...clinics])], out)
  return released(out, page) ?? ''
}

/** The headings of the list, each with its level. */
function headingsOf(source: string): string[] {
  const [, list = ''] = source.split('</template>')
  return Array.from(
    list.matchAll(/<h([234])[^>]*>([\s\S]*?)<\/h\d>/g),
    ([, level, words = '']) => `${level} ${wordsOf(words).trim()}`,
  )
}

test('clinics stand below their country and region, in the order of the alphabet', async () => {
  const source = await finderWith([
    clinicIn('d', {country: 'US', region: 'Texas'}),
    clinicIn('c', {country: 'US', region: 'Oregon', city: 'Portland'}),
    clinicIn('b', {country: 'US', region: 'Oregon', city: 'Ashland'}),
    clinicIn('e', {country: 'US'}),
    clinicIn('f', {country: 'MT'}),
    clinicIn('a', {country: 'CA', region: 'Québec'}),
  ])
  expect(headingsOf(source).slice(0, -1)).toEqual([
    '2 Places',
    '2 Canada',
    '3 Québec',
    '4 Clinic a',
    '2 Malta',
    '3 Clinic f',
    '2 United States',
    '3 Oregon',
    '4 Clinic b',
    '4 Clinic c',
    '3 Texas',
    '4 Clinic d',
    '3 Other places',
    '4 Clinic e',
  ])
  for (const id of ['ca-quebec', 'us-oregon', 'us-texas', 'us-places', 'mt']) {
    expect(source).toContain(`href="#${id}"`)
  }
})

test('an entry has the hours, the languages, what helps to get in, and a map that only a press opens', async () => {
  const source = await finderWith([
    clinicIn(
      'a',
      {region: 'Texas'},
      {
        openingHours: [
          {
            _type: 'openingSpan',
            _key: 'w',
            days: ['monday', 'tuesday'],
            opens: '13:00',
            closes: '17:30',
          },
          {
            _type: 'openingSpan',
            _key: 'm',
            days: ['monday', 'tuesday'],
            opens: '09:00',
            closes: '12:00',
          },
        ],
        openingNote: 'Closed on public holidays.',
        languages: ['en', 'vi'],
        accessibility: ['hearingLoop'],
      },
    ),
  ])
  const words = decode(wordsOf(source)).replaceAll(/\s+/g, ' ')
  expect(words).toContain(
    'Monday – Tuesday: 9:00 AM – 12:00 PM 1:00 – 5:30 PM Wednesday – Sunday: Closed',
  )
  expect(words).toContain('Closed on public holidays.')
  expect(words).toMatch(/English\s*Vietnamese/)
  expect(words).toContain('Hearing loop')
  expect(words).toContain('Reviewed by Rae Reviewer')
  expect(source).toMatch(
    /href="https:\/\/www\.openstreetmap\.org\/\?mlat&#61;39\.78&#38;mlon&#61;-89\.65[^"]*"\s+rel="noreferrer"/,
  )
  expect(source).toContain('Being listed is no recommendation')
})

test('a clinic that says only where it is has an entry without empty parts', async () => {
  const source = await finderWith([
    clinicIn('a', {}, {phone: undefined, website: undefined, therapies: undefined}),
  ])
  expect(source).toContain('Clinic a')
  expect(source).not.toMatch(/<dt>|<select|<fieldset|href="tel:|[>"]undefined/)
})

test('without an approved clinic there is no finder, and no way to it', async () => {
  const out = freshOut()
  await exportDocuments([...library, clinic], out)
  expect(released(out, FINDER)).toBeUndefined()
  expect(released(out, 'web/index.html')).not.toContain('clinics.html')
  const approved = freshOut()
  await exportDocuments([...library, clinic, makeDecision(clinic)], approved)
  expect(released(approved, 'web/index.html')).toContain('href="clinics.html"')
  expect(released(approved, 'web/therapies/dextrose.html')).toContain('href="../clinics.html"')
})

test('each language has its own finder, and a therapy without a translation is marked', async () => {
  const out = freshOut()
  const spoken = {...clinic, languages: ['es'], accessibility: ['quietRoom']}
  await exportDocuments(bilingualLibrary(spoken), out)
  const spanish = released(out, 'web/es/clinics.html') ?? ''
  expect(spanish).toContain('<html lang="es" dir="ltr">')
  expect(spanish).toContain('Estados Unidos')
  expect(spanish).toContain('Sala tranquila')
  expect(spanish).toMatch(/href="\.\.\/es\/therapies\/dextrosa\.html"/)
  expect(spanish).toMatch(/<a href="\.\.\/clinics\.html" hreflang="en-US"/)
  const out2 = freshOut()
  const without = bilingualLibrary(spoken).filter(
    ({_id, subject}) =>
      _id !== 'therapy-es' && !JSON.stringify(subject ?? '').includes('"therapy-es"'),
  )
  await exportDocuments(without, out2)
  expect(released(out2, 'web/es/clinics.html')).toMatch(
    /href="\.\.\/therapies\/dextrose\.html"\s+lang="en-US" dir="ltr"/,
  )
})

test('a finder in a language from right to left says so, and marks the words of the clinic', async () => {
  const out = freshOut()
  const arabic = translationOf(faq, {
    _id: 'faq-ar',
    language: 'ar',
    slug: slug('ar'),
    question: 'هل تؤلم؟',
  })
  const openingHours = [
    {_type: 'openingSpan', _key: 'w', days: ['monday'], opens: '09:00', closes: '17:00'},
  ]
  const reader = {...bilingual, fields: ['es', 'ar']}
  await exportDocuments(bilingualLibrary(arabic, reader, {...clinic, openingHours}), out)
  const source = released(out, 'web/ar/clinics.html') ?? ''
  expect(source).toContain('<html lang="ar" dir="rtl">')
  expect(source).toContain('الاثنين')
  expect(source).toContain('<span lang="en-US" dir="ltr">Hillside Clinic</span>')
})

test('thousands of clinics are on pages under 60 kB, each clinic on one, and all can be reached', async () => {
  const regions = ['Oregon', 'Texas', 'Île B', 'Ile B', '東京', '大阪', undefined]
  const clinics = Array.from({length: 210}, (_, index) =>
    clinicIn(
      `c${index}`,
      {
        country: index % 10 === 0 ? 'CA' : 'US',
        ...(regions[index % 7] !== undefined && {region: regions[index % 7] ?? ''}),
        city: `City ${index}`,
      },
      {languages: ['en', 'es'], accessibility: ['hearingLoop', 'quietRoom']},
    ),
  )
  const out = freshOut()
  await exportDocuments([...library, ...withApprovals(clinics)], out)
  const root = join(out, 'current', 'web')
  const pages = filesEnding(root, '.html').filter((path) => path.startsWith('clinics'))
  expect(pages.length).toBeGreaterThan(5)
  const shown = pages.flatMap((path) => {
    const source = readText(root, path)
    expect(path).toMatch(/^[a-z0-9_-]+\.html$/)
    expect(Buffer.byteLength(source), path).toBeLessThan(60_000)
    return Array.from(source.matchAll(/data-name>Clinic (c\d+)</g), ([, id]) => id)
  })
  expect(shown.toSorted()).toEqual(clinics.map(({_id}) => _id).toSorted())
  const first = readText(root, 'clinics.html')
  for (const path of pages)
    expect(path === 'clinics.html' || first.includes(`"${path}`), path).toBe(true)
  const validator = new HtmlValidate({
    extends: ['html-validate:document'],
    rules: {'no-dup-id': 'error'},
  })
  for (const path of pages) {
    const {results} = await validator.validateString(readText(root, path))
    expect(
      results.flatMap(({messages}) => messages.filter(({ruleId}) => ruleId === 'no-dup-id')),
    ).toEqual([])
  }
})

test('the page of a therapy lists a few clinics, and leads to the others', async () => {
  const clinics = Array.from({length: 7}, (_, index) => clinicIn(`c${index}`, {}))
  const source = await finderWith(clinics, 'web/therapies/dextrose.html')
  expect(source.match(/Clinic c\d/g)).toHaveLength(5)
  expect(source).toContain('7 offer this treatment')
  expect(source).toContain('Being listed is no recommendation')
})

test('words that look like markup are only words', async () => {
  const source = await finderWith(
    hostileTexts.map((text, index) =>
      clinicIn(
        `c${index}`,
        {region: `R ${text}`, city: text},
        {
          name: `N ${text}`,
          openingNote: text,
          website: `https://clinic.example/?a="><&b='${index}`,
        },
      ),
    ),
  )
  const [, list = ''] = source.split('</template>')
  const words = decode(wordsOf(list)).replaceAll(/\s+/g, ' ')
  for (const text of hostileTexts) {
    const plain = text.replaceAll(/\s+/g, ' ').trim()
    for (const shown of [`N ${plain}`, `R ${plain}`]) expect(words).toContain(shown)
  }
  expect(source.match(/<script/g)).toHaveLength(2)
  expect(source).not.toMatch(/<img|<[^>"]* onerror=|<[^>"]* onmouseover=/)
})

test('search engines get a clinic in the words of schema.org', async () => {
  const source = await finderWith([
    clinicIn(
      'a',
      {region: 'Texas'},
      {
        openingHours: [
          {_type: 'openingSpan', _key: 'w', days: ['monday'], opens: '09:00', closes: '17:00'},
        ],
        languages: ['es'],
        accessibility: ['hearingLoop'],
        therapies: [keyed('therapy')],
      },
    ),
  ])
  const [, json = ''] =
    /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(source) ?? []
  const expected: WithContext<ItemList> = {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: 'Clinics',
    numberOfItems: 1,
    itemListElement: [
      {
        '@type': 'ListItem',
        position: 1,
        item: {
          '@type': 'MedicalClinic',
          name: 'Clinic a',
          url: 'https://clinic.example/',
          telephone: '+1 217 555 0100',
          address: {
            '@type': 'PostalAddress',
            streetAddress: '1 Main Street',
            addressLocality: 'Town',
            addressRegion: 'Texas',
            addressCountry: 'US',
          },
          geo: {'@type': 'GeoCoordinates', latitude: 39.78, longitude: -89.65},
          openingHoursSpecification: [
            {
              '@type': 'OpeningHoursSpecification',
              dayOfWeek: ['https://schema.org/Monday'],
              opens: '09:00',
              closes: '17:00',
            },
          ],
          contactPoint: {
            '@type': 'ContactPoint',
            telephone: '+1 217 555 0100',
            availableLanguage: ['es'],
          },
          amenityFeature: [
            {'@type': 'LocationFeatureSpecification', name: 'Hearing loop', value: true},
          ],
          availableService: [{'@type': 'MedicalTherapy', name: 'Dextrose prolotherapy'}],
        },
      },
    ],
  }
  expect(z.unknown().parse(JSON.parse(json))).toEqual(expected)
})
