// The paths of patches, as https://www.sanity.io/docs/content-lake/json-match describes them.

import type {PatchOperations, SanityClient} from '@sanity/client'
import {beforeEach, describe, expect, test} from 'vitest'
import {refusal, servedLake} from '../../support/lake.ts'

const note = {
  _id: 'note',
  _type: 'note',
  title: 'Fever',
  roles: ['author', 'reader', 'reviewer'],
  items: [
    {_key: 'a', n: 1},
    {_key: 'b', n: 2, tags: ['x', 'y']},
    {_key: 'c', n: 3},
  ],
  friends: [{age: 40}, {age: 32}, {name: 'Ada'}],
  place: {city: 'Graz'},
  nothing: null,
}

let client: SanityClient

beforeEach(async () => {
  const served = await servedLake()
  client = served.client
  await client.create(note)
})

async function patched(operations: PatchOperations): Promise<unknown> {
  const {_createdAt, _rev, _updatedAt, ...content} = await client.patch('note', operations).commit()
  return content
}

/** The items with other numbers, in the order of their keys. */
function numbered(...numbers: unknown[]) {
  return note.items.map((item, index) => ({...item, n: numbers[index]}))
}

const changes: readonly [PatchOperations, Partial<Record<keyof typeof note, unknown>>][] = [
  [{set: {'items[*].n': 9}}, {items: numbered(9, 9, 9)}],
  [{set: {'items.n': 9}}, {items: numbered(9, 9, 9)}],
  [{set: {'items[-1].n': 9}}, {items: numbered(1, 2, 9)}],
  [{set: {'items[1:].n': 9}}, {items: numbered(1, 9, 9)}],
  [{set: {'items[0:2].n': 9}}, {items: numbered(9, 9, 3)}],
  [{set: {'items[0, 2].n': 9}}, {items: numbered(9, 2, 9)}],
  [{set: {'items[n > 1].n': 9}}, {items: numbered(1, 9, 9)}],
  [{set: {'items[tags?].n': 9}}, {items: numbered(1, 9, 3)}],
  [{set: {'items[_key == "b"].n': 9}}, {items: numbered(1, 9, 3)}],
  [{set: {'items..n': 9}}, {items: numbered(9, 9, 9)}],
  [{inc: {'items[*].n': 10}, dec: {'items[n > 12].n': 5}}, {items: numbered(11, 12, 8)}],
  [{set: {'friends.age[@ > 35]': 1}}, {friends: [{age: 1}, ...note.friends.slice(1)]}],
  [{set: {'friends[age > 35].age': 1}}, {friends: [{age: 1}, ...note.friends.slice(1)]}],
  [{set: {'roles[*]': 'x'}}, {roles: ['x', 'x', 'x']}],
  [{unset: ['roles[*]']}, {roles: []}],
  [{unset: ['roles[-1]', 'roles[0]']}, {roles: ['reader']}],
  [{unset: ['roles[0, 2]']}, {roles: ['reader']}],
  [{unset: ['roles[@ == "reader"]']}, {roles: ['author', 'reviewer']}],
  [{unset: ['items[1:]']}, {items: note.items.slice(0, 1)}],
  [
    {diffMatchPatch: {'roles[*]': '@@ -1,2 +1,2 @@\n-re\n+RE\n'}},
    {roles: ['author', 'REader', 'REviewer']},
  ],
  [{setIfMissing: {'friends[*].age': 1}}, {friends: [{age: 40}, {age: 32}, {name: 'Ada', age: 1}]}],
  [{setIfMissing: {title: 'x', nothing: 'x'}}, {nothing: 'x'}],
  [
    {insert: {before: 'roles[@ == "reader"]', items: ['x']}},
    {roles: ['author', 'x', 'reader', 'reviewer']},
  ],
  [{insert: {after: 'roles[0:2]', items: ['x']}}, {roles: ['author', 'reader', 'x', 'reviewer']}],
  [{insert: {before: 'roles[1:]', items: ['x']}}, {roles: ['author', 'x', 'reader', 'reviewer']}],
  [{insert: {replace: 'roles[1:]', items: ['x']}}, {roles: ['author', 'x']}],
  [{insert: {replace: 'roles[*]', items: ['x', 'y']}}, {roles: ['x', 'y']}],
  // Missing objects are made on the way.
  [{set: {'place.at.street': 'Am Hof'}}, {place: {city: 'Graz', at: {street: 'Am Hof'}}}],
  [{set: {'nothing.at': 1}}, {nothing: {at: 1}}],
  // Items are not: only an insertion adds any.
  [{set: {'roles[3]': 'x'}}, {}],
  [{set: {'items[_key == "d"].n': 9}}, {}],
  [{set: {'missing[0].n': 9}}, {}],
  [{insert: {after: 'items[_key == "d"]', items: [{_key: 'e'}]}}, {}],
  // What does not fit changes nothing.
  [{set: {'title.en': 'Fever'}}, {}],
  [{set: {'title[0]': 'F'}}, {}],
  [{setIfMissing: {'title.en': 'Fever'}}, {}],
  [{unset: ['title.en', 'roles[7]', 'missing.n']}, {}],
  [{inc: {title: 1, 'missing.n': 1}}, {}],
  [{insert: {after: 'title[0]', items: ['x']}}, {}],
  [{diffMatchPatch: {roles: '@@ -1,2 +1,2 @@\n-re\n+RE\n'}}, {}],
]

