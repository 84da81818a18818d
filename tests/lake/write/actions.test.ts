// The Actions API, as `@sanity/client` and the Studio use it. Each group names the page that its
// expectations come from.

import type {Action, SanityClient} from '@sanity/client'
import {beforeEach, describe, expect, test} from 'vitest'
import {revisionOf} from '../../../review/revision.ts'
import {freshLake, lakeWithUsers, importPeople, refusal} from '../../support/lake.ts'

let client: SanityClient

beforeEach(() => {
  client = freshLake().client
})

const ID = 'bike-123'
const DRAFT = 'drafts.bike-123'
const bike = {_id: DRAFT, _type: 'bike', name: 'Tandem', seats: 1}
const create = {
  actionType: 'sanity.action.document.create',
  publishedId: ID,
  attributes: bike,
  ifExists: 'fail',
} as const
const publish = {
  actionType: 'sanity.action.document.publish',
  draftId: DRAFT,
  publishedId: ID,
} as const
const edit = {
  actionType: 'sanity.action.document.edit',
  draftId: DRAFT,
  publishedId: ID,
  patch: {set: {seats: 2}},
} as const

/** The stored documents by id, without the attributes that the lake adds. */
async function stored(from: SanityClient = client): Promise<Record<string, object>> {
  const documents = await from.fetch<{_id: string}[]>('*', {}, {perspective: 'raw'})
  return Object.fromEntries(
    documents.map((document) => {
      const {_id, _rev, _createdAt, _updatedAt, ...content} = {
        _rev: '',
        _createdAt: '',
        _updatedAt: '',
        ...document,
      }
      return [_id, content]
    }),
  )
}

/** Expects that the first action is refused and changes nothing. */
async function expectRefused(actions: Action | Action[], status: number, type: string) {
  const before = await stored()
  const error = await refusal(client.action(actions))
  expect(error.statusCode).toBe(status)
  expect(error.details).toMatchObject({type: 'actionError', items: [{error: {type}}]})
  expect(await stored()).toEqual(before)
  return error
}

const content = {_type: 'bike', name: 'Tandem', seats: 1}

describe('https://www.sanity.io/docs/http-reference/actions document.create', () => {
  test('makes a draft, and answers with the transaction that its revision is named after', async () => {
    const {transactionId} = await client.action(create)
    expect(await client.getDocument(DRAFT)).toMatchObject({...bike, _rev: transactionId})
    expect(await stored()).toEqual({[DRAFT]: content})
  })

  test('fails if the draft exists, unless it is to be left alone', async () => {
    await client.action(create)
    const other = {...create, attributes: {...bike, name: 'Other'}}
    await expectRefused(other, 409, 'documentAlreadyExistsError')
    await client.action({...other, ifExists: 'ignore'})
    expect(await stored()).toEqual({[DRAFT]: content})
  })

  test('fails if the document is published', async () => {
    await client.create({...bike, _id: ID})
    await expectRefused(create, 409, 'documentAlreadyExistsError')
  })

  test('takes the id of a draft or version of the document only', async () => {
    for (const _id of [ID, 'drafts.other', 'versions.r1.other']) {
      const other = {...create, attributes: {...bike, _id}}
      await expectRefused(other, 400, 'invalidDocumentIDError')
    }
  })

  test('gives keys to the items of arrays', async () => {
    await client.action({...create, attributes: {...bike, wheels: [{size: 1}, {size: 2}]}})
    const document = await client.getDocument(DRAFT)
    expect(document?.wheels).toEqual([
      {_key: expect.any(String), size: 1},
      {_key: expect.any(String), size: 2},
    ])
  })
})

describe('https://www.sanity.io/docs/http-reference/actions document.edit', () => {
  test('patches the draft', async () => {
    await client.action([create, edit])
    expect(await stored()).toEqual({[DRAFT]: {...content, seats: 2}})
  })

  test('makes the draft from the published document first, if there is none', async () => {
    const published = await client.create({...bike, _id: ID})
    await client.action(edit)
    expect(await stored()).toEqual({[ID]: content, [DRAFT]: {...content, seats: 2}})
    // https://www.sanity.io/docs/content-studio/drafts: "_createdAt is the same value for both"
    expect((await client.getDocument(DRAFT))?._createdAt).toBe(published._createdAt)
  })

  test('fails if there is neither', async () => {
    await expectRefused(edit, 404, 'documentNotFoundError')
  })

  test('with an empty patch, which the Studio sends to ensure a draft, creates the draft', async () => {
    await client.create({...bike, _id: ID})
    await client.action({...edit, patch: {unset: ['_empty_action_guard_pseudo_field_']}})
    expect(await stored()).toEqual({[ID]: content, [DRAFT]: content})
  })
})

