// Storage on disk is permanent, and several processes may share it.

import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, test} from 'vitest'
import {lakeClient, openLake} from '../../../lake/index.ts'
import {freshFolder, picture} from '../../support/lake.ts'

test('a reopened lake has all its content', async () => {
  const dir = join(await freshFolder(), 'made', 'on', 'demand')
  const bytes = await picture(4, 4)
  const first = openLake({dir})
  const writer = lakeClient(first)
  const {_rev} = await writer.create({_id: 'note', _type: 'note', text: 'One'})
  await writer.patch('note').set({text: 'Two'}).commit()
  const asset = await writer.assets.upload('image', bytes)
  first.close()

  using second = openLake({dir})
  const reader = lakeClient(second)
  expect(await reader.getDocument('note')).toMatchObject({text: 'Two'})
  const url = '/data/history/production/documents/note'
  expect(await reader.request({url, query: {revision: _rev}})).toMatchObject({
    documents: [{text: 'One'}],
  })
  const served = await second.fetch(new Request(asset.url))
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
})

test('two lakes on one folder see each other’s commits, and their locks hold', async () => {
  const dir = await freshFolder()
  using first = openLake({dir})
  using second = openLake({dir})
  const [one, two] = [lakeClient(first), lakeClient(second)]
  const created = await one.create({_id: 'note', _type: 'note', n: 0})
  expect(await two.getDocument('note')).toEqual(created)
  const lock = {ifRevisionID: created._rev}
  await two.mutate([{patch: {id: 'note', ...lock, inc: {n: 1}}}])
  const late = one.mutate([{patch: {id: 'note', ...lock, inc: {n: 1}}}])
  await expect(late).rejects.toThrow('unexpected revision ID')
  expect(await one.getDocument('note')).toMatchObject({n: 1})
})

test('lakes in memory share nothing', async () => {
  using first = openLake({dir: ':memory:'})
  using second = openLake({dir: ':memory:'})
  await lakeClient(first).create({_id: 'note', _type: 'note'})
  expect(await lakeClient(second).getDocument('note')).toBeUndefined()
})

test('a folder that holds something else, or a newer lake, is not touched', async () => {
  const dir = await freshFolder()
  await writeFile(join(dir, 'lake.db'), 'This is a diary, not a database.'.repeat(99))
  expect(() => openLake({dir})).toThrow('not a database')

  const newer = await freshFolder()
  openLake({dir: newer}).close()
  const db = new DatabaseSync(join(newer, 'lake.db'))
  db.exec('PRAGMA user_version = 99')
  db.close()
  expect(() => openLake({dir: newer})).toThrow('newer version')
})