test.each(changes)('%j', async (operations, changed) => {
  expect(await patched(operations)).toEqual({...note, ...changed})
})

describe('a path that cannot be understood is refused', () => {
  test.each<PatchOperations>([
    {set: {'items[': 1}},
    {set: {'items..': 1}},
    {unset: ['items[_key == ]']},
    {inc: {'a b': 1}},
    {set: {'': 1}},
    {set: {'"title"': 1}},
    {set: {'@': {}}},
    {insert: {after: 'roles', items: ['x']}},
    {insert: {after: 'roles..[0]', items: ['x']}},
    {insert: {after: '[0]', items: ['x']}},
  ])('%j', async (operations) => {
    const error = await refusal(client.patch('note', operations).commit())
    expect(error.statusCode).toBe(400)
    expect(error.message).toMatch(/Cannot patch document "note": the path ".*"/)
    expect(await client.getDocument('note')).toMatchObject(note)
  })
})

test('an attribute may have any name', async () => {
  await client.patch('note', {setIfMissing: {constructor: 1, "'two words'": 2}}).commit()
  expect(await client.getDocument('note')).toMatchObject({constructor: 1, 'two words': 2})
})

test('a value and what is in it change together', async () => {
  const {_id} = await client.create({_type: 'note', a: {b: {}, a: {}}})
  await client.patch(_id, {setIfMissing: {'..a': 1}}).commit()
  expect(await client.getDocument(_id)).toMatchObject({a: {b: {a: 1}, a: {a: 1}}})
  await client.patch(_id, {unset: ['..a']}).commit()
  expect(await client.getDocument(_id)).not.toHaveProperty('a')
})

test('an empty list takes items before its first and after its last place', async () => {
  for (const at of ['before', 'after'] as const) {
    const {_id} = await client.create({_type: 'note', list: []})
    await client
      .patch(_id)
      .insert(at, at === 'before' ? 'list[0]' : 'list[-1]', ['x', 'y'])
      .commit()
    expect(await client.getDocument(_id)).toMatchObject({list: ['x', 'y']})
  }
})

test('of items that share a key, the last is changed', async () => {
  const items = ['one', 'two'].map((name) => ({_key: 'same', name}))
  await client.create({_id: 'double', _type: 'note', items})
  await client.patch('double', {set: {'items[_key == "same"].name': 'x'}}).commit()
  expect(await client.getDocument('double')).toMatchObject({items: [{name: 'one'}, {name: 'x'}]})
})
