// Clinics and conditions are words for readers, so they need a reviewer's approval like any other.

import {describe, expect, test} from 'vitest'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {
  article,
  clinic,
  condition,
  keyed,
  library,
  makeDecision,
  slug,
  therapy,
  withApprovals,
  withApproved,
} from '../support/library.ts'
import {exportDocuments, released, releasedBundle} from '../support/release.ts'

const THERAPY = 'web/therapies/dextrose.html'
const THERAPY_BUNDLE = 'therapies/dextrose.json'
const ARTICLE = 'web/articles/what-is-prolotherapy.html'
const ARTICLE_BUNDLE = 'articles/what-is-prolotherapy.json'
const LATER = {decidedAt: '2026-10-02T10:00:00Z'}

describe('a clinic', () => {
  test('that no reviewer approved is on no page, and the pages come out without it', async () => {
    using folder = temporaryFolder()
    const {withheld} = await exportDocuments([...library, clinic], folder.path)
    expect(withheld).toEqual([
      {
        id: 'clinic',
        type: 'clinic',
        title: 'Hillside Clinic',
        reason: 'no reviewer has approved it',
        shown: 'nothing',
      },
    ])
    expect(released(folder.path, THERAPY)).not.toContain('Hillside Clinic')
    expect(releasedBundle(folder.path, THERAPY_BUNDLE).clinics).toEqual([])
  })

  test('that was edited keeps its approved words', async () => {
    using folder = temporaryFolder()
    const approved = [...library, makeDecision(clinic)]
    await exportDocuments([...approved, clinic], folder.path)
    const edited = {...clinic, phone: '+1 217 555 0199'}
    const {withheld} = await exportDocuments([...approved, edited], folder.path)
    expect(withheld).toMatchObject([{id: 'clinic', shown: 'lastApproved'}])
    expect(released(folder.path, THERAPY)).toContain('555 0100')
    expect(released(folder.path, THERAPY)).not.toContain('555 0199')
  })

  test('that was retracted leaves the pages, and they stay', async () => {
    using folder = temporaryFolder()
    const approved = [...library, clinic, makeDecision(clinic)]
    await exportDocuments(approved, folder.path)
    expect(released(folder.path, THERAPY)).toContain('Hillside Clinic')
    const retracted = [...approved, makeDecision(clinic, 'retracted', LATER)]
    expect(await exportDocuments(retracted, folder.path)).toMatchObject({withheld: []})
    expect(released(folder.path, THERAPY)).not.toContain('Hillside Clinic')
  })

  test('is withheld if an editorial rule refuses it', async () => {
    using folder = temporaryFolder()
    const boasting = {...clinic, name: 'Clinic That Cures Back Pain'}
    const {withheld} = await exportDocuments(
      [...library, boasting, makeDecision(boasting)],
      folder.path,
    )
    expect(withheld).toMatchObject([{id: 'clinic', shown: 'nothing'}])
    expect(released(folder.path, THERAPY)).not.toContain('Cures')
  })

  test('is among the approvals of the pages that show it', async () => {
    using folder = temporaryFolder()
    await exportDocuments([...library, clinic, makeDecision(clinic)], folder.path)
    expect(releasedBundle(folder.path, THERAPY_BUNDLE).approvals).toContainEqual(
      expect.objectContaining({document: 'clinic'}),
    )
  })
})

describe('a condition', () => {
  const about = {...article, conditions: [keyed('condition')]}
  const naming = [...withApproved(about), condition]

  test('that no reviewer approved holds back the pages that name it', async () => {
    using folder = temporaryFolder()
    const {withheld} = await exportDocuments(naming, folder.path)
    expect(withheld).toMatchObject([
      {id: 'condition', reason: 'no reviewer has approved it'},
      {
        id: 'article',
        reason: 'it uses condition, which has no approved revision that can be shown',
        shown: 'nothing',
      },
    ])
    expect(released(folder.path, ARTICLE)).toBeUndefined()
    expect(released(folder.path, THERAPY)).toContain(therapy.summary)
  })

  test('that was retracted holds back the pages that name it', async () => {
    using folder = temporaryFolder()
    const retracted = [
      ...naming,
      makeDecision(condition),
      makeDecision(condition, 'retracted', LATER),
    ]
    const {withheld} = await exportDocuments(retracted, folder.path)
    expect(withheld).toMatchObject([{id: 'article'}])
    expect(released(folder.path, ARTICLE)).toContain('not available at the moment')
  })

  test('is on the pages that name it once it is approved, and among their approvals', async () => {
    using folder = temporaryFolder()
    const report = await exportDocuments([...naming, makeDecision(condition)], folder.path)
    expect(report).toMatchObject({withheld: [], warnings: []})
    const bundle = releasedBundle(folder.path, ARTICLE_BUNDLE)
    expect(bundle.conditions).toMatchObject([{id: 'condition', name: 'Back pain'}])
    expect(bundle.approvals).toContainEqual(expect.objectContaining({document: 'condition'}))
  })

  test('that moves keeps its old address, or the export warns', async () => {
    using folder = temporaryFolder()
    await exportDocuments([...naming, makeDecision(condition)], folder.path)
    const moved = {...condition, slug: slug('pain-in-the-back')}
    const exportOf = async (newer: StoredDocument) =>
      exportDocuments(
        [...withApproved(about), newer, makeDecision(newer, 'approved', LATER)],
        folder.path,
      )
    expect((await exportOf(moved)).warnings).toMatchObject([{rule: 'lost-address'}])
    const kept = {...moved, formerSlugs: ['back-pain']}
    expect(await exportOf(kept)).toMatchObject({withheld: [], warnings: []})
    expect(released(folder.path, 'web/conditions/back-pain.html')).toContain(
      'url=../conditions/pain-in-the-back.html',
    )
    expect(JSON.parse(released(folder.path, 'web/redirects.json') ?? '')).toEqual([
      {from: 'conditions/back-pain.html', to: 'conditions/pain-in-the-back.html'},
    ])
  })

  test('about which there are many articles has several pages of them', async () => {
    using folder = temporaryFolder()
    const many = Array.from({length: 51}, (_, number) => ({
      ...about,
      _id: `article-${number}`,
      title: `Article ${number}`,
      slug: slug(`article-${number}`),
    }))
    await exportDocuments([...library, ...withApprovals([condition, ...many])], folder.path)
    const first = released(folder.path, 'web/conditions/back-pain.html') ?? ''
    const second = released(folder.path, 'web/conditions/back-pain_2.html') ?? ''
    expect(first.match(/articles\/article-/g)).toHaveLength(50)
    expect(second.match(/articles\/article-/g)).toHaveLength(1)
    expect(first).toContain('href="../conditions/back-pain_2.html"')
    expect(second).toContain('href="../conditions/back-pain.html"')
  })

  test('that claims too much is refused, in its description too', async () => {
    using folder = temporaryFolder()
    const claiming = {...condition, description: 'A pain that injections cure in every patient.'}
    const {withheld} = await exportDocuments(
      [...withApproved(about), claiming, makeDecision(claiming)],
      folder.path,
    )
    expect(withheld).toMatchObject([{id: 'condition'}, {id: 'article'}])
  })
})