describe('https://www.sanity.io/docs/http-reference/actions document.publish', () => {
  test('replaces the published document with the draft', async () => {
    await client.create({...bike, _id: ID, name: 'Before', colour: 'red'})
    await client.action([
      edit,
      {...edit, patch: {set: {name: 'After'}, unset: ['colour']}},
      publish,
    ])
    expect(await stored()).toEqual({[ID]: {...content, name: 'After', seats: 2}})
  })

  test('is one transaction, in the history of both', async () => {
    await client.action(create)
    const {transactionId} = await client.action(publish)
    expect((await client.getDocument(ID))?._rev).toBe(transactionId)
  })

  test('fails without a draft', async () => {
    await client.create({...bike, _id: ID})
    await expectRefused(publish, 404, 'documentNotFoundError')
  })

  test('fails if the draft or the published document is at another revision', async () => {
    const type = 'documentRevisionIDDoesNotMatchError'
    await client.action(create)
    await expectRefused({...publish, ifPublishedRevisionId: 'some'}, 409, type)
    await client.action(publish)
    const {transactionId} = await client.action(edit)
    const {_rev: published} = (await client.getDocument(ID)) ?? {}
    await expectRefused({...publish, ifDraftRevisionId: 'other'}, 409, type)
    await expectRefused({...publish, ifPublishedRevisionId: 'other'}, 409, type)
    await client.action({
      ...publish,
      ifDraftRevisionId: transactionId,
      ...(published === undefined ? {} : {ifPublishedRevisionId: published}),
    })
    expect(await stored()).toEqual({[ID]: {...content, seats: 2}})
  })

  test('strengthens references that waited for their target, and no others', async () => {
    await client.create({_id: 'shop', _type: 'shop'})
    const waiting = {_ref: 'shop', _weak: true, _strengthenOnPublish: {type: 'shop'}}
    const weak = {_ref: 'shop', _weak: true}
    const weakField = {...waiting, _strengthenOnPublish: {type: 'shop', weak: true}}
    const list = [{_key: 'a', ...waiting}]
    await client.action([
      {...create, attributes: {...bike, waiting, weak, weakField, list}},
      publish,
    ])
    expect(await stored()).toMatchObject({
      [ID]: {waiting: {_ref: 'shop'}, weak, weakField: weak, list: [{_key: 'a', _ref: 'shop'}]},
    })
    expect(JSON.stringify(await stored())).not.toContain('_strengthenOnPublish')
    expect((await refusal(client.delete('shop'))).statusCode).toBe(409)
  })

  test('fails where a strengthened reference would dangle', async () => {
    const waiting = {_ref: 'nowhere', _weak: true, _strengthenOnPublish: {type: 'shop'}}
    await client.action({...create, attributes: {...bike, waiting}})
    await expectRefused(publish, 409, 'documentReferenceDoesNotExistError')
  })
})

describe('https://www.sanity.io/docs/http-reference/actions document.unpublish', () => {
  const unpublish = {...publish, actionType: 'sanity.action.document.unpublish'} as const

  test('turns the published document into a draft', async () => {
    await client.create({...bike, _id: ID})
    await client.action(unpublish)
    expect(await stored()).toEqual({[DRAFT]: content})
  })

  test('keeps an existing draft', async () => {
    await client.create({...bike, _id: ID})
    await client.action([edit, unpublish])
    expect(await stored()).toEqual({[DRAFT]: {...content, seats: 2}})
  })

  test('fails if it is not published, or something refers to it', async () => {
    await expectRefused(unpublish, 404, 'documentNotFoundError')
    await client.create({...bike, _id: ID})
    await client.create({_id: 'shop', _type: 'shop', sells: {_ref: ID}})
    await expectRefused(unpublish, 409, 'documentHasExistingReferencesError')
  })
})

