// A page that readers could get, and that falls because of another document, leaves a notice in every
// channel. Its former addresses lead there. A page that readers never got leaves none.

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {manifestSchema} from '../../pipeline/release/manifest.ts'
import {verifyRelease} from '../../pipeline/release/verify.ts'
import {heldBundle, indexBundle} from '../../render/channels/app/contract.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {
  article,
  author,
  disclaimer,
  faq,
  makeDecision,
  paragraph,
  reference,
  slug,
  therapy,
  withApproved,
  withDocument,
  work,
} from '../support/library.ts'
import {exportDocuments, freshOut, released, snapshot} from '../support/release.ts'

const moved = {...article, slug: slug('prolotherapy'), formerSlugs: ['what-is-prolotherapy']}
const before = withApproved(moved)

/** The library with another text of a document, which is approved. */
function changedTo(document: StoredDocument): StoredDocument[] {
  return [...withDocument(document, unapproved(document)), makeDecision(document)]
}

const NOTICE = 'This page is not available at the moment'
const PAGE = 'web/articles/prolotherapy.html'
const FORMER_PAGE = 'web/articles/what-is-prolotherapy.html'

function retractionOf(document: StoredDocument): StoredDocument {
  return makeDecision(document, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'})
}

function jsonIn(out: string, path: string): unknown {
  return JSON.parse(released(out, path) ?? 'null')
}

function heldIn(out: string): string[] {
  const {held = []} = indexBundle.parse(jsonIn(out, 'app/index.json'))
  return held.map(({id}) => id)
}

/** The library without the approval of one document. */
function unapproved({_id}: StoredDocument): StoredDocument[] {
  return before.filter(({subject}) => JSON.stringify(subject)?.includes(`"${_id}"`) !== true)
}

describe('a page leaves a notice when readers lose', () => {
  test.each<[string, StoredDocument[]]>([
    ['a question that it shows', [...before, retractionOf(faq)]],
    ['a therapy that it shows', [...before, retractionOf(therapy)]],
    ['a source that it cites', [...before, retractionOf(work)]],
    [
      'its author',
      [...before, makeDecision(author, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'})],
    ],
    ['its disclaimer', [...before, retractionOf(disclaimer)]],
    [
      'a question whose approval was taken back',
      [...before, makeDecision(faq, 'changesRequested', {decidedAt: '2026-11-01T10:00:00Z'})],
    ],
    [
      'a question whose review is long overdue',
      before.map((document) =>
        document._id === makeDecision(faq)._id
          ? makeDecision(faq, 'approved', {decidedAt: '2020-01-01T10:00:00Z'})
          : document,
      ),
    ],
    [
      'a question that a rule refuses',
      changedTo({...faq, answer: [paragraph('f1', 'It cures 9 people.')]}),
    ],
  ])('%s', async (_, after) => {
    const out = freshOut()
    await exportDocuments(before, out)
    expect(released(out, PAGE)).toContain('What is prolotherapy?')
    const report = await exportDocuments(after, out)

    expect(released(out, PAGE)).toContain(NOTICE)
    expect(released(out, PAGE)).toContain('noindex')
    expect(released(out, FORMER_PAGE)).toContain('url=../articles/prolotherapy.html')
    expect(jsonIn(out, 'web/redirects.json')).toEqual([
      {from: 'articles/what-is-prolotherapy.html', to: 'articles/prolotherapy.html'},
    ])
    expect(heldIn(out)).toContain('article')
    expect(heldBundle.parse(jsonIn(out, 'app/articles/prolotherapy.json'))).toEqual({
      contract: 1,
      status: 'held',
      id: 'article',
      type: 'article',
      slug: 'prolotherapy',
    })
    expect(jsonIn(out, 'app/redirects.json')).toEqual([
      {from: 'articles/what-is-prolotherapy.json', to: 'articles/prolotherapy.json'},
    ])
    expect(report.withheld).toContainEqual(expect.objectContaining({id: 'article'}))
    const {documents, files} = manifestSchema.parse(jsonIn(out, 'manifest.json'))
    expect(documents).toContainEqual(
      expect.objectContaining({id: 'article', state: 'held', slug: 'prolotherapy'}),
    )
    for (const {path} of files.filter((file) => !file.path.startsWith('web/fonts/'))) {
      expect(readFileSync(join(out, 'current', path), 'utf8'), path).not.toContain(
        'What is prolotherapy?',
      )
    }
    expect((await verifyRelease(join(out, 'current'))).findings).toEqual([])
  })
})

test('exports of one dataset file give one release, and the approved text of a held page is not lost', async () => {
  const out = freshOut()
  await exportDocuments(before, out)
  // A newer text waits for approval, and the text that readers have needs what was retracted.
  const newer = {...moved, title: 'What prolotherapy is'}
  const edited = before.map((document) => (document._id === moved._id ? newer : document))
  const fallen = [...edited, retractionOf(disclaimer)]
  const {release} = await exportDocuments(fallen, out)
  expect(heldIn(out)).toContain(moved._id)
  expect((await exportDocuments(fallen, out)).release).toBe(release)
  await exportDocuments(edited, out)
  expect(released(out, PAGE)).toContain('What is prolotherapy')
})

test('the page comes back when the document is approved again', async () => {
  const out = freshOut()
  await exportDocuments(before, out)
  const {release} = snapshot(out)
  await exportDocuments([...before, retractionOf(faq)], out)
  const again = makeDecision(faq, 'approved', {decidedAt: '2026-11-02T10:00:00Z'})
  await exportDocuments([...before, retractionOf(faq), again], out)
  expect(released(out, PAGE)).toContain('What is prolotherapy?')
  expect(heldIn(out)).toEqual([])
  expect(snapshot(out).release).not.toBe(release)
})

test('a release without such a page says nothing of them', async () => {
  const out = freshOut()
  await exportDocuments(before, out)
  expect(released(out, 'app/index.json')).not.toContain('held')
})

describe('a page leaves no notice', () => {
  test.each<[string, StoredDocument[]]>([
    ['that no reviewer approved', [...unapproved(moved), retractionOf(faq)]],
    ['that shows a question which no reviewer ever approved', unapproved(faq)],
    [
      'that shows a question which was retracted and never approved',
      [...unapproved(faq), retractionOf(faq)],
    ],
    ['to which no disclaimer ever applied', unapproved(disclaimer)],
    [
      'that a rule refuses',
      withApproved({...moved, body: [paragraph('b', 'Injections cure 8 people.')]}),
    ],
    [
      'whose own review is long overdue',
      [...unapproved(moved), makeDecision(moved, 'approved', {decidedAt: '2020-01-01T10:00:00Z'})],
    ],
    [
      'that names a document which is gone',
      withDocument(moved, before).filter(({_id}) => _id !== 'faq'),
    ],
  ])('%s', async (_, documents) => {
    const out = freshOut()
    const report = await exportDocuments(documents, out)
    expect(report.withheld).toContainEqual(expect.objectContaining({id: 'article'}))
    expect(released(out, PAGE)).toBeUndefined()
    expect(released(out, FORMER_PAGE)).toBeUndefined()
    expect(released(out, 'app/articles/prolotherapy.json')).toBeUndefined()
    expect(heldIn(out)).not.toContain('article')
  })
})

test('a page that was retracted itself keeps the notice that says so', async () => {
  const out = freshOut()
  await exportDocuments([...before, retractionOf(moved), retractionOf(faq)], out)
  expect(released(out, PAGE)).toContain('This page was withdrawn')
  expect(heldIn(out)).toEqual([])
})

test('a question that falls leaves a notice in the app, where it has an address', async () => {
  const out = freshOut()
  const citing = {
    ...faq,
    answer: [
      paragraph('f1', 'One review found that studies disagree.', {
        marks: ['c1'],
        markDefs: [{_type: 'citation', _key: 'c1', reference: reference('work')}],
      }),
    ],
  }
  await exportDocuments([...changedTo(citing), retractionOf(work)], out)
  expect(heldIn(out)).toContain('faq')
  expect(heldBundle.parse(jsonIn(out, 'app/faqs/does-it-hurt.json')).id).toBe('faq')
})
