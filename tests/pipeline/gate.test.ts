// What readers get of content that is not approved, or no longer.

import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {exportRelease} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {survey} from '../../pipeline/survey/survey.ts'
import {channels} from '../../render/channels/index.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {
  article,
  author,
  disclaimer,
  faq,
  library,
  makeDecision,
  paragraph,
  reference,
  settings,
  slug,
  therapy,
  withApproved,
  withApprovals,
  withDocument,
  work,
  TODAY,
} from '../support/library.ts'
import {exportDocuments, released, releasedBundle, releasedTexts} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'
const edited = {...article, title: 'What is Prolotherapy?'}
function without(...ids: string[]) {
  return library.filter(({_id}) => !ids.includes(_id))
}

function approvalOf(document: {_id: string; _type: string}) {
  return makeDecision(document)._id
}

test('approved content is exported in every channel', async () => {
  using folder = temporaryFolder()
  const report = await exportDocuments(library, folder.path)
  expect(report.withheld).toEqual([])
  expect(released(folder.path, PAGE)).toContain('What is prolotherapy?')
  expect(releasedBundle(folder.path, 'articles/what-is-prolotherapy.json').title).toBe(
    'What is prolotherapy?',
  )
})

test('in a lake, an unapproved edit is withheld, and readers keep the last approved text from the history', async () => {
  using folder = temporaryFolder()
  const out = folder.path
  const {dir, client} = await lakeWith(library)
  await client.patch('article').set({title: 'An edit'}).commit()
  await client.patch('article').set({title: 'Another edit'}).commit()

  await using source = await openPathSource(dir)
  const report = await exportRelease({source, out, channels, today: TODAY})
  expect(report.withheld).toEqual([
    {
      id: 'article',
      type: 'article',
      title: 'Another edit',
      reason: 'it was edited after its last approval',
      shown: 'lastApproved',
    },
  ])
  expect(released(out, PAGE)).toContain('What is prolotherapy?')
  expect(released(out, PAGE)).not.toMatch(/an(other)? edit/i)

  await client.create(
    makeDecision({...article, title: 'Another edit'}, 'approved', {
      decidedAt: '2026-11-02T10:00:00Z',
    }),
  )
  const next = await exportRelease({source, out, channels, today: TODAY})
  expect(next.withheld).toEqual([])
  expect(released(out, PAGE)).toContain('Another edit')
})

test('validate finds the errors of the last approved text, though a newer text has none', async () => {
  using folder = temporaryFolder()
  const out = folder.path
  const claim = 'Prolotherapy cures back pain for good, after only a few visits.'
  const {dir, client} = await lakeWith(withApproved({...article, summary: claim}))
  await client.patch('article').set({summary: article['summary']}).commit()

  await using source = await openPathSource(dir)
  const {findings} = await survey(source, {today: TODAY})
  const errors = findings.filter(({severity}) => severity === 'error')
  expect(errors.map(({document, sentence}) => [document, sentence])).toContainEqual([
    'article',
    claim,
  ])
  const {withheld} = await exportRelease({source, out, channels, today: TODAY})
  expect(withheld.map(({id, shown}) => [id, shown])).toContainEqual(['article', 'nothing'])
})

test('the last approved text is found however many edits came after it', async () => {
  using folder = temporaryFolder()
  const out = folder.path
  const {dir, client} = await lakeWith(library)
  // More than one page of the history.
  for (let edit = 1; edit <= 105; edit++) {
    await client
      .patch('article')
      .set({title: `Edit number ${edit}`})
      .commit()
  }
  await using source = await openPathSource(dir)
  const report = await exportRelease({source, out, channels, today: TODAY})
  expect(report.withheld).toMatchObject([{id: 'article', shown: 'lastApproved'}])
  expect(released(out, PAGE)).toContain('What is prolotherapy?')
})

test('drafts are never exported', async () => {
  using folder = temporaryFolder()
  const report = await exportDocuments(
    [...library, {...article, _id: 'drafts.article', title: 'A draft'}],
    folder.path,
  )
  expect(report.withheld).toEqual([])
  expect(released(folder.path, PAGE)).not.toContain('A draft')
})

test('for a dataset file, the last approved text comes from the current release', async () => {
  using folder = temporaryFolder()
  const before = await exportDocuments(library, folder.path)
  const after = await exportDocuments(withDocument(edited), folder.path)
  expect(after.withheld).toMatchObject([{id: 'article', shown: 'lastApproved'}])
  expect(after.release).toBe(before.release)
})

test('without a history or a release, an unapproved document is withheld and reported', async () => {
  using folder = temporaryFolder()
  const report = await exportDocuments(withDocument(edited), folder.path)
  expect(report.withheld).toMatchObject([{id: 'article', shown: 'nothing'}])
  expect(released(folder.path, PAGE)).toBeUndefined()
  expect(released(folder.path, 'web/index.html')).not.toContain('rolotherapy?')
})

