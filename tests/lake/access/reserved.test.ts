// Requests for review, and the place of the export's report: what users who may write cannot do with them.

import type {SanityClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {daysAfter, today} from '../../../review/days.ts'
import {revisionOf} from '../../../review/revision.ts'
import {guardedServer, refusal} from '../../support/lake.ts'

const ARTICLE = {_id: 'drafts.article', _type: 'article', title: 'First'}

function request(
  id: string,
  article: typeof ARTICLE = ARTICLE,
): {[field: string]: unknown} & {_id: string; _type: string} {
  return {
    _id: id,
    _type: 'submission',
    subject: {_type: 'reference', _ref: 'article', _weak: true},
    revision: revisionOf(article),
    reviewers: [{_key: 'r', _type: 'reference', _ref: 'person-reviewer', _weak: true}],
    submittedAt: new Date().toISOString(),
  }
}

function requests(count: number, article?: typeof ARTICLE) {
  return Array.from({length: count}, () => request(crypto.randomUUID(), article))
}

async function house() {
  const {as} = await guardedServer()
  const writer = as('writer')
  await writer.create(ARTICLE)
  const submit = (all: ReturnType<typeof requests>) =>
    writer.mutate(all.map((create) => ({create})))
  return {as, writer, submit}
}

describe('requests for review', () => {
  test('of one text cannot be heaped up', async () => {
    const {writer, submit} = await house()
    const error = await refusal(submit(requests(500)))
    expect(error.statusCode).toBe(403)
    expect(error.message).toMatch(/"article" .* 10 requests/)
    await submit(requests(10))
    expect((await refusal(submit(requests(1)))).statusCode).toBe(403)
    expect(await writer.fetch('count(*[_type == "submission"])')).toBe(10)
    // Another text is another matter.
    const next = {...ARTICLE, title: 'Second'}
    await writer.createOrReplace(next)
    await submit(requests(1, next))
  })

  test('ask for no day that has passed', async () => {
    const {submit} = await house()
    const error = await refusal(submit([{...request('late'), neededBy: daysAfter(today(), -1)}]))
    expect(error.statusCode).toBe(403)
    expect(error.message).toMatch(
      /cannot be needed by \w+ \d+, \d{4}, which is in the past. Choose/,
    )
    await submit([{...request('now'), neededBy: today()}])
  })

  test('are deleted by administrators only, and changed by no user', async () => {
    const {as, submit} = await house()
    await submit([request('asked')])
    const administrator = as('administrator')
    const changes: ((client: SanityClient) => Promise<unknown>)[] = [
      (client) => client.patch('asked').set({note: 'Soon'}).commit(),
      (client) => client.createOrReplace({...request('asked'), note: 'Soon'}),
      (client) => client.createOrReplace({_id: 'asked', _type: 'article'}),
      (client) =>
        client.transaction().delete('asked').create({_id: 'asked', _type: 'article'}).commit(),
    ]
    for (const client of [as('writer'), as('reviewer'), administrator]) {
      for (const change of changes) {
        expect((await refusal(change(client))).statusCode).toBe(403)
      }
    }
    for (const username of ['writer', 'reviewer', 'build'] as const) {
      expect((await refusal(as(username).delete('asked'))).statusCode).toBe(403)
    }
    await administrator.delete({query: '*[_type == "submission"]'})
    expect(await administrator.fetch('count(*[_type == "submission"])')).toBe(0)
  })
})

test('no writer takes the place of the export’s report, also not with something else', async () => {
  const {as, writer} = await house()
  const report = {_id: 'exportReport', _type: 'exportReport', release: 'one'}
  for (const id of ['exportReport', 'drafts.exportReport']) {
    for (const client of [writer, as('reviewer')]) {
      expect((await refusal(client.create({_id: id, _type: 'article'}))).statusCode).toBe(403)
    }
  }
  await as('build').createOrReplace(report)
  expect(await writer.getDocument('exportReport')).toMatchObject({release: 'one'})
})
