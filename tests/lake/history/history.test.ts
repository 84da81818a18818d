// The past: every revision of a document can be read, with its author and time.

import type {SanityClient} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {z} from 'zod'
import {accessControl, lakeClient} from '../../../lake/index.ts'
import {freshAccounts, freshLake, lakeWithUsers, refusal} from '../../support/lake.ts'

const past = z.object({documents: z.array(z.looseObject({_rev: z.string()}))})

async function pastText(client: SanityClient, query: Record<string, string>): Promise<unknown> {
  const url = '/data/history/production/documents/note'
  const {documents} = past.parse(await client.request({url, query}))
  return documents[0]?.text
}

const line = z.object({
  id: z.string(),
  timestamp: z.iso.datetime(),
  author: z.string(),
  documentIDs: z.array(z.string()),
  mutations: z.array(z.unknown()).optional(),
  effects: z
    .record(z.string(), z.object({apply: z.array(z.unknown()), revert: z.array(z.unknown())}))
    .optional(),
})

async function log(client: SanityClient, query: Record<string, string> = {}, ids = 'note') {
  const url = `/data/history/production/transactions/${ids}`
  // The client hands over an empty body as undefined.
  const text = z
    .string()
    .default('')
    .parse(await client.request({url, query, json: false}))
  return text
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => line.parse(JSON.parse(row)))
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3))
}

async function threeRevisions() {
  const {as} = lakeWithUsers()
  const [ada, bo] = [as('writer'), as('administrator')]
  const first = await ada.create({_id: 'note', _type: 'note', text: 'One'})
  await pause()
  const second = await bo.patch('note').set({text: 'Two'}).commit()
  await pause()
  await ada.delete('note')
  return {client: ada, first, second}
}

test('a document comes back as it was at any of its revisions', async () => {
  const {client, first, second} = await threeRevisions()
  expect(await pastText(client, {revision: first._rev})).toBe('One')
  expect(await pastText(client, {revision: second._rev})).toBe('Two')
  expect(await pastText(client, {revision: 'never'})).toBeUndefined()
})

test('a document comes back as it was at a time', async () => {
  const {client, first, second} = await threeRevisions()
  const justBefore = new Date(Date.parse(second._updatedAt) - 1).toISOString()
  expect(await pastText(client, {time: first._updatedAt})).toBe('One')
  expect(await pastText(client, {time: justBefore})).toBe('One')
  expect(await pastText(client, {time: second._updatedAt})).toBe('Two')
  expect(await pastText(client, {time: '2000-01-01T00:00:00Z'})).toBeUndefined()
  expect(await pastText(client, {time: '2999-01-01T00:00:00+02:00'})).toBeUndefined()
})

test('a deleted document comes back in its last state', async () => {
  const {client} = await threeRevisions()
  expect(await pastText(client, {})).toBeUndefined()
  expect(await pastText(client, {lastRevision: 'true'})).toBe('Two')
})

test('a request names one valid point in the past', async () => {
  const {client, first} = await threeRevisions()
  const both = pastText(client, {revision: first._rev, time: first._updatedAt})
  expect((await refusal(both)).statusCode).toBe(400)
  expect((await refusal(pastText(client, {time: 'yesterday'}))).statusCode).toBe(400)
})

test('the log says who did what, in order', async () => {
  const {client, first, second} = await threeRevisions()
  const entries = await log(client)
  expect(entries.map(({author}) => author)).toEqual(['writer', 'administrator', 'writer'])
  expect(entries.map(({id}) => id).slice(0, 2)).toEqual([first._rev, second._rev])
  expect(entries.map(({documentIDs}) => documentIDs)).toEqual([['note'], ['note'], ['note']])
  expect(entries[1]?.mutations).toEqual([{patch: {id: 'note', set: {text: 'Two'}}}])
  expect(entries[2]?.mutations).toEqual([{delete: {id: 'note'}}])
})

test('the log can be narrowed', async () => {
  const {client, second} = await threeRevisions()
  const authors = async (query: Record<string, string>): Promise<string[]> =>
    (await log(client, query)).map(({author}) => author)
  expect(await authors({authors: 'administrator'})).toEqual(['administrator'])
  expect(await authors({limit: '2'})).toEqual(['writer', 'administrator'])
  expect(await authors({fromTime: second._updatedAt})).toEqual(['administrator', 'writer'])
  expect(await authors({toTime: second._updatedAt})).toEqual(['writer', 'administrator'])
  expect(await authors({fromTransaction: second._rev})).toEqual(['administrator', 'writer'])
  expect(await authors({toTransaction: second._rev})).toEqual(['writer', 'administrator'])
  const [newest, ...older] = await log(client, {limit: '2', reverse: 'true'})
  expect(newest?.mutations).toEqual([{delete: {id: 'note'}}])
  expect(older.map(({author}) => author)).toEqual(['administrator'])
  const [entry] = await log(client, {excludeContent: 'true'})
  expect(entry).not.toHaveProperty('mutations')
  const error = await refusal(log(client, {fromTransaction: 'never'}))
  expect(error.statusCode).toBe(404)
})

