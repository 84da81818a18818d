// One bad document never keeps the others from readers. An export withholds it and all that needs it,
// names both, and releases the rest. A retraction always gets through.

import {existsSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {exportRelease, type ExportReport} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {figure} from '../support/kitchen-sink.ts'
import {lakeWith, picture} from '../support/lake.ts'
import {
  article,
  author,
  clinic,
  condition,
  disclaimer,
  faq,
  keyed,
  library,
  makeDecision,
  paragraph,
  reference,
  reviewer,
  settings,
  slug,
  therapy,
  TODAY,
  warningSigns,
  withApprovals,
  withDocument,
  work,
} from '../support/library.ts'
import {
  freshOut,
  exportDocuments,
  released,
  releasedBundle,
  releasedTexts,
} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'
const OTHER_PAGE = 'web/articles/other.html'

/** An article on its own, which needs none of the other articles. */
const other: StoredDocument = {
  ...article,
  _id: 'other',
  title: 'Another page',
  slug: slug('other'),
  authors: [keyed('other-author')],
}
const otherAuthor = {...author, _id: 'other-author'}
const both = [...library, ...withApprovals([otherAuthor, other])]

function isNoClinicalWord({_type, kind}: StoredDocument): boolean {
  return _type !== 'review' || kind === 'administrative'
}

function withheldIn({withheld}: ExportReport): string[] {
  return withheld.map(({id}) => id).toSorted()
}

function typesIn({settled}: ExportReport): Set<string> {
  return new Set(settled.map(({type}) => type))
}

/** Replaces a document and its approval, and leaves all others as they are. */
function approvedIn(documents: readonly StoredDocument[], document: StoredDocument) {
  const {_id} = makeDecision(document)
  return [
    ...withDocument(document, documents).filter((one) => one._id !== _id),
    makeDecision(document),
  ]
}

/** A document and its approval. */
function approved(document: StoredDocument): StoredDocument[] {
  return [document, makeDecision(document)]
}

/** The lines of a release's approved content, by id. */
function approvedLines(out: string): Map<string, string> {
  const lines = releasedTexts(out)
    .split('\n')
    .filter((line) => line !== '')
  return new Map(lines.map((line) => [JSON.parse(line)._id, line]))
}

describe('a document with an error is withheld and named, and the rest is released:', () => {
  test.each<[string, StoredDocument[], string[], object]>([
    [
      'an approved text that does not fit the model',
      approvedIn(both, {...article, summary: undefined}),
      ['article'],
      {document: 'article', path: 'summary', message: 'is missing'},
    ],
    [
      'a question that a page shows',
      approvedIn(both, {...faq, question: undefined, _id: 'shown'}).concat(
        approvedIn([], {...article, faqs: [keyed('shown')]}),
      ),
      ['article', 'shown'],
      {document: 'shown', path: 'question'},
    ],
    [
      'a reference to a document that is gone',
      approvedIn(both, {...article, authors: [keyed('gone')]}),
      ['article'],
      {document: 'article', path: 'authors[_key=="gone"]', rule: 'dangling-reference'},
    ],
    [
      'a reference to a document of the wrong type',
      approvedIn(both, {...article, authors: [keyed('faq')]}),
      ['article'],
      {document: 'article', path: 'authors[_key=="faq"]', rule: 'wrong-reference'},
    ],
    [
      'an author',
      withDocument({...author, name: ''}, both),
      ['article', 'author'],
      {document: 'author', path: 'name'},
    ],
    [
      'a condition that a page names',
      [
        ...approvedIn(both, {...article, conditions: [keyed('condition')]}),
        {...condition, name: 7},
      ],
      ['article', 'condition'],
      {document: 'condition', path: 'name'},
    ],
    ['a clinic', [...both, {_id: 'clinic', _type: 'clinic'}], ['clinic'], {document: 'clinic'}],
    [
      'a clinic whose therapy is gone',
      approvedIn([...both, clinic], {...clinic, therapies: [keyed('gone')]}),
      ['clinic'],
      {document: 'clinic', path: 'therapies[_key=="gone"]'},
    ],
    [
      'a clinic with a very long name',
      [...both, {...clinic, name: 'Clinic '.repeat(9_000)}],
      ['clinic'],
      {document: 'clinic', path: 'name'},
    ],
    [
      'a word to avoid that is very long',
      [...both, {_id: 'term', _type: 'glossaryTerm', term: 'x'.repeat(500_000), plain: 'short'}],
      ['term'],
      {document: 'term', path: 'term'},
    ],
    [
      'a type that the model does not know',
      [...both, {_id: 'poll', _type: 'poll'}],
      ['poll'],
      {document: 'poll', path: '_type', rule: 'unknown-type'},
    ],
    [
      'settings under another id',
      [...both, {...settings, _id: 'settings2'}],
      ['settings2'],
      {document: 'settings2', path: '_id'},
    ],
  ])('%s', async (_, documents, withheld, finding) => {
    const out = freshOut()
    const report = await exportDocuments(unique(documents), out)
    expect(withheldIn(report)).toEqual(withheld)
    expect(report.warnings).toContainEqual(expect.objectContaining({severity: 'error', ...finding}))
    for (const {reason, title} of report.withheld) {
      expect(reason).toMatch(/has an error|has \d errors|it uses|it needs/)
      expect(`${reason}${title}`.length).toBeLessThan(500)
    }
    expect(released(out, OTHER_PAGE)).toContain('Another page')
    expect(released(out, PAGE)?.includes('What is prolotherapy?') ?? false).toBe(
      !withheld.includes('article'),
    )
    for (const id of withheld) expect(approvedLines(out).has(id), id).toBe(false)
  })

  test('without an error nothing is withheld', async () => {
    expect(
      withheldIn(
        await exportDocuments([...both, ...approved(clinic), ...approved(condition)], freshOut()),
      ),
    ).toEqual([])
  })
})

/** The last document of each id. */
function unique(documents: readonly StoredDocument[]): StoredDocument[] {
  return [...new Map(documents.map((document) => [document._id, document])).values()]
}

test('readers keep the approved text while a newer one has an error', async () => {
  const out = freshOut()
  const {dir, client} = await lakeWith(both)
  await client.patch('article').unset(['summary']).set({title: 'Draft of a title'}).commit()
  await using source = await openPathSource(dir)
  const report = await exportRelease({source, out, channels, today: TODAY})
  expect(report.withheld).toMatchObject([
    {id: 'article', reason: 'it has an error: summary is missing', shown: 'lastApproved'},
  ])
  expect(released(out, PAGE)).toContain('What is prolotherapy?')
})

test('settings with an error are withheld, and the last ones without an error stay', async () => {
  const out = freshOut()
  const {dir, client} = await lakeWith(both)
  await client.patch('siteSettings').set({url: 'mailto:editor@library.example'}).commit()
  await using source = await openPathSource(dir)
  const report = await exportRelease({source, out, channels, today: TODAY})
  expect(report.withheld).toMatchObject([{id: 'siteSettings', shown: 'lastApproved'}])
  expect(released(out, PAGE)).toContain('https://library.example/')
})

test('without any usable settings there is no release', async () => {
  await expect(
    exportDocuments(withDocument({...settings, title: ''}), freshOut()),
  ).rejects.toMatchObject({findings: [{document: 'siteSettings', path: 'title'}]})
})

describe('of two pages at one address,', () => {
  const later = {decidedAt: '2026-10-02T10:00:00Z'}
  const twin: StoredDocument = {...article, _id: 'a-twin', title: 'The twin'}

  test('the one that was approved first keeps it', async () => {
    const out = freshOut()
    const report = await exportDocuments(
      [...both, twin, makeDecision(twin, 'approved', later)],
      out,
    )
    expect(report.withheld).toMatchObject([
      {id: 'a-twin', reason: expect.stringContaining('which article has'), shown: 'nothing'},
    ])
    expect(report.warnings).toMatchObject([
      {document: 'a-twin', path: 'slug.current', rule: 'duplicate-slug', severity: 'error'},
    ])
    expect(released(out, PAGE)).toContain('What is prolotherapy?')
    expect(released(out, OTHER_PAGE)).toBeDefined()
  })

  test.each<[string, 'approved' | 'retracted', string[], string]>([
    ['the condition that was approved first keeps it', 'approved', ['condition-twin'], 'Back pain'],
    ['a condition leaves it when it is retracted', 'retracted', [], 'A sore back'],
  ])('%s', async (_, first, withheld, shown) => {
    const out = freshOut()
    const named = {...condition, _id: 'condition-twin', name: 'A sore back'}
    const report = await exportDocuments(
      [
        ...both,
        ...withApprovals([condition]),
        makeDecision(condition, first, {decidedAt: '2026-10-02T09:00:00Z'}),
        named,
        makeDecision(named, 'approved', {decidedAt: '2026-10-03T10:00:00Z'}),
      ],
      out,
    )
    expect(withheldIn(report)).toEqual(withheld)
    expect(released(out, 'web/conditions/back-pain.html')).toContain(`<h1>${shown}</h1>`)
  })

  test('a renewed approval does not lose it', async () => {
    const out = freshOut()
    const renewed = makeDecision(article, 'approved', {decidedAt: '2026-10-09T10:00:00Z'})
    const report = await exportDocuments(
      [...both, twin, makeDecision(twin, 'approved', later), renewed],
      out,
    )
    expect(withheldIn(report)).toEqual(['a-twin'])
  })

  test('a newer text at the same address does not lose it', async () => {
    const out = freshOut()
    const {dir, client} = await lakeWith([...both, twin, makeDecision(twin, 'approved', later)])
    const {_rev, _createdAt, _updatedAt, ...content} = article
    const edited = {...content, title: 'An edited title'}
    await client.createOrReplace(edited)
    const {_rev: _, ...decision} = makeDecision(edited, 'approved', {
      decidedAt: '2026-10-09T10:00:00Z',
    })
    await client.create(decision)
    await using source = await openPathSource(dir)
    const report = await exportRelease({source, out, channels, today: TODAY})
    expect(withheldIn(report)).toEqual(['a-twin'])
    expect(released(out, PAGE)).toContain('An edited title')
  })

  test('the lower id keeps it if both were approved at once', async () => {
    const report = await exportDocuments([...both, twin, makeDecision(twin)], freshOut())
    expect(withheldIn(report)).toEqual(['article'])
  })

  test('the notice of a retracted page keeps it', async () => {
    const out = freshOut()
    const retraction = makeDecision(article, 'retracted', later)
    const after = makeDecision(twin, 'approved', {decidedAt: '2026-10-03T10:00:00Z'})
    const report = await exportDocuments([...both, retraction, twin, after], out)
    expect(withheldIn(report)).toEqual(['a-twin'])
    expect(released(out, PAGE)).toContain('withdrawn')
  })

  test('a page that waits at its old address keeps it', async () => {
    const out = freshOut()
    const {dir, client} = await lakeWith([...both, twin, makeDecision(twin, 'approved', later)])
    await client
      .patch('article')
      .set({slug: slug('moved')})
      .commit()
    await using source = await openPathSource(dir)
    const report = await exportRelease({source, out, channels, today: TODAY})
    expect(withheldIn(report)).toEqual(['a-twin', 'article'])
    expect(released(out, PAGE)).toContain('What is prolotherapy?')
  })

  test('a retraction gets through, also where the page loses the address to another', async () => {
    const out = freshOut()
    const retraction = makeDecision(twin, 'retracted', {decidedAt: '2026-10-03T10:00:00Z'})
    const report = await exportDocuments(
      [...both, twin, makeDecision(twin, 'approved', later), retraction],
      out,
    )
    expect(report.settled.find(({id}) => id === 'a-twin')?.state).toBe('retracted')
    expect(withheldIn(report)).toEqual(['a-twin'])
    expect(released(out, PAGE)).toContain('What is prolotherapy?')
    expect(released(out, PAGE)).not.toContain('The twin')
  })

  test('the notice of a page that was never approved takes nothing', async () => {
    const out = freshOut()
    const report = await exportDocuments([...both, twin, makeDecision(twin, 'retracted')], out)
    expect(withheldIn(report)).toEqual(['a-twin'])
    expect(released(out, PAGE)).toContain('What is prolotherapy?')
  })

  test('a page that was never approved is named, and takes nothing', async () => {
    const report = await exportDocuments([...both, twin], freshOut())
    expect(report.withheld).toMatchObject([{id: 'a-twin', reason: 'no reviewer has approved it'}])
    expect(report.warnings).toMatchObject([{document: 'a-twin', rule: 'duplicate-slug'}])
  })
})

describe('a retraction gets through', () => {
  const retraction = makeDecision(article, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'})

  test.each<[string, StoredDocument[]]>([
    ['whose page was broken since', withDocument({...article, title: 7, body: 'x'}, both)],
    ['whose page points at nothing', withDocument({...article, authors: [keyed('gone')]}, both)],
    ['while another document has an error', withDocument({...faq, answer: 7}, both)],
    ['whose reviewer’s own page has an error', withDocument({...reviewer, name: ''}, both)],
    [
      'by a person who is no reviewer any more',
      withDocument({...reviewer, roles: ['author']}, both),
    ],
    ['while no other content is approved', both.filter(isNoClinicalWord)],
  ])('%s', async (_, documents) => {
    const out = freshOut()
    await exportDocuments(both, out)
    const report = await exportDocuments([...documents, retraction], out)
    expect(report.settled).toContainEqual(
      expect.objectContaining({id: 'article', state: 'retracted'}),
    )
    expect(released(out, PAGE)).toContain('withdrawn')
    expect(releasedTexts(out)).not.toContain('What is prolotherapy')
  })

  test.each([
    ['leads out of the release', '../../../../x'],
    ['is too long for a file', 'x'.repeat(300)],
    ['is no text', {toString: 1, valueOf: 1}],
  ])('of an older text whose address %s, without a notice', async (_, current) => {
    const out = freshOut()
    const bad = {...article, slug: {_type: 'slug', current}}
    const {dir, client} = await lakeWith([
      ...withDocument(bad, both).filter(({_id}) => _id !== makeDecision(article)._id),
      makeDecision(bad, 'retracted'),
    ])
    const {_rev, _createdAt, _updatedAt, ...sound} = article
    await client.createOrReplace(sound)
    await using source = await openPathSource(dir)
    const report = await exportRelease({source, out, channels, today: TODAY})
    expect(report.settled).toContainEqual(
      expect.objectContaining({id: 'article', state: 'retracted'}),
    )
    expect(report.warnings).toContainEqual(
      expect.objectContaining({document: 'article', path: 'slug.current'}),
    )
    expect(existsSync(join(out, 'x.html'))).toBe(false)
    expect(released(out, PAGE)).toBeUndefined()
    expect(released(out, OTHER_PAGE)).toBeDefined()
  })
})

describe('approved text with unusual characters or numbers', () => {
  const line = 'One line.\u2028Another line.\u2029The last.'

  test('keeps line and paragraph separators', async () => {
    const out = freshOut()
    const documents = [
      ...approvedIn(both, {...article, body: [article.body, paragraph('l', line)].flat()}),
      ...approved({...clinic, name: 'Hillside\u2028Clinic'}),
      ...approved({...condition, name: 'Back\u2029pain'}),
    ]
    const report = await exportDocuments(documents, out)
    expect(withheldIn(report)).toEqual([])
    expect(released(out, PAGE)).toContain('Another line.')
    // The next export reads the release before it.
    const again = await exportDocuments(withDocument({...article, title: 'Edited'}, documents), out)
    expect(again.withheld).toMatchObject([{id: 'article', shown: 'lastApproved'}])
  })

  const cropped = (crop: object) => ({
    ...article,
    body: [article.body, figure('f', {crop: {_type: 'sanity.imageCrop', ...crop}})].flat(),
  })
  const none = {top: 0, bottom: 0, left: 0, right: 0}

  test.each<[string, StoredDocument, string]>([
    ['half an emoji in a title', {...article, title: 'Pain \ud83d'}, 'title'],
    ['half an emoji in a DOI', {...work, doi: '10.1234/\ud83d'}, 'doi'],
    ['a crop of 2', cropped({...none, left: 2}), 'crop'],
    ['a crop of −1', cropped({...none, top: -1}), 'crop'],
    ['a crop of 1e308', cropped({...none, right: 1e308}), 'crop'],
    ['crops that leave nothing', cropped({...none, left: 0.5, right: 0.5}), 'crop'],
  ])('is withheld: %s', async (_, document, path) => {
    const out = freshOut()
    const withMail = approvedIn(both, {...settings, feedbackEmail: 'a@library.example'})
    const report = await exportDocuments(approvedIn(withMail, document), out)
    expect(withheldIn(report)).toContain(document._id)
    expect(report.warnings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        document: document._id,
        path: expect.stringContaining(path),
      }),
    )
  })

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'is carried: the given name %s',
    async (given) => {
      const out = freshOut()
      const named = {...work, author: [{_type: 'name', _key: 'a', family: 'Doe', given}]}
      const report = await exportDocuments(approvedIn(both, named), out)
      expect(withheldIn(report)).toEqual([])
      expect(released(out, PAGE)).toContain('Doe')
    },
  )
})

