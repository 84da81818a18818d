// A decision counts only if the lake's log confirms what the decision says.

import type {SanityClient} from '@sanity/client'
import {expect, onTestFinished, test} from 'vitest'
import {exportRelease, type ExportReport} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import {temporaryFolder} from '../support/command.ts'
import {freshLake, lakeWith} from '../support/lake.ts'
import {article, makeDecision, library, reviewer, TODAY, withApprovals} from '../support/library.ts'
import {released} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'

/** The library in a lake without access control, as hosted Sanity is without custom roles. */
async function publishingHouse() {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const out = folder.path
  const reviewers = ['rae', 'lu'].map((name) => ({...reviewer, _id: `person-${name}`, name}))
  const {dir} = await lakeWith([...library, ...withApprovals(reviewers)])
  const as = (identity: string): SanityClient => freshLake({dir, identity}).client
  const run = async (): Promise<ExportReport> => {
    await using source = await openPathSource(dir)
    return await exportRelease({source, out, channels, today: TODAY})
  }
  return {as, run, shown: () => released(out, PAGE) ?? ''}
}

/** Gives the article another title, as a published edit. */
function retitle(client: SanityClient, title: string) {
  return client.patch('article').set({title}).commit()
}

/** Approves the article with a title, in the name of a person. */
function approve(client: SanityClient, title: string, by: string) {
  return client.create(
    makeDecision({...article, title}, 'approved', {
      by: `person-${by}`,
      decidedAt: new Date(Date.now() + 1).toISOString(),
    }),
  )
}

test('an imported decision counts, and so does one that its reviewer wrote', async () => {
  const {as, run, shown} = await publishingHouse()
  expect((await run()).withheld).toEqual([])
  await retitle(as('dana'), 'A new title')
  await approve(as('rae'), 'A new title', 'rae')
  expect((await run()).warnings).toEqual([])
  expect(shown()).toContain('A new title')
})

test('a decision that a writer wrote in a reviewer’s name does not count', async () => {
  const {as, run, shown} = await publishingHouse()
  const dana = as('dana')
  await retitle(dana, 'A claim')
  const {_id} = await approve(dana, 'A claim', 'rae')
  const {withheld, warnings} = await run()
  expect(withheld).toMatchObject([{id: 'article', shown: 'lastApproved'}])
  expect(warnings).toMatchObject([
    {
      rule: 'forged-decision',
      document: _id,
      path: 'reviewer',
      message: expect.stringContaining('another user wrote it'),
    },
  ])
  expect(shown()).not.toContain('A claim')
})

test('a decision no longer counts after another user changed it', async () => {
  const {as, run, shown} = await publishingHouse()
  await retitle(as('dana'), 'A claim')
  const {_id} = await as('rae').create(
    makeDecision({...article, title: 'A claim'}, 'changesRequested', {
      by: 'person-rae',
      decidedAt: new Date().toISOString(),
    }),
  )
  await as('dana').patch(_id).set({decision: 'approved'}).commit()
  expect((await run()).warnings).toMatchObject([{rule: 'forged-decision', document: _id}])
  expect(shown()).not.toContain('A claim')
})

test('a reviewer cannot approve a text that they helped to write, in the draft or later', async () => {
  const {as, run, shown} = await publishingHouse()
  const rae = as('rae')
  const {_rev, ...text} = (await rae.getDocument('article')) ?? {_id: '', _type: 'article'}
  await as('dana').create({...text, _id: 'drafts.article', title: 'By dana'})
  await rae.patch('drafts.article').set({title: 'By dana and rae'}).commit()
  await as('dana')
    .transaction()
    .createOrReplace({...text, _id: 'article', _type: 'article', title: 'By dana and rae'})
    .delete('drafts.article')
    .commit()
  const {_id} = await approve(rae, 'By dana and rae', 'rae')
  const {withheld, warnings} = await run()
  expect(withheld).toMatchObject([{id: 'article', shown: 'lastApproved'}])
  expect(warnings).toMatchObject([
    {rule: 'four-eyes', document: _id, message: expect.stringContaining('helped to write')},
  ])
  expect(shown()).not.toContain('By dana')

  await approve(as('lu'), 'By dana and rae', 'lu')
  expect((await run()).withheld).toEqual([])
  expect(shown()).toContain('By dana and rae')
})

test('a reviewer who only published the approved text may approve the next one', async () => {
  const {as, run, shown} = await publishingHouse()
  const [rae, dana] = [as('rae'), as('dana')]
  const {_rev, ...text} = (await rae.getDocument('article')) ?? {_id: '', _type: 'article'}
  await dana.create({...text, _id: 'drafts.article', title: 'First'})
  await approve(rae, 'First', 'rae')
  await rae
    .transaction()
    .createOrReplace({...text, _id: 'article', _type: 'article', title: 'First'})
    .delete('drafts.article')
    .commit()
  expect((await run()).withheld).toEqual([])
  await retitle(dana, 'Second')
  await new Promise((resolve) => setTimeout(resolve, 5))
  await approve(rae, 'Second', 'rae')
  expect(await run()).toMatchObject({withheld: [], warnings: []})
  expect(shown()).toContain('Second')
})
