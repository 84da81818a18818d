// Ways around the reviewer, tried on a lake with access control at a real port. The lake refuses to publish
// what is not approved. Hosted Sanity has no such guards, so each attempt then goes on without them: a
// build job exports, and no unapproved words come to readers.

import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {expect, onTestFinished, test} from 'vitest'
import {importDataset} from '../../lake/index.ts'
import {exportRelease, type ExportReport} from '../../pipeline/export/export.ts'
import {openHostedSource, openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import type {DecisionKind} from '../../review/decision.ts'
import {contentOf, revisionOf, type StoredDocument} from '../../review/revision.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {
  freshLake,
  guardedServer,
  peopleOfAccounts,
  refusal,
  type Username,
} from '../support/lake.ts'
import {article, clinic, faq, library, makeDecision, reviewer, TODAY} from '../support/library.ts'
import {released} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'
const THERAPY = 'web/therapies/dextrose.html'
const {_rev, _createdAt, _updatedAt, ...text} = article
const APPROVED = 'What is prolotherapy?'

/** A lake with the library, approved and exported once. */
async function publishingHouse() {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const out = join(folder.path, 'exports')
  const dir = join(folder.path, 'lake')
  const {lake, server, as} = await guardedServer({dir})
  await importDataset(lake, writeDataset(folder.path, [...library, ...peopleOfAccounts]))
  const runAs = async (username: Username): Promise<ExportReport> => {
    const {projectId = '', dataset = '', token} = as(username).config()
    await using source = openHostedSource({projectId, dataset, token, apiHost: server.origin})
    return await exportRelease({source, out, channels, today: TODAY})
  }
  const run = () => runAs('build')
  const runFromFiles = async (): Promise<ExportReport> => {
    await using source = await openPathSource(dir)
    return await exportRelease({source, out: join(folder.path, 'other'), channels, today: TODAY})
  }
  /** Publishes against the refusal of the lake, as if it had no guards. */
  const force = async (username: Username, act: (client: SanityClient) => Promise<unknown>) => {
    const error = await refusal(act(as(username)))
    expect(error.statusCode).toBe(403)
    expect(error.message).toContain('cannot be published: ')
    await act(freshLake({dir, identity: username}).client)
  }
  await run()
  return {as, force, run, runAs, runFromFiles, shown: (path = PAGE) => released(out, path) ?? ''}
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
  const {force, run, shown} = await publishingHouse()
  await force('writer', (client) => client.createOrReplace(retitled('It cures')))
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).toContain(APPROVED)
  expect(shown()).not.toContain('It cures')
})

test('publishing by an action, as another Studio could', async () => {
  const {as, force, run, shown} = await publishingHouse()
  await write(as('writer'), 'It cures')
  await force('writer', publish)
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).not.toContain('It cures')
})

test('editing in a second tab after the approval, before the first tab publishes', async () => {
  const {as, force, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await decide(as('reviewer'), 'It may help', 'reviewer')
  await as('writer').patch('drafts.article').set({title: 'It cures'}).commit()
  await force('writer', publish)
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).not.toContain('It cures')
})

test('approving an older revision after a newer one was published', async () => {
  const {as, force, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await write(as('writer'), 'It cures')
  await force('writer', publish)
  await decide(as('reviewer'), 'It may help', 'reviewer')
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).not.toContain('It cures')
})

test('editing in the same second as the approval', async () => {
  const {as, force, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await force('writer', publish)
  await Promise.all([
    decide(as('reviewer'), 'It may help', 'reviewer'),
    force('writer', (client) => client.patch('article').set({title: 'It cures'}).commit()),
  ])
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).toContain('It may help')
  expect(shown()).not.toContain('It cures')
})

test('approving one’s own text, or in another reviewer’s name', async () => {
  const {as, force, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may')
  await as('reviewer').patch('drafts.article').set({title: 'It may help'}).commit()
  await force('writer', publish)
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
  const {as, force, run, shown} = await publishingHouse()
  await write(as('writer'), 'It cures')
  await force('writer', publish)
  await refusal(decide(as('reviewer'), 'It cures', 'reviewer', new Date('2999-01-01')))
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'lastApproved'}]})
  expect(shown()).not.toContain('It cures')
})

