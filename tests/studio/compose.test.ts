// The preview of a therapy names the clinics whose unapproved words it shows, and that of an article shows the days
// that an export would.

import {describe, expect, test} from 'vitest'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {compose} from '../../studio/preview/compose.ts'
import {gather} from '../../studio/preview/gather.ts'
import {wordsOf} from '../support/html.ts'
import {lakeWith} from '../support/lake.ts'
import {
  administrator,
  article,
  clinic,
  deputy,
  disclaimer,
  keyed,
  library,
  makeDecision,
  paragraph,
  reference,
  reviewer,
  settings,
  siteWords,
  therapy,
  withApprovals,
  withDocument,
  work,
} from '../support/library.ts'

function previewWith(...clinics: readonly StoredDocument[]) {
  const people = [reviewer, administrator, deputy]
  const around = [settings, disclaimer, ...people, ...clinics]
  const decisions = [therapy, disclaimer, settings, ...people].map((document) =>
    makeDecision(document),
  )
  return compose(contentOf(therapy), [...around, ...decisions].map(contentOf), '2026-10-15')
}

test('an approved clinic is on the page, and a clinic that was never approved is not', () => {
  expect(previewWith(clinic, makeDecision(clinic))).toMatchObject({
    unapproved: [],
    html: expect.stringContaining('Hillside Clinic'),
  })
  expect(previewWith(clinic)).toMatchObject({
    unapproved: [],
    html: expect.not.stringContaining('Hillside Clinic'),
  })
})

test('a clinic that was edited after its approval is among the unapproved texts', () => {
  const edited = {...clinic, phone: '+1 217 555 0199'}
  expect(previewWith(edited, makeDecision(clinic))).toMatchObject({unapproved: ['Hillside Clinic']})
})

test('the preview has the approved words of the library, and names them if they were edited since', () => {
  const words = {...siteWords, words: {site: {everyPage: 'A person approved this.'}}}
  const has = expect.stringContaining('A person approved this.')
  expect(previewWith(words, makeDecision(words))).toMatchObject({unapproved: [], html: has})
  expect(previewWith(words)).toMatchObject({
    unapproved: [],
    html: expect.not.stringContaining('A person approved this.'),
  })
  const edited = {...words, title: 'Another library'}
  expect(previewWith(edited, makeDecision(words))).toMatchObject({unapproved: ['Another library']})
})

test('the Studio fetches the words of the library for each preview', async () => {
  const words = {...siteWords, words: {site: {everyPage: 'A person approved this.'}}}
  const {client} = await lakeWith([...library, ...withApprovals([words])])
  const text = contentOf(article)
  const {documents} = await gather(client, text, new AbortController().signal)
  expect(compose(text, documents, '2026-10-15T10:00:00Z')).toMatchObject({
    html: expect.stringContaining('A person approved this.'),
  })
})

test('words of the library with an error do not stop a preview', () => {
  const broken = {...siteWords, words: {index: {reviewed: 'Without its day'}}}
  expect(previewWith(broken, makeDecision(broken))).toMatchObject({
    html: expect.stringContaining('Every page here was approved'),
  })
})

test.each([
  ['approved and retracted at one moment', '2026-05-01T10:00:00Z', '2026-05-01T10:00:00Z', false],
  ['retracted before its approval', '2026-05-01T11:00:00Z', '2026-05-01T12:00:00+02:00', true],
  ['retracted after its approval', '2026-05-01T11:00:00+02:00', '2026-05-01T10:00:00Z', false],
])('a clinic that was edited since it was %s', (_what, approvedAt, retractedAt, isShown) => {
  const decisions = [
    makeDecision(clinic, 'approved', {decidedAt: approvedAt}),
    {...makeDecision(clinic, 'retracted', {decidedAt: retractedAt}), _id: 'retraction'},
  ]
  const edited = {...clinic, phone: '+1 217 555 0199'}
  for (const inSomeOrder of [decisions, decisions.toReversed()]) {
    expect(previewWith(edited, ...inSomeOrder)).toMatchObject({
      unapproved: isShown ? ['Hillside Clinic'] : [],
    })
  }
})

test.each([
  ['an approved text shows the days of its approvals', article, 'October 1, 2026'],
  [
    'a text that is not approved yet shows the first approval of the page, and the current day as its change',
    {...article, title: 'A new title'},
    'October 15, 2026',
  ],
])('%s', (_, text, changed) => {
  const document = {...text, firstPublished: '2021-01-31'}
  const decisions = [
    makeDecision({...article, firstPublished: '2021-01-31'}),
    {...makeDecision(article, 'approved', {decidedAt: '2026-09-01T10:00:00Z'}), _id: 'first'},
  ]
  const around = library.filter(({_id}) => _id !== article._id && _id !== makeDecision(article)._id)
  const page = compose(
    contentOf(document),
    [...around, ...decisions].map(contentOf),
    '2026-10-15T10:00:00Z',
  )
  const html = 'html' in page ? page.html : ''
  expect(wordsOf(html.replaceAll('<', ' <')).replaceAll(/\s+/g, ' ')).toContain(
    `First published September 1, 2026 First published elsewhere on January 31, 2021 Last changed ${changed} Last reviewed ${changed}`,
  )
})

describe('the sources of the summary on a therapy card', () => {
  const trial = {...work, _id: 'trial', title: 'A trial of the card'}
  const sourced = {...therapy, summarySources: [keyed('trial')]}
  const content = library.filter(({_type}) => _type !== 'review')

  /** The preview of a document, as the Studio fetches it from a lake with these approved texts. */
  async function preview(document: StoredDocument, ...others: readonly StoredDocument[]) {
    const approved = withApprovals(withDocument(document, withDocument(sourced, content)))
    const {client} = await lakeWith([...approved, ...others])
    const text = contentOf(document)
    const {documents} = await gather(client, text, new AbortController().signal)
    return compose(text, documents, '2026-10-15T10:00:00Z')
  }

  test('are among the references of an article that shows the card', async () => {
    expect(await preview(article, trial, makeDecision(trial))).toMatchObject({
      unapproved: [],
      html: expect.stringContaining('A trial of the card'),
    })
    expect(await preview(article, trial)).toMatchObject({unapproved: ['A trial of the card']})
  })

  test('do not matter to a page that only links to the therapy', async () => {
    const link = {_type: 'internalLink', _key: 'l', reference: reference('therapy')}
    const body = [paragraph('a', 'See the treatment.', {marks: ['l'], markDefs: [link]})]
    const linking = {...article, therapies: undefined, body}
    expect(await preview(linking, trial)).toMatchObject({
      unapproved: [],
      html: expect.not.stringContaining('A trial'),
    })
  })
})
