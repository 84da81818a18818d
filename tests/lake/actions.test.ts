// What the public documentation promises of actions, held against a lake on a real port.

import type {Action, SanityClient} from '@sanity/client'
import {beforeEach, describe, expect, onTestFinished, test} from 'vitest'
import {serveLake} from '../../lake/index.ts'
import {guardedLake, portClient, refusal} from './helpers.ts'

let client: SanityClient

beforeEach(async () => {
  const {lake, accounts} = guardedLake()
  const server = await serveLake(lake, {port: 0})
  onTestFinished(() => server.close())
  const token = accounts.newToken('writer', {label: 'test', days: 1})
  client = portClient(server.origin).withConfig({token})
})

const publishedId = 'bike-123'
const draftId = 'drafts.bike-123'

const create = (attributes: object = {}, ifExists: 'fail' | 'ignore' = 'fail') =>
  client.action({
    actionType: 'sanity.action.document.create',
    publishedId,
    attributes: {_id: draftId, _type: 'bike', name: 'Tandem', seats: 2, ...attributes},
    ifExists,
  })

const edit = (patch: object) =>
  client.action({actionType: 'sanity.action.document.edit', draftId, publishedId, patch})

const publish = (locks: {ifDraftRevisionId?: string; ifPublishedRevisionId?: string} = {}) =>
  client.action({actionType: 'sanity.action.document.publish', draftId, publishedId, ...locks})

const ids = (): Promise<string[]> => client.fetch('*._id')

describe('https://github.com/sanity-io/client#create-action', () => {
  test('creates a draft', async () => {
    const {transactionId} = await create()
    expect(await client.getDocument(draftId)).toMatchObject({
      _type: 'bike',
      seats: 2,
      _rev: transactionId,
    })
    expect(await client.getDocument(publishedId)).toBeUndefined()
  })

  test('fails where there is a draft or a published document, or leaves it, as told', async () => {
    await create()
    const error = await refusal(create({seats: 9}))
    expect(error.statusCode).toBe(409)
    expect(error.details).toMatchObject({
      type: 'actionError',
      items: [{error: {type: 'documentAlreadyExistsError'}, index: 0}],
    })
    await create({seats: 9}, 'ignore')
    await publish()
    expect((await refusal(create())).statusCode).toBe(409)
    expect(await client.getDocument(publishedId)).toMatchObject({seats: 2})
  })
})

describe('https://github.com/sanity-io/client#edit-action', () => {
  test('patches the draft, making it from what is published where there is none', async () => {
    await create()
    await edit({inc: {seats: 1}, set: {name: 'Trio'}})
    await publish()
    await edit({set: {name: 'Quartet'}})
    expect(await client.getDocument(draftId)).toMatchObject({name: 'Quartet', seats: 3})
    expect(await client.getDocument(publishedId)).toMatchObject({name: 'Trio', seats: 3})
  })

  test('of nothing is an error', async () => {
    expect((await refusal(edit({set: {a: 1}}))).statusCode).toBe(404)
  })
})

describe('https://github.com/sanity-io/client#publish-action', () => {
  test('puts the draft in the place of what is published', async () => {
    await create()
    await publish()
    const {_createdAt} = (await client.getDocument(publishedId)) ?? {}
    await edit({set: {name: 'Red', old: true}})
    await publish()
    expect(await ids()).toEqual([publishedId])
    expect(await client.getDocument(publishedId)).toMatchObject({name: 'Red', _createdAt})
  })

  test('only if the revisions are those that were seen', async () => {
    await create()
    expect((await refusal(publish({ifDraftRevisionId: 'other'}))).statusCode).toBe(409)
    expect((await refusal(publish({ifPublishedRevisionId: 'other'}))).statusCode).toBe(409)
    expect(await ids()).toEqual([draftId])
    const {_rev} = (await client.getDocument(draftId)) ?? {}
    await publish({ifDraftRevisionId: `${_rev}`})
    expect(await ids()).toEqual([publishedId])
  })

  test('makes references strong that were weak until then', async () => {
    await client.create({_id: 'wheel', _type: 'wheel'})
    const reference = {_type: 'reference', _ref: 'wheel', _weak: true}
    await create({
      wheels: [
        {_key: 'a', ...reference, _strengthenOnPublish: {type: 'wheel'}},
        {_key: 'b', ...reference, _strengthenOnPublish: {type: 'wheel', weak: true}},
        {_key: 'c', ...reference},
      ],
    })
    await publish()
    expect(await client.fetch('*[_id == "bike-123"][0].wheels')).toEqual([
      {_key: 'a', _type: 'reference', _ref: 'wheel'},
      {_key: 'b', ...reference},
      {_key: 'c', ...reference},
    ])
    expect((await refusal(client.delete('wheel'))).statusCode).toBe(409)
  })

  test('of no draft is an error', async () => {
    expect((await refusal(publish())).statusCode).toBe(404)
  })
})

describe('https://github.com/sanity-io/client#unpublish-action', () => {
  const unpublish = () =>
    client.action({actionType: 'sanity.action.document.unpublish', draftId, publishedId})

  test('makes a draft of what was published, or leaves the one that there is', async () => {
    await create()
    await publish()
    await unpublish()
    expect(await ids()).toEqual([draftId])
    await publish()
    await edit({set: {name: 'Newer'}})
    await unpublish()
    expect(await ids()).toEqual([draftId])
    expect(await client.getDocument(draftId)).toMatchObject({name: 'Newer'})
    expect((await refusal(unpublish())).statusCode).toBe(404)
  })
})