test('the approved content of a release holds nothing that readers do not get', async () => {
  const out = freshOut()
  const documents = approvedIn([...both, ...approved(clinic)], {
    ...faq,
    answer: [paragraph('f1', 'It cures 9 people.')],
  })
  const refused = {...other, body: [paragraph('b', 'Injections cure 8 people.')]}
  const report = await exportDocuments(
    approvedIn(documents, refused).filter(({_id}) => _id !== makeDecision(work)._id),
    out,
  )
  const shown = new Set(report.settled.map(({id}) => id))
  expect(withheldIn(report)).toEqual(['article', 'faq', 'other', 'work'])
  for (const {id} of report.withheld) expect(shown.has(id)).toBe(false)
  expect([...approvedLines(out).keys()].toSorted()).toEqual([
    'administrator',
    'author',
    'clinic',
    'deputy',
    'disclaimer',
    'other-author',
    'reviewer',
    'siteSettings',
    'therapy',
  ])
  expect(releasedTexts(out)).not.toMatch(/cures?/)
  expect(released(out, 'web/therapies/dextrose.html')).toContain('Hillside Clinic')
})

describe('when no approved page is left, the release has', () => {
  test('no pages, after every approval ran out', async () => {
    const out = freshOut()
    await exportDocuments(both, out)
    const {dir} = await lakeWith(both)
    await using source = await openPathSource(dir)
    const report = await exportRelease({source, out, channels, today: '2039-01-01'})
    expect(typesIn(report)).toEqual(new Set(['person', 'siteSettings']))
    expect(released(out, PAGE)).toBeUndefined()
    expect(released(out, 'web/index.html')).toBeDefined()
    expect(released(out, 'app/index.json')).toContain('"pages":[]')
  })

  test('no pages, after changes were requested to all', async () => {
    const out = freshOut()
    await exportDocuments(both, out)
    const governed = [work, disclaimer, faq, therapy, article, other]
    const requests = governed.map((document) =>
      makeDecision(document, 'changesRequested', {decidedAt: '2026-11-01T10:00:00Z'}),
    )
    const report = await exportDocuments([...both, ...requests], out)
    expect(typesIn(report)).toEqual(new Set(['person', 'siteSettings']))
    expect(released(out, PAGE)).toBeUndefined()
  })
})

