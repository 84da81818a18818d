// npm run verify on releases, as an operator or a build job runs it. tests/lake/verify runs it on lakes.

import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {runCommand, temporaryFolder} from '../support/command.ts'
import {library} from '../support/library.ts'
import {exportDocuments, snapshot} from '../support/release.ts'

async function exported() {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const out = join(folder.path, 'exports')
  const {release, dir} = await exportDocuments(library, out)
  return {out, release, dir}
}

test('verify checks one release or all of them, names each, and changes nothing', async () => {
  const {out, release} = await exported()
  const before = snapshot(out)
  for (const args of [
    ['--release', join(out, 'current')],
    ['--exports', out],
  ]) {
    const {code, stdout, stderr} = await runCommand('verify', args)
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toMatch(/✔ 1 release, \d+ files, \d+ documents: no sign of tampering/)
    expect(stdout).toContain(`Release: ${release}`)
  }
  expect(snapshot(out)).toEqual(before)
})

test('verify names each changed file, says what to do, and ends with 1', async () => {
  const {out, release, dir} = await exported()
  const page = join(dir, 'web', 'index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replace('e', 'a'))
  // A name that would clear the screen of a terminal.
  writeFileSync(join(dir, '\u001B[2J'), 'x')
  const {code, stdout, stderr} = await runCommand('verify', ['--exports', out])
  expect(code).toBe(1)
  expect(stdout).toContain('2 problems')
  expect(stderr).toContain(`✖ ${page}: its bytes are not those of the release`)
  expect(stderr).toContain('[2J: the manifest does not list it')
  expect(stderr).toContain('Do not use this release.')
  expect(stderr).not.toContain('\u001B')

  const json = await runCommand('verify', ['--exports', out, '--json'])
  expect(json.code).toBe(1)
  expect(JSON.parse(json.stdout)).toMatchObject({
    ok: false,
    releases: [{id: release}],
    found: 2,
    findings: [{problem: 'the manifest does not list it'}, {what: page}],
  })
})

test('verify says so if there is no release, or if it is to check two things', async () => {
  const {out, dir} = await exported()
  rmSync(join(dir, 'manifest.json'))
  const refusals = [
    [['--exports', dir], 'There is no release in', 'Name an exports folder'],
    [['--release', out], 'it has no manifest.json', 'Name the folder of a release'],
    [['--release', dir, '--exports', out], '--release', '--exports'],
    [['--release', dir, '--expect', '0'.repeat(64)], '--release', '--expect'],
    [['--exports', out, '--dir', '.lake'], '--exports', '--dir'],
  ] as const
  await Promise.all(
    refusals.map(async ([args, problem, hint]) => {
      const {code, stderr} = await runCommand('verify', args)
      expect(code).toBe(1)
      expect(stderr).toContain(problem)
      expect(stderr).toContain(hint)
      expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
    }),
  )
})

test('verify --help lists what it checks, and the exit codes', async () => {
  const {code, stdout} = await runCommand('verify', ['--help'])
  expect(code).toBe(0)
  for (const option of ['--dir', '--expect', '--release', '--exports', '--json']) {
    expect(stdout).toContain(option)
  }
  expect(stdout).toContain('Exit codes: 0 done, 1 failed or found tampering')
})
