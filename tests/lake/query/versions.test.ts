// Versions of documents for releases, releases, and the perspectives that show them. Each group names
// the page that its expectations come from.

import type {SanityClient} from '@sanity/client'
import {beforeEach, describe, expect, test} from 'vitest'
import {freshLake, lakeWithUsers, refusal} from '../../support/lake.ts'

let client: SanityClient

beforeEach(async () => {
  client = freshLake().client
  await client.create({_id: 'lamp', _type: 'product', title: 'Lamp'})
  await client.releases.create({releaseId: 'rSpring', metadata: {title: 'Spring launch'}})
})

const PUBLISHED_ID = 'lamp'
const RELEASE_ID = 'rSpring'
const VERSION = 'versions.rSpring.lamp'
const document = {_type: 'product', title: 'Spring lamp'}

function titles(perspective: string[] | 'raw' | 'published' | 'drafts', from = client) {
  return from.fetch<unknown>('*[_type == "product"].title', {}, {perspective})
}

describe('https://www.sanity.io/docs/apis-and-sdks/js-client-releases versions', () => {
  test('createVersion adds a document to a release and leaves the published one alone', async () => {
    await client.createVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, document})
    expect(await client.getDocument(PUBLISHED_ID, {releaseId: RELEASE_ID})).toMatchObject({
      _id: VERSION,
      ...document,
    })
    expect((await client.getDocument(PUBLISHED_ID))?.title).toBe('Lamp')
    const again = await refusal(
      client.createVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, document}),
    )
    expect(again.statusCode).toBe(409)
  })

  test('createVersion without a release makes a draft', async () => {
    await client.createVersion({publishedId: PUBLISHED_ID, document})
    expect((await client.getDocument('drafts.lamp'))?.title).toBe('Spring lamp')
  })

  test('createVersion copies a base, if that is at the revision that is expected', async () => {
    const base = {publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, baseId: 'lamp'}
    const stale = await refusal(client.createVersion({...base, ifBaseRevisionId: 'other'}))
    expect(stale.statusCode).toBe(409)
    const ifBaseRevisionId = (await client.getDocument('lamp'))?._rev ?? ''
    await client.createVersion({...base, ifBaseRevisionId})
    expect(await client.getDocument(VERSION)).toMatchObject({_type: 'product', title: 'Lamp'})
    const missing = {publishedId: 'none', releaseId: RELEASE_ID, baseId: 'none'}
    expect((await refusal(client.createVersion(missing))).statusCode).toBe(404)
  })

  test('replaceVersion replaces it; one of the version and the published document must exist', async () => {
    await client.createVersion({
      publishedId: PUBLISHED_ID,
      releaseId: RELEASE_ID,
      document: {...document, colour: 'red'},
    })
    const replacement = {...document, title: 'Other lamp'}
    await client.replaceVersion({
      publishedId: PUBLISHED_ID,
      releaseId: RELEASE_ID,
      document: replacement,
    })
    const version = await client.getDocument(VERSION)
    expect(version).toMatchObject(replacement)
    expect(version).not.toHaveProperty('colour')
    const nowhere = client.replaceVersion({publishedId: 'none', releaseId: RELEASE_ID, document})
    expect((await refusal(nowhere)).statusCode).toBe(404)
  })

  test('discardVersion deletes the version, and fails if there is none', async () => {
    await client.createVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, document})
    await client.discardVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID})
    expect(await client.getDocument(VERSION)).toBeUndefined()
    expect(await client.getDocument('lamp')).toBeDefined()
    const again = await refusal(
      client.discardVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID}),
    )
    expect(again.statusCode).toBe(404)
  })

  test('unpublishVersion needs a published document, and waits for the release', async () => {
    await client.unpublishVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID})
    expect(await client.getDocument('lamp')).toBeDefined()
    expect(await client.getDocument(VERSION)).toMatchObject({_system: {delete: true}})
    const missing = await refusal(
      client.unpublishVersion({publishedId: 'none', releaseId: RELEASE_ID}),
    )
    expect(missing.statusCode).toBe(404)
  })

  test('createVersion as the App SDK requests it', async () => {
    const attributes = {_id: 'drafts.sofa', _type: 'product', title: 'Sofa'}
    const action = {actionType: 'sanity.action.document.version.create', publishedId: 'sofa'}
    const send = (body: object) =>
      client.request({
        url: '/data/actions/production',
        method: 'POST',
        body: {actions: [{...action, ...body}]},
      })
    await send({attributes})
    expect(await client.getDocument('drafts.sofa')).toMatchObject(attributes)
    expect((await refusal(send({attributes}))).statusCode).toBe(409)
    expect((await refusal(send({attributes: {_type: 'product'}}))).statusCode).toBe(400)
  })

  test('all versions of a document are read by its id', async () => {
    await client.createVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, document})
    await client.createVersion({publishedId: PUBLISHED_ID, document})
    await client.create({_id: 'lamp-shade', _type: 'product'})
    for (const id of ['lamp', 'drafts.lamp', VERSION]) {
      const versions = await client.getDocument(id, {includeAllVersions: true})
      expect(versions.map(({_id}) => _id)).toEqual(['drafts.lamp', 'lamp', VERSION])
      expect(await client.getDocument(id, {includeAllVersions: false})).toMatchObject({_id: id})
    }
    expect(await client.getDocument('none', {includeAllVersions: true})).toEqual([])
  })

  test('a caller who may read published documents only gets no other version', async () => {
    const {as} = lakeWithUsers()
    for (const _id of ['lamp', 'drafts.lamp']) await as('writer').create({_id, _type: 'product'})
    const versions = await as('build').getDocument('lamp', {includeAllVersions: true})
    expect(versions.map(({_id}) => _id)).toEqual(['lamp'])
  })

  test('all versions of a document are found by its id', async () => {
    await client.createVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, document})
    await client.createVersion({publishedId: PUBLISHED_ID, document})
    const ids = await client.fetch<unknown>('*[sanity::versionOf("lamp")]._id')
    expect(ids).toEqual(['drafts.lamp', 'lamp', VERSION])
  })
})

