// Which words readers get, and which they wait for: by plans, by who may sign, and by the days of a
// registration. Every case goes through a real export.

import {describe, expect, test} from 'vitest'
import type {ExportReport} from '../../pipeline/export/export.ts'
import {currentRelease} from '../../pipeline/release/release.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {
  administrator,
  article,
  library,
  makeDecision,
  reviewer,
  settings,
  withApprovals,
  withApproved,
} from '../support/library.ts'
import {freshOut, exportDocuments, released} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'

/** A person with an approved page. */
function person(_id: string, roles: readonly string[], more: object = {}): StoredDocument[] {
  return withApprovals([{...reviewer, _id, name: _id, roles, ...more}])
}

/** Site settings that ask for words, approved. */
function asking(...signOff: object[]): StoredDocument {
  return {
    ...settings,
    signOff: signOff.map((rule, index) => ({_type: 'planRule', _key: `r${index}`, ...rule})),
  }
}

function need(kind: string, people = 1, field?: string) {
  return {_type: 'planRequirement', _key: `${kind}-${field}`, kind, people, ...(field && {field})}
}

const TWO_CLINICAL = {types: ['article'], requirements: [need('clinical', 2)]}

function word(by: string, more: object = {}, document = article): StoredDocument {
  return {
    ...makeDecision(document, 'approved', {by, decidedAt: '2026-10-02T10:00:00Z'}),
    _id: `word-${by}-${JSON.stringify(more).replaceAll(/\W/g, '')}`,
    ...more,
  }
}

async function exported(documents: readonly StoredDocument[]) {
  const out = freshOut()
  const report = await exportDocuments(documents, out)
  return {out, report, page: released(out, PAGE), reason: reasonIn(report)}
}

/** Why readers do not get the article. */
function reasonIn({withheld}: ExportReport): string | undefined {
  return withheld.find(({id}) => id === article._id)?.reason
}

describe('a text waits for the words that its plan asks for', () => {
  test('of two clinical reviewers', async () => {
    const documents = [...withApproved(asking(TWO_CLINICAL)), ...person('second', ['reviewer'])]
    const before = await exported(documents)
    expect(before.page).toBeUndefined()
    expect(before.reason).toBe('its sign-off is not complete (1 of 2 clinical)')
    const twice = await exported([...documents, word('reviewer')])
    expect(twice.reason).toBe('its sign-off is not complete (1 of 2 clinical)')
    const {out, page, reason} = await exported([...documents, word('second')])
    expect(reason).toBeUndefined()
    expect(page).toContain('What is prolotherapy?')
    expect(documentIn(out)).toMatchObject({
      signOff: [
        {kind: 'clinical', people: 2, words: [{reviewer: 'reviewer'}, {reviewer: 'second'}]},
      ],
    })
  })

  test.each<[string, object, string[], object]>([
    ['of a lawyer', {requirements: [need('legal')]}, ['legalReviewer'], {kind: 'legal'}],
    ['of an editor', {requirements: [need('editorial')]}, ['editor'], {kind: 'editorial'}],
    [
      'of readers, if it is written for patients',
      {audiences: ['patients'], requirements: [need('readerPanel')]},
      ['panelReader'],
      {kind: 'readerPanel'},
    ],
    [
      'of a second clinician, if it covers a therapy',
      {
        therapies: [{_type: 'reference', _key: 't', _ref: 'therapy'}],
        requirements: [need('clinical', 2)],
      },
      ['reviewer'],
      {},
    ],
  ])('%s', async (_, rule, roles, kind) => {
    const documents = [
      ...withApproved(asking({types: ['article'], ...rule})),
      ...person('second', roles),
    ]
    expect((await exported(documents)).reason).toMatch(/\b[01] of [12] /)
    expect((await exported([...documents, word('second')])).reason === undefined).toBe(
      roles[0] === 'reviewer',
    )
    expect((await exported([...documents, word('second', kind)])).reason).toBeUndefined()
  })

  test('of a person who is qualified in a field', async () => {
    const pharmacy = {types: ['article'], requirements: [need('clinical', 1, 'pharmacy')]}
    const documents = withApproved(asking(pharmacy))
    expect((await exported(documents)).reason).toContain('0 of 1 clinical (Pharmacy)')
    const nurse = [...person('nurse', ['reviewer'], {fields: ['nursing']}), word('nurse')]
    expect((await exported([...documents, ...nurse])).page).toBeUndefined()
    const pharmacist = [...person('ph', ['reviewer'], {fields: ['pharmacy']}), word('ph')]
    expect((await exported([...documents, ...pharmacist])).reason).toBeUndefined()
  })

  test('and a request for changes asks for all of them again', async () => {
    const documents = [
      ...withApproved(asking(TWO_CLINICAL)),
      ...person('second', ['reviewer']),
      word('second'),
      makeDecision(article, 'changesRequested', {decidedAt: '2026-10-03T10:00:00Z'}),
      word('reviewer', {decidedAt: '2026-10-04T10:00:00Z'}),
    ]
    expect((await exported(documents)).reason).toContain('1 of 2 clinical')
  })
})