test('a picture that cannot be read withholds the pages that show it', async () => {
  const out = freshOut()
  const {dir, client} = await lakeWith(both)
  const {_id: image} = await client.assets.upload('image', await picture(40, 30))
  const shows: StoredDocument = {
    ...article,
    body: [article.body, {...figure('f', {}), asset: reference(image)}].flat(),
  }
  const {_rev, _createdAt, _updatedAt, ...content} = shows
  await client.createOrReplace(content)
  const {_rev: _, ...decision} = makeDecision(content, 'approved', {
    decidedAt: '2026-10-09T10:00:00Z',
  })
  await client.create(decision)
  await using source = await openPathSource(dir)
  expect(withheldIn(await exportRelease({source, out, channels, today: TODAY}))).toEqual([])

  const uploads = join(dir, 'assets', 'images')
  for (const name of readdirSync(uploads)) writeFileSync(join(uploads, name), 'broken')
  const report = await exportRelease({source, out, channels, today: TODAY})
  expect(withheldIn(report)).toEqual(['article'])
  expect(report.warnings).toMatchObject([
    {document: 'article', path: 'body[_key=="f"].asset', message: expect.stringContaining(image)},
  ])
  expect(released(out, PAGE)).toBeUndefined()
  expect(released(out, OTHER_PAGE)).toBeDefined()
  expect(releasedBundle(out, 'articles/other.json').status).toBe('approved')
})