/** A decision of any kind, as its reviewer files it. */
function file(
  client: SanityClient,
  by: Username,
  kind: DecisionKind,
  {title, stated = 0, ...changes}: {title: string; stated?: number} & Record<string, unknown>,
) {
  const {_rev: _, ...decision} = makeDecision({...article, title}, kind, {
    by: `person-${by}`,
    decidedAt: new Date(Date.now() + stated).toISOString(),
  })
  return client.create({...decision, ...changes})
}

const REFUSED = {withheld: [{id: 'article', shown: 'lastApproved'}]}

test('an approval of a text that its reviewer types afterwards', async () => {
  const {as, force, run, shown} = await publishingHouse()
  const own = as('reviewer')
  expect((await refusal(decide(own, 'It cures', 'reviewer'))).message).toContain(
    'never had this text',
  )
  await write(own, 'It cures')
  await force('reviewer', publish)
  expect(await run()).toMatchObject(REFUSED)
  expect(shown()).not.toContain('It cures')
})

test('an approval in the same transaction as the text', async () => {
  const {as} = await publishingHouse()
  const {_rev: _, ...approval} = makeDecision({...article, title: 'It cures'}, 'approved', {
    by: 'person-reviewer',
    decidedAt: new Date().toISOString(),
  })
  for (const order of [0, 1]) {
    const both = [{create: approval}, {createOrReplace: {...retitled('It cures'), _id: 'article'}}]
    await refusal(as('reviewer').mutate(order === 0 ? both : both.toReversed()))
  }
})

test('an approval of no text at all, dated ahead, to make later words look approved', async () => {
  const {as, force, run, shown} = await publishingHouse()
  const own = as('reviewer')
  const nothing = {title: '', revision: '0'.repeat(64), stated: 280_000}
  await refusal(file(own, 'reviewer', 'approved', nothing))
  await write(own, 'It cures')
  await force('reviewer', publish)
  await refusal(file(own, 'reviewer', 'approved', {title: 'It cures', stated: 290_000}))
  expect(await run()).toMatchObject(REFUSED)
  expect(shown()).not.toContain('It cures')
})

test('an approval of own words after another reviewer renewed that of the published text', async () => {
  const {as, force, run, shown} = await publishingHouse()
  await write(as('reviewer'), 'It cures')
  await decide(as('other'), APPROVED, 'other')
  await refusal(decide(as('reviewer'), 'It cures', 'reviewer'))
  await force('writer', publish)
  expect(await run()).toMatchObject(REFUSED)
  expect(shown()).not.toContain('It cures')
})

test('an approval of own words that were typed in a version of a release', async () => {
  const {as, force, run, shown} = await publishingHouse()
  await as('reviewer').createOrReplace({...retitled('It cures'), _id: 'versions.r.article'})
  await force('writer', (client) => client.createOrReplace(retitled('It cures')))
  await refusal(decide(as('reviewer'), 'It cures', 'reviewer'))
  expect(await run()).toMatchObject(REFUSED)
  expect(shown()).not.toContain('It cures')
})

test('publishing an older approved text again after a retraction', async () => {
  const {as, force, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await decide(as('reviewer'), 'It may help', 'reviewer')
  await publish(as('writer'))
  await file(as('other'), 'other', 'retracted', {title: 'It may help', comment: 'It may harm.'})
  await write(as('writer'), APPROVED)
  await force('writer', publish)
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'nothing'}]})
  expect(shown()).toContain('withdrawn')
})

test('a retraction by a clock that is behind, after an approval by one that is ahead', async () => {
  const {as, run, shown} = await publishingHouse()
  await file(as('reviewer'), 'reviewer', 'approved', {title: APPROVED, stated: 280_000})
  await file(as('other'), 'other', 'retracted', {title: APPROVED, stated: -280_000})
  await run()
  expect(shown()).toContain('withdrawn')
})

