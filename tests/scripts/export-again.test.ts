// A second export of a lake tells and leaves the same as the first. If nothing has changed, it makes nothing again.

import {join} from 'node:path'
import {expect, test} from 'vitest'
import {z} from 'zod'
import {EXPORT_REPORT} from '../../review/export-report.ts'
import {runCommand, temporaryFolder} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {article, library, makeDecision, paragraph, slug, TODAY} from '../support/library.ts'
import {released, snapshot} from '../support/release.ts'

const report = z.looseObject({release: z.string(), mended: z.int(), milliseconds: z.int()})

/** A library with a warning, an answer to a finding, and a page that is withheld. */
const documents = [
  ...library,
  {
    ...article,
    _id: 'waiting',
    slug: slug('waiting'),
    body: [paragraph('b', 'We utilize a needle.')],
  },
]

/** Exports a lake in a process of its own. */
async function exportLake(dir: string, out: string, ...more: string[]) {
  const {code, stdout, stderr} = await runCommand('export', [
    '--source',
    dir,
    '--out',
    out,
    '--as-of',
    TODAY,
    ...more,
  ])
  return {code, stdout, stderr}
}

/** What a program reads, without the time that it took. */
async function told(dir: string, out: string, ...more: string[]) {
  const {code, stdout} = await exportLake(dir, out, '--json', ...more)
  const {milliseconds: _, ...rest} = report.parse(JSON.parse(stdout))
  return {code, ...rest}
}

test('an export of an unchanged lake says so, tells the same, and leaves the release alone', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  const {dir, client} = await lakeWith(documents)
  const first = await told(dir, out)
  expect(first.code).toBe(2)
  const before = snapshot(out)
  const recorded = await client.getDocument(EXPORT_REPORT)

  const again = await exportLake(dir, out)
  expect(again).toMatchObject({code: 2, stderr: ''})
  expect(again.stdout).toContain('Nothing has changed in the lake')
  expect(await told(dir, out)).toEqual(first)
  expect(snapshot(out)).toEqual(before)
  expect(await client.getDocument(EXPORT_REPORT)).toEqual(recorded)

  expect(await told(dir, out, '--full')).toEqual(first)
  expect((await exportLake(dir, out, '--full')).stdout).toContain('Exported from the lake')
  expect(snapshot(out)).toEqual(before)
})

test('a change is exported at once', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  const {dir, client} = await lakeWith(library)
  await exportLake(dir, out)
  const text = {...article, title: 'What prolotherapy is'}
  await client.createOrReplace(text)
  await client.create(makeDecision(text, 'approved', {decidedAt: '2026-10-02T10:00:00Z'}))
  expect((await exportLake(dir, out)).stdout).toContain('Exported from the lake')
  expect(released(out, 'web/articles/what-is-prolotherapy.html')).toContain('What prolotherapy is')
})
