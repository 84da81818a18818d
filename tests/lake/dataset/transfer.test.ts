// Sanity's own importer and exporter, used through the port.

import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {appendFile, cp, mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {expect, test} from 'vitest'
import {SAMPLE_DOCUMENTS} from '../../support/exported.ts'
import {
  freshFolder,
  serverWithUsers,
  picture,
  refusal,
  servedLake,
  type Username,
} from '../../support/lake.ts'

/** The client of an administrator of a new lake on a port. */
async function administrator(): Promise<SanityClient> {
  const {as} = await serverWithUsers()
  return as('administrator')
}

/** Every document without the fields that an import sets; for assets, also without times and URLs. */
async function contentOf(client: SanityClient): Promise<object[]> {
  const documents = await client.fetch<Record<string, unknown>[]>('* | order(_id)')
  return documents.map(({_rev, _updatedAt, _createdAt, url, ...content}) =>
    content['assetId'] === undefined ? {...content, _createdAt, url} : content,
  )
}

/** The bytes at each asset's URL, by the asset's id. */
async function assetsOf(client: SanityClient): Promise<Record<string, Buffer>> {
  const assets = await client.fetch<{_id: string; url: string}[]>('*[defined(assetId)]{_id, url}')
  const bytes = await Promise.all(
    assets.map(async ({_id, url}) => {
      const response = await fetch(url)
      if (!response.ok) throw new Error(`${url}: ${response.status}`)
      return [_id, Buffer.from(await response.arrayBuffer())] as const
    }),
  )
  return Object.fromEntries(bytes)
}

test('a dataset that is imported, exported and imported again is the same, including every byte of its assets', async () => {
  const first = await administrator()
  const {numDocs, warnings} = await sanityImport('content', {client: first, operation: 'create'})
  expect(warnings).toEqual([])
  expect(numDocs).toBe(SAMPLE_DOCUMENTS)
  await first.create({_id: 'drafts.unfinished', _type: 'article', title: 'Grüße 👋'})
  const leaflet = Buffer.from([0, 255, 13, 10, 0])
  const {_id: leafletId} = await first.assets.upload('file', leaflet, {filename: 'leaflet.pdf'})

  const archive = join(await freshFolder(), 'dataset.tar.gz')
  const {assetCount, documentCount} = await exportDataset({
    client: first,
    dataset: 'production',
    outputPath: archive,
  })
  expect(documentCount + assetCount).toBe(await first.fetch('count(*)'))

  const second = await administrator()
  await sanityImport(createReadStream(archive), {client: second, operation: 'create'})
  expect(await contentOf(second)).toEqual(await contentOf(first))
  const assets = await assetsOf(second)
  expect(assets).toEqual(await assetsOf(first))
  expect(Object.keys(assets)).toHaveLength(assetCount)
  expect(assets[leafletId]).toEqual(leaflet)
  for (const name of await readdir('content/images')) {
    expect(Object.values(assets)).toContainEqual(await readFile(join('content/images', name)))
  }

  // The importer makes strong references strong again once all their targets exist.
  expect(await second.fetch('count(*[_type == "article" && defined(therapies)])')).toBeGreaterThan(
    0,
  )
  const error = await refusal(second.delete({query: '*[_type == "therapyType"]'}))
  expect(error.statusCode).toBe(409)
})

test('an import of existing documents is refused, or replaces them with the option to do so', async () => {
  const client = await administrator()
  const documents = [{_id: 'a', _type: 'note', text: 'One'}]
  await sanityImport(documents, {client, operation: 'create'})
  await expect(sanityImport(documents, {client, operation: 'create'})).rejects.toThrow('exists')
  const changed = [{_id: 'a', _type: 'note', text: 'Two'}]
  await sanityImport(changed, {client, operation: 'createIfNotExists'})
  expect(await client.fetch('*[_id == "a"][0].text')).toBe('One')
  await sanityImport(changed, {client, operation: 'createOrReplace'})
  expect(await client.fetch('*[_id == "a"][0].text')).toBe('Two')
})

test('an export holds the documents that its token may read', async () => {
  const {as} = await serverWithUsers()
  await as('writer')
    .transaction()
    .create({_id: 'a', _type: 'note'})
    .create({_id: 'drafts.a', _type: 'note'})
    .create({_id: 'b', _type: 'page'})
    .commit()
  const exported = async (username: Username, types?: string[]) => {
    const outputPath = join(await freshFolder(), 'dataset.tar.gz')
    const options = {client: as(username), dataset: 'production', outputPath}
    return (await exportDataset(types ? {...options, types} : options)).documentCount
  }
  expect(await exported('writer')).toBe(3)
  expect(await exported('writer', ['page'])).toBe(1)
  expect(await exported('build')).toBe(2)
})

// If the importer finds an asset but not its bytes, it asks again for a minute and leaves the document
// without its image.
test(
  'an import of pictures that the lake has already uses those, also under another name',
  {timeout: 45_000},
  async () => {
    const folder = await freshFolder()
    await cp('content', folder, {recursive: true})
    const [name = ''] = await readdir(join(folder, 'images'))
    await cp(join(folder, 'images', name), join(folder, 'images', `again-${name}`))
    const names = [name, `again-${name}`]
    const notes = names.map((file) => ({
      _id: `note-${file}`,
      _type: 'note',
      _createdAt: '2026-01-01T00:00:00Z',
      photo: {_type: 'image', _sanityAsset: `image@file://./images/${file}`},
    }))
    const lines = notes.map((note) => `${JSON.stringify(note)}\n`)
    await appendFile(join(folder, 'data.ndjson'), lines.join(''))
    // Without roles, which would refuse to replace decisions.
    const {client} = await servedLake()
    const replace = {
      client: client.withConfig({token: 'any'}),
      operation: 'createOrReplace',
    } as const
    expect((await sanityImport(folder, replace)).warnings).toEqual([])
    const before = await contentOf(client)
    const shown = '*[_type == "note" && photo.asset->size > 0]'
    expect(await client.fetch(`count(${shown})`)).toBe(2)
    expect(await client.fetch(`count(array::unique(${shown}.photo.asset._ref))`)).toBe(1)
    const {length} = await readdir('content/images')
    expect(await client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(length)
    expect((await sanityImport(folder, replace)).warnings).toEqual([])
    expect(await contentOf(client)).toEqual(before)
  },
)

test('what hosted Sanity says about a picture is restored, also where it differs from the lake', async () => {
  const client = await administrator()
  const folder = await freshFolder()
  const bytes = await picture(3, 2)
  const key = `image-${createHash('sha1').update(bytes).digest('hex')}`
  const said = {
    altText: 'A blue field',
    source: {id: 'u1', name: 'unsplash'},
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width: 3, height: 2, aspectRatio: 1.5},
      lqip: 'data:image/png;base64,AAAA',
      palette: {_type: 'sanity.imagePalette'},
    },
  }
  await mkdir(join(folder, 'images'))
  await writeFile(join(folder, 'images', 'field.png'), bytes)
  // The importer restores nothing of a single picture.
  const details = {[key]: said, [`image-${'0'.repeat(40)}`]: {}}
  await writeFile(join(folder, 'assets.json'), JSON.stringify(details))
  const photo = {_type: 'image', _sanityAsset: 'image@file://./images/field.png'}
  const note = {_id: 'note', _type: 'note', photo}
  await writeFile(join(folder, 'data.ndjson'), `${JSON.stringify(note)}\n`)
  await sanityImport(folder, {client, operation: 'create'})
  expect(await client.fetch('*[_id == "note"][0].photo.asset->')).toMatchObject(said)
})

test('two names for one picture are one asset', async () => {
  const client = await administrator()
  const folder = await freshFolder()
  const names = ['first.png', 'second.png'].map((name) => join(folder, name))
  for (const name of names) await writeFile(name, await picture(3, 2))
  const documents = names.map((name, index) => ({
    _id: `note-${index}`,
    _type: 'note',
    photo: {_type: 'image', _sanityAsset: `image@file://${name}`},
  }))
  await sanityImport(documents, {client, operation: 'create', assetConcurrency: 1})
  expect(await client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1)
  expect(await client.fetch('*[_type == "note" && photo.asset->size > 0]._id')).toEqual([
    'note-0',
    'note-1',
  ])
})