test('adding a clinic with words and links of one’s own to every page of a therapy', async () => {
  const {force, run, shown} = await publishingHouse()
  await force('writer', (client) => client.create({...clinic, name: 'Call us now'}))
  expect(await run()).toMatchObject({withheld: [{id: 'clinic', shown: 'nothing'}]})
  for (const path of [THERAPY, 'app/therapies/dextrose.json']) {
    expect(shown(path)).toContain('Dextrose')
    expect(shown(path)).not.toContain('Call us now')
  }
})

test('a clock that is far off is named when a reviewer decides', async () => {
  const {as} = await publishingHouse()
  for (const stated of [-301_000, 301_000]) {
    const late = file(as('reviewer'), 'reviewer', 'retracted', {title: APPROVED, stated})
    await expect(late).rejects.toThrow(/clock|Insufficient permissions/)
  }
})

test('an id that was used and freed before a retraction got it', async () => {
  const {as, run, shown} = await publishingHouse()
  await as('writer').create({_id: 'taken', _type: 'glossaryTerm'})
  await as('writer').delete('taken')
  await file(as('reviewer'), 'reviewer', 'retracted', {title: APPROVED, _id: 'taken'})
  await run()
  expect(shown()).toContain('withdrawn')
})

test('a request for changes to the text that readers have, to bring back the one before', async () => {
  const {as, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await decide(as('reviewer'), 'It may help', 'reviewer')
  await publish(as('writer'))
  await file(as('other'), 'other', 'changesRequested', {title: 'It may help', comment: 'No.'})
  expect(await run()).toMatchObject({withheld: [{id: 'article', shown: 'nothing'}]})
  expect(shown()).toBe('')
})

test('a decision or a request for one that is no such thing, which nobody could delete', async () => {
  const {as} = await publishingHouse()
  const own = as('reviewer')
  const fine = {title: APPROVED}
  for (const wrong of [{extra: true}, {decidedAt: '2026-02-30T10:00:00Z'}, {revision: 'x'}]) {
    await refusal(file(own, 'reviewer', 'approved', {...fine, ...wrong}))
  }
  const request = {
    _type: 'submission',
    subject: {_type: 'reference', _ref: 'article', _weak: true},
    revision: revisionOf(article),
    reviewers: [{_key: 'r', _type: 'reference', _ref: 'person-other', _weak: true}],
    submittedAt: new Date().toISOString(),
  }
  await as('writer').create(request)
  const {reviewers: _, ...nobody} = request
  for (const wrong of [nobody, {...request, extra: 1}, {...request, revision: '0'.repeat(64)}]) {
    await refusal(as('writer').create(wrong))
  }
})

test('putting back a text that a correction replaced', async () => {
  const {as, force, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await decide(as('reviewer'), 'It may help', 'reviewer')
  await publish(as('writer'))
  await force('writer', (client) => client.createOrReplace(retitled(APPROVED)))
  expect(await run()).toMatchObject({
    withheld: [
      {
        id: 'article',
        reason:
          'the approval by reviewer does not count, because a text that was approved later replaced it',
        shown: 'lastApproved',
      },
    ],
  })
  expect(shown()).toContain('It may help')
  await decide(as('reviewer'), APPROVED, 'reviewer')
  expect(await run()).toMatchObject({withheld: []})
  expect(shown()).toContain(APPROVED)
})

test('an older text does not come back when the words on the newer one lapse', async () => {
  const {as, run, shown} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await decide(as('other'), 'It may help', 'other')
  await publish(as('writer'))
  const page = await as('administrator').getDocument('person-other')
  if (!page) throw new Error('There is no such page')
  await as('administrator').create(
    makeDecision(page, 'retracted', {
      by: 'person-administrator',
      decidedAt: new Date().toISOString(),
    }),
  )
  const {withheld} = await run()
  expect(withheld).toContainEqual(expect.objectContaining({id: 'article', shown: 'nothing'}))
  expect(shown()).not.toContain('prolotherapy?</h1>')
})

test('an approval of own words that another user put over an approved draft', async () => {
  const {as, run, shown} = await publishingHouse()
  await as('reviewer').createOrReplace({...retitled('It cures'), _id: 'versions.r.article'})
  await write(as('writer'), 'It may help')
  await decide(as('other'), 'It may help', 'other')
  await write(as('writer'), 'It cures.')
  expect((await refusal(decide(as('reviewer'), 'It cures.', 'reviewer'))).message).toContain(
    'You wrote some of the text',
  )
  await run()
  expect(shown()).not.toContain('It cures')
})

test('an approval of own words whose first approval was taken back', async () => {
  const {as, force, run, shown} = await publishingHouse()
  await write(as('reviewer'), 'It cures')
  await decide(as('other'), 'It cures', 'other')
  await write(as('writer'), 'It cures.')
  await decide(as('reviewer'), 'It cures.', 'reviewer')
  const {_rev: _, ...request} = makeDecision({...article, title: 'It cures'}, 'changesRequested', {
    by: 'person-other',
    decidedAt: new Date().toISOString(),
  })
  await as('other').create({...request, _id: 'taken-back'})
  await force('writer', publish)
  await run()
  expect(shown()).not.toContain('It cures')
})

test('a draft of a draft, whose publication would hide who wrote it', async () => {
  const {as} = await publishingHouse()
  for (const _id of ['versions.r.drafts.article', 'drafts.drafts.article', 'drafts.versions.r.a']) {
    const error = await refusal(as('reviewer').createOrReplace({...retitled('It cures'), _id}))
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain('cannot be that of another draft or version')
  }
})

test('a page in place of an approved one, by another type', async () => {
  const {as} = await publishingHouse()
  const other = {_id: 'article', _type: 'glossaryTerm', term: 'cure', plain: 'help'}
  expect((await refusal(as('writer').createOrReplace(other))).message).toContain('keeps its type')
})

test('a build job, an administrator and the holder of the files export the same, whatever the history', async () => {
  const {as, run, runAs, runFromFiles} = await publishingHouse()
  await write(as('writer'), 'It may help')
  await decide(as('reviewer'), 'It may help', 'reviewer')
  await publish(as('reviewer'))
  await as('reviewer').createOrReplace({...retitled('Not yet'), _id: 'versions.r.article'})
  await decide(as('reviewer'), 'It may help', 'reviewer')
  await write(as('writer'), 'Some day')

  // A question is retracted, and comes back with another text.
  const {_rev, _createdAt, _updatedAt, ...question} = faq
  const next = {...question, question: 'Will it hurt?'}
  const say = async (kind: DecisionKind, document: StoredDocument) => {
    const {_rev: _, ...decision} = makeDecision(document, kind, {
      by: 'person-other',
      decidedAt: new Date().toISOString(),
    })
    await as('other').create({...decision, _id: `faq-${kind}`})
  }
  await say('retracted', question)
  await as('writer').createOrReplace({...next, _id: 'drafts.faq'})
  await say('approved', next)
  await as('writer').action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.faq',
    publishedId: 'faq',
  })

  // The page of a reviewer changes, and another administrator approves it.
  const page = {
    ...contentOf(reviewer),
    _id: 'person-reviewer',
    name: 'Rae R.',
    fields: ['nursing'],
  }
  await as('administrator').createOrReplace({...page, _id: 'drafts.person-reviewer'})
  await as('deputy').create(
    makeDecision(page, 'approved', {by: 'person-deputy', decidedAt: new Date().toISOString()}),
  )
  await as('administrator').action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.person-reviewer',
    publishedId: 'person-reviewer',
  })

  const overHttp = await run()
  expect(overHttp).toMatchObject({withheld: [], warnings: []})
  expect(await runAs('administrator')).toMatchObject({release: overHttp.release})
  expect(await runFromFiles()).toMatchObject({release: overHttp.release, withheld: []})
})
