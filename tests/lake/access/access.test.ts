// Who may do what, tested at a real port. Each refused request is a realistic attack.

import type {ClientError, SanityClient} from '@sanity/client'
import {afterEach, describe, expect, onTestFinished, test, vi} from 'vitest'
import {z} from 'zod'
import {importDataset, verifyLake} from '../../../lake/index.ts'
import {revisionOf} from '../../../review/revision.ts'
import {SAMPLE_DOCUMENTS} from '../../support/exported.ts'
import {
  freshFolder,
  guardedServer,
  importPeople,
  peopleOfAccounts,
  portClient,
  refusal,
  type Username,
} from '../../support/lake.ts'

const ARTICLE = {_id: 'article', _type: 'article', title: 'Public'}

function review(id: string, reviewer: Username, changes: object = {}) {
  return {
    _id: id,
    _type: 'review',
    subject: {_type: 'reference', _ref: 'article', _weak: true},
    revision: revisionOf(ARTICLE),
    decision: 'approved',
    reviewer: {_type: 'reference', _ref: `person-${reviewer}`, _weak: true},
    decidedAt: new Date().toISOString(),
    ...changes,
  }
}

/** A lake on a port, with an article, a draft of it, and a reviewer's decision. */
async function publishingHouse() {
  const {lake, accounts, server, as} = await guardedServer()
  const withToken = (token: string | undefined): SanityClient =>
    portClient(server.origin).withConfig({token})
  const administrator = as('administrator')
  await importPeople(lake)
  await administrator
    .transaction()
    .create(ARTICLE)
    .create({_id: 'drafts.article', _type: 'article', title: 'Not yet'})
    .create({_id: 'note', _type: 'note', text: 'For readers'})
    .create({_id: 'private.note', _type: 'note', text: 'For us'})
    .commit()
  await as('reviewer').create(review('review-1', 'reviewer'))
  const everything = await administrator.fetch<object[]>('*')
  /** The refused attempts changed nothing. */
  const unchanged = async () => expect(await administrator.fetch<object[]>('*')).toEqual(everything)
  return {lake, accounts, server, as, withToken, administrator, unchanged}
}

function never(): never {
  throw new Error('There is no draft')
}

async function refused(request: Promise<unknown>, status = 403): Promise<ClientError> {
  const error = await refusal(request)
  expect(error.statusCode).toBe(status)
  return error
}

/** By this code Sanity's Studio tells a session that is over from a refusal that a login cannot change. */
async function sessionCode(client: SanityClient): Promise<unknown> {
  const {response} = await refused(client.fetch('1'), 401)
  return z.looseObject({errorCode: z.string().optional()}).parse(response.body).errorCode
}

afterEach(() => void vi.useRealTimers())

describe('a token', () => {
  test('that is unknown or missing gives no access', async () => {
    const {withToken, as, unchanged} = await publishingHouse()
    await as('writer').fetch('*')
    for (const token of [undefined, 'countersign_forged', 'x', `countersign_${'A'.repeat(43)}`]) {
      const client = withToken(token)
      for (const request of [
        () => client.fetch('*'),
        () => client.fetch('count(*)', {}, {perspective: 'published'}),
        () => client.getDocument('article'),
        () => client.getDocument('drafts.article'),
        () => client.request({url: '/data/history/production/documents/article'}),
        () => client.request({url: '/data/history/production/transactions/article'}),
        () => client.create({_type: 'note'}),
        () => client.assets.upload('file', Buffer.from('a'), {filename: 'a.txt'}),
        () => client.users.getById('me'),
        () => client.request({url: '/projects/countersign'}),
        () => client.request({url: '/projects/countersign/datasets/production/acl'}),
        () => client.request({url: '/users/me/keyvalue/a'}),
      ]) {
        expect((await refused(request(), 401)).message).toContain('Unauthorized')
      }
      const listening = await fetch(
        `${withToken(token).config().url}/data/listen/production?query=*`,
        token === undefined ? {} : {headers: {authorization: `Bearer ${token}`}},
      )
      expect(listening.status).toBe(401)
    }
    await unchanged()
  })

  test('acts as its user until it expires, is revoked, or the user is removed', async () => {
    const {accounts, withToken} = await publishingHouse()
    const token = accounts.newToken('writer', {label: 'short', days: 1})
    const client = withToken(token)
    expect(await client.fetch('identity()')).toBe('writer')
    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 25 * 60 * 60 * 1000})
    expect(await sessionCode(client)).toBe('SIO-401-AEX')
    vi.useRealTimers()
    expect(await client.fetch('1')).toBe(1)
    expect(accounts.revoke(token)).toBe(true)
    expect(await sessionCode(client)).toBe('SIO-401-ANF')

    const other = withToken(accounts.newToken('writer', {label: 'other', days: 1}))
    expect(await other.fetch('1')).toBe(1)
    accounts.remove('writer')
    expect(await sessionCode(other)).toBe('SIO-401-ANF')
    // Without a token no session has ended: a Studio that is opened asks for a login by itself.
    expect(await sessionCode(withToken(undefined))).toBeUndefined()
  })
})

