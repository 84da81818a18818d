// The past: every revision of a document can be had, with who made it and when.

import type {SanityClient} from '@sanity/client'
import {expect, test} from 'vitest'
import {z} from 'zod'
import {guardedLake, refusal} from './helpers.ts'

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
})

async function log(client: SanityClient, query: Record<string, string> = {}) {
  const url = '/data/history/production/transactions/note'
  const text = z.string().parse(await client.request({url, query, json: false}))
  return text
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => line.parse(JSON.parse(row)))
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3))

async function threeRevisions() {
  const {as} = guardedLake()
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

test('only one point in the past can be asked for, and it must make sense', async () => {
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
