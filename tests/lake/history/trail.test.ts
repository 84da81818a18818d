// The audit trail tells who changed a document and what came of it, without the words.

import {describe, expect, test} from 'vitest'
import {historyOf, trailOf, type AskHistory} from '../../../review/history.ts'
import {revisionOf} from '../../../review/revision.ts'
import {freshFolder, freshLake, guardedServer} from '../../support/lake.ts'

const FIRST = {_id: 'a', _type: 'article', title: 'First'}
const SECOND = {_id: 'a', _type: 'article', title: 'Second'}

async function writtenLake() {
  const dir = await freshFolder()
  const {server, as} = await guardedServer({dir})
  const writer = freshLake({dir, identity: 'writer'}).client
  const other = freshLake({dir, identity: 'other'}).client
  await writer.create({...FIRST, _id: 'drafts.a'})
  await writer.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.a',
    publishedId: 'a',
  })
  await other.createOrReplace({...SECOND, _id: 'versions.r.a'})
  await other.transaction().createOrReplace(SECOND).delete('versions.r.a').commit()
  await writer.create({_id: 'drafts.secret', _type: 'article', title: 'Not yet'})
  return {server, as}
}

const STEPS = [
  ['writer', 'drafts.a', revisionOf(FIRST)],
  ['writer', 'a', revisionOf(FIRST)],
  ['writer', 'drafts.a', undefined],
  ['other', 'versions.r.a', revisionOf(SECOND)],
  ['other', 'a', revisionOf(SECOND)],
  ['other', 'versions.r.a', undefined],
]

async function steps(ask: AskHistory, ...ids: string[]) {
  const trail = await trailOf(ask, ids)
  return trail.map(({author, id, revision}) => [author, id, revision])
}

/** A source that keeps no trail, as hosted Sanity keeps none. */
function withoutTrail(ask: AskHistory): AskHistory {
  return (path, query) => ask(path.startsWith('trail/') ? `unknown/${path}` : path, query)
}

describe('the trail of a document', () => {
  test('covers its drafts and versions, in the order of the log', async () => {
    const {as} = await writtenLake()
    expect((await steps(historyOf(as('administrator')), 'a')).toSorted()).toEqual(STEPS.toSorted())
    const places = (await trailOf(historyOf(as('administrator')), ['a'])).map(({place}) => place)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('is the same where it has to be computed from the history', async () => {
    const {as} = await writtenLake()
    const computed = await steps(withoutTrail(historyOf(as('administrator'))), 'a')
    expect(computed.toSorted()).toEqual(STEPS.toSorted())
  })

  test('is shown to a build job without the words, but only for published documents', async () => {
    const {as} = await writtenLake()
    const build = as('build')
    expect((await steps(historyOf(build), 'a', 'secret')).toSorted()).toEqual(STEPS.toSorted())
    const answer: unknown = await build.request({url: '/data/history/production/trail/a,secret'})
    expect(String(answer)).not.toMatch(/First|Second|secret/)
  })

  test('is refused without a token', async () => {
    const {server} = await writtenLake()
    const answer = await fetch(`${server.origin}/v1/data/history/production/trail/a`)
    expect(answer.status).toBe(401)
  })
})

test('a failed request is an error, and no reason to compute the trail', async () => {
  const {client} = freshLake()
  const fail: AskHistory = () => Promise.reject(new Error('The network is down'))
  await expect(trailOf(fail, ['a'])).rejects.toThrow('The network is down')
  await expect(trailOf(historyOf(client), ['a'])).resolves.toEqual([])
})