describe('https://github.com/sanity-io/client#delete-action', () => {
  test('deletes what is published, and the drafts that are named', async () => {
    await create()
    await publish()
    await edit({set: {name: 'Newer'}})
    const deleteAll = (includeDrafts: string[]) =>
      client.action({actionType: 'sanity.action.document.delete', publishedId, includeDrafts})
    expect((await refusal(deleteAll(['drafts.other']))).statusCode).toBe(400)
    await deleteAll([draftId])
    expect(await ids()).toEqual([])
    expect((await refusal(deleteAll([]))).statusCode).toBe(404)
  })
})

describe('https://www.sanity.io/docs/http-reference/actions', () => {
  test('discard deletes a draft, and nothing else', async () => {
    await create()
    const discard = (id: string) =>
      client.action({actionType: 'sanity.action.document.discard', draftId: id})
    await discard(draftId)
    expect(await ids()).toEqual([])
    expect((await refusal(discard(draftId))).statusCode).toBe(404)
    await client.create({_id: publishedId, _type: 'bike'})
    expect((await refusal(discard(publishedId))).statusCode).toBe(400)
  })

  test('replaceDraft replaces the draft whole', async () => {
    await create()
    await client.action({
      actionType: 'sanity.action.document.replaceDraft',
      publishedId,
      attributes: {_id: draftId, _type: 'bike', name: 'Other'},
    })
    expect(await client.fetch('*[_id == $draftId][0]{name, seats}', {draftId})).toEqual({
      name: 'Other',
      seats: null,
    })
  })

  test('all actions of a request happen, or none', async () => {
    const both: Action[] = [
      {
        actionType: 'sanity.action.document.create',
        publishedId,
        attributes: {_id: draftId, _type: 'bike'},
        ifExists: 'fail',
      },
      {actionType: 'sanity.action.document.publish', draftId, publishedId},
    ]
    const missing: Action = {actionType: 'sanity.action.document.discard', draftId: 'drafts.no'}
    const error = await refusal(client.action([...both, missing]))
    expect(error.details).toMatchObject({items: [{index: 2}]})
    expect(await ids()).toEqual([])
    const {transactionId} = await client.action(both, {transactionId: 'mine'})
    expect(transactionId).toBe('mine')
    expect(await ids()).toEqual([publishedId])
  })

  test('a dry run changes nothing', async () => {
    const attributes = {_id: draftId, _type: 'bike'}
    const action = {
      actionType: 'sanity.action.document.create',
      publishedId,
      attributes,
      ifExists: 'fail',
    } as const
    await client.action(action, {dryRun: true})
    expect(await ids()).toEqual([])
  })

  test('an action that the lake does not have is named', async () => {
    const body = {actions: [{actionType: 'sanity.action.release.schedule', releaseId: 'r'}]}
    const url = '/data/actions/production'
    const error = await refusal(client.request({url, method: 'POST', body}))
    expect(error.statusCode).toBe(400)
    expect(error.message).toContain('"sanity.action.release.schedule" is not supported')
    const incomplete = {actions: [{actionType: 'sanity.action.document.publish', draftId}]}
    const lacking = await refusal(client.request({url, method: 'POST', body: incomplete}))
    expect(lacking.statusCode).toBe(400)
    expect(lacking.message).toContain('publishedId')
  })
})

describe('https://github.com/sanity-io/client#version-actions', () => {
  const versionId = 'versions.summer.bike-123'
  beforeEach(() => client.create({_id: publishedId, _type: 'bike', name: 'Old', seats: 2}))

  test('a version is created with content of its own, or from another, replaced and discarded', async () => {
    await client.createVersion({
      document: {_type: 'bike', name: 'New'},
      publishedId,
      releaseId: 'summer',
    })
    expect(await client.getDocument(versionId)).toMatchObject({name: 'New'})
    expect(await client.getDocument(publishedId, {releaseId: 'summer'})).toMatchObject({
      _id: versionId,
    })
    await client.createVersion({baseId: versionId, publishedId, releaseId: 'autumn'})
    expect(await client.getDocument('versions.autumn.bike-123')).toMatchObject({name: 'New'})
    await client.replaceVersion({
      document: {_type: 'bike', color: 'red'},
      publishedId,
      releaseId: 'summer',
    })
    expect(await client.getDocument(versionId)).toMatchObject({color: 'red'})
    expect(await client.getDocument(versionId)).not.toHaveProperty('name')
    await client.discardVersion({publishedId, releaseId: 'summer'})
    expect(await client.getDocument(versionId)).toBeUndefined()
  })

  test('a draft is a version too', async () => {
    await client.createVersion({baseId: publishedId, publishedId})
    expect(await client.getDocument(draftId)).toMatchObject({name: 'Old'})
    await client.discardVersion({publishedId})
    expect(await client.getDocument(draftId)).toBeUndefined()
  })

  test('a version may say that the document is to go', async () => {
    await client.unpublishVersion({publishedId, releaseId: 'summer'})
    expect(await client.getDocument(versionId)).toMatchObject({
      name: 'Old',
      _system: {delete: true},
    })
    expect(await client.getDocument(publishedId)).toBeDefined()
  })

  test('only from the revision that was seen', async () => {
    const late = client.createVersion({
      baseId: publishedId,
      publishedId,
      releaseId: 'summer',
      ifBaseRevisionId: 'other',
    })
    expect((await refusal(late)).statusCode).toBe(409)
  })
})
