// What pages tell readers beside their text: disclaimers, the interests of authors and reviewers, which
// links are paid for, and that no clinic is recommended.

import {expect, test} from 'vitest'
import {z} from 'zod'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {
  article,
  author,
  clinic,
  condition,
  disclaimer,
  keyed,
  library,
  makeDecision,
  paragraph,
  reference,
  slug,
  therapy,
  withApproved,
  work,
} from '../support/library.ts'
import {exportDocuments, released, releasedBundle} from '../support/release.ts'

const ARTICLE_PAGE = 'web/articles/what-is-prolotherapy.html'
const ARTICLE_BUNDLE = 'articles/what-is-prolotherapy.json'
const THERAPY_PAGE = 'web/therapies/dextrose.html'

function approved(...documents: StoredDocument[]) {
  return documents.flatMap((document) => [document, makeDecision(document)])
}

function more(_id: string, fields: object): StoredDocument {
  return {
    ...disclaimer,
    _id,
    title: `The disclaimer ${_id}`,
    ...fields,
  }
}

const shown = z.object({
  disclaimers: z.array(z.object({id: z.string(), placement: z.string()})),
  references: z.array(z.object({id: z.string(), number: z.number()})),
})

function bundleOf(out: string, path: string) {
  return shown.parse(releasedBundle(out, path))
}

function idsIn(out: string, path: string) {
  return bundleOf(out, path).disclaimers.map(({id}) => id)
}

test('the articles about a condition show its disclaimer in every channel', async () => {
  using folder = temporaryFolder()
  const about = {...article, conditions: [keyed('condition')]}
  const narrow = more('pain', {scope: 'conditions', conditions: [keyed('condition')]})
  await exportDocuments([...withApproved(about), ...approved(condition, narrow)], folder.path)
  expect(released(folder.path, ARTICLE_PAGE)).toContain('The disclaimer pain')
  expect(idsIn(folder.path, ARTICLE_BUNDLE)).toEqual(['disclaimer', 'pain'])
  expect(released(folder.path, THERAPY_PAGE)).not.toContain('The disclaimer pain')
})

test('an approved disclaimer stays although a condition that it names is gone', async () => {
  using folder = temporaryFolder()
  const about = more('pain', {
    scope: 'conditions',
    conditions: [keyed('condition'), keyed('neck-pain')],
  })
  const neckPain = {...condition, _id: 'neck-pain', slug: slug('neck-pain')}
  const onBackPain = {...article, conditions: [keyed('condition')]}
  const documents = [...withApproved(onBackPain), ...approved(condition)]
  await exportDocuments([...documents, neckPain, ...approved(about)], folder.path)
  const edited = {...about, conditions: [keyed('condition')]}
  const {withheld} = await exportDocuments([...documents, edited, makeDecision(about)], folder.path)
  expect(withheld).toMatchObject([{id: 'pain', shown: 'lastApproved'}])
  expect(released(folder.path, ARTICLE_PAGE)).toContain('The disclaimer pain')
})

test('a disclaimer for a channel is shown only there', async () => {
  using folder = temporaryFolder()
  const narrow = more('apps', {scope: 'channels', channels: ['app']})
  await exportDocuments([...library, ...approved(narrow)], folder.path)
  expect(released(folder.path, ARTICLE_PAGE)).not.toContain('The disclaimer apps')
  expect(idsIn(folder.path, ARTICLE_BUNDLE)).toEqual(['apps', 'disclaimer'])
})

test('a disclaimer for a country is shown on pages in its language', async () => {
  using folder = temporaryFolder()
  const narrow = more('british', {scope: 'jurisdictions', jurisdictions: ['GB']})
  const british = {...article, language: 'en-GB'}
  await exportDocuments([...withApproved(british), ...approved(narrow)], folder.path)
  expect(idsIn(folder.path, ARTICLE_BUNDLE)).toEqual(['british', 'disclaimer'])
  expect(released(folder.path, THERAPY_PAGE)).not.toContain('The disclaimer british')
})

test('a page that has no disclaimer in one channel waits, and the report names the channel', async () => {
  using folder = temporaryFolder()
  const onlyWeb = {...disclaimer, scope: 'channels', channels: ['web']}
  const {withheld} = await exportDocuments(
    [
      ...withApproved(onlyWeb),
      ...approved(more('us', {scope: 'jurisdictions', jurisdictions: ['US']}), {
        ...therapy,
        _id: 'british',
        slug: slug('british'),
        language: 'en-GB',
      }),
    ],
    folder.path,
  )
  expect(withheld).toMatchObject([
    {id: 'british', reason: 'no approved disclaimer applies to it in the channel app'},
  ])
})

