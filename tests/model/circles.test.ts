// Of works that supersede each other none would be the newest. The form refuses that, and so does an export.

import {expect, test} from 'vitest'
import {pointersIn} from '../../model/references.ts'
import {DatasetChecks} from '../../model/validate.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {reference, work} from '../support/library.ts'
import {openStudio} from '../support/validity.ts'

function superseded(_id: string, by: string): StoredDocument {
  return {
    ...work,
    _id,
    title: `Work ${_id}`,
    doi: undefined,
    status: 'superseded',
    supersededBy: reference(by),
  }
}

const current = {...work, _id: 'current'}

test.each<[string, StoredDocument[], Record<string, string>]>([
  [
    'two works',
    [superseded('a', 'b'), superseded('b', 'a')],
    {a: 'leads back to this work, through b', b: 'leads back to this work, through a'},
  ],
  [
    'three works, to which a fourth leads',
    [superseded('a', 'b'), superseded('b', 'c'), superseded('c', 'a'), superseded('d', 'a')],
    {
      a: 'leads back to this work, through b and c',
      b: 'leads back to this work, through c and a',
      c: 'leads back to this work, through a and b',
    },
  ],
  ['a work and itself', [superseded('a', 'a')], {a: 'is this work itself'}],
  ['works of which one stands', [superseded('a', 'b'), superseded('b', 'current')], {}],
  [
    'a work that stands, whose form keeps an earlier choice',
    [superseded('a', 'b'), {...superseded('b', 'a'), status: 'current'}],
    {},
  ],
])('%s', async (_, works, expected) => {
  const all = [...works, current]
  const checks = new DatasetChecks()
  for (const one of all) checks.add(one, pointersIn(one))
  const refused = checks.findings().map(({document, path, message}) => [document, {path, message}])
  expect(Object.fromEntries(refused)).toEqual(
    Object.fromEntries(
      Object.entries(expected).map(([id, message]) => [id, {path: 'supersededBy', message}]),
    ),
  )
  const studio = await openStudio(all)
  for (const one of works) {
    const words = expected[one._id]?.replaceAll(/\b[abc]\b(?! work)/g, '“Work $&”')
    expect(await studio.problemsOf(one)).toEqual(
      words === undefined ? [] : [expect.stringContaining(words)],
    )
  }
  await studio.close()
})
