// Readers who open a former address of a page are redirected to the page, in every channel. A release
// never has conflicting addresses.

import {existsSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {settledOf, type Settled} from '../../model/standing/settled.ts'
import type {ExportReport} from '../../pipeline/export/export.ts'
import {Library} from '../../render/page/library.ts'
import type {Decision} from '../../review/decision.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {
  article,
  faq,
  library,
  makeDecision,
  slug,
  therapy,
  withApproved,
} from '../support/library.ts'
import {exportDocuments, released} from '../support/release.ts'

const moved = {...article, slug: slug('prolotherapy'), formerSlugs: ['what-is-prolotherapy', 'old']}

function redirectsIn(out: string, channel: string): unknown {
  return JSON.parse(released(out, `${channel}/redirects.json`) ?? 'null')
}

test('a former address of an article redirects at once, and both lists have it', async () => {
  using folder = temporaryFolder()
  await exportDocuments(withApproved(moved), folder.path)
  const page = released(folder.path, 'web/articles/old.html')
  expect(page).toContain(
    '<meta http-equiv="refresh" content="0; url=../articles/prolotherapy.html"',
  )
  expect(page).toContain(
    '<link rel="canonical" href="https://library.example/articles/prolotherapy.html"',
  )
  expect(page).toContain('<meta name="robots" content="noindex">')
  expect(page).toContain('<a href="../articles/prolotherapy.html">What is prolotherapy?</a>')
  expect(redirectsIn(folder.path, 'web')).toEqual([
    {from: 'articles/old.html', to: 'articles/prolotherapy.html'},
    {from: 'articles/what-is-prolotherapy.html', to: 'articles/prolotherapy.html'},
  ])
  expect(redirectsIn(folder.path, 'app')).toEqual([
    {from: 'articles/old.json', to: 'articles/prolotherapy.json'},
    {from: 'articles/what-is-prolotherapy.json', to: 'articles/prolotherapy.json'},
  ])
})

test('if no page has moved, the lists are empty', async () => {
  using folder = temporaryFolder()
  await exportDocuments(library, folder.path)
  expect(redirectsIn(folder.path, 'web')).toEqual([])
  expect(redirectsIn(folder.path, 'app')).toEqual([])
})

test('a former address of a question still leads to it on the page of all questions', async () => {
  using folder = temporaryFolder()
  await exportDocuments(withApproved({...faq, formerSlugs: ['is-it-sore']}), folder.path)
  expect(released(folder.path, 'web/faq.html')).toContain('id="question-is-it-sore"')
  expect(redirectsIn(folder.path, 'web')).toEqual([])
  expect(redirectsIn(folder.path, 'app')).toEqual([
    {from: 'faqs/is-it-sore.json', to: 'faqs/does-it-hurt.json'},
  ])
})