describe('https://www.sanity.io/docs/http-reference/actions document.delete and discard', () => {
  const remove = {
    actionType: 'sanity.action.document.delete',
    publishedId: ID,
    includeDrafts: [DRAFT],
  } as const

  test('delete takes the published document and the drafts that it names', async () => {
    await client.create({...bike, _id: ID})
    await client.action(edit)
    await client.action({...remove, includeDrafts: [...remove.includeDrafts]})
    expect(await stored()).toEqual({})
  })

  test('delete fails if there is a draft or version that it does not name', async () => {
    await client.create({...bike, _id: ID})
    await client.action(edit)
    await expectRefused({...remove, includeDrafts: []}, 409, 'documentHasVersionsError')
    await client.create({...bike, _id: 'versions.r1.bike-123'})
    await expectRefused({...remove, includeDrafts: [DRAFT]}, 409, 'documentHasVersionsError')
    await client.create({...bike, _id: 'versions.r1.other-bike-123'})
    await client.action({...remove, includeDrafts: [DRAFT, 'versions.r1.bike-123']})
    expect(Object.keys(await stored())).toEqual(['versions.r1.other-bike-123'])
  })

  test('discard takes the draft, and fails if there is none', async () => {
    const discard = {actionType: 'sanity.action.document.discard', draftId: DRAFT} as const
    await client.create({...bike, _id: ID})
    await client.action([edit, discard])
    expect(await stored()).toEqual({[ID]: content})
    await expectRefused(discard, 404, 'documentNotFoundError')
    await expectRefused({...discard, draftId: ID}, 400, 'invalidDocumentIDError')
  })

  test('an action that lacks a part is refused in plain words', async () => {
    const {actionType} = create
    const request = client.request({
      url: '/data/actions/production',
      method: 'POST',
      body: {actions: [{actionType}]},
    })
    const {message} = await refusal(request)
    expect(message).toContain('is missing')
    expect(message).not.toContain('✖')
  })

  test('purging history is refused, since the log keeps everything', async () => {
    await client.action(create)
    const discard = {actionType: 'sanity.action.document.discard', draftId: DRAFT} as const
    const error = await expectRefused({...discard, purge: true}, 400, 'malformedActionError')
    expect(error.message).toContain('append-only')
  })
})

describe('https://www.sanity.io/docs/http-reference/actions document.replaceDraft', () => {
  const replaceDraft = {
    actionType: 'sanity.action.document.replaceDraft',
    publishedId: ID,
    attributes: {...bike, name: 'Replaced'},
  } as const

  test('replaces the draft, or makes one of a published document', async () => {
    await client.action([create, replaceDraft])
    expect(await stored()).toEqual({[DRAFT]: {...content, name: 'Replaced'}})
    await client.action([publish, {...replaceDraft, attributes: {...bike, name: 'Again'}}])
    expect(await stored()).toMatchObject({[ID]: {name: 'Replaced'}, [DRAFT]: {name: 'Again'}})
  })

  test('fails if there is neither', async () => {
    await expectRefused(replaceDraft, 404, 'documentNotFoundError')
  })
})

describe('https://www.sanity.io/docs/content-lake/dispatch-actions', () => {
  test('several actions are one transaction, under an id of the caller', async () => {
    const done = await client.action([create, edit, publish], {transactionId: 'mine'})
    expect(done).toEqual({transactionId: 'mine'})
    expect((await client.getDocument(ID))?._rev).toBe('mine')
    expect((await refusal(client.action(create, {transactionId: 'mine'}))).statusCode).toBe(409)
  })

  test('if one fails, none is performed, and the error says which', async () => {
    const error = await refusal(client.action([create, {...publish, ifDraftRevisionId: 'other'}]))
    expect(error.details).toMatchObject({type: 'actionError', items: [{index: 1}]})
    expect(error.message).toContain(DRAFT)
    expect(await stored()).toEqual({})
  })

  test('a dry run answers the same and changes nothing', async () => {
    const {transactionId} = await client.action(create, {dryRun: true})
    expect(transactionId).toEqual(expect.any(String))
    expect(await stored()).toEqual({})
    expect((await refusal(client.action(edit, {dryRun: true}))).statusCode).toBe(404)
  })

  test('an unsupported action is refused with its name', async () => {
    const send = (...types: string[]): Promise<unknown> =>
      client.request({
        url: '/data/actions/production',
        method: 'POST',
        body: {actions: types.map((actionType) => ({actionType, releaseId: 'r1'}))},
      })
    for (const type of [
      'sanity.action.release.schedule',
      'sanity.action.release.unschedule',
      'sanity.action.document.variant.create',
      'sanity.action.document.toString',
      'nonsense',
    ]) {
      const error = await refusal(send(type))
      expect(error.statusCode).toBe(400)
      expect(error.message).toContain(`"${type}" are not supported`)
    }
    const mixed = refusal(send('sanity.action.release.create', 'sanity.action.document.create'))
    expect((await mixed).message).toContain('cannot be in one request')
    expect((await refusal(send())).statusCode).toBe(400)
  })
})

