// Datasets in Sanity's export format: an import is all or nothing, and an export gives back what was imported.

import {createWriteStream} from 'node:fs'
import {mkdir, readFile, readdir, rm, symlink, truncate, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createGzip, gunzipSync, gzipSync} from 'node:zlib'
import {pack, type Header} from 'tar-stream'
import {describe, expect, test} from 'vitest'
import {
  exportDataset,
  importDataset,
  lakeClient,
  LakeProblem,
  openLake,
} from '../../../lake/index.ts'
import {freshFolder, freshLake, picture} from '../../support/lake.ts'
import {reference} from '../../support/library.ts'

const note = {_id: 'note', _type: 'note', text: 'Line \u2028 separated, “quoted” 🙂'}

function lines(...documents: unknown[]): string {
  return documents.map((document) => `${JSON.stringify(document)}\n`).join('')
}

async function ndjson(content: string | Uint8Array): Promise<string> {
  const file = join(await freshFolder(), 'data.ndjson')
  await writeFile(file, content)
  return file
}

async function tarball(entries: [Partial<Header> & {name: string}, string][]): Promise<string> {
  const file = join(await freshFolder(), 'data.tar.gz')
  const archive = pack()
  for (const [header, content] of entries) archive.entry(header, content)
  archive.finalize()
  await pipeline(archive, createGzip(), createWriteStream(file))
  return file
}

async function problem(source: string): Promise<LakeProblem> {
  const {lake, client} = freshLake()
  await client.create({_id: 'before', _type: 'note'})
  const error: unknown = await importDataset(lake, source).catch((reason: unknown) => reason)
  if (!(error instanceof LakeProblem)) throw error
  expect(error.message).toContain(source)
  expect(error.hint).toMatch(/^\S.*\.$/)
  expect(await client.fetch('*._id')).toEqual(['before'])
  return error
}

