// Ways around the reviewer, tried on a lake with access control at a real port. After each, a build job
// exports. None of them brings unapproved words to readers.

import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {expect, onTestFinished, test} from 'vitest'
import {importDataset} from '../../lake/index.ts'
import {exportRelease, type ExportReport} from '../../pipeline/export/export.ts'
import {openHostedSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {guardedServer, refusal, type Username} from '../support/lake.ts'
import {article, library, makeDecision, reviewer, TODAY} from '../support/library.ts'
import {released} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'
const {_rev, _createdAt, _updatedAt, ...text} = article
const APPROVED = 'What is prolotherapy?'

/** A lake with the library, approved and exported once. */
async function publishingHouse() {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const out = join(folder.path, 'exports')
  const {lake, server, as} = await guardedServer()
  const people = ['reviewer', 'other'].map((name) => ({...reviewer, _id: `person-${name}`}))
  await importDataset(lake, writeDataset(folder.path, [...library, ...people]))
  const run = async (): Promise<ExportReport> => {
    const {projectId = '', dataset = '', token} = as('build').config()
    await using source = openHostedSource({projectId, dataset, token, apiHost: server.origin})
    return await exportRelease({source, out, channels, today: TODAY})
  }
  await run()
  return {as, run, shown: () => released(out, PAGE) ?? ''}
}

function retitled(title: string) {
  return {...text, title}
}

function write(client: SanityClient, title: string) {
  return client.createOrReplace({...retitled(title), _id: 'drafts.article'})
}

function publish(client: SanityClient) {
  return client.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.article',
    publishedId: 'article',
  })
}

function decide(client: SanityClient, title: string, by: Username, decidedAt = new Date()) {
  const {_rev: _, ...decision} = makeDecision({...article, title}, 'approved', {
    by: `person-${by}`,
    decidedAt: decidedAt.toISOString(),
  })
  return client.create(decision)
}

test('publishing through the API without a review', async () => {
  const {as, run, shown} = await publishingHouse()
  await as('writer').createOrReplace({...retitled('It cures'), _id: 'article'})
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).toContain(APPROVED)
  expect(shown()).not.toContain('It cures')
})

test('publishing by an action, as another Studio could', async () => {
  const {as, run, shown} = await publishingHouse()
  await write(as('writer'), 'It cures')
  await publish(as('writer'))
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).not.toContain('It cures')
})

test('editing in a second tab after the approval, before the first tab publishes', async () => {
  const {as, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await decide(as('reviewer'), 'It may help', 'reviewer')
  await as('writer').patch('drafts.article').set({title: 'It cures'}).commit()
  await publish(as('writer'))
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).not.toContain('It cures')
})

test('approving an older revision after a newer one was published', async () => {
  const {as, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await write(as('writer'), 'It cures')
  await publish(as('writer'))
  await decide(as('reviewer'), 'It may help', 'reviewer')
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).not.toContain('It cures')
})

test('editing in the same second as the approval', async () => {
  const {as, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await publish(as('writer'))
  await Promise.all([
    decide(as('reviewer'), 'It may help', 'reviewer'),
    as('writer').patch('article').set({title: 'It cures'}).commit(),
  ])
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).toContain('It may help')
  expect(shown()).not.toContain('It cures')
})

test('approving one’s own text, or in another reviewer’s name', async () => {
  const {as, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may')
  await as('reviewer').patch('drafts.article').set({title: 'It may help'}).commit()
  await publish(as('writer'))
  await refusal(decide(as('reviewer'), 'It may help', 'reviewer'))
  await refusal(decide(as('reviewer'), 'It may help', 'other'))
  await refusal(decide(as('writer'), 'It may help', 'other'))
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).not.toContain('It may help')

  await decide(as('other'), 'It may help', 'other')
  expect(await run()).toMatchObject({withheld: []})
  expect(shown()).toContain('It may help')
})

test('approving with a future date, so that no later decision could count', async () => {
  const {as, run, shown} = await publishingHouse()
  await write(as('writer'), 'It cures')
  await publish(as('writer'))
  await refusal(decide(as('reviewer'), 'It cures', 'reviewer', new Date('2999-01-01')))
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).not.toContain('It cures')
})
