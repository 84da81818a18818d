// Readers see the days on which reviewers approved, and never a day that a person typed as if it were one.

import {expect, test} from 'vitest'
import {z} from 'zod'
import {exportRelease} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {wordsOf} from '../support/html.ts'
import {freshLake, lakeWith} from '../support/lake.ts'
import {
  article,
  library,
  makeDecision,
  reviewer,
  TODAY,
  withApprovals,
  withDocument,
} from '../support/library.ts'
import {exportDocuments, freshOut, released, releasedBundle} from '../support/release.ts'

const others = library.filter(({_id}) => _id !== article._id && _id !== makeDecision(article)._id)
const edited: StoredDocument = {...article, title: 'What prolotherapy is'}

function on(
  day: string,
  document = article,
  decision: 'approved' | 'changesRequested' | 'retracted' = 'approved',
): StoredDocument {
  return {
    ...makeDecision(document, decision, {decidedAt: `2025-${day}T10:00:00Z`}),
    _id: `${decision}-${day}`,
  }
}

const dated = z.object({
  firstPublished: z.string(),
  firstPublishedElsewhere: z.string().optional(),
  lastModified: z.string(),
  review: z.object({lastReviewed: z.string()}),
})

const data = z.object({
  datePublished: z.string(),
  dateModified: z.string(),
  lastReviewed: z.string(),
})