describe('an import', () => {
  test('keeps times and revisions from the file, and adds missing ones', async () => {
    const {lake, client} = freshLake()
    const stamps = {
      _rev: 'r1',
      _createdAt: '2020-01-01T00:00:00Z',
      _updatedAt: '2021-01-01T00:00:00Z',
    }
    const counts: number[] = []
    const source = await ndjson(lines({...note, ...stamps}, {_id: 'bare', _type: 'note'}))
    const result = await importDataset(lake, source, {onProgress: (count) => counts.push(count)})
    expect(result).toEqual({documents: 2, assets: 0, madeIds: 0, replaced: 0})
    expect(counts).toEqual([2])
    expect(await client.getDocument('note')).toEqual({...note, ...stamps})
    expect(await client.getDocument('bare')).toMatchObject({
      _rev: expect.any(String),
      _createdAt: expect.stringMatching(/^\d{4}-/),
    })
  })

  test('is in the log with its author and its documents', async () => {
    const {lake, client} = freshLake()
    await importDataset(lake, await ndjson(lines(note)), {author: 'admin'})
    const url = '/data/history/production/transactions/note'
    const entry: unknown = JSON.parse(await client.request({url, json: false}))
    expect(entry).toMatchObject({
      author: 'admin',
      documentIDs: ['note'],
      mutations: [{createOrReplace: note}],
    })
  })

  test('replaces documents, keeps others, and changes nothing when repeated', async () => {
    const {lake, client} = freshLake()
    await client.create({
      _id: 'note',
      _type: 'memo',
      to: {_type: 'reference', _ref: 'other', _weak: true},
    })
    await client.create({_id: 'other', _type: 'note'})
    const source = await ndjson(lines({...note, _rev: 'r', _createdAt: 'c', _updatedAt: 'u'}))
    await importDataset(lake, source)
    await importDataset(lake, source)
    expect(await client.fetch('*[_type == "note"]._id')).toEqual(['note', 'other'])
    expect(await client.fetch('*[references("other")]')).toEqual([])
    const url = '/data/history/production/transactions/note'
    const log: string = await client.request({url, json: false})
    expect(log.trim().split('\n')).toHaveLength(2)
  })

  test('accepts dangling references, and such a document can still be edited', async () => {
    const {lake, client} = freshLake()
    const dangling = {_id: 'link', _type: 'link', to: reference('missing')}
    await importDataset(lake, await ndjson(lines(dangling)))
    await client.patch('link').set({seen: true}).commit()
    expect(await client.fetch('*[_id == "link"][0]{seen, "to": to->_id}')).toEqual({
      seen: true,
      to: null,
    })
  })

  test('reads lines of any length, blank lines, and a last line without a line feed', async () => {
    const {lake, client} = freshLake()
    const texts = Array.from({length: 3}, () => 'é'.repeat(500_000))
    const long = {_id: 'long', _type: 'note', texts}
    const source = await ndjson(
      `\n${lines(note, long)}\r\n\n${JSON.stringify({_id: 'x', _type: 'note'})}`,
    )
    expect(await importDataset(lake, source)).toMatchObject({documents: 3, assets: 0})
    expect(await client.getDocument('long')).toMatchObject(long)
  })

  test('makes the ids that are missing', async () => {
    const {lake, client} = freshLake()
    const texts = ['One', 'Two']
    await importDataset(lake, await ndjson(lines(...texts.map((text) => ({_type: 'note', text})))))
    const notes = await client.fetch<{_id: string; text: string}[]>('*[_type == "note"]')
    expect(notes.map(({text}) => text).toSorted()).toEqual(texts)
    for (const {_id} of notes) expect(_id).toMatch(/^[\w-]{20,}$/)
  })

  test('makes the same ids whenever it reads the same documents, also for equal ones', async () => {
    const {lake, client} = freshLake()
    const [one, two] = [
      {_type: 'note', text: 'One'},
      {_type: 'note', text: 'Two'},
    ]
    const first = await importDataset(lake, await ndjson(lines(one, two, one, one)))
    expect(first).toMatchObject({documents: 4, madeIds: 4, replaced: 0})
    const ids = await client.fetch<string[]>('*._id')
    expect(new Set(ids).size).toBe(4)
    const again = await importDataset(lake, await ndjson(lines(note, one, one, one, two)))
    expect(again).toMatchObject({documents: 5, madeIds: 4, replaced: 0})
    expect(await client.fetch('*[_id != "note"]._id')).toEqual(ids)
  })

  test('counts the documents that it replaced, if they had other content', async () => {
    const {lake, client} = freshLake()
    const drafts = ['a', 'b', 'c'].map((id) => ({_id: `drafts.${id}`, _type: 'note', text: 'Old'}))
    const source = await ndjson(lines(...drafts))
    expect(await importDataset(lake, source)).toMatchObject({replaced: 0})
    expect(await importDataset(lake, source)).toMatchObject({replaced: 0})
    await client.patch('drafts.a').set({text: 'New'}).commit()
    await client.delete('drafts.b')
    expect(await importDataset(lake, source)).toMatchObject({documents: 3, replaced: 1})
    expect(await client.fetch('*[_id == "drafts.a"][0].text')).toBe('Old')
  })

  test('passes over what a dataset keeps for itself, but not its releases', async () => {
    const {lake, client} = freshLake()
    const own = ['_.groups.public', '_.retention.maximum', '_.schemas.default', '_.releases.r1']
    const documents = own.map((_id) => ({_id, _type: 'system.any'}))
    const counts = await importDataset(lake, await ndjson(lines(...documents, note)))
    expect(counts.documents).toBe(2)
    expect(await client.fetch('*._id')).toEqual(['_.releases.r1', 'note'])
  })

  test('reads a compressed file, whatever its name', async () => {
    for (const name of ['data.ndjson.gz', 'data.ndjson']) {
      const file = join(await freshFolder(), name)
      await writeFile(file, gzipSync(lines(note)))
      const {lake, client} = freshLake()
      await importDataset(lake, file)
      expect(await client.getDocument('note')).toMatchObject(note)
    }
  })

  test('of a compressed file that is damaged or would fill the disk is refused', async () => {
    const packed = gzipSync(lines(note))
    const file = join(await freshFolder(), 'data.ndjson.gz')
    await writeFile(file, packed.subarray(0, packed.length - 8))
    expect((await problem(file)).message).toContain('the file cannot be unpacked')
    await writeFile(file, gzipSync(`${' '.repeat(200_000)}\n`.repeat(1000)))
    expect((await problem(file)).message).toContain('more than 100 times its own size')
  })
})

