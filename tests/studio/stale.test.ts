// A decision is stored only if it is about what is there now.

import {expect, test} from 'vitest'
import {revisionOf} from '../../review/revision.ts'
import {whyStale} from '../../studio/review/stale.ts'
import {guardedLake, importPeople} from '../support/lake.ts'

const text = {_id: 'drafts.faq-rest', _type: 'faq', question: 'How long do I rest?'}
const seen = {
  subject: 'faq-rest',
  revision: revisionOf(text),
  me: 'person-reviewer',
  decisions: new Set<string>(),
}

async function lakeWithText() {
  const {lake, as} = guardedLake()
  await importPeople(lake)
  await as('writer').create(text)
  const decide = (user: 'reviewer' | 'other') =>
    as(user).create({
      _type: 'review',
      subject: {_type: 'reference', _ref: 'faq-rest', _weak: true},
      revision: revisionOf(text),
      decision: 'changesRequested',
      reviewer: {_type: 'reference', _ref: `person-${user}`, _weak: true},
      comment: 'Say how long.',
      decidedAt: new Date().toISOString(),
    })
  return {as, decide, client: as('reviewer')}
}

test('a decision on the text that is there is stored, also after one that the reviewer saw or made', async () => {
  const {client, decide} = await lakeWithText()
  expect(await whyStale(client, seen)).toBeUndefined()
  await decide('reviewer')
  expect(await whyStale(client, seen)).toBeUndefined()
})

test('a decision is not stored if another reviewer decided meanwhile, until the form shows that', async () => {
  const {client, decide} = await lakeWithText()
  const {_id} = await decide('other')
  expect(await whyStale(client, seen)).toMatch(/^Another reviewer decided/)
  expect(await whyStale(client, {...seen, decisions: new Set([_id])})).toBeUndefined()
})

test('a decision is not stored if the text was changed or discarded meanwhile', async () => {
  const {as, client} = await lakeWithText()
  await as('writer').patch(text._id).set({question: 'How long?'}).commit()
  expect(await whyStale(client, seen)).toMatch(/^Another user changed or discarded/)
  await as('writer').delete(text._id)
  expect(await whyStale(client, seen)).toMatch(/^Another user changed or discarded/)
})