describe('a word does not count', () => {
  test.each<[string, object, string]>([
    [
      'of a person whose registration ended before that day',
      {registration: {body: 'R', number: '1', validFrom: '2020-01-01', validUntil: '2026-10-01'}},
      'the registration on the page of the reviewer did not cover that day',
    ],
    [
      'of a person whose registration began after that day',
      {registration: {body: 'R', number: '1', validFrom: '2026-10-03'}},
      'the registration on the page of the reviewer did not cover that day',
    ],
    [
      'of a person without the role',
      {roles: ['author', 'administrator']},
      'the page of the reviewer does not name the role "reviewer", which a clinical word needs',
    ],
  ])('%s', async (_, more, reason) => {
    const documents = [
      ...library.filter(({_id}) => _id !== makeDecision(article)._id),
      ...person('second', ['reviewer'], more),
      word('second'),
    ]
    const {page, report, reason: why} = await exported(documents)
    expect(page).toBeUndefined()
    expect(why).toBe(`the approval by second does not count, because ${reason}`)
    expect(report.warnings).toContainEqual(expect.objectContaining({document: word('second')._id}))
  })

  test('of a person whose page no administrator has approved, and of one whose page was retracted', async () => {
    const rest = library.filter(({_id}) => _id !== makeDecision(article)._id)
    const [page] = person('second', ['reviewer'])
    if (!page) throw new Error('no page')
    const unapproved = await exported([...rest, page, word('second')])
    expect(unapproved.reason).toContain('the reviewer has no approved page')
    const retraction = {
      ...makeDecision(page, 'retracted', {decidedAt: '2026-10-05T10:00:00Z'}),
      kind: 'administrative',
    }
    const struck = await exported([...rest, ...withApprovals([page]), word('second'), retraction])
    expect(struck.reason).toContain('the reviewer has no approved page')
  })

  test('of a registered person on the last day of the registration it does', async () => {
    const until = {body: 'R', number: '1', validFrom: '2026-10-02', validUntil: '2026-10-02'}
    const documents = [
      ...library.filter(({_id}) => _id !== makeDecision(article)._id),
      ...person('second', ['reviewer'], {registration: until}),
      word('second'),
    ]
    expect((await exported(documents)).reason).toBeUndefined()
  })
})

describe('people and settings need the word of an administrator', () => {
  const bio = {...reviewer, bio: 'New words.'}

  test.each<[string, StoredDocument]>([
    ['a reviewer', {...makeDecision(bio), reviewer: {_type: 'reference', _ref: 'reviewer'}}],
    ['a clinical word', {...makeDecision(bio), kind: 'clinical'}],
    ['no page', {...makeDecision(bio), reviewer: {_type: 'reference', _ref: 'nobody'}}],
  ])('not of %s', async (_, decision) => {
    const documents = withApproved(bio).filter(({_id}) => _id !== makeDecision(bio)._id)
    const {report} = await exported([...documents, decision])
    expect(report.withheld).toContainEqual(
      expect.objectContaining({id: 'reviewer', shown: 'nothing'}),
    )
  })

  test('not of the person described', async () => {
    const page = {...administrator, bio: 'New words.'}
    const documents = withApproved(page).filter(({_id}) => _id !== makeDecision(page)._id)
    const own = makeDecision(page, 'approved', {by: 'administrator'})
    const {report} = await exported([...documents, own])
    expect(report.withheld).toContainEqual(
      expect.objectContaining({
        id: 'administrator',
        reason:
          'the approval by administrator does not count, because the page is about the reviewer',
      }),
    )
    expect((await exported([...documents, makeDecision(page)])).report.withheld).toEqual([])
  })

  test('settings that no administrator approved: no release, and the reason', async () => {
    const out = freshOut()
    const documents = library.filter(({_id}) => _id !== makeDecision(settings)._id)
    await expect(exportDocuments(documents, out)).rejects.toMatchObject({
      message: expect.stringMatching(
        /The document "siteSettings" in .* cannot be used: no administrator has approved it/,
      ),
    })
    expect(currentRelease(out)).toBeUndefined()
  })

  test('settings with a claim that a rule refuses: no release', async () => {
    const claim = {...settings, description: 'Prolotherapy cures back pain.'}
    await expect(exportDocuments(withApproved(claim), freshOut())).rejects.toMatchObject({
      message: expect.stringContaining('an editorial rule refuses it: claims/'),
    })
  })

  test('a plan or a rule in settings that were not approved changes nothing', async () => {
    const out = freshOut()
    const before = await exportDocuments(library, out)
    const off = {
      _type: 'ruleSetting',
      _key: 'r',
      rule: 'claims/efficacy',
      level: 'off',
      reason: 'A test of what happens.',
    }
    const changed = {...asking({requirements: [need('editorial')]}), rules: [off]}
    const documents = [...library.filter(({_id}) => _id !== 'siteSettings'), changed]
    const report = await exportDocuments(documents, out)
    expect(report.release).toBe(before.release)
    expect(report.withheld).toMatchObject([{id: 'siteSettings', shown: 'lastApproved'}])
  })
})

test('an urgent correction comes out with two clinical words, and the manifest says so', async () => {
  const plan = {types: ['article'], requirements: [need('clinical', 2), need('legal')]}
  const documents = [
    ...withApproved(asking(plan)).filter(({_id}) => _id !== makeDecision(article)._id),
    ...person('second', ['reviewer']),
    ...person('lawyer', ['legalReviewer']),
    word('reviewer', {urgent: true}),
  ]
  const earlier = word('second', {}, {...article, title: 'An earlier text'})
  expect((await exported(documents)).page).toBeUndefined()
  const never = await exported([...documents, word('second', {urgent: true})])
  expect(never.page).toBeUndefined()
  const both = [...documents, earlier, word('second', {urgent: true})]
  const {out, page} = await exported(both)
  expect(page).toContain('What is prolotherapy?')
  expect(documentIn(out)).toMatchObject({
    urgent: true,
    signOff: [{kind: 'clinical'}, {kind: 'legal', words: []}],
  })
  const full = await exported([...both, word('lawyer', {kind: 'legal'})])
  expect(documentIn(full.out)).not.toHaveProperty('urgent')
})

/** What the manifest says of the article. */
function documentIn(out: string) {
  return currentRelease(out)?.manifest.documents.find(({id}) => id === article._id)
}