test('the former addresses of a retracted page lead to its notice and do not show its title', async () => {
  using folder = temporaryFolder()
  const retraction = makeDecision(moved, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'})
  await exportDocuments([...withApproved(moved), retraction], folder.path)
  const page = released(folder.path, 'web/articles/old.html')
  expect(page).toContain('url=../articles/prolotherapy.html')
  expect(page).not.toContain('What is prolotherapy')
  expect(released(folder.path, 'web/articles/prolotherapy.html')).toContain('was withdrawn')
})

test('a withheld page has no redirects', async () => {
  using folder = temporaryFolder()
  const documents = withApproved({
    ...moved,
    authors: [{_type: 'reference', _key: 'a', _ref: 'reviewer'}],
  })
  const {withheld} = await exportDocuments(documents, folder.path)
  expect(withheld).toMatchObject([{id: 'article', shown: 'nothing'}])
  expect(redirectsIn(folder.path, 'web')).toEqual([])
  expect(released(folder.path, 'web/articles/old.html')).toBeUndefined()
})

describe('an export withholds a page with a former address that', () => {
  const other: StoredDocument = {...article, _id: 'other', slug: slug('other')}
  const with2 = (one: StoredDocument, two: StoredDocument) => [
    ...withApproved(one),
    two,
    makeDecision(two),
  ]

  test.each<[string, StoredDocument[], object]>([
    [
      'another page has now',
      with2({...article, formerSlugs: ['other']}, other),
      {rule: 'duplicate-redirect', document: 'article', path: 'formerSlugs[0]'},
    ],
    [
      'another page, which comes first, has now',
      with2(article, {...other, formerSlugs: ['what-is-prolotherapy']}),
      {rule: 'duplicate-redirect', document: 'other', path: 'formerSlugs[0]'},
    ],
    [
      'another page had as well',
      with2({...article, formerSlugs: ['x', 'old']}, {...other, formerSlugs: ['old']}),
      {rule: 'duplicate-redirect', document: 'other', path: 'formerSlugs[0]'},
    ],
    [
      'would leave the folder of the release',
      withApproved({...therapy, formerSlugs: ['../../../out']}),
      {rule: 'schema', document: 'therapy', path: 'formerSlugs[0]'},
    ],
  ])('%s', async (_, documents, finding) => {
    using folder = temporaryFolder()
    const {warnings, withheld} = await exportDocuments(documents, folder.path)
    expect(warnings).toMatchObject([{...finding, severity: 'error'}])
    expect(withheld).toContainEqual(expect.objectContaining({id: warnings[0]?.document}))
  })

  test('a question may have had the address of an article', async () => {
    using folder = temporaryFolder()
    const documents = withApproved({...faq, formerSlugs: ['what-is-prolotherapy']})
    expect((await exportDocuments(documents, folder.path)).withheld).toEqual([])
  })
})

test('a page that would redirect to itself is withheld, and the report names the rule', async () => {
  using folder = temporaryFolder()
  const circular = {...article, formerSlugs: ['what-is-prolotherapy']}
  const {withheld} = await exportDocuments(withApproved(circular), folder.path)
  expect(withheld).toMatchObject([
    {id: 'article', reason: expect.stringContaining('links/redirect')},
  ])
})

test('the address of a retracted article is checked before a file is written there', async () => {
  using folder = temporaryFolder()
  const out = {...article, slug: slug('../../../out')}
  const retraction = makeDecision(out, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'})
  const {warnings, settled} = await exportDocuments([...withApproved(out), retraction], folder.path)
  expect(warnings).toMatchObject([
    {document: 'article', path: 'slug.current', rule: 'schema'},
    {document: 'article', path: 'slug.current', rule: 'no-notice'},
  ])
  expect(settled.find(({id}) => id === 'article')).toMatchObject({state: 'retracted'})
  expect(existsSync(join(folder.path, 'out.html'))).toBe(false)
})

test('no former address of an unchecked document can name a file outside the release', () => {
  const decision: Decision = {
    id: 'review',
    subject: 'article',
    revision: '',
    decision: 'approved',
    kind: 'clinical',
    reviewer: 'reviewer',
    decidedAt: '2026-10-01T10:00:00Z',
  }
  const formerSlugs = ['old', '../../../out', 'a/b', '', undefined, 7]
  expect(
    settledOf({...article, formerSlugs}, {type: 'article', state: 'approved', decision})
      .formerSlugs,
  ).toEqual(['old'])
})

function lostIn({warnings}: ExportReport) {
  return warnings.filter(({rule}) => rule === 'lost-address')
}

test('an export warns about an address that would lead nowhere', async () => {
  using folder = temporaryFolder()
  await exportDocuments(library, folder.path)
  const away = {...article, slug: slug('prolotherapy')}
  const lost = await exportDocuments(withApproved(away), folder.path)
  expect(lost.withheld).toEqual([])
  expect(lostIn(lost)).toMatchObject([
    {rule: 'lost-address', severity: 'warning', document: 'article', path: 'slug.current'},
  ])
  expect(lostIn(lost)[0]?.hint).toContain('"what-is-prolotherapy"')
})

test('an export does not warn about an address that is kept, and the earlier release changes no byte', async () => {
  using folder = temporaryFolder()
  using fresh = temporaryFolder()
  await exportDocuments(library, folder.path)
  const kept = await exportDocuments(withApproved(moved), folder.path)
  expect(lostIn(kept)).toEqual([])
  const alone = await exportDocuments(withApproved(moved), fresh.path)
  expect(kept.release).toBe(alone.release)
})

test('every former address leads to exactly one page, for any addresses that pages claim', () => {
  const address = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const page = fc.record({
    type: fc.constantFrom('article' as const, 'faq' as const),
    state: fc.constantFrom('approved' as const, 'retracted' as const),
    slug: address,
    formerSlugs: fc.array(address),
  })
  const pages = fc.uniqueArray(page, {selector: ({type, slug}) => `${type}/${slug}`})
  fc.assert(
    fc.property(pages, (each) => {
      const settled = each.map((one, index): Settled => ({
        ...one,
        id: `${index}`,
        title: 'Title',
        language: 'en-US',
        facts: {},
        headings: [],
        decision: {
          id: `review-${index}`,
          subject: `${index}`,
          revision: '',
          decision: one.state,
          kind: 'clinical',
          reviewer: 'reviewer',
          decidedAt: '2026-10-01T10:00:00Z',
        },
      }))
      const {redirects, cards, withdrawn} = Library.of(settled, [])
      const addressOf = ({type, slug}: {type: string; slug: string}) => `${type}/${slug}`
      const current = [...cards.values(), ...withdrawn].map(addressOf)
      const from = redirects.map((redirect) => addressOf(redirect.from))
      expect(new Set([...from, ...current]).size).toBe(from.length + current.length)
      for (const {to} of redirects) expect(current).toContain(addressOf(to))
      const claimed = new Set(
        each.flatMap(({type, formerSlugs}) => formerSlugs.map((slug) => addressOf({type, slug}))),
      )
      expect(new Set([...from, ...current])).toEqual(new Set([...claimed, ...current]))
    }),
  )
})