describe('a writer', () => {
  const attempts: Record<string, (client: SanityClient) => Promise<unknown>> = {
    'creates a decision': (client) => client.create(review('mine', 'writer')),
    'creates one in the name of a reviewer': (client) => client.create(review('mine', 'reviewer')),
    'creates one where there is none yet': (client) =>
      client.createIfNotExists(review('mine', 'reviewer')),
    'creates or replaces one': (client) => client.createOrReplace(review('mine', 'reviewer')),
    'creates one as a draft': (client) => client.create(review('drafts.mine', 'writer')),
    'replaces one': (client) => client.createOrReplace(review('review-1', 'reviewer')),
    'replaces one by something of another type': (client) =>
      client.createOrReplace({_id: 'review-1', _type: 'article'}),
    'makes one of an article': (client) =>
      client.createOrReplace({...review('article', 'writer'), _id: 'article'}),
    'changes one': (client) => client.patch('review-1').set({decision: 'retracted'}).commit(),
    'changes one by its type': (client) =>
      client.patch('review-1').set({_type: 'article'}).commit(),
    'changes decisions by query': (client) =>
      client.patch({query: '*[_type == "review"]'}).set({comment: 'Fine'}).commit(),
    'changes everything by query': (client) =>
      client.patch({query: '*[defined(_id)]'}).set({comment: 'Fine'}).commit(),
    'deletes one': (client) => client.delete('review-1'),
    'deletes decisions by query': (client) => client.delete({query: '*[_type == "review"]'}),
    'hides one in a transaction of other things': (client) =>
      client
        .transaction()
        .create({_id: 'fair', _type: 'article'})
        .patch('article', (patch) => patch.set({title: 'Changed'}))
        .create(review('mine', 'writer'))
        .commit(),
    'deletes one and creates it again': (client) =>
      client.transaction().delete('review-1').create(review('review-1', 'writer')).commit(),
    'rehearses a decision': (client) => client.create(review('mine', 'writer'), {dryRun: true}),
    'creates a decision as a draft, by an action': (client) =>
      client.action({
        actionType: 'sanity.action.document.create',
        publishedId: 'mine',
        attributes: review('drafts.mine', 'writer'),
        ifExists: 'fail',
      }),
    'starts a draft of one': (client) =>
      client.action({
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.review-1',
        publishedId: 'review-1',
        patch: {set: {decision: 'retracted'}},
      }),
    'makes a version of one': (client) =>
      client.createVersion({baseId: 'review-1', publishedId: 'review-1', releaseId: 'r'}),
    'replaces one by publishing an article in its place': (client) =>
      client.action([
        {
          actionType: 'sanity.action.document.version.create',
          publishedId: 'review-1',
          document: {_id: 'drafts.review-1', _type: 'article'},
        },
        {
          actionType: 'sanity.action.document.publish',
          draftId: 'drafts.review-1',
          publishedId: 'review-1',
        },
      ]),
    'unpublishes one': (client) =>
      client.action({
        actionType: 'sanity.action.document.unpublish',
        draftId: 'drafts.review-1',
        publishedId: 'review-1',
      }),
    'deletes one by an action': (client) =>
      client.action({
        actionType: 'sanity.action.document.delete',
        publishedId: 'review-1',
        includeDrafts: [],
      }),
    'hides one among actions': (client) =>
      client.action([
        {
          actionType: 'sanity.action.document.edit',
          draftId: 'drafts.article',
          publishedId: 'article',
          patch: {set: {title: 'Changed'}},
        },
        {
          actionType: 'sanity.action.document.create',
          publishedId: 'mine',
          attributes: review('drafts.mine', 'reviewer'),
          ifExists: 'fail',
        },
      ]),
    'changes whom readers are told to trust': (client) =>
      client.patch('person-reviewer').set({name: 'Me'}).commit(),
  }

  test.each(Object.entries(attempts))(
    '%s: refused, and nothing is changed',
    async (_what, attempt) => {
      const {as, unchanged} = await publishingHouse()
      const error = await refused(attempt(as('writer')))
      expect(error.message).toMatch(/Insufficient permissions; permission "(?:create|update)"/)
      await unchanged()
    },
  )

  test('cannot turn an article into a decision by its `_type`', async () => {
    const {as, unchanged} = await publishingHouse()
    await refused(as('writer').patch('article').set({_type: 'review'}).commit(), 400)
    await unchanged()
  })

  test('writes, publishes and uploads', async () => {
    const {as, administrator} = await publishingHouse()
    const client = as('writer')
    await client.create({_id: 'drafts.new', _type: 'article', title: 'New'})
    await client.patch('drafts.article').set({title: 'Better'}).commit()
    const revision = revisionOf({...ARTICLE, title: 'Better'})
    await as('reviewer').create(review('review-2', 'reviewer', {revision}))
    await client
      .transaction()
      .createOrReplace({_id: 'article', _type: 'article', title: 'Better'})
      .delete('drafts.article')
      .commit()
    await client.assets.upload('file', Buffer.from('a'), {filename: 'a.txt'})
    expect(await administrator.fetch('*[_id == "article"][0].title')).toBe('Better')
  })
})