function withAsset(pointer: string): Promise<LakeProblem> {
  return ndjson(lines(note, {_id: 'a', _type: 'note', image: {_sanityAsset: pointer}})).then(
    problem,
  )
}

async function damaged(content: Uint8Array): Promise<LakeProblem> {
  const file = join(await freshFolder(), 'bad.tar.gz')
  await writeFile(file, content)
  return problem(file)
}

describe('a dataset is refused', () => {
  test('for a line that is not JSON, with its number', async () => {
    const error = await problem(await ndjson(`${lines(note)}\n{"_id": "broken",\n`))
    expect(error.message).toMatch(/line 3: .*not valid JSON/)
    const notObject = await problem(await ndjson(`${lines(note)}[1, 2]\n`))
    expect(notObject.message).toMatch(/line 2: .*not a JSON object/)
  })

  test('for a line that is not UTF-8', async () => {
    const error = await problem(
      await ndjson(Buffer.from('{"_id":"caf\xe9","_type":"a"}', 'latin1')),
    )
    expect(error.message).toMatch(/line 1: .*UTF-8/)
  })

  test('for a line that is too long to be a document, before all of it is read', async () => {
    const file = await ndjson(lines(note))
    // The rest of the file is a hole that takes no room on the disk.
    await truncate(file, 700_000_000)
    expect((await problem(file)).message).toMatch(/line 2: the line has more than 192 MB/)
  })

  test('for details of assets that cannot be read', async () => {
    const file = await ndjson(lines(note))
    await mkdir(join(dirname(file), 'assets.json'))
    expect((await problem(file)).message).toContain('its assets.json cannot be read')
  })

  test('for a document without _type', async () => {
    const noType = await problem(await ndjson(lines({_id: 'a'})))
    expect(noType.message).toContain('line 1: the document "a" has no _type.')
    const badId = await problem(await ndjson(lines({_id: 'a b', _type: 'note'})))
    expect(badId.message).toMatch(/line 1: .*invalid _id/)
  })

  test('for two documents with one _id, near or far apart', async () => {
    const error = await problem(await ndjson(lines(note, {_id: 'a', _type: 'note'}, note)))
    expect(error.message).toContain('line 3: the document "note" is there already, on line 1.')
    const many = Array.from({length: 250}, (_, n) => ({_id: `n-${n}`, _type: 'note'}))
    const far = await problem(await ndjson(lines(...many, {_id: 'n-3', _type: 'note'})))
    expect(far.message).toMatch(/line 251: .*on line 4/)
  })

  test('for an asset that is missing, unusable, outside or elsewhere', async () => {
    expect((await withAsset('image@file://./images/gone.png')).message).toMatch(
      /line 2: .*images\/gone\.png/,
    )
    expect((await withAsset('image@file://./data.ndjson')).message).toContain('cannot be used')
    expect((await withAsset('file@file://./../secret')).message).toContain('outside')
    expect((await withAsset('file@file:///etc/hostname')).message).toContain('outside')
    expect((await withAsset('image@https://example.com/a.png')).message).toContain('not a file')
    expect((await withAsset('images/a.png')).message).toContain('not a file')
  })

  test('for a link that leads out of its folder', async () => {
    const secret = await ndjson('secret')
    for (const [target, name, pointer] of [
      [secret, 'notes.txt', './notes.txt'],
      [dirname(secret), 'files', './files/data.ndjson'],
    ] as const) {
      const document = {_id: 'a', _type: 'note', file: {_sanityAsset: `file@file://${pointer}`}}
      const source = await ndjson(lines(note, document))
      await symlink(target, join(dirname(source), name))
      expect((await problem(source)).message).toContain(
        `line 2: the asset "${pointer}" lies outside the dataset`,
      )
    }
  })

  test('for broken and missing pictures, all of them named with their documents', async () => {
    const shows = (_id: string, name: string) => ({
      _id,
      _type: 'note',
      image: {_sanityAsset: `image@file://./images/${name}`},
    })
    const source = await ndjson(
      lines(
        shows('a', 'cut.png'),
        shows('b', 'empty.png'),
        shows('c', 'gone.png'),
        shows('d', 'text.png'),
        shows('e', ''),
        {...shows('', 'gone.png'), _id: undefined},
      ),
    )
    const images = join(dirname(source), 'images')
    await mkdir(images)
    await writeFile(join(images, 'cut.png'), (await picture(60, 40)).subarray(0, 90))
    await writeFile(join(images, 'empty.png'), '')
    await writeFile(join(images, 'text.png'), 'just text')
    const unreadable = 'which cannot be used: the image cannot be read, because it is'
    expect((await problem(source)).message.split('\n')).toEqual([
      `${source}: asset files cannot be used. Nothing was imported.`,
      expect.stringMatching(
        `^line 1: the document "a" refers to images/cut.png, ${unreadable} damaged, cut off, or .*\\.$`,
      ),
      `line 2: the document "b" refers to images/empty.png, ${unreadable} empty.`,
      'line 3: the document "c" refers to images/gone.png, which is not in the dataset.',
      `line 4: the document "d" refers to images/text.png, ${unreadable} no picture, or in a format that is not supported.`,
      'line 5: the document "e" refers to images, which is not a file.',
      'line 6: the document refers to images/gone.png, which is not in the dataset.',
    ])
  })

  test('that is empty or missing', async () => {
    expect((await problem(await ndjson(''))).message).toContain('empty')
    expect((await problem(await ndjson('\n \n'))).message).toContain('empty')
    expect((await problem(await freshFolder())).message).toContain('no data.ndjson')
    expect((await problem('/no/such/file.ndjson')).message).toContain('no such file')
  })

  test('for an archive that would fill the disk', async () => {
    const content = `${lines(note)}${' '.repeat(110_000_000)}`
    const error = await problem(await tarball([[{name: 'data.ndjson'}, content]]))
    expect(error.message).toContain('more than 100 times its own size')
  })

  test('for an archive that is damaged', async () => {
    const whole = await tarball([[{name: 'data.ndjson'}, lines(note)]])
    const bytes = await readFile(whole)
    expect((await damaged(Buffer.from('not gzip'))).message).toContain('cannot be read')
    expect((await damaged(bytes.subarray(0, bytes.length - 20))).message).toContain(
      'cannot be read',
    )
    const inner = gunzipSync(bytes)
    expect((await damaged(gzipSync(inner.subarray(0, 600)))).message).toContain('cannot be read')
    expect((await damaged(gzipSync('no tar'.repeat(200)))).message).toContain('cannot be read')
  })

  test('for an archive that was cut off anywhere, before or after it was compressed', async () => {
    const whole = await readFile(
      await tarball([
        [{name: 'sample/data.ndjson'}, lines(note)],
        [{name: 'sample/images/a.svg'}, '<svg/>'],
      ]),
    )
    const {lake} = freshLake()
    const file = join(await freshFolder(), 'cut.tar.gz')
    const expectRefused = async (bytes: Uint8Array): Promise<void> => {
      await writeFile(file, bytes)
      await expect(importDataset(lake, file)).rejects.toThrow(
        `${file}: the archive cannot be read (unexpected end of file).`,
      )
    }
    for (let length = 1; length < whole.length; length += 1) {
      await expectRefused(whole.subarray(0, length))
    }
    // A tar archive has blocks of 512 bytes, and may end after each of its files.
    const inner = gunzipSync(whole)
    for (let length = 1; length < inner.length; length += 101) {
      if (length % 512 > 0) await expectRefused(gzipSync(inner.subarray(0, length)))
    }
  })

  test.each(['../evil.ndjson', '/tmp/evil.ndjson', 'a/../../evil', 'a\\..\\..\\evil', 'C:\\evil'])(
    'for an archive whose entry %j would escape',
    async (name) => {
      const error = await problem(
        await tarball([
          [{name}, 'x'],
          [{name: 'data.ndjson'}, lines(note)],
        ]),
      )
      expect(error.message).toContain('outside')
    },
  )

  test('for an archive that holds a link', async () => {
    const link = {name: 'data.ndjson', type: 'symlink', linkname: '/etc/hostname'} as const
    expect((await problem(await tarball([[link, '']]))).message).toContain('symlink')
  })
})