test('an approved text is withheld if a person or an image on it is gone, and the report says why', async () => {
  using folder = temporaryFolder()
  const other = {...author, _id: 'other'}
  await exportDocuments(library, folder.path)
  const byOther = {...article, authors: [{_type: 'reference', _key: 'other', _ref: 'other'}]}
  const documents = withDocument(byOther, [...library, ...withApprovals([other])])
  const report = await exportDocuments(
    documents.filter(({_id}) => _id !== 'author'),
    folder.path,
  )
  expect(report.withheld).toMatchObject([
    {
      id: 'article',
      reason: 'it uses author, which has no approved revision that can be shown',
      shown: 'nothing',
    },
  ])
})

test('a text of the current release counts only if a decision approves it', async () => {
  using folder = temporaryFolder()
  await exportDocuments(library, folder.path)
  const documents = withDocument(edited).filter(({_id}) => _id !== approvalOf(article))
  const report = await exportDocuments(documents, folder.path)
  expect(report.withheld).toMatchObject([
    {id: 'article', reason: 'no reviewer has approved it', shown: 'nothing'},
  ])
})

test('a document for which a reviewer requested changes is withheld, and the report says so', async () => {
  using folder = temporaryFolder()
  const sentBack = makeDecision(article, 'changesRequested', {decidedAt: '2026-11-01T10:00:00Z'})
  const report = await exportDocuments([...library, sentBack], folder.path)
  expect(report.withheld).toMatchObject([
    {id: 'article', reason: 'a reviewer has asked for changes'},
  ])
})