describe('a reviewer', () => {
  test('decides in their own name only', async () => {
    const {as, unchanged} = await publishingHouse()
    const client = as('reviewer')
    for (const forged of [
      review('mine', 'other'),
      review('mine', 'reviewer', {reviewer: undefined}),
      review('mine', 'reviewer', {reviewer: {_ref: 'person-other'}}),
      // A later decision could not overrule one there.
      review('mine', 'reviewer', {decidedAt: '2999-01-01T00:00:00Z'}),
      review('mine', 'reviewer', {decidedAt: 'soon'}),
      review('drafts.mine', 'reviewer'),
      review('versions.r1.mine', 'reviewer'),
    ]) {
      await refused(client.create(forged))
    }
    await unchanged()
    await client.create(review('mine', 'reviewer'))
  })

  test('cannot approve a text after changing even a comma, until another reviewer has approved it', async () => {
    const {as, administrator} = await publishingHouse()
    const [rae, other, writer] = [as('reviewer'), as('other'), as('writer')]
    const revision = async () => revisionOf((await rae.getDocument('drafts.article')) ?? never())
    const approve = async (client: SanityClient, id: string, by: Username) =>
      client.create(review(id, by, {revision: await revision()}))

    await rae.patch('drafts.article').set({title: 'Not yet,'}).commit()
    await writer.patch('drafts.article').set({summary: 'By the writer'}).commit()
    const error = await refused(approve(rae, 'own', 'reviewer'))
    expect(error.message).toContain('You wrote some of the text of "article"')
    // Sending the text back is allowed, because it is not an approval.
    await rae.create(
      review('back', 'reviewer', {decision: 'changesRequested', revision: await revision()}),
    )
    await approve(other, 'seen', 'other')
    await rae.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.article',
      publishedId: 'article',
    })
    await writer.action({
      actionType: 'sanity.action.document.edit',
      draftId: 'drafts.article',
      publishedId: 'article',
      patch: {set: {title: 'Now'}},
    })
    await approve(rae, 'next', 'reviewer')
    expect(await administrator.fetch('count(*[subject._ref == "article"])')).toBe(4)
  })

  test('cannot take a decision back', async () => {
    const {as, unchanged} = await publishingHouse()
    for (const username of ['reviewer', 'other', 'administrator'] as const) {
      const client = as(username)
      await refused(client.patch('review-1').set({comment: 'Oh'}).commit())
      await refused(client.patch('review-1').unset(['comment']).commit())
      await refused(client.createOrReplace(review('review-1', 'reviewer')))
      await refused(client.delete('review-1'))
      await refused(client.delete({query: '*[_id == "review-1"]'}))
      await refused(
        client
          .transaction()
          .create({...review('twice', 'reviewer'), decision: 'retracted'})
          .patch('twice', (patch) => patch.set({decision: 'approved'}))
          .commit(),
      )
    }
    await unchanged()
  })
})