async function illustrated() {
  const {lake, client} = freshLake()
  const image = await client.assets.upload('image', await picture(6, 4), {
    filename: 'six.png',
    title: 'Six by four',
  })
  const file = await client.assets.upload('file', Buffer.from('a,b\n'), {filename: 'table.csv'})
  await client
    .transaction()
    .create({_id: 'person', _type: 'person', name: 'Ada'})
    .create({
      ...note,
      author: reference('person'),
      body: [{_key: 'a', _type: 'image', asset: reference(image._id), alt: 'Blue'}],
      table: {_type: 'file', asset: reference(file._id)},
    })
    .create({_id: 'drafts.note', _type: 'note', text: 'Draft'})
    .commit()
  return {lake, client, image, file}
}

describe('a round trip', () => {
  test('through NDJSON keeps every document as it is', async () => {
    const {lake, client} = await illustrated()
    const target = join(await freshFolder(), 'out.ndjson')
    expect(await exportDataset(lake, target)).toEqual({documents: 5, assets: 0})
    const copy = freshLake()
    await importDataset(copy.lake, target)
    expect(await copy.client.fetch('*')).toEqual(await client.fetch('*'))
  })

  test.each(['export', 'export.tar.gz'])('through %s keeps documents and assets', async (name) => {
    const {lake, client, image, file} = await illustrated()
    const target = join(await freshFolder(), name)
    expect(await exportDataset(lake, target)).toEqual({documents: 3, assets: 2})
    const copy = freshLake()
    expect(await importDataset(copy.lake, target)).toMatchObject({documents: 3, assets: 2})
    expect(await copy.client.fetch('*')).toEqual(await client.fetch('*'))
    for (const {url} of [image, file]) {
      const [original, copied] = await Promise.all(
        [lake, copy.lake].map(async ({fetch}) => (await fetch(new Request(url))).arrayBuffer()),
      )
      expect(copied).toEqual(original)
    }
  })

  test('the same content is exported as the same bytes', async () => {
    const {lake} = await illustrated()
    const folder = await freshFolder()
    const [first, second] = [join(folder, 'one.tar.gz'), join(folder, 'two.tar.gz')]
    const copy = freshLake()
    await exportDataset(lake, first)
    await importDataset(copy.lake, first)
    await exportDataset(copy.lake, second)
    expect((await readFile(second)).equals(await readFile(first))).toBe(true)
  })

  test('a folder has the layout that Sanity’s own tools write and read', async () => {
    const {lake, image, file} = await illustrated()
    const target = join(await freshFolder(), 'export')
    await exportDataset(lake, target)
    expect((await readdir(target)).sort()).toEqual([
      'assets.json',
      'data.ndjson',
      'files',
      'images',
    ])
    const data = await readFile(join(target, 'data.ndjson'), 'utf8')
    const pointer = `image@file://./images/${image.assetId}-6x4.png`
    expect(JSON.parse(data.trim().split('\n')[1] ?? '')).toMatchObject({
      _id: 'note',
      body: [{_key: 'a', _type: 'image', alt: 'Blue', _sanityAsset: pointer}],
      table: {_type: 'file', _sanityAsset: `file@file://./files/${file.assetId}.csv`},
    })
    expect(data).not.toContain('sanity.imageAsset')
    const assets: unknown = JSON.parse(await readFile(join(target, 'assets.json'), 'utf8'))
    expect(assets).toMatchObject({
      [`image-${image.assetId}`]: {originalFilename: 'six.png', title: 'Six by four'},
    })
  })

  test('an archive may hold its files in a folder, as Sanity’s do, and assets without references', async () => {
    const {lake, client} = freshLake()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="1"/>'
    const source = await tarball([
      [{name: 'production-export/data.ndjson'}, lines(note)],
      [{name: 'production-export/images/unused.svg'}, svg],
    ])
    expect(await importDataset(lake, source)).toMatchObject({documents: 1, assets: 1})
    expect(await client.fetch('*[_type == "sanity.imageAsset"].originalFilename')).toEqual([
      'unused.svg',
    ])
  })

  test('files that no document refers to and that cannot be used stop nothing', async () => {
    const {lake, client} = freshLake()
    const source = await ndjson(lines(note))
    const images = join(dirname(source), 'images')
    await mkdir(join(images, 'sub'), {recursive: true})
    await symlink(dirname(await ndjson('secret')), join(dirname(source), 'files'))
    await writeFile(join(images, 'Thumbs.db'), 'none')
    await writeFile(join(images, 'empty.png'), '')
    await writeFile(join(images, 'good.png'), await picture(2, 1))
    expect(await importDataset(lake, dirname(source))).toMatchObject({documents: 1, assets: 1})
    expect(await client.fetch('*[_type match "sanity.*"].originalFilename')).toEqual(['good.png'])
  })

  test('asset documents among the others are imported unchanged', async () => {
    const {lake, client} = freshLake()
    const [first, second] = await Promise.all([picture(2, 1), picture(1, 2)])
    const known = await client.assets.upload('image', first)
    const folder = await freshFolder()
    await mkdir(join(folder, 'images'))
    await writeFile(join(folder, 'images', 'a.png'), first)
    await writeFile(join(folder, 'images', 'b.png'), second)
    await writeFile(join(folder, 'data.ndjson'), lines(note, {...known, title: 'From the file'}))
    await importDataset(lake, folder)
    expect(await client.fetch('*[_type == "sanity.imageAsset"] | order(title).title')).toEqual([
      'From the file',
      null,
    ])
  })

  test('an export never replaces a folder that is not empty', async () => {
    const {lake} = await illustrated()
    const folder = await freshFolder()
    await mkdir(join(folder, 'mine'))
    await writeFile(join(folder, 'mine', 'diary.txt'), 'Dear diary')
    await expect(exportDataset(lake, join(folder, 'mine'))).rejects.toThrow('ENOTEMPTY')
    expect(await readdir(folder)).toEqual(['mine'])
    expect(await readdir(join(folder, 'mine'))).toEqual(['diary.txt'])
  })

  test('an export that fails leaves nothing under its name', async () => {
    const dir = await freshFolder()
    const lake = openLake({dir: join(dir, 'lake')})
    await lakeClient(lake).create(note)
    lake.close()
    await mkdir(join(dir, 'out'))
    await expect(exportDataset(lake, join(dir, 'out', 'data.tar.gz'))).rejects.toThrow('not open')
    expect(await readdir(join(dir, 'out'))).toEqual([])
    await rm(dir, {recursive: true})
  })
})