/** The days of the article in a release, which its page, its bundle and its structured data tell alike. */
function daysIn(out: string) {
  const {
    review: {lastReviewed},
    ...days
  } = dated.parse(releasedBundle(out, 'articles/what-is-prolotherapy.json'))
  const page = released(out, 'web/articles/what-is-prolotherapy.html') ?? ''
  const [, structured = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? []
  expect(data.parse(JSON.parse(structured))).toEqual({
    datePublished: days.firstPublished,
    dateModified: days.lastModified,
    lastReviewed,
  })
  const about = page.slice(page.indexOf('id="about-this-page"'))
  const times = [...about.matchAll(/<time datetime="(.*?)">/g)].map(([, day]) => day)
  expect(times.slice(0, -1)).toEqual(
    [days.firstPublished, days.firstPublishedElsewhere, days.lastModified, lastReviewed].filter(
      (day) => day !== undefined,
    ),
  )
  const words = wordsOf(about.replaceAll('<', ' <')).replaceAll(/\s+/g, ' ')
  return {...days, lastReviewed, words}
}

/** Exports the library with a text of the article and the decisions on it. */
async function exported(text: StoredDocument, ...decisions: readonly StoredDocument[]) {
  const out = freshOut()
  const {warnings, withheld} = await exportDocuments([...others, text, ...decisions], out)
  expect(withheld).toEqual([])
  return {...daysIn(out), warnings}
}

test('a renewed approval is a review, not a change', async () => {
  const days = await exported(article, on('10-01'), on('10-20'))
  expect(days).toMatchObject({
    firstPublished: '2025-10-01',
    lastModified: '2025-10-01',
    lastReviewed: '2025-10-20',
  })
  expect(days.words).toContain(
    'First published October 1, 2025 Last changed October 1, 2025 Last reviewed October 20, 2025',
  )
})

test('a new text changes the page on the day of its own approval', async () => {
  expect(
    await exported(edited, on('10-01'), on('10-12', edited), on('10-20', edited)),
  ).toMatchObject({
    firstPublished: '2025-10-01',
    lastModified: '2025-10-12',
    lastReviewed: '2025-10-20',
  })
})

test('a page was first published by its first approval, also if it was retracted since', async () => {
  const before = [on('10-01'), on('10-05', article, 'retracted')]
  expect(await exported(edited, ...before, on('10-12', edited))).toMatchObject({
    firstPublished: '2025-10-01',
    lastModified: '2025-10-12',
  })
  expect(await exported(article, ...before, on('10-12'))).toMatchObject({
    firstPublished: '2025-10-01',
    lastModified: '2025-10-01',
    lastReviewed: '2025-10-12',
  })
})

test('a request for changes publishes nothing', async () => {
  expect(
    await exported(article, on('10-01', article, 'changesRequested'), on('10-12')),
  ).toMatchObject({firstPublished: '2025-10-12', lastModified: '2025-10-12'})
})

test('an approval that does not count moves no day', async () => {
  const strangers = on('09-01')
  const own = {...on('09-02'), reviewer: {_type: 'reference', _ref: 'author', _weak: true}}
  expect(
    await exported(
      article,
      {...strangers, reviewer: {_type: 'reference', _ref: 'stranger', _weak: true}},
      own,
      on('10-12'),
    ),
  ).toMatchObject({firstPublished: '2025-10-12', lastModified: '2025-10-12'})
})

test('a page from elsewhere says so, beside the day of its first approval here', async () => {
  const text = {...article, firstPublished: '2021-01-31'}
  const days = await exported(text, on('10-01', text))
  expect(days).toMatchObject({
    firstPublished: '2025-10-01',
    firstPublishedElsewhere: '2021-01-31',
    lastModified: '2025-10-01',
    warnings: [],
  })
  expect(days.words).toContain(
    'First published October 1, 2025 First published elsewhere on January 31, 2021 Last changed October 1, 2025',
  )
})

test.each([
  ['in the future', '2027-01-31', 'after today'],
  ['after the first approval', '2025-10-02', 'after the first approval here, October 1, 2025'],
])('a typed day %s moves nothing, is not shown, and is found', async (_, firstPublished, says) => {
  const text = {...article, firstPublished}
  const days = await exported(text, on('10-01', text), on('10-20', text))
  expect(days).toMatchObject({
    firstPublished: '2025-10-01',
    lastModified: '2025-10-01',
  })
  expect(days.firstPublishedElsewhere).toBeUndefined()
  expect(days.words).not.toContain('elsewhere')
  expect(days.warnings).toMatchObject([
    {
      rule: 'freshness/dates',
      document: 'article',
      path: 'firstPublished',
      message: expect.stringContaining(says),
    },
  ])
})

test('an approved text from before stays approved with the day that a writer typed, which readers do not see', async () => {
  const text = {...article, firstPublished: '2021-02-03', lastModified: '2021-01-31'}
  const days = await exported(text, on('10-01', text))
  expect(days).toMatchObject({lastModified: '2025-10-01', warnings: []})
  expect(days.words).not.toContain('January 31, 2021')
})

test('a lake gives the same days, also with approvals of texts that were not imported', async () => {
  const documents = [...withDocument(edited, others), on('10-01'), on('10-12', edited)]
  const {dir} = await lakeWith(documents)
  await using source = await openPathSource(dir)
  const out = freshOut()
  await exportRelease({source, out, channels, today: TODAY})
  expect(daysIn(out)).toMatchObject({firstPublished: '2025-10-01', lastModified: '2025-10-12'})
})

test('a text that comes back after another one is a change', async () => {
  const rae = {...reviewer, _id: 'person-rae'}
  const {dir} = await lakeWith([...others, article, on('10-01'), ...withApprovals([rae])])
  const as = (identity: string) => freshLake({dir, identity}).client
  const publish = (title: string) => as('dana').patch('article').set({title}).commit()
  const approve = (title: string) =>
    as('rae').create(
      makeDecision({...article, title}, 'approved', {
        by: 'person-rae',
        decidedAt: new Date(Date.now() + 1).toISOString(),
      }),
    )
  await publish('Another title')
  await approve('Another title')
  await publish(String(article.title))
  await approve(String(article.title))
  await using source = await openPathSource(dir)
  const out = freshOut()
  await exportRelease({source, out, channels, today: TODAY})
  const {firstPublished, lastModified, lastReviewed} = daysIn(out)
  expect(firstPublished).toBe('2025-10-01')
  expect(lastModified).toBe(lastReviewed)
  expect(lastModified > firstPublished).toBe(true)
})