describe('a list of warning signs', () => {
  const block = {_type: 'warningSignsEmbed', _key: 'w', warningSigns: reference('warning-signs')}
  const signGroup = {_type: 'signGroup', action: 'Call an ambulance.'}
  const pages = [
    {...article, body: [article.body, block].flat()},
    {...faq, answer: [paragraph('f1', 'It can be sore.'), block]},
    {...therapy, administration: [block]},
  ]
  const documents = (list: StoredDocument) => [
    ...pages.reduce<readonly StoredDocument[]>(approvedIn, library),
    list,
  ]
  const paths = ['articles/what-is-prolotherapy.html', 'faq.html', 'therapies/dextrose.html']

  test('says the same on every page, and changes on all of them at once', async () => {
    for (const sign of ['You have chest pain.', 'You cannot breathe well.']) {
      const list = {
        ...warningSigns,
        therapies: [keyed('therapy')],
        now: {...signGroup, signs: [sign]},
      }
      const out = freshOut()
      await exportDocuments([...documents(list), makeDecision(list)], out)
      for (const path of paths) expect(released(out, `web/${path}`)).toContain(`<li>${sign}</li>`)
    }
  })

  test('that is not approved withholds each page that shows it', async () => {
    const report = await exportDocuments(documents(warningSigns), freshOut())
    expect(withheldIn(report)).toEqual(['article', 'faq', 'therapy', 'warning-signs'])
  })
})