describe('https://www.sanity.io/docs/apis-and-sdks/js-client-releases releases', () => {
  test('a new release is active, with the metadata that it was given', async () => {
    expect(await client.releases.get({releaseId: RELEASE_ID})).toMatchObject({
      _id: '_.releases.rSpring',
      _type: 'system.release',
      name: 'rSpring',
      state: 'active',
      metadata: {title: 'Spring launch', releaseType: 'undecided'},
    })
    expect((await refusal(client.releases.create({releaseId: RELEASE_ID}))).statusCode).toBe(409)
    const generated = await client.releases.create({})
    expect(await client.releases.get(generated)).toMatchObject({name: generated.releaseId})
  })

  test('its metadata can be edited, and nothing else', async () => {
    await client.releases.edit({releaseId: RELEASE_ID, patch: {set: {'metadata.title': 'Summer'}}})
    expect(await client.releases.get({releaseId: RELEASE_ID})).toMatchObject({
      metadata: {title: 'Summer'},
    })
    const error = await refusal(
      client.releases.edit({releaseId: RELEASE_ID, patch: {set: {state: 'archived'}}}),
    )
    expect(error.statusCode).toBe(400)
    expect(await client.releases.get({releaseId: RELEASE_ID})).toMatchObject({state: 'active'})
  })

  test('its documents can be listed', async () => {
    await client.createVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, document})
    await client.create({_id: 'versions.rSpring2.lamp', _type: 'product'})
    const {result} = await client.releases.fetchDocuments({releaseId: RELEASE_ID})
    expect(result.map(({_id}) => _id)).toEqual([VERSION])
  })

  test('publishing it publishes what is in it and unpublishes what is marked, at once', async () => {
    await client.create({_id: 'sofa', _type: 'product', title: 'Sofa'})
    await client.create({_id: 'versions.rSpring2.lamp', _type: 'product', title: 'Not this one'})
    await client.createVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, document})
    await client.createVersion({
      publishedId: 'rug',
      releaseId: RELEASE_ID,
      document: {...document, title: 'Rug'},
    })
    await client.unpublishVersion({publishedId: 'sofa', releaseId: RELEASE_ID})
    const {transactionId} = await client.releases.publish({releaseId: RELEASE_ID})
    expect(await titles('published')).toEqual(['Spring lamp', 'Rug'])
    expect(await client.getDocument('drafts.sofa')).toMatchObject({title: 'Sofa'})
    expect((await client.getDocument('lamp'))?._rev).toBe(transactionId)
    expect(await client.fetch('*[_id in path("versions.**")]._id')).toEqual([
      'versions.rSpring2.lamp',
    ])
    const release = await client.releases.get({releaseId: RELEASE_ID})
    expect(release).toMatchObject({state: 'published', publishedAt: expect.any(String)})
    expect(release?.finalDocumentStates?.map(({id}) => id)).toEqual([
      VERSION,
      'versions.rSpring.rug',
      'versions.rSpring.sofa',
    ])
    expect((await refusal(client.releases.publish({releaseId: RELEASE_ID}))).statusCode).toBe(409)
  })

  test('publishing it changes nothing if a reference would dangle', async () => {
    await client.create({_id: 'shop', _type: 'shop', sells: {_ref: 'lamp'}})
    await client.createVersion({publishedId: 'rug', releaseId: RELEASE_ID, document})
    await client.unpublishVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID})
    expect((await refusal(client.releases.publish({releaseId: RELEASE_ID}))).statusCode).toBe(409)
    expect(await titles('published')).toEqual(['Lamp'])
    expect(await client.releases.get({releaseId: RELEASE_ID})).toMatchObject({state: 'active'})
  })

  test('archiving it removes its documents, unarchiving restores them', async () => {
    await client.createVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, document})
    await client.create({_id: 'sofa', _type: 'product', title: 'Sofa'})
    await client.unpublishVersion({publishedId: 'sofa', releaseId: RELEASE_ID})
    const before = await client.fetch('*[_id in path("versions.**")]{_id, title, _system}')
    await client.releases.archive({releaseId: RELEASE_ID})
    expect(await client.fetch('*[_id in path("versions.**")]')).toEqual([])
    expect(await client.releases.get({releaseId: RELEASE_ID})).toMatchObject({state: 'archived'})
    const closed = await refusal(
      client.createVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, document}),
    )
    expect(closed.statusCode).toBe(409)
    await client.releases.unarchive({releaseId: RELEASE_ID})
    expect(await client.fetch('*[_id in path("versions.**")]{_id, title, _system}')).toEqual(before)
    expect(await client.releases.get({releaseId: RELEASE_ID})).toMatchObject({state: 'active'})
  })

  test('only an archived or published release can be deleted', async () => {
    expect((await refusal(client.releases.delete({releaseId: RELEASE_ID}))).statusCode).toBe(409)
    await client.releases.archive({releaseId: RELEASE_ID})
    await client.releases.delete({releaseId: RELEASE_ID})
    expect(await client.releases.get({releaseId: RELEASE_ID})).toBeUndefined()
    expect((await refusal(client.releases.archive({releaseId: RELEASE_ID}))).statusCode).toBe(404)
  })
})

