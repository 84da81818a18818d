// Images and files: an upload comes back byte for byte, under one name.

import {createHash} from 'node:crypto'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {exportDataset, importDataset, lakeClient, openLake} from '../../../lake/index.ts'
import {
  freshFolder,
  freshLake,
  importDrawing,
  lakeWithUsers,
  serverWithUsers,
  picture,
  refusal,
} from '../../support/lake.ts'

function sha1(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex')
}

test('an image is described, and served as it was uploaded', async () => {
  const {lake, client} = freshLake()
  const bytes = await picture(60, 40)
  const asset = await client.assets.upload('image', bytes, {
    filename: 'blue.png',
    title: 'Blue',
    creditLine: 'Drawn by hand',
    source: {id: '7', name: 'drawings'},
  })
  const hash = sha1(bytes)
  expect(asset).toMatchObject({
    _id: `image-${hash}-60x40-png`,
    _type: 'sanity.imageAsset',
    assetId: hash,
    sha1hash: hash,
    extension: 'png',
    mimeType: 'image/png',
    size: bytes.byteLength,
    originalFilename: 'blue.png',
    title: 'Blue',
    creditLine: 'Drawn by hand',
    source: {id: '7', name: 'drawings'},
    path: `images/countersign/production/${hash}-60x40.png`,
    url: `https://cdn.sanity.io/images/countersign/production/${hash}-60x40.png`,
    metadata: {
      dimensions: {width: 60, height: 40, aspectRatio: 1.5},
      hasAlpha: false,
      isOpaque: true,
      lqip: expect.stringMatching(/^data:image\/png;base64,/),
    },
  })
  expect(await client.getDocument(asset._id)).toEqual(asset)
  const served = await lake.fetch(new Request(asset.url))
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
  expect(served.headers.get('content-type')).toBe('image/png')
  expect(served.headers.get('x-content-type-options')).toBe('nosniff')
  expect(served.headers.get('cache-control')).toContain('immutable')
  expect(served.headers.get('content-security-policy')).toContain('sandbox')
})

test('a photo taken sideways is measured upright', async () => {
  const {client} = freshLake()
  const sideways = await sharp(await picture(60, 40))
    .jpeg()
    .withMetadata({orientation: 6})
    .toBuffer()
  const asset = await client.assets.upload('image', sideways)
  expect(asset._id).toMatch(/-40x60-jpg$/)
})

test('a drawing of a dataset is recognised', async () => {
  const {lake, client} = freshLake()
  await importDrawing(lake, '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"/>')
  const [drawing] = await client.fetch('*[_type == "sanity.imageAsset"]')
  expect(drawing).toMatchObject({
    extension: 'svg',
    mimeType: 'image/svg+xml',
    metadata: {hasAlpha: true, isOpaque: false},
  })
})

test('the same bytes are the same asset', async () => {
  const {client} = freshLake()
  const bytes = await picture(8, 8)
  const first = await client.assets.upload('image', bytes, {filename: 'one.png'})
  const second = await client.assets.upload('image', bytes, {filename: 'two.png'})
  expect(second).toEqual(first)
  expect(await client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1)
})

test('a file keeps its type and name', async () => {
  const {lake, client} = freshLake()
  const bytes = Buffer.from('%PDF-1.7 not really')
  const asset = await client.assets.upload('file', bytes, {filename: 'Leaflet.PDF'})
  expect(asset).toMatchObject({
    _id: `file-${sha1(bytes)}-pdf`,
    _type: 'sanity.fileAsset',
    mimeType: 'application/pdf',
  })
  const served = await lake.fetch(new Request(asset.url))
  expect(served.headers.get('content-type')).toBe('application/pdf')
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
  const unnamed = await client.assets.upload('file', Buffer.from('a,b'), {contentType: 'text/csv'})
  expect(unnamed).toMatchObject({extension: 'csv', mimeType: 'text/csv'})
})

test('a file that is not an image is refused as an image', async () => {
  const {client} = freshLake()
  const error = await refusal(client.assets.upload('image', Buffer.from('just text')))
  expect(error.statusCode).toBe(400)
  expect(error.message).toContain('image cannot be read')
  const empty = await refusal(client.assets.upload('file', Buffer.alloc(0)))
  expect(empty.statusCode).toBe(400)
})

