// A second export of a lake tells and leaves the same as the first. If nothing has changed, it makes nothing again.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {expect, onTestFinished, test, vi} from 'vitest'
import {z} from 'zod'
import {EXPORT_REPORT} from '../../review/export-report.ts'
import {commandLine, runCommand, temporaryFolder} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {article, faq, library, makeDecision, paragraph, slug, TODAY} from '../support/library.ts'
import {released, snapshot} from '../support/release.ts'

const report = z.looseObject({
  previous: z.string().optional(),
  release: z.string(),
  mended: z.int(),
  milliseconds: z.int(),
})

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
  expect(first.previous).toBeUndefined()
  // What is current now was current before the next export.
  const same = {...first, previous: first.release}
  const before = snapshot(out)
  const recorded = await client.getDocument(EXPORT_REPORT)

  const again = await exportLake(dir, out)
  expect(again).toMatchObject({code: 2, stderr: ''})
  expect(again.stdout).toContain('Nothing has changed in the lake')
  expect(await told(dir, out)).toEqual(same)
  expect(snapshot(out)).toEqual(before)
  expect(await client.getDocument(EXPORT_REPORT)).toEqual(recorded)

  expect(await told(dir, out, '--full')).toEqual(same)
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

const rehearsal = z.looseObject({
  release: z.string(),
  changes: z.array(z.object({path: z.string(), change: z.string()})),
})

test('--dry-run lists what would change, by channel, and writes no release', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  const {dir, client} = await lakeWith(library)
  await exportLake(dir, out)
  const before = snapshot(out)
  expect((await exportLake(dir, out, '--dry-run')).stdout).toContain('Nothing would change.')

  const text = {...faq, question: 'Does it hurt much?'}
  await client.createOrReplace(text)
  await client.createOrReplace(makeDecision(text, 'approved', {decidedAt: '2026-11-01T10:00:00Z'}))
  const {stdout, code} = await exportLake(dir, out, '--dry-run')
  expect(stdout).toMatch(/ {2}app\n {4}changed {2}articles\/what-is-prolotherapy\.json\n/)
  expect(code).toBe(0)
  const {changes, release} = rehearsal.parse(
    JSON.parse((await exportLake(dir, out, '--dry-run', '--json')).stdout),
  )
  expect(changes).toContainEqual({path: 'web/faq.html', change: 'changed'})
  expect(snapshot(out)).toEqual(before)
  expect(await told(dir, out)).toMatchObject({release, mended: 0})
})

test('--check makes the release again from nothing, and finds it the same', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  const {dir, client} = await lakeWith(documents)
  await exportLake(dir, out)
  await client.createOrReplace({...article, title: 'What prolotherapy is'})
  expect(await exportLake(dir, out, '--check')).toMatchObject({code: 2, stderr: ''})
})

test('--watch exports after each change until it is interrupted, and needs an embedded lake', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  const {dir, client} = await lakeWith(library)
  const args = ['--source', dir, '--out', out, '--as-of', TODAY, '--watch']
  const watching = spawn(process.execPath, [...commandLine('export'), ...args])
  onTestFinished(() => void watching.kill('SIGKILL'))
  const question = (words: string) => async () =>
    expect(released(out, 'web/faq.html') ?? '').toContain(words)
  await vi.waitFor(question('Does it hurt?'), 30_000)
  for (const words of ['Does it hurt much?', 'Will it hurt?']) {
    const text = {...faq, question: words}
    await client.createOrReplace(text)
    await client.createOrReplace(makeDecision(text))
    await vi.waitFor(question(words), 30_000)
  }
  watching.kill('SIGINT')
  const [code, signal] = await once(watching, 'exit')
  expect([code, signal]).toEqual([null, 'SIGINT'])

  const refused = await runCommand('export', ['--source', 'content', '--out', out, '--watch'])
  expect(refused).toMatchObject({code: 1})
  expect(refused.stderr).toContain('content cannot be watched.')
})
