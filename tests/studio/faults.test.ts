// The checks list what the form asks for, once for each fault.

import {afterAll, expect, test} from 'vitest'
import {faultsAmong} from '../../studio/checks/faults.ts'
import {article, warningSigns} from '../support/library.ts'
import {openStudio} from '../support/validity.ts'

const studio = await openStudio()
afterAll(studio.close)

async function faultsOf(document: Parameters<typeof studio.marksOf>[0]): Promise<string[]> {
  const faults = faultsAmong(await studio.marksOf(document))
  return faults.map(({path, message}) => `${path.join('.')}: ${message}`)
}

test.each([
  ['an address that is missing', {...article, slug: undefined}, ['slug: Required']],
  [
    'an address that is empty',
    {...article, slug: {_type: 'slug', current: ''}},
    ['slug: Slug must have a value'],
  ],
  [
    'a number that is missing',
    {...article, reviewInterval: undefined},
    ['reviewInterval: Required'],
  ],
  [
    'an object that is missing',
    {_id: 'clinic', _type: 'clinic'},
    ['name: Required', 'address: Required', 'location: Required'],
  ],
  [
    'a list without any sign',
    {...warningSigns, now: undefined, today: undefined, soon: undefined},
    ['now: Enter a sign here, or in one of the next two.'],
  ],
  [
    'two faults of one number',
    {...article, reviewInterval: 0.5},
    ['reviewInterval: Must be an integer', 'reviewInterval: Must be greater than or equal to 1'],
  ],
])('%s', async (_, document, faults) => {
  expect(await faultsOf(document)).toEqual(faults)
})
