// `validate --fix` fixes only what cannot change a text's meaning, and leaves the rest to people.

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {spacing} from '../../policy/plain/spacing.ts'
import {runCommand, temporaryFolder, writeDataset} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {article, library, paragraph, withDocument} from '../support/library.ts'

const spaced = {...article, title: 'What  is prolotherapy?'}

test('repeated spaces are removed in a draft, and readers keep the approved text', async () => {
  const {dir, client} = await lakeWith(withDocument(spaced))
  const {stdout} = await runCommand('validate', ['--source', dir, '--fix', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({fixed: ['drafts.article']})
  expect(await client.getDocument('drafts.article')).toMatchObject({title: 'What is prolotherapy?'})
  expect(await client.getDocument('article')).toMatchObject({title: spaced.title})
})

test('a dataset file is not changed', async () => {
  using folder = temporaryFolder()
  const file = writeDataset(folder.path, library)
  const {code, stderr} = await runCommand('validate', ['--source', file, '--fix'])
  expect(code).toBe(1)
  expect(stderr).toContain('cannot be changed: it is a file')
})

test('a fix changes nothing but spaces, and leaves nothing to fix', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const document = {_id: 'a', _type: 'article', body: [paragraph('b', text)]}
      const fixed = spacing.fix?.(document) ?? document
      expect(JSON.stringify(fixed).replaceAll(/\s/g, '')).toBe(
        JSON.stringify(document).replaceAll(/\s/g, ''),
      )
      expect(spacing.fix?.(fixed)).toEqual(fixed)
    }),
  )
})