test('a disclaimer is shown under the summary or after the text, as its editor chose', async () => {
  using folder = temporaryFolder()
  const first = more('first', {placement: 'top', priority: 10})
  await exportDocuments([...library, ...approved(first)], folder.path)
  for (const path of [ARTICLE_PAGE, THERAPY_PAGE, 'web/faq.html']) {
    const page = released(folder.path, path) ?? ''
    const at = (words: string) => page.indexOf(words)
    const text = at('class="prose"')
    expect(at('class="lead"'), path).toBeLessThan(at('The disclaimer first'))
    expect(at('The disclaimer first'), path).toBeLessThan(text)
    expect(at('For information only'), path).toBeGreaterThan(text)
  }
  expect(bundleOf(folder.path, ARTICLE_BUNDLE).disclaimers).toEqual([
    {id: 'disclaimer', placement: 'end'},
    {id: 'first', placement: 'top'},
  ])
})

test('a page with all disclaimers at the top has no link to a section at its end', async () => {
  using folder = temporaryFolder()
  await exportDocuments(withApproved({...disclaimer, placement: 'top'}), folder.path)
  for (const path of [ARTICLE_PAGE, THERAPY_PAGE, 'web/faq.html']) {
    expect(released(folder.path, path)).toContain('For information only')
    expect(released(folder.path, path)).not.toContain('mportant information')
  }
})

test('references are numbered in the order in which readers of each channel see them', async () => {
  using folder = temporaryFolder()
  const other = {...work, _id: 'other', title: 'Another trial', doi: '10.1234/other'}
  const citing = more('citing', {
    scope: 'channels',
    channels: ['web'],
    placement: 'top',
    body: [
      paragraph('d1', 'A regulator says so.', {
        marks: ['c1'],
        markDefs: [{_type: 'citation', _key: 'c1', reference: reference('other')}],
      }),
    ],
  })
  await exportDocuments([...library, ...approved(other, citing)], folder.path)
  const page = released(folder.path, ARTICLE_PAGE) ?? ''
  expect(page.indexOf('Another trial')).toBeLessThan(page.indexOf('A trial of something'))
  expect(page.match(/One review found[^]*?href="#reference-(\d)"/)?.[1]).toBe('2')
  expect(bundleOf(folder.path, ARTICLE_BUNDLE).references).toEqual([{id: 'work', number: 1}])
  expect(released(folder.path, `app/${ARTICLE_BUNDLE}`)).toContain('href=\\"#reference-1\\"')
})

test('every kind of page shows the interests of authors and reviewers with their names', async () => {
  using folder = temporaryFolder()
  await exportDocuments(
    withApproved({...author, interests: 'Gives courses on injections.'}),
    folder.path,
  )
  expect(released(folder.path, ARTICLE_PAGE)).toContain('Interests: Gives courses on injections.')
  for (const path of [ARTICLE_PAGE, THERAPY_PAGE, 'web/faq.html']) {
    expect(released(folder.path, path), path).toContain('Interests: None declared.')
  }
  expect(releasedBundle(folder.path, ARTICLE_BUNDLE)).toMatchObject({
    authors: [{name: 'Ada Author', interests: 'Gives courses on injections.'}],
    review: {reviewedBy: {interests: 'None declared.'}},
  })
})

test('a paid link is marked for readers, for search engines and in the bundle', async () => {
  using folder = temporaryFolder()
  const linked = (commercial: boolean | undefined) =>
    withApproved({
      ...article,
      therapies: [],
      body: [
        paragraph('b1', 'a shop', {
          marks: ['l1'],
          markDefs: [{_type: 'link', _key: 'l1', href: 'https://shop.example/', commercial}],
        }),
      ],
    })
  await exportDocuments(linked(true), folder.path)
  expect(released(folder.path, ARTICLE_PAGE)).toMatch(
    /<a href="https:\/\/shop\.example\/" rel="sponsored">a shop<\/a>\s+<small class="sponsored">\(sponsored\)<\/small>/,
  )
  const {body} = z
    .object({body: z.object({html: z.string(), text: z.string(), portableText: z.unknown()})})
    .parse(releasedBundle(folder.path, ARTICLE_BUNDLE))
  expect(body.html).toContain('rel="sponsored"')
  expect(body.text).toBe('a shop (sponsored: https://shop.example/)')
  expect(body.portableText).toMatchObject([{markDefs: [{commercial: true}]}])

  for (const commercial of [false, undefined]) {
    await exportDocuments(linked(commercial), folder.path)
    expect(released(folder.path, ARTICLE_PAGE)).not.toContain('sponsored')
    expect(released(folder.path, `app/${ARTICLE_BUNDLE}`)).not.toContain('sponsored')
  }
})

test('every list of clinics says that no clinic is recommended or has paid', async () => {
  using folder = temporaryFolder()
  await exportDocuments([...library, ...approved(clinic)], folder.path)
  const notice = 'Being listed is no recommendation, and this library is not paid for it.'
  for (const path of [THERAPY_PAGE, 'app/therapies/dextrose.json']) {
    expect(released(folder.path, path)).toContain('Hillside Clinic')
    expect(released(folder.path, path)).toContain(notice)
  }
})