describe('a build job', () => {
  test('reads published documents and decisions, and nothing else, through any endpoint', async () => {
    const {as} = await publishingHouse()
    const client = as('build')
    const people = peopleOfAccounts.map(({_id}) => _id)
    const ids = ['article', 'note', 'review-1', ...people].toSorted()
    for (const perspective of ['raw', 'published', 'drafts'] as const) {
      const fetch = (query: string) => client.fetch<unknown>(query, {}, {perspective})
      expect(await fetch('*._id')).toEqual(ids)
      expect(await fetch('*[true]._id')).toEqual(ids)
      expect(await fetch('*[_id in ["drafts.article", "private.note"]]')).toEqual([])
      expect(await fetch('*[_id == "drafts.article" || 1 == 1]._id')).toEqual(ids)
      expect(await fetch('count(*)')).toBe(ids.length)
      expect(await fetch('count(*[_type == "article"])')).toBe(1)
      expect(await fetch('*[_type == "article"].title')).toEqual(['Public'])
      expect(await fetch('{"a": *[_type == "article"]{"b": *[^._id in *._id]._id}}')).toEqual({
        a: [{b: ids}],
      })
      expect(await fetch('{"_ref": "private.note"}->')).toBeNull()
      expect(await fetch('{"_ref": "article"}->title')).toBe('Public')
    }
    expect(await client.getDocuments(['article', 'drafts.article', 'private.note'])).toEqual([
      expect.objectContaining({title: 'Public'}),
      null,
      null,
    ])
  })

  test('learns nothing else from the history', async () => {
    const {as, administrator} = await publishingHouse()
    const client = as('build')
    const {_rev} = await administrator.patch('drafts.article').set({title: 'Soon'}).commit()
    await administrator.delete('drafts.article')
    const past = async (id: string, query: Record<string, string> = {}) =>
      client.request<{documents: object[]}>({
        url: `/data/history/production/documents/${id}`,
        query,
      })
    expect((await past('drafts.article', {revision: _rev})).documents).toEqual([])
    expect((await past('drafts.article', {lastRevision: 'true'})).documents).toEqual([])
    expect((await past('drafts.article', {time: new Date().toISOString()})).documents).toEqual([])
    expect((await past('article')).documents).toHaveLength(1)
    const lines = async (ids: string) => {
      const text = await client.request<string | undefined>({
        url: `/data/history/production/transactions/${ids}`,
      })
      // The client hands over an empty body as undefined.
      return text ?? ''
    }
    expect(await lines('drafts.article')).not.toContain('drafts.article')
    const shared = await lines('article')
    expect(shared).toContain('"documentIDs":["article","note"]')
    expect(shared).not.toMatch(/Not yet|For us|private\.note|drafts\.article/)
  })

  test('hears about nothing else', async () => {
    const {as, administrator} = await publishingHouse()
    const heard: string[] = []
    const subscription = as('build')
      .listen('*', {}, {includeAllVersions: true, events: ['welcome', 'mutation']})
      .subscribe((event) => {
        heard.push(event.type === 'mutation' ? event.documentId : event.type)
      })
    onTestFinished(() => subscription.unsubscribe())
    await vi.waitFor(() => expect(heard).toEqual(['welcome']))
    await administrator.patch('drafts.article').set({title: 'Soon'}).commit()
    await administrator
      .transaction()
      .delete('drafts.article')
      .patch('note', (patch) => patch.set({text: 'For all readers'}))
      .commit()
    await vi.waitFor(() => expect(heard).toEqual(['welcome', 'note']))
  })

  const probes: Record<string, (client: SanityClient, id: string) => Promise<unknown>> = {
    'reading it': (client, id) => client.request({url: `/data/doc/production/${id}`}),
    'creating it': (client, id) => client.create({_id: id, _type: 'article'}),
    'creating it if it is not there': (client, id) =>
      client.createIfNotExists({_id: id, _type: 'article'}),
    'replacing it': (client, id) => client.createOrReplace({_id: id, _type: 'article'}),
    'patching it': (client, id) => client.patch(id).set({title: 'Mine'}).commit(),
    'deleting it': (client, id) => client.delete(id),
    'referring to it': (client, id) =>
      client.createOrReplace({
        _id: 'exportReport',
        _type: 'exportReport',
        other: {_type: 'reference', _ref: id},
      }),
    'an action that creates it': (client, id) =>
      client.action({
        actionType: 'sanity.action.document.create',
        publishedId: id.replace('drafts.', ''),
        attributes: {_id: `drafts.${id.replace('drafts.', '')}`, _type: 'article'},
        ifExists: 'fail',
      }),
    'an action that edits it': (client, id) =>
      client.action({
        actionType: 'sanity.action.document.edit',
        draftId: id,
        publishedId: id.replace('drafts.', ''),
        patch: {set: {title: 'Mine'}},
      }),
    'an action that deletes what it is a draft of': (client, id) =>
      client.action({
        actionType: 'sanity.action.document.delete',
        publishedId: id.replace('drafts.', ''),
        includeDrafts: [],
      }),
    'an action that makes a version for it': (client, id) =>
      client.action({
        actionType: 'sanity.action.document.version.create',
        publishedId: 'new',
        document: {_id: `versions.${id.replace('_.releases.', '')}.new`, _type: 'article'},
      }),
  }

  test.each(Object.entries(probes))(
    'does not learn by %s, whether there is a document that it may not read',
    async (_how, probe) => {
      const {as, administrator} = await publishingHouse()
      await administrator.create({_id: 'twin', _type: 'article'})
      await administrator.create({
        _id: '_.releases.autumn',
        _type: 'system.release',
        state: 'archived',
      })
      for (const [id, missing] of [
        ['drafts.article', 'drafts.twin'],
        ['private.note', 'private.none'],
        ['_.releases.autumn', '_.releases.winter'],
      ] as const) {
        const told = async (asked: string) => {
          const outcome: unknown = await probe(as('build'), asked).catch((error: unknown) => error)
          return JSON.stringify(outcome instanceof Error ? outcome.message : outcome)
            .replaceAll(asked.replace(/^(?:drafts|_\.releases)\./, ''), 'it')
            .replace(/"transactionId":"[^"]*"/, '')
        }
        expect(await told(id)).toBe(await told(missing))
      }
    },
  )

  test('records what it exported, in a place where writers cannot', async () => {
    const {as} = await publishingHouse()
    const report = {_id: 'exportReport', _type: 'exportReport'}
    await as('build').createOrReplace({...report, release: 'one'})
    await as('build').createOrReplace({...report, release: 'two'})
    await refused(as('writer').createOrReplace({...report, release: 'three'}))
    await refused(as('reviewer').delete('exportReport'))
    expect(await as('writer').getDocument('exportReport')).toMatchObject({release: 'two'})
  })

  test('makes no entry in the log without a change', async () => {
    const dir = await freshFolder()
    const {as} = await guardedServer({dir})
    await as('administrator').create(ARTICLE)
    const long = 'x'.repeat(3_900_000)
    const {transactions, head} = await verifyLake(dir)
    const client = as('build')
    await client.createIfNotExists({_id: 'article', _type: 'article', long})
    await client.mutate([{delete: {id: 'missing'}}, {delete: {query: `*[_id == "${long}"]`}}])
    expect(await verifyLake(dir)).toMatchObject({transactions, head, findings: []})
    // The id of such a transaction is still free.
    const transactionId = 'again'
    await client.mutate([{delete: {id: 'missing'}}], {transactionId})
    await client.createOrReplace({_id: 'exportReport', _type: 'exportReport'}, {transactionId})
    expect(await verifyLake(dir)).toMatchObject({transactions: transactions + 1, findings: []})
  })

  test('writes nothing else', async () => {
    const {as, unchanged} = await publishingHouse()
    const client = as('build')
    await refused(client.createOrReplace({_id: 'exportReport', _type: 'article'}))
    await refused(client.create({_id: 'another', _type: 'exportReport'}))
    await refused(client.create({_type: 'note'}))
    await refused(client.create(review('mine', 'reviewer')))
    await refused(client.patch('article').set({title: 'Mine'}).commit())
    await refused(client.delete('article'))
    await refused(client.assets.upload('file', Buffer.from('a'), {filename: 'a.txt'}))
    await unchanged()
  })
})

