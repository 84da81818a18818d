// Readers learn who reviewed a page: each person whose word the page needed, what kind of word it was,
// which interests the person has, and where to look the person up.

import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {z} from 'zod'
import {isAdministrative} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {exportPath, filesEnding, readText} from '../support/exported.ts'
import {wordsOf} from '../support/html.ts'
import {kitchenSink, planRule, signers, writeKitchenSink} from '../support/kitchen-sink.ts'
import {article, library, makeDecision, reviewer, settings} from '../support/library.ts'
import {exportDocuments, released, releasedBundle} from '../support/release.ts'

const PAGE = 'web/articles/everything.html'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

let release: string
beforeAll(async () => {
  const dataset = writeKitchenSink(join(folder.path, 'dataset'))
  release = await exportPath(dataset, join(folder.path, 'out'))
})

/** The words of a page, each after one space. */
function runningWords(html: string): string {
  return wordsOf(html.replaceAll('<', ' <')).replaceAll(/\s+/g, ' ')
}

/** The words of a page from some words on. */
function from(start: string, path: string): string {
  const words = runningWords(readText(release, path))
  expect(words).toContain(start)
  return words.slice(words.indexOf(start))
}

const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  credentials: z.string().optional(),
  jobTitle: z.string().optional(),
  affiliation: z.string().optional(),
  interests: z.string().optional(),
  registration: z.strictObject({body: z.string(), number: z.string()}).optional(),
})

const bundle = z.object({
  review: z.strictObject({
    lastReviewed: z.string(),
    nextReviewDue: z.string(),
    reviewedBy: person,
    signOff: z.array(
      z.strictObject({
        kind: z.string(),
        people: z.number(),
        field: z.string().optional(),
        words: z.array(z.strictObject({reviewer: person, decidedAt: z.string()})),
      }),
    ),
    urgent: z.boolean().optional(),
  }),
  approvals: z.array(z.object({document: z.string(), kind: z.string(), reviewer: person})),
})

function bundleOf(path: string): z.output<typeof bundle> {
  return bundle.parse(JSON.parse(readText(release, `app/${path}.json`)))
}