// The parameters that the Studio sends, as defined in its package `sanity`.
const studio = {
  tag: 'sanity.studio.documents.history',
  effectFormat: 'mendoza',
  excludeContent: 'true',
  includeIdentifiedDocumentsOnly: 'true',
}

const DRAFT = {draftId: 'drafts.note', publishedId: 'note'} as const
const publish = {actionType: 'sanity.action.document.publish', ...DRAFT} as const
const unpublish = {actionType: 'sanity.action.document.unpublish', ...DRAFT} as const
function edit(text: string) {
  return {actionType: 'sanity.action.document.edit', ...DRAFT, patch: {set: {text}}} as const
}

/** A lake in which one user sees everything, and another sees no secret state of a document. */
function secretiveLake() {
  const {accounts, token} = freshAccounts()
  const permissions = ['read', 'create', 'update', 'history'] as const
  const role = (name: string, filter: string) => {
    return {name, title: name, description: '', grants: [{filter, permissions}]}
  }
  const roles = [role('administrator', 'true'), role('build', 'text != "Secret"')]
  const {lake} = freshLake({access: accessControl(accounts, roles)})
  const as = (username: 'administrator' | 'build') => lakeClient(lake, {token: token(username)})
  return {author: as('administrator'), reader: as('build')}
}

test('no part of an event reveals a state that the listener may not read', async () => {
  const {author, reader} = secretiveLake()
  const heard: unknown[] = []
  const includes = {includePreviousRevision: true, effectFormat: 'mendoza'} as const
  const subscription = reader
    .listen('*', {}, {...includes, events: ['welcome', 'mutation']})
    .subscribe((event) => heard.push(event))
  onTestFinished(() => subscription.unsubscribe())
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  for (const text of ['One', 'Secret', 'Two']) {
    await author.createOrReplace({_id: 'note', _type: 'note', text})
  }
  await vi.waitFor(() => expect(heard).toHaveLength(4))
  expect(heard).toMatchObject([
    {type: 'welcome'},
    {transition: 'appear', result: {text: 'One'}},
    {transition: 'disappear', previous: {text: 'One'}, mutations: [{delete: {id: 'note'}}]},
    {transition: 'appear', previous: null, result: {text: 'Two'}},
  ])
  expect(JSON.stringify(heard)).not.toContain('Secret')
})

