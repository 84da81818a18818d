// No package ships under a licence that the project did not accept.

import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {runCommand, temporaryFolder} from '../support/command.ts'

async function check(folder: string, packages: object) {
  mkdirSync(join(folder, 'docs'))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({packages}))
  const {code, stderr} = await runCommand('licences', [], {cwd: folder})
  return {code, stderr, page: join(folder, 'docs', 'licences.md')}
}

test('a package that ships under a licence which is not allowed is refused by name', async () => {
  using folder = temporaryFolder()
  const {code, stderr, page} = await check(folder.path, {
    'node_modules/a': {version: '1.0.0', license: 'MIT'},
    'node_modules/a/node_modules/@b/c': {version: '2.0.0', license: 'MIT AND AGPL-3.0-only'},
    'node_modules/d': {version: '3.0.0'},
  })
  expect(code).toBe(1)
  expect(stderr).toContain('The licence of @b/c 2.0.0 is not allowed: MIT AND AGPL-3.0-only.')
  expect(stderr).toContain('The licence of d 3.0.0 is not allowed: none.')
  expect(stderr).not.toContain('of a 1.0.0')
  expect(existsSync(page)).toBe(false)
})

test('the list holds what ships, and one of two licences is enough', async () => {
  using folder = temporaryFolder()
  const {code, page} = await check(folder.path, {
    'node_modules/a': {version: '1.0.0', license: '(MIT OR GPL-3.0-only)'},
    'node_modules/tool': {version: '2.0.0', license: 'GPL-3.0-only', dev: true},
  })
  expect(code).toBe(0)
  expect(readFileSync(page, 'utf8')).toContain('| `a` | 1.0.0 | (MIT OR GPL-3.0-only) |')
  expect(readFileSync(page, 'utf8')).not.toContain('tool')
})