describe('permissions, https://www.sanity.io/docs/content-lake/roles-concepts', () => {
  test('a writer acts on content, a build job on nothing', async () => {
    const {as} = lakeWithUsers()
    await as('writer').action([create, publish])
    for (const action of [edit, {...publish, actionType: 'sanity.action.document.unpublish'}]) {
      const error = await refusal(
        as('build').request({
          url: '/data/actions/production',
          method: 'POST',
          body: {actions: [action]},
        }),
      )
      expect(error.statusCode).toBe(403)
    }
    expect(await stored(as('writer'))).toEqual({[ID]: content})
  })

  test('an action cannot create, change or withdraw a decision', async () => {
    const {lake, as} = lakeWithUsers()
    await importPeople(lake)
    const article = await as('administrator').create({_id: 'article', _type: 'article'})
    const decision = {
      _id: 'review-1',
      _type: 'review',
      subject: {_type: 'reference', _ref: 'article', _weak: true},
      revision: revisionOf(article),
      decision: 'approved',
      reviewer: {_type: 'reference', _ref: 'person-reviewer', _weak: true},
      decidedAt: new Date().toISOString(),
    }
    await as('reviewer').create(decision)
    const before = await stored(as('administrator'))
    const draftId = 'drafts.review-1'
    const publishedId = 'review-1'
    const attempts: Action[][] = [
      [{...create, publishedId: 'review-2', attributes: {...decision, _id: 'drafts.review-2'}}],
      [{...edit, draftId, publishedId}],
      [{actionType: 'sanity.action.document.unpublish', draftId, publishedId}],
      [{actionType: 'sanity.action.document.delete', publishedId, includeDrafts: []}],
    ]
    for (const username of ['writer', 'reviewer', 'other'] as const) {
      for (const actions of attempts) {
        expect((await refusal(as(username).action(actions))).statusCode).toBe(403)
      }
    }
    expect(await stored(as('administrator'))).toEqual(before)
  })

  test('copying does not reveal a document that the caller may not read', async () => {
    const {as} = lakeWithUsers()
    await as('administrator').create({_id: DRAFT, _type: 'bike', name: 'Secret'})
    const copy = {
      actionType: 'sanity.action.document.version.create',
      publishedId: 'copy',
      baseId: DRAFT,
      versionId: 'drafts.copy',
    } as const
    expect((await refusal(as('build').action(copy))).statusCode).toBe(404)
  })
})

test('locks hold under each of their names, and a misspelt lock is refused', async () => {
  const client = lakeWithUsers().as('administrator')
  const url = '/data/actions/production'
  const publish = (members: object) =>
    client.request({
      url,
      method: 'POST',
      body: {
        actions: [
          {actionType: 'sanity.action.document.publish', publishedId: 'locked', ...members},
        ],
      },
    })
  const {_rev} = await client.create({_id: 'drafts.locked', _type: 'note'})
  const draftId = 'drafts.locked'
  const refusedWith = async (members: object) => (await refusal(publish(members))).statusCode
  expect(await refusedWith({draftId, ifVersionRevisionId: 'stale'})).toBe(409)
  expect(await refusedWith({draftId, ifRevisionId: _rev})).toBe(400)
  expect(await refusedWith({draftId, versionId: draftId})).toBe(400)
  expect(await client.getDocument('locked')).toBeUndefined()
  await publish({versionId: draftId, ifVersionRevisionId: _rev})
  expect(await client.getDocument('locked')).toBeDefined()
})

test('an archived release whose documents are lost is refused without an internal error', async () => {
  const client = lakeWithUsers().as('administrator')
  await client.create({_id: '_.releases.lost', _type: 'system.release', state: 'archived'})
  const body = {actions: [{actionType: 'sanity.action.release.unarchive', releaseId: 'lost'}]}
  const error = await refusal(
    client.request({url: '/data/actions/production', method: 'POST', body}),
  )
  expect(error.statusCode).toBe(409)
})

test('a document that is published again keeps its creation time', async () => {
  const client = lakeWithUsers().as('administrator')
  const {_createdAt} = await client.create({_id: 'old', _type: 'note'})
  await new Promise((resolve) => setTimeout(resolve, 5))
  await client.create({_id: 'drafts.old', _type: 'note'})
  await client.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.old',
    publishedId: 'old',
  })
  expect(await client.getDocument('old')).toMatchObject({_createdAt})
})