describe('https://www.sanity.io/docs/http-reference/history', () => {
  test('effects lead from each state of a document to the next, and back', async () => {
    const {client} = freshLake()
    await client.create({_id: 'drafts.note', _type: 'note', text: 'One', list: [{_key: 'a'}]})
    await client.action(edit('Two'))
    await client.action(publish)
    await client.action([edit('Three'), edit('Four')])
    await client.transaction().delete('drafts.note').create({_id: 'other', _type: 'note'}).commit()
    const entries = await log(client, studio, 'note,drafts.note')
    expect(entries).toHaveLength(5)
    const states = new Map<string, unknown>()
    for (const {id, documentIDs, effects} of entries) {
      expect(Object.keys(effects ?? {})).toEqual(documentIDs)
      for (const [documentId, {apply, revert}] of Object.entries(effects ?? {})) {
        const before = states.get(documentId) ?? null
        const after: unknown = applyPatch(before, apply)
        expect(applyPatch(after, revert)).toEqual(before)
        const url = `/data/history/production/documents/${documentId}`
        const stored = past.parse(await client.request({url, query: {revision: id}}))
        expect(after).toEqual(stored.documents[0] ?? null)
        states.set(documentId, after)
      }
    }
    expect(Object.fromEntries(states)).toEqual({
      note: await client.getDocument('note'),
      'drafts.note': null,
    })
  })

  test('includes the other documents of a transaction, unless only those in the path are requested', async () => {
    const {client} = freshLake()
    const other = {_id: 'other', _type: 'note'}
    await client.transaction().create({_id: 'note', _type: 'note'}).create(other).commit()
    const [whole] = await log(client, {effectFormat: 'mendoza'})
    expect(whole?.documentIDs).toEqual(['note', 'other'])
    expect(whole?.mutations).toHaveLength(2)
    expect(Object.keys(whole?.effects ?? {})).toEqual(['note', 'other'])
    const only = {includeIdentifiedDocumentsOnly: 'true'}
    const [narrow] = await log(client, {...only, effectFormat: 'mendoza'})
    expect(narrow?.documentIDs).toEqual(['note'])
    expect(narrow?.mutations).toEqual([{create: {_id: 'note', _type: 'note'}}])
    expect(Object.keys(narrow?.effects ?? {})).toEqual(['note'])
    const [bare] = await log(client, {...only, excludeMutations: 'true'})
    expect(bare).not.toHaveProperty('mutations')
    expect(bare).not.toHaveProperty('effects')
  })

  test('can be read page by page, beginning with an empty bound, as the Studio does', async () => {
    const {client} = freshLake()
    const {_rev: first} = await client.create({_id: 'note', _type: 'note', text: 'One'})
    const {_rev: second} = await client.patch('note').set({text: 'Two'}).commit()
    const {_rev: third} = await client.patch('note').set({text: 'Three'}).commit()
    const ids = async (query: Record<string, string>): Promise<string[]> =>
      (await log(client, {...studio, ...query})).map(({id}) => id)
    expect(await ids({fromTransaction: '', limit: '2'})).toEqual([first, second])
    expect(await ids({fromTransaction: second, limit: '2'})).toEqual([second, third])
    expect(await ids({toTransaction: second, limit: '2', reverse: 'true'})).toEqual([second, first])
  })

  test('several documents come back as they were', async () => {
    const {client} = freshLake()
    await client.create({_id: 'note', _type: 'note', text: 'One'})
    await client.action(edit('Two'))
    await client.action(unpublish)
    const url = '/data/history/production/documents/note,drafts.note,none'
    const {documents} = past.parse(await client.request({url, query: {lastRevision: 'true'}}))
    expect(documents.map(({_id, text}) => [_id, text])).toEqual([
      ['note', 'One'],
      ['drafts.note', 'Two'],
    ])
  })

  test('pages are full even for a caller who may not see some transactions', async () => {
    const {author, reader} = secretiveLake()
    await author.create({_id: 'note', _type: 'note', text: 'One'})
    for (const text of ['Secret', 'Secret', 'Two', 'Secret', 'Three', 'Four']) {
      await author.patch('note').set({text}).commit()
    }
    const texts = async (query: Record<string, string>) => {
      const entries = await log(reader, {...studio, ...query})
      expect(JSON.stringify(entries)).not.toContain('Secret')
      return entries.map(({effects}) => {
        const {apply, revert} = effects?.note ?? {apply: [], revert: []}
        return [revert, apply].map(
          (patch) => z.object({text: z.string()}).nullable().parse(patch[1])?.text,
        )
      })
    }
    const all = [
      [undefined, 'One'],
      ['One', undefined],
      [undefined, 'Two'],
      ['Two', undefined],
      [undefined, 'Three'],
      ['Three', 'Four'],
    ]
    expect(await texts({})).toEqual(all)
    for (const limit of [1, 2, 3, 4]) {
      expect(await texts({limit: String(limit)})).toEqual(all.slice(0, limit))
      expect(await texts({limit: String(limit), reverse: 'true'})).toEqual(
        all.toReversed().slice(0, limit),
      )
    }
    expect(JSON.stringify(await log(reader))).not.toContain('Secret')
    const revisions = (await log(author)).map(({id}) => id)
    const seen = await Promise.all(revisions.map((revision) => pastText(reader, {revision})))
    expect(seen).toEqual(['One', undefined, undefined, 'Two', undefined, 'Three', 'Four'])
  })
})

const eventsAnswer = z.object({
  events: z.record(
    z.string(),
    z.array(
      z.looseObject({
        type: z.string(),
        timestamp: z.iso.datetime(),
        author: z.string(),
        documentId: z.literal('note'),
        revisionId: z.string().optional(),
        versionRevisionId: z.string().optional(),
      }),
    ),
  ),
  nextCursor: z.string(),
})

async function events(client: SanityClient, id: string, query: Record<string, string> = {}) {
  const url = `/data/history/production/events/documents/${id}`
  const answer = eventsAnswer.parse(await client.request({url, query}))
  return {events: answer.events[id] ?? [], nextCursor: answer.nextCursor}
}

async function eventTypes(client: SanityClient, id: string): Promise<string[]> {
  return (await events(client, id)).events.map(({type}) => type)
}