test('a notice replaces a retracted page in every channel', async () => {
  using folder = temporaryFolder()
  const retraction = makeDecision(article, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'})
  const report = await exportDocuments([...library, retraction], folder.path)
  expect(report.withheld).toEqual([])
  expect(released(folder.path, PAGE)).toContain('This page was withdrawn')
  expect(released(folder.path, PAGE)).not.toContain('prolotherapy')
  expect(releasedTexts(folder.path)).not.toContain('What is prolotherapy')
  expect(releasedBundle(folder.path, 'articles/what-is-prolotherapy.json')).toMatchObject({
    status: 'withdrawn',
    withdrawnAt: '2026-11-01T10:00:00Z',
  })
})

test('in a dataset file, an older approved text that is put back after a retraction stays withdrawn', async () => {
  using folder = temporaryFolder()
  const retraction = makeDecision(article, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'})
  const decisions = [makeDecision(edited, 'approved', {decidedAt: '2026-09-01T10:00:00Z'})]
  await exportDocuments([...library, ...decisions, retraction], folder.path)
  const putBack = withDocument(edited, [...library, ...decisions, retraction])
  await exportDocuments(putBack, folder.path)
  expect(released(folder.path, PAGE)).toContain('This page was withdrawn')
  expect(releasedTexts(folder.path)).not.toContain('What is Prolotherapy')
})

test('an approval by an author of the text does not count', async () => {
  using folder = temporaryFolder()
  const documents = [
    ...without(approvalOf(article), 'author', approvalOf(author)),
    ...withApprovals([{...author, roles: ['author', 'reviewer']}]),
    makeDecision(article, 'approved', {by: 'author'}),
  ]
  const report = await exportDocuments(documents, folder.path)
  expect(report.withheld).toMatchObject([
    {id: 'article', reason: 'only its own author has approved it'},
  ])
})

test('an approval by a person who is not a reviewer does not count, and is reported', async () => {
  using folder = temporaryFolder()
  const documents = [...without(approvalOf(faq)), makeDecision(faq, 'approved', {by: 'author'})]
  const report = await exportDocuments(documents, folder.path)
  expect(report.withheld.map(({id}) => id)).toContain('faq')
  expect(report.warnings).toMatchObject([{rule: 'not-a-reviewer', path: 'reviewer'}])
})

describe('in a dataset file, where only stated times tell the order,', () => {
  const tomorrow = '2026-11-16T00:00:00Z'
  const clockOf = {
    2206: '2206-10-01T10:00:00Z',
    'the day after the export': tomorrow,
    'the day after the export, in another zone': '2026-11-15T23:00:00-01:00',
    1026: '1026-10-01T10:00:00Z',
  }

  test.each(Object.entries(clockOf))(
    'an approval dated %s does not count, and is reported',
    async (_, decidedAt) => {
      using folder = temporaryFolder()
      const ahead = makeDecision(faq, 'approved', {decidedAt})
      const documents = [...without(approvalOf(faq)), ahead]
      const {withheld, warnings} = await exportDocuments(documents, folder.path)
      expect(withheld).toMatchObject([
        {
          id: 'faq',
          reason: expect.stringMatching(
            /^the approval by reviewer does not count, because its date, \w+ \d+, \d{4}, is not between/,
          ),
          shown: 'nothing',
        },
        {id: 'article'},
      ])
      expect(warnings).toMatchObject([
        {
          rule: 'misdated-decision',
          severity: 'warning',
          document: ahead._id,
          path: 'decidedAt',
          message: expect.stringMatching(
            /^is \w+ \d+, \d{4}, .*: the decision on faq does not count$/,
          ),
          hint: expect.stringContaining('have a reviewer decide again'),
        },
      ])
      expect(released(folder.path, PAGE)).toBeUndefined()
    },
  )

  test('one dated on the day of the export counts', async () => {
    using folder = temporaryFolder()
    const decidedAt = '2026-11-15T23:59:59Z'
    const documents = [...without(approvalOf(faq)), makeDecision(faq, 'approved', {decidedAt})]
    const {withheld, warnings} = await exportDocuments(documents, folder.path)
    expect({withheld, warnings}).toEqual({withheld: [], warnings: []})
  })

  test('an approval from tomorrow overrules no request for changes of today, and the other way round', async () => {
    using folder = temporaryFolder()
    const today = {decidedAt: '2026-11-15T10:00:00Z'}
    const sentBack = await exportDocuments(
      [
        ...library,
        makeDecision(faq, 'changesRequested', today),
        makeDecision(faq, 'approved', {decidedAt: tomorrow}),
      ],
      folder.path,
    )
    expect(sentBack.withheld).toContainEqual(
      expect.objectContaining({id: 'faq', reason: 'a reviewer has asked for changes'}),
    )
    const approved = await exportDocuments(
      [...library, makeDecision(faq, 'changesRequested', {decidedAt: tomorrow})],
      folder.path,
    )
    expect(approved.withheld).toEqual([])
    expect(approved.warnings).toMatchObject([{rule: 'misdated-decision'}])
  })

  test('an export as of a day before all decisions fails, and says why', async () => {
    using folder = temporaryFolder()
    await using source = await openPathSource(writeDataset(folder.path, library))
    const out = join(folder.path, 'exports')
    await expect(exportRelease({source, out, channels, today: '2026-09-30'})).rejects.toThrow(
      'the approval by administrator does not count, because its date, October 1, 2026, is not between',
    )
  })

  test('a retraction takes its page down however it is dated, and the report says how to get it back', async () => {
    using folder = temporaryFolder()
    const retraction = makeDecision(article, 'retracted', {decidedAt: clockOf[2206]})
    const {warnings} = await exportDocuments([...library, retraction], folder.path)
    expect(released(folder.path, PAGE)).toContain('This page was withdrawn')
    expect(warnings).toMatchObject([
      {
        rule: 'misdated-decision',
        document: retraction._id,
        message: expect.stringContaining('the retraction of article counts all the same'),
        hint: expect.stringContaining('Correct the time'),
      },
    ])
  })
})

test('in a lake, whose log tells the order, decisions count also as of a day before them', async () => {
  using folder = temporaryFolder()
  const {dir} = await lakeWith(library)
  await using source = await openPathSource(dir)
  const out = folder.path
  const {withheld, warnings} = await exportRelease({source, out, channels, today: '2026-09-30'})
  expect({withheld, warnings}).toEqual({withheld: [], warnings: []})
})

test.each([
  ['a question', faq],
  ['a therapy', therapy],
  ['a reference', work],
])('a page waits until %s that it shows is approved', async (_, document) => {
  using folder = temporaryFolder()
  const report = await exportDocuments(without(approvalOf(document)), folder.path)
  expect(report.withheld).toContainEqual(
    expect.objectContaining({
      id: 'article',
      reason: `it uses ${document._id}, which has no approved revision that can be shown`,
    }),
  )
  expect(existsSync(join(folder.path, 'current', PAGE))).toBe(false)
})

test('an approved page shows the approved revision of a document that was edited later', async () => {
  using folder = temporaryFolder()
  const {dir, client} = await lakeWith(library)
  await client
    .patch('faq')
    .set({answer: [paragraph('f1', 'It never hurts.')]})
    .commit()
  await using source = await openPathSource(dir)
  await exportRelease({source, out: folder.path, channels, today: TODAY})
  expect(released(folder.path, PAGE)).toContain('Ask the nurse what to do about soreness.')
  expect(released(folder.path, PAGE)).not.toContain('It never hurts.')
})

/** A library whose only disclaimer is for therapies with strong evidence. One therapy has it. */
const strong = {
  ...therapy,
  _id: 'strong',
  slug: slug('s'),
  evidenceLevel: 'strong',
}
const disclaimedElsewhere = [
  ...withApproved({...disclaimer, scope: 'evidence', evidenceLevels: ['strong']}),
  strong,
  makeDecision(strong),
]

test('a page to which no disclaimer applies is refused', async () => {
  using folder = temporaryFolder()
  const report = await exportDocuments(disclaimedElsewhere, folder.path)
  expect(report.withheld.map(({id, reason}) => [id, reason])).toEqual(
    ['faq', 'therapy', 'article'].map((id) => [
      id,
      'an editorial rule refuses it: disclaimers/required',
    ]),
  )
  expect(report.settled.map(({id}) => id)).toContain('strong')
})

test('no page is exported without a disclaimer, even if the library switched the rule off', async () => {
  using folder = temporaryFolder()
  const setting = {
    _type: 'ruleSetting',
    _key: 'r',
    level: 'off',
    reason: 'Switched off for a test.',
  }
  const rules = [{...setting, rule: 'disclaimers/required'}]
  const report = await exportDocuments(
    [
      ...withDocument({...settings, rules}, disclaimedElsewhere),
      makeDecision({...settings, rules}, 'approved', {decidedAt: '2026-10-02T10:00:00Z'}),
    ],
    folder.path,
  )
  expect(report.withheld).toContainEqual(
    expect.objectContaining({id: 'article', reason: expect.stringContaining('it uses faq')}),
  )
  expect(report.withheld).toContainEqual(
    expect.objectContaining({id: 'therapy', reason: 'no approved disclaimer applies to it'}),
  )
  expect(report.settled.map(({id}) => id)).toContain('strong')
})

test('a page waits while a disclaimer that applies to it is published but not approved', async () => {
  using folder = temporaryFolder()
  const about = {
    ...disclaimer,
    _id: 'about',
    title: 'About this treatment',
    scope: 'therapies',
    therapies: [{_type: 'reference', _key: 't', _ref: 'therapy'}],
  }
  const before = await exportDocuments([...library, about], folder.path)
  expect(before.withheld.map(({id}) => id).toSorted()).toEqual(['about', 'article', 'therapy'])
  expect(before.warnings).toContainEqual(
    expect.objectContaining({
      rule: 'disclaimers/required',
      document: 'therapy',
      message: expect.stringContaining('“About this treatment”'),
    }),
  )
  const after = await exportDocuments([...library, about, makeDecision(about)], folder.path)
  expect(after.withheld).toEqual([])
})

test('a link to a page that a rule refuses is reported like any link to a withheld page', async () => {
  using folder = temporaryFolder()
  const oneSided = {
    ...article,
    _id: 'one-sided',
    slug: slug('one-sided'),
    body: [paragraph('b1', 'Read on.')],
  }
  const linking = {
    ...faq,
    answer: [
      paragraph('f1', 'Read more elsewhere.', {
        marks: ['l1'],
        markDefs: [{_type: 'internalLink', _key: 'l1', reference: reference('one-sided')}],
      }),
    ],
  }
  const report = await exportDocuments(
    [...withApproved(linking), oneSided, makeDecision(oneSided)],
    folder.path,
  )
  expect(report.withheld).toMatchObject([
    {id: 'one-sided', reason: 'an editorial rule refuses it: evidence/parts'},
  ])
  expect(report.warnings.filter(({document}) => document === 'faq')).toMatchObject([
    {rule: 'links/target', message: expect.stringContaining('one-sided')},
  ])
  expect(report.warnings.filter(({document}) => document === 'one-sided')).toHaveLength(3)
})

test('a link to a page that readers cannot get keeps its words, and is reported', async () => {
  using folder = temporaryFolder()
  const hidden = {...article, _id: 'hidden', slug: slug('hidden')}
  const linking = {
    ...faq,
    answer: [
      paragraph('f1', 'Read more elsewhere.', {
        marks: ['l1'],
        markDefs: [{_type: 'internalLink', _key: 'l1', reference: reference('hidden')}],
      }),
    ],
  }
  const report = await exportDocuments([...withApproved(linking), hidden], folder.path)
  expect(report.warnings).toMatchObject([
    {rule: 'links/target', document: 'faq', quote: {text: 'Read more elsewhere.'}},
  ])
  expect(released(folder.path, 'web/faq.html')).toContain('<p>Read more elsewhere.</p>')
})

test('the approved content of a release is a dataset that gives the same release', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'one')
  const first = await exportDocuments(library, out)
  const approved = releasedTexts(out).trim().split('\n')
  const decisions = library.filter(({_type}) => _type === 'review')
  const again = await exportDocuments(
    [...approved.map((line) => JSON.parse(line)), ...decisions],
    join(folder.path, 'two'),
  )
  expect(again.release).toBe(first.release)
})