test('an asset path cannot reach other files', async () => {
  const dir = await freshFolder()
  using lake = openLake({dir})
  const client = lakeClient(lake)
  const asset = await client.assets.upload('file', Buffer.from('secret'), {filename: 'a.txt'})
  const status = async (path: string): Promise<number> =>
    (await lake.fetch(new Request(`http://lake${path}`))).status
  expect(await status(new URL(asset.url).pathname)).toBe(200)
  for (const name of ['..%2f..%2flake.db', '%2e%2e', 'lake.db', `..%5c${asset.assetId}.txt`]) {
    const path = `/files/countersign/production/${name}`
    expect([path, await status(path)]).toEqual([path, 404])
  }
  expect(await status(`/files/other/production/${asset.assetId}.txt`)).toBe(404)
  expect(await status(`/images/countersign/production/${asset.assetId}.txt`)).toBe(404)
  expect(await readdir(join(dir, 'assets', 'files'))).toEqual([`${asset.assetId}.txt`])
})

describe('deleting an asset', () => {
  test('means deleting its document; its bytes are not served until they are uploaded again', async () => {
    const {lake, client} = freshLake()
    const bytes = await picture(8, 8)
    const asset = await client.assets.upload('image', bytes, {title: 'First'})
    const status = async (query = '') => (await lake.fetch(new Request(asset.url + query))).status
    await client.delete(asset._id)
    expect(await client.getDocument(asset._id)).toBeUndefined()
    expect([await status(), await status('?w=4'), await status('?dl=')]).toEqual([404, 404, 404])
    const again = await client.assets.upload('image', bytes, {title: 'Second'})
    expect(again).toMatchObject({_id: asset._id, title: 'Second', url: asset.url})
    expect(await status()).toBe(200)
  })

  test('is refused while a document refers to it strongly, and the attempt loses nothing', async () => {
    const {lake, client} = freshLake()
    const bytes = await picture(8, 8)
    const {_id, url} = await client.assets.upload('image', bytes)
    const image = {_type: 'image', asset: {_type: 'reference', _ref: _id}}
    await client.create({_id: 'article', _type: 'article', image})
    const error = await refusal(client.delete(_id))
    expect(error.statusCode).toBe(409)
    expect(error.message).toContain('article')
    const served = await lake.fetch(new Request(url))
    expect(Buffer.from(await served.bytes()).equals(bytes)).toBe(true)
    await client.transaction().delete('article').delete(_id).commit()
    expect((await lake.fetch(new Request(url))).status).toBe(404)
  })

  test('does not happen in a dry run or in a transaction that fails', async () => {
    const {lake, client} = freshLake()
    const {_id, url} = await client.assets.upload('image', await picture(8, 8))
    await client.delete(_id, {dryRun: true})
    await refusal(
      client
        .transaction()
        .delete(_id)
        .patch('missing', {set: {a: 1}})
        .commit(),
    )
    expect((await lake.fetch(new Request(url))).status).toBe(200)
  })

  test('can be undone by an import', async () => {
    const dataset = await freshFolder()
    const {lake, client} = freshLake()
    const {_id, url} = await client.assets.upload('image', await picture(8, 8))
    await client.create({_id: 'note', _type: 'note'})
    await exportDataset(lake, dataset)
    await client.delete(_id)
    await importDataset(lake, dataset)
    expect((await lake.fetch(new Request(url))).status).toBe(200)
  })
})

test('a refused upload is not stored', async () => {
  const dir = await freshFolder()
  const {as} = lakeWithUsers({dir})
  const bytes = Buffer.from('smuggled')
  const kept = () => readdir(join(dir, 'assets', 'files')).catch(() => [])
  const error = await refusal(as('build').assets.upload('file', bytes, {filename: 'a.txt'}))
  expect(error.statusCode).toBe(403)
  expect(await kept()).toEqual([])
  await as('writer').assets.upload('file', bytes, {filename: 'a.txt'})
  expect(await kept()).toEqual([`${sha1(bytes)}.txt`])
})