describe('a page that needed several words', () => {
  test('names each person above the text, after the kind of the word', () => {
    expect(from('Reviewed by', PAGE)).toMatch(
      /^Reviewed by Rae Reviewer, MD and Sam "S" Specialist & <3, MD, PhD \(Hospital of \S+\) Editorial review by Eve Editor Legal review by Lou Lawyer, JD Read for the reader panel by Pat Panel Last reviewed on October 1, 2026 /,
    )
  })

  test('names each person with interests and registration at its end', () => {
    expect(from('About this page Written by', PAGE)).toMatch(
      /Reviewed by Rae Reviewer, MD Interests: None declared Sam "S" Specialist & <3, MD, PhD \(Hospital of \S+\) Registration: Board "A & B" <3, No\. <123> Interests: Advises "Needles & Co" <3 Editorial review by Eve Editor Interests: None declared Legal review by Lou Lawyer, JD Registration: State bar, 7654321 Interests: None declared Read for the reader panel by Pat Panel First published /,
    )
  })

  test('tells search engines who reviewed it', () => {
    const [, data = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(readText(release, PAGE)) ?? []
    expect(JSON.parse(data)).toMatchObject({
      reviewedBy: [
        {name: 'Rae Reviewer'},
        {name: 'Sam "S" Specialist & <3'},
        {name: 'Eve Editor'},
        {name: 'Lou Lawyer'},
      ],
      contributor: [{name: 'Pat Panel'}],
      lastReviewed: '2026-10-01',
    })
  })

  test('has in its bundle what it needed and who gave it', () => {
    const {review} = bundleOf('articles/everything')
    expect(
      review.signOff.map(({words, ...needed}) => [needed, words.map((word) => word.reviewer.id)]),
    ).toEqual([
      [{kind: 'clinical', people: 2}, ['reviewer', 'specialist']],
      [{kind: 'clinical', people: 1, field: 'painMedicine'}, ['specialist']],
      [{kind: 'legal', people: 1}, ['lawyer']],
      [{kind: 'readerPanel', people: 1}, ['panel-reader']],
      [{kind: 'editorial', people: 1}, ['editor']],
    ])
    expect(review).toMatchObject({
      lastReviewed: '2026-10-01',
      nextReviewDue: '2028-10-01',
      reviewedBy: {id: 'reviewer'},
    })
    expect(review.urgent).toBeUndefined()
    expect(review.signOff[1]?.words).toEqual([
      {
        reviewer: {
          id: 'specialist',
          name: 'Sam "S" Specialist & <3',
          credentials: 'MD, PhD',
          jobTitle: 'Consultant & "lead"',
          affiliation: expect.stringContaining('Hospital of'),
          interests: 'Advises "Needles & Co" <3',
          registration: {body: 'Board "A & B" <3', number: 'No. <123>'},
        },
        decidedAt: '2026-10-02T10:00:00Z',
      },
    ])
  })

  test('lists each of its words first among the approvals in its bundle', () => {
    const {approvals} = bundleOf('articles/everything')
    expect(
      approvals
        .slice(0, signers.length + 1)
        .map((one) => [one.document, one.kind, one.reviewer.id]),
    ).toEqual([
      ...signers.map((one) => ['article', one.kind, one.person._id]),
      expect.not.arrayContaining(['article']),
    ])
  })
})

test('a question names each person whose word it needed', () => {
  const question = from('Does it hurt if p<0.05 & you say "ouch"? It can', 'web/faq.html')
  expect(question).toMatch(
    /Reviewed by Sam "S" Specialist & <3, MD, PhD \(Hospital of \S+\) Editorial review by Eve Editor Last reviewed on October 2, 2026 /,
  )
  expect(from('About the reviewers', 'web/faq.html')).toMatch(
    /^About the reviewers Sam "S" Specialist & <3, MD, PhD \(Hospital of \S+\) Registration: Board "A & B" <3, No\. <123> Interests: Advises "Needles & Co" <3 Eve Editor Interests: None declared Published by/,
  )
})

test('a page does not name people whose words it did not need', () => {
  const words = runningWords(readText(release, 'web/articles/elsewhere.html'))
  expect(words).toContain('Reviewed by Sam "S" Specialist')
  for (const name of ['Rae Reviewer', 'Eve Editor', 'Lou Lawyer', 'Pat Panel']) {
    expect(words).not.toContain(name)
  }
})

test('no bundle tells who approved the page of a person', () => {
  const administrative = new Set(
    kitchenSink.filter(({_type}) => isAdministrative(_type)).map(({_id}) => _id),
  )
  for (const page of ['articles/everything', 'articles/elsewhere', 'therapies/dextrose']) {
    const {approvals} = bundleOf(page)
    expect(approvals.length).toBeGreaterThan(1)
    expect(approvals.filter(({document}) => administrative.has(document))).toEqual([])
  }
})

test('no page and no bundle has the account, the fields or the life of a person', () => {
  const paths = [...filesEnding(release, '.html'), ...filesEnding(join(release, 'app'), '.json')]
  expect(paths.length).toBeGreaterThan(10)
  for (const path of paths) {
    const text = readText(release, path.endsWith('.html') ? path : `app/${path}`)
    expect(text, path).not.toMatch(/secret-account|nursing|Has treated pain|2029-01-31/)
  }
})

describe('an article that needs a clinical and a legal word', () => {
  const colleague: StoredDocument = {
    ...reviewer,
    _id: 'colleague',
    name: 'Cody Colleague',
    roles: ['reviewer', 'legalReviewer'],
  }
  const strict: StoredDocument = {
    ...settings,
    signOff: [
      planRule('articles', {types: ['article']}, [
        {kind: 'clinical', people: 1},
        {kind: 'legal', people: 1},
      ]),
    ],
  }
  const replaced = new Set(
    [settings, makeDecision(settings), makeDecision(article)].map(({_id}) => _id),
  )
  const others = [
    ...library.filter(({_id}) => !replaced.has(_id)),
    ...[strict, colleague].flatMap((document) => [document, makeDecision(document)]),
  ]

  function word(by: StoredDocument, decidedAt: string, more: object): StoredDocument {
    return {...makeDecision(article, 'approved', {by: by._id, decidedAt}), ...more}
  }

  /** Exports the article with some words. */
  async function withWords(...words: StoredDocument[]) {
    using out = temporaryFolder()
    const {withheld} = await exportDocuments([...others, ...words], out.path)
    expect(withheld).toEqual([])
    return {
      page: runningWords(released(out.path, 'web/articles/what-is-prolotherapy.html') ?? ''),
      bundle: bundle.parse(releasedBundle(out.path, 'articles/what-is-prolotherapy.json')),
    }
  }

  test('was last reviewed on the day of the word that is due first', async () => {
    const {
      page,
      bundle: {review},
    } = await withWords(
      word(colleague, '2026-10-03T10:00:00Z', {kind: 'legal', nextReview: '2026-12-01'}),
      word(reviewer, '2026-10-02T10:00:00Z', {kind: 'clinical'}),
    )
    expect(page).toContain(
      'Reviewed by Rae Reviewer, MD Legal review by Cody Colleague, MD Last reviewed on October 3, 2026',
    )
    expect(review).toMatchObject({
      lastReviewed: '2026-10-03',
      nextReviewDue: '2026-12-01',
      reviewedBy: {id: 'colleague'},
    })
  })

  test('names a person once for each kind of word', async () => {
    const {page} = await withWords(
      word(colleague, '2026-10-01T10:00:00Z', {kind: 'clinical'}),
      word(colleague, '2026-10-02T10:00:00Z', {kind: 'legal'}),
      word(colleague, '2026-10-03T10:00:00Z', {kind: 'clinical'}),
    )
    expect(page).toContain(
      'Reviewed by Cody Colleague, MD Legal review by Cody Colleague, MD Last reviewed on',
    )
  })

  test('names both people who asked for an urgent correction, and says so in the bundle', async () => {
    const {
      page,
      bundle: {review, approvals},
    } = await withWords(
      // Only a text that corrects another one can be urgent.
      word(reviewer, '2026-09-01T10:00:00Z', {revision: 'a'.repeat(64)}),
      word(reviewer, '2026-10-01T10:00:00Z', {kind: 'clinical', urgent: true}),
      word(colleague, '2026-10-01T10:30:00Z', {kind: 'clinical', urgent: true}),
    )
    expect(page).toContain(
      'Reviewed by Rae Reviewer, MD and Cody Colleague, MD Last reviewed on October 1, 2026',
    )
    expect(page).not.toContain('Legal review')
    expect(review).toMatchObject({
      urgent: true,
      signOff: [
        {kind: 'clinical', words: [{reviewer: {id: 'colleague'}}]},
        {kind: 'legal', words: []},
      ],
    })
    expect(approvals.slice(0, 2).map((one) => one.reviewer.id)).toEqual(['reviewer', 'colleague'])
  })
})
