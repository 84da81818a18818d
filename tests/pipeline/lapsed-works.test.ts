// Sources age: a page that leans on a work which no longer stands is withheld, and readers of a page that says so
// are told beside the reference.

import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {
  article,
  faq,
  keyed,
  library,
  paragraph,
  reference,
  richTable,
  settings,
  therapy,
  TODAY,
  withApprovals,
  withDocument,
  work,
} from '../support/library.ts'
import {exportDocuments, released, releasedBundle} from '../support/release.ts'

const ARTICLE = 'web/articles/what-is-prolotherapy.html'
const BUNDLE = 'articles/what-is-prolotherapy.json'

/** The reason for which the text may keep its citation. */
const answered = {
  ...article,
  answers: [
    {
      _type: 'answer',
      _key: 'a',
      rule: 'evidence/lapsed',
      sentence: 'One review found that studies disagree.',
      reason: 'The text says what became of the review.',
    },
  ],
}

/** The library with other texts of documents, all approved. */
function libraryWith(...changed: readonly StoredDocument[]): StoredDocument[] {
  const content = library.filter(({_type}) => _type !== 'review')
  return withApprovals(
    changed.reduce<readonly StoredDocument[]>((all, one) => withDocument(one, all), content),
  )
}

async function withheldBy(...changed: readonly StoredDocument[]) {
  using folder = temporaryFolder()
  const {withheld} = await exportDocuments(libraryWith(...changed), folder.path)
  return withheld.map(({id, reason}) => `${id}: ${reason}`)
}

/** What readers get beside the reference: on the web, and in the bundle of an app. */
async function referenceTo(...changed: readonly StoredDocument[]) {
  using folder = temporaryFolder()
  const {withheld} = await exportDocuments(libraryWith(...changed), folder.path)
  expect(withheld).toEqual([])
  const [, web = ''] =
    /<li id="reference-1">(.*?)<\/li>/s.exec(released(folder.path, ARTICLE) ?? '') ?? []
  const {references, approvals} = releasedBundle(folder.path, BUNDLE)
  return {web, app: references, approvals: JSON.stringify(approvals)}
}

describe('a page is withheld if it cites a work that', () => {
  test.each([
    ['was retracted', {status: 'retracted'}],
    ['its makers have withdrawn', {status: 'withdrawn'}],
    ['a newer one has superseded', {status: 'superseded'}],
    ['ended yesterday', {validUntil: '2026-11-14'}],
  ])('%s', async (_, fields) => {
    expect(await withheldBy({...work, ...fields})).toEqual([
      'article: an editorial rule refuses it: evidence/lapsed (“One review found that studies disagree.”)',
    ])
  })

  test('was retracted, also with an answer, which lets it cite one that was only withdrawn', async () => {
    expect(await withheldBy({...work, status: 'retracted'}, answered)).toHaveLength(1)
    expect(await withheldBy({...work, status: 'withdrawn'}, answered)).toEqual([])
  })

  test('a question that the page shows cites', async () => {
    const answer = [
      paragraph('f1', 'Ask the nurse about soreness.', {
        marks: ['c'],
        markDefs: [{_type: 'citation', _key: 'c', reference: reference('other')}],
      }),
    ]
    const other = {...work, _id: 'other', doi: '10.1234/other', status: 'retracted'}
    const found = await withheldBy(other, {...faq, answer})
    expect(found.map((line) => line.split(':')[0])).toEqual(['faq', 'article'])
  })

  test('supports its summary, or that of a treatment whose card it shows', async () => {
    const other = {...work, _id: 'other', doi: '10.1234/other', status: 'retracted'}
    const summarySources = [keyed('other')]
    expect(await withheldBy(other, {...article, summarySources})).toEqual([
      'article: an editorial rule refuses it: evidence/lapsed (“Prolotherapy is a course of injections. Studies disagree about whether it helps.”)',
    ])
    const found = await withheldBy(other, {...therapy, summarySources})
    expect(found.map((line) => line.split(':')[0])).toEqual(['therapy', 'article'])
  })

  test('supports a table', async () => {
    const other = {...work, _id: 'other', doi: '10.1234/other', status: 'retracted'}
    const table = richTable('t', [['Dose'], ['5 ml']], {sources: [keyed('other')]})
    const body = [...z.array(z.unknown()).parse(article['body']), table]
    expect(await withheldBy(other, {...article, body})).toEqual([
      'article: an editorial rule refuses it: evidence/lapsed (“Doses”)',
    ])
  })

  test('but not if the work ends today, or a reviewer has not approved its new status', async () => {
    expect(await withheldBy({...work, validUntil: TODAY, status: 'current'})).toEqual([])
    using folder = temporaryFolder()
    await exportDocuments(library, folder.path)
    const {withheld} = await exportDocuments(
      withDocument({...work, status: 'retracted'}),
      folder.path,
    )
    expect(withheld).toMatchObject([{id: 'work', shown: 'lastApproved'}])
  })
})