describe('https://www.sanity.io/docs/content-lake/perspectives releases', () => {
  beforeEach(async () => {
    await client.createVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID, document})
    await client.createVersion({
      publishedId: PUBLISHED_ID,
      document: {...document, title: 'Draft lamp'},
    })
    await client.create({_id: 'drafts.rug', _type: 'product', title: 'Draft rug'})
    await client.create({_id: 'versions.rSummer.lamp', _type: 'product', title: 'Summer lamp'})
    await client.create({_id: 'shop', _type: 'shop', sells: {_ref: 'lamp'}})
  })

  test('a release shows the dataset as if it had been published', async () => {
    expect(await titles([RELEASE_ID])).toEqual(['Spring lamp'])
    const shop = await client.fetch(
      '*[_type == "shop"][0].sells->{_id, _originalId, title}',
      {},
      {perspective: [RELEASE_ID]},
    )
    expect(shop).toEqual({_id: 'lamp', _originalId: VERSION, title: 'Spring lamp'})
  })

  test('the first release in the list has priority', async () => {
    expect(await titles([RELEASE_ID, 'drafts'])).toEqual(['Spring lamp', 'Draft rug'])
    expect(await titles(['drafts', RELEASE_ID])).toEqual(['Draft lamp', 'Draft rug'])
    expect(await titles(['rSummer', RELEASE_ID])).toEqual(['Summer lamp'])
    expect(await titles([RELEASE_ID, 'rSummer', 'published'])).toEqual(['Spring lamp'])
  })

  test('a document that a release is to unpublish is not in it', async () => {
    await client.unpublishVersion({publishedId: PUBLISHED_ID, releaseId: RELEASE_ID})
    expect(await titles([RELEASE_ID])).toEqual([])
    expect(await titles([RELEASE_ID, 'drafts'])).toEqual(['Draft rug'])
    expect(await titles('published')).toEqual(['Lamp'])
  })

  test('raw shows versions under their own ids, and is not combined with others', async () => {
    const query = 'count(*[_id in path("versions.**")])'
    expect(await client.fetch(query, {}, {perspective: 'raw'})).toBe(2)
    const url = '/data/query/production?query=1&perspective=raw,drafts'
    expect((await refusal(client.request({url}))).statusCode).toBe(400)
  })

  test('shows nothing to callers who may not read versions', async () => {
    const {as} = lakeWithUsers()
    await as('administrator').create({_id: 'lamp', _type: 'product', title: 'Lamp'})
    await as('administrator').create({_id: VERSION, _type: 'product', title: 'Spring lamp'})
    expect(await titles([RELEASE_ID, 'drafts'], as('writer'))).toEqual(['Spring lamp'])
    expect(await titles([RELEASE_ID, 'drafts'], as('build'))).toEqual(['Lamp'])
  })
})
