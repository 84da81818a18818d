// What describes a dataset, such as its groups of users, is no content.

import {expect, test} from 'vitest'
import {openPathSource} from '../../pipeline/source/source.ts'
import {survey} from '../../pipeline/survey/survey.ts'
import {lakeWith} from '../support/lake.ts'
import {library} from '../support/library.ts'

test('documents under "_." are passed over, whatever their type', async () => {
  const {dir, client} = await lakeWith(library)
  const today = '2026-01-01'
  const surveyed = async () => {
    await using source = await openPathSource(dir)
    return await survey(source, {today})
  }
  const before = await surveyed()
  await client.create({_id: '_.groups.public', _type: 'system.group'})
  expect(await surveyed()).toEqual(before)
})