describe('beside the reference to a work, readers learn', () => {
  test('that it was retracted or withdrawn, if the text may still cite it', async () => {
    const lenient = {
      ...settings,
      rules: [
        {
          _type: 'ruleSetting',
          _key: 'r',
          rule: 'evidence/lapsed',
          level: 'warning',
          reason: 'This library shows the notice instead.',
        },
      ],
    }
    const retracted = await referenceTo({...work, status: 'retracted'}, lenient)
    expect(retracted.web).toContain('<strong>This work was retracted.</strong>')
    expect(retracted.app).toMatchObject([{status: 'retracted', notice: 'This work was retracted.'}])
    const withdrawn = await referenceTo({...work, status: 'withdrawn'}, answered)
    expect(withdrawn.web).toContain('<strong>Withdrawn by its makers.</strong>')
  })

  test('which newer work has superseded it, with a link and the approval of that', async () => {
    const newer = {...work, _id: 'newer', title: 'Trials & "more"', doi: '10.1234/newer'}
    const superseded = {...work, status: 'superseded', supersededBy: reference('newer')}
    const {web, app, approvals} = await referenceTo(newer, superseded, answered)
    expect(web).toContain(
      '<strong>A newer version:</strong> <a href="https://doi.org/10.1234/newer">Trials &#38; &#34;more&#34;</a>',
    )
    expect(app).toMatchObject([
      {
        status: 'superseded',
        notice: 'A newer version: Trials & "more"',
        newer: {id: 'newer', doi: '10.1234/newer'},
      },
    ])
    expect(approvals).toContain('"newer"')
  })

  test('nothing of a newer work that no reviewer has approved', async () => {
    using folder = temporaryFolder()
    const newer = {...work, _id: 'newer', title: 'Not read by a reviewer'}
    const superseded = {...work, status: 'superseded', supersededBy: reference('newer')}
    await exportDocuments([...libraryWith(superseded, answered), newer], folder.path)
    expect(released(folder.path, ARTICLE)).toContain('A newer work has replaced this one.')
    expect(released(folder.path, ARTICLE)).not.toContain('Not read by')
    expect(releasedBundle(folder.path, BUNDLE).references).toMatchObject([
      {notice: 'A newer work has replaced this one.'},
    ])
  })

  test('on which day an editor read it, in the language of the page', async () => {
    const page = {...work, accessed: '2026-10-26', status: 'current'}
    const {web, app} = await referenceTo(page, {...article, language: 'en-GB'})
    expect(web).toContain('2020. Accessed <time datetime="2026-10-26">26 October 2026</time>. <a')
    expect(app).toEqual([expect.objectContaining({accessed: '2026-10-26'})])
    expect(app).toEqual([expect.not.objectContaining({notice: expect.anything()})])
    expect((await referenceTo(page)).web).toContain('October 26, 2026')
  })
})