describe("the events that the Studio's history panel asks for", () => {
  test('follow a document through drafts, publication and back, newest first', async () => {
    const {client} = freshLake()
    const {_rev: drafted} = await client.create({_id: 'drafts.note', _type: 'note', text: 'One'})
    const {transactionId: edited} = await client.action(edit('Two'))
    const {transactionId: published} = await client.action(publish)
    const {transactionId: again} = await client.action(edit('Three'))
    await client.action({actionType: 'sanity.action.document.discard', draftId: 'drafts.note'})
    const {transactionId: withdrawn} = await client.action(unpublish)
    const version = {versionId: 'drafts.note'}
    const publication = {
      ...version,
      type: 'publishDocumentVersion',
      revisionId: published,
      versionRevisionId: edited,
      publishCause: 'document.publish',
    }
    const withdrawal = {...version, type: 'unpublishDocument', versionRevisionId: withdrawn}
    expect((await events(client, 'drafts.note')).events).toMatchObject([
      withdrawal,
      {...version, type: 'deleteDocumentVersion', versionRevisionId: again},
      {...version, type: 'createDocumentVersion', versionRevisionId: again},
      publication,
      {...version, type: 'createDocumentVersion', versionRevisionId: drafted},
    ])
    expect((await events(client, 'note')).events).toMatchObject([withdrawal, publication])
  })

  test('distinguish a withdrawn document from a deleted one', async () => {
    const {client} = freshLake()
    await client.create({_id: 'note', _type: 'note', text: 'One'})
    await client.patch('note').set({text: 'Two'}).commit()
    await client.action(edit('Three'))
    await client.action(unpublish)
    const live = ['updateLiveDocument', 'createLiveDocument']
    expect(await eventTypes(client, 'note')).toEqual(['unpublishDocument', ...live])
    await client.action(publish)
    await client.action(edit('Four'))
    const remove = {
      actionType: 'sanity.action.document.delete',
      publishedId: 'note',
      includeDrafts: ['drafts.note'],
    } as const
    await client.action({...remove, includeDrafts: [...remove.includeDrafts]})
    expect(await eventTypes(client, 'note')).toEqual([
      'deleteDocumentGroup',
      'publishDocumentVersion',
      'unpublishDocument',
      ...live,
    ])
    expect((await eventTypes(client, 'drafts.note'))[0]).toBe('deleteDocumentGroup')
  })

  test('show what a release did', async () => {
    const {client} = freshLake()
    await client.create({_id: 'note', _type: 'note', text: 'One'})
    const releaseId = 'rOne'
    for (const act of ['publish', 'unpublish'] as const) {
      await client.releases.create({releaseId: `${releaseId}${act}`})
      const target = {publishedId: 'note', releaseId: `${releaseId}${act}`}
      if (act === 'publish') {
        await client.createVersion({...target, document: {_type: 'note', text: 'Two'}})
      } else await client.unpublishVersion(target)
      await client.releases.publish({releaseId: `${releaseId}${act}`})
    }
    expect((await events(client, 'note')).events).toMatchObject([
      {type: 'unpublishDocument', releaseId: 'rOneunpublish', versionId: 'drafts.note'},
      {type: 'publishDocumentVersion', releaseId: 'rOnepublish', publishCause: 'release.publish'},
      {type: 'createLiveDocument'},
    ])
    expect(await eventTypes(client, 'versions.rOnepublish.note')).toEqual([
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
    expect(await eventTypes(client, 'versions.rOneunpublish.note')).toEqual([
      'unpublishDocument',
      'createDocumentVersion',
    ])
  })

  test('come in pages, each of which says where the next one begins', async () => {
    const {client} = freshLake()
    for (const text of ['One', 'Two', 'Three']) {
      await client.createOrReplace({_id: 'drafts.note', _type: 'note', text})
      await client.action(publish)
    }
    const {events: all} = await events(client, 'drafts.note')
    expect(all).toHaveLength(6)
    const gathered = []
    let nextCursor = ''
    do {
      const page = await events(client, 'drafts.note', {limit: '2', nextCursor})
      gathered.push(...page.events)
      nextCursor = page.nextCursor
    } while (nextCursor !== '')
    expect(gathered).toEqual(all)
    expect((await refusal(events(client, 'note', {nextCursor: 'never'}))).statusCode).toBe(404)
  })

  test('are hidden from callers who may not see the document', async () => {
    const {as} = lakeWithUsers()
    const client = as('writer')
    await client.create({_id: 'drafts.note', _type: 'note', text: 'One'})
    await client.action(publish)
    expect(await eventTypes(as('build'), 'drafts.note')).toEqual([])
    expect(await eventTypes(as('build'), 'note')).toEqual(['createLiveDocument'])
  })
})