describe('an administrator', () => {
  test('imports decisions, with the administrator as their author in the log', async () => {
    const {administrator} = await publishingHouse()
    await administrator.create(review('imported', 'other', {decidedAt: '2020-01-01T00:00:00Z'}))
    const [line = ''] =
      (
        await administrator.request<string>({
          url: '/data/history/production/transactions/imported',
        })
      ).split?.('\n') ?? []
    expect(line).toContain('"author":"administrator"')
  })
})

test('a process that opens the lake’s files may do everything', async () => {
  const {lake} = await publishingHouse()
  await expect(importDataset(lake, 'content')).resolves.toMatchObject({
    documents: SAMPLE_DOCUMENTS,
  })
})

test('the Studio receives a user’s grants, including their filters', async () => {
  const {as} = await publishingHouse()
  const grants = await as('build').request({
    url: '/projects/countersign/datasets/production/acl',
  })
  expect(grants).toEqual([
    {filter: '_id in path("*")', permissions: ['read', 'history']},
    {
      filter: '_type == "exportReport" && _id == "exportReport"',
      permissions: ['create', 'update'],
    },
  ])
  expect(await as('reviewer').users.getById('me')).toMatchObject({
    id: 'reviewer',
    name: 'reviewer',
    roles: [{name: 'reviewer', title: 'Reviewer'}],
  })
})
