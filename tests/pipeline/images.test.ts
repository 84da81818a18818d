// A page shows the picture that its approved text names, whatever the picture's document says.

import {createHash} from 'node:crypto'
import {readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {importDataset} from '../../lake/index.ts'
import {exportRelease} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {lakeWith, picture} from '../support/lake.ts'
import {article, library, reference, TODAY, withApproved} from '../support/library.ts'
import {released, snapshot} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'

function sha1(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex')
}

/** A lake with two pictures, one of which an approved article shows. */
async function illustrated() {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const {dir, lake, client} = await lakeWith(library)
  const [bytes, others] = await Promise.all([picture(8, 4), picture(6, 6, '#ff0000')])
  const shown = await client.assets.upload('image', bytes)
  const other = await client.assets.upload('image', others)
  const asset = reference(shown._id)
  const figure = {_type: 'figure', _key: 'figure', alt: 'A blue square', asset}
  const body = [...(Array.isArray(article.body) ? article.body : []), figure]
  await importDataset(lake, writeDataset(folder.path, withApproved({...article, body})))
  const out = join(folder.path, 'exports')
  const run = async () => {
    await using source = await openPathSource(dir)
    return await exportRelease({source, out, channels, today: TODAY})
  }
  return {dir, lake, folder: folder.path, bytes, shown, other, out, run}
}

test('a document that names another picture changes nothing', async () => {
  const {lake, folder, bytes, shown, other, out, run} = await illustrated()
  const before = await run()
  expect(before.withheld).toEqual([])
  expect(released(out, PAGE)).toMatch(
    new RegExp(`${sha1(bytes)}-8x4\\.png"\\s+alt="A blue square"\\s+width="8"\\s+height="4"`),
  )
  const {files} = snapshot(out)
  const {path, sha1hash, metadata, mimeType} = other
  for (const lie of [
    {path, sha1hash, metadata, mimeType},
    {path},
    {path: 'images/../data/doc/production/drafts.x'},
    {metadata: {dimensions: {width: 4, height: 4}}},
    {mimeType: 'image/gif'},
  ]) {
    await importDataset(lake, writeDataset(folder, [{...shown, ...lie}]))
    expect(await run()).toMatchObject({release: before.release, withheld: []})
  }
  expect(snapshot(out).files).toEqual(files)
})

test('a file with other bytes is not released', async () => {
  const {dir, run} = await illustrated()
  const images = join(dir, 'assets', 'images')
  for (const name of readdirSync(images)) writeFileSync(join(images, name), 'Something else')
  const {withheld, warnings} = await run()
  expect(withheld.map(({id}) => id)).toContain('article')
  expect(JSON.stringify(warnings)).toContain('has a file that is not the one that was uploaded')
})