describe('what the document of an asset says about its bytes never changes', () => {
  const other = `image-${'0'.repeat(40)}-1x1-png`

  interface Asset {
    readonly _id: string
    readonly _type: string
    readonly [attribute: string]: unknown
  }

  const attempts: Record<string, (client: SanityClient, asset: Asset) => Promise<unknown>> = {
    'by a patch of its path': (client, {_id}) =>
      client.patch(_id).set({path: 'images/../data/doc/production/drafts.x'}).commit(),
    'by a patch of its hash': (client, {_id}) =>
      client
        .patch(_id)
        .set({sha1hash: 'f'.repeat(40)})
        .commit(),
    'by a patch of a part of it': (client, {_id}) =>
      client.patch(_id).set({'metadata.dimensions.width': 2}).commit(),
    'by the removal of an attribute': (client, {_id}) => client.patch(_id).unset(['url']).commit(),
    'by a new attribute': (client, {_id}) => client.patch(_id).set({extra: 1}).commit(),
    'by a patch by query': (client) =>
      client
        .patch({query: '*[_type == "sanity.imageAsset"]'})
        .set({mimeType: 'image/gif'})
        .commit(),
    'by a replacement': (client, asset) => client.createOrReplace({...asset, size: 1}),
    'by a replacement of another type': (client, {_id}) =>
      client.createOrReplace({_id, _type: 'note'}),
    'by a deletion and a creation at once': (client, asset) =>
      client
        .transaction()
        .delete(asset._id)
        .create({...asset, size: 1})
        .commit(),
    'by a document that is created as one': (client, asset) =>
      client.create({...asset, _id: other}),
    'by one that is created if there is none': (client, asset) =>
      client.createIfNotExists({...asset, _id: other}),
    'by one under a common id': (client, asset) => client.create({...asset, _id: 'common'}),
    'by a note that becomes one': (client, asset) =>
      client.createOrReplace({...asset, _id: 'note'}),
    'by a note with the id of one': (client) => client.create({_id: other, _type: 'note'}),
    'by a draft of one': (client, asset) =>
      client.create({...asset, _id: `drafts.${asset._id}`, size: 1}),
    'by an action that edits it': (client, {_id}) =>
      client.action({
        actionType: 'sanity.action.document.edit',
        draftId: `drafts.${_id}`,
        publishedId: _id,
        patch: {set: {size: 1}},
      }),
    'by an action that creates a version': (client, asset) =>
      client.action({
        actionType: 'sanity.action.document.version.create',
        publishedId: asset._id,
        document: {...asset, _id: `versions.r.${asset._id}`, size: 1},
      }),
  }

  test.each(Object.entries(attempts))('%s', async (_how, attempt) => {
    const {as} = await serverWithUsers()
    await as('writer').create({_id: 'note', _type: 'note'})
    const {_rev, _createdAt, _updatedAt, ...asset} = await as('writer').assets.upload(
      'image',
      await picture(4, 4),
    )
    const everything = await as('writer').fetch<object[]>('*')
    for (const username of ['writer', 'administrator'] as const) {
      const error = await refusal(attempt(as(username), {...asset, _createdAt}))
      expect(error.statusCode).toBe(400)
      expect(error.message).toMatch(/immutable attribute|created by an upload/)
    }
    expect(await as('writer').fetch('*')).toEqual(everything)
  })

  test('but its title, credit and tags do, and it can be deleted and uploaded again', async () => {
    const {as} = await serverWithUsers()
    const client = as('writer')
    const bytes = await picture(4, 4)
    const {_id} = await client.assets.upload('image', bytes)
    const captions = {title: 'Blue', description: 'A square', altText: 'Blue', creditLine: 'Me'}
    await client
      .patch(_id)
      .set(captions)
      .setIfMissing({opt: {}})
      .setIfMissing({'opt.media': {tags: []}})
      .commit()
    expect(await client.getDocument(_id)).toMatchObject({...captions, opt: {media: {tags: []}}})
    await client.delete(_id)
    expect(await client.assets.upload('image', bytes)).toMatchObject({_id})
  })
})
