// As many threads as the machine has cores judge and render a large library. The result does not depend
// on their number.

import {spawnSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test, vi} from 'vitest'
import {exportRelease} from '../../pipeline/export/export.ts'
import type {Progress} from '../../pipeline/progress.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {survey} from '../../pipeline/survey/survey.ts'
import {channels} from '../../render/channels/index.ts'
import {commandLine, temporaryFolder, writeDataset} from '../support/command.ts'
import {
  article,
  library,
  makeDecision,
  paragraph,
  settings,
  TODAY,
  withDocument,
} from '../support/library.ts'
import {snapshot} from '../support/release.ts'

const machine = vi.hoisted(() => ({cores: 1}))
vi.mock(import('node:os'), async (original) => ({
  ...(await original()),
  availableParallelism: () => machine.cores,
}))

/** Enough articles for several threads. The last of them are not approved. */
const COUNT = 1608
const APPROVED = 1600

/** The rules refuse some of them, and others link to those. */
const articles = Array.from({length: COUNT}, (_, index) => ({
  ...article,
  _id: `copy-${index}`,
  slug: {_type: 'slug', current: `copy-${index}`},
  body: [
    article.body,
    paragraph('c1', index % 8 === 0 ? `Our injections cure ${index} people.` : 'Ask your doctor.'),
    paragraph('c2', 'Read more elsewhere.', {
      marks: ['l1'],
      markDefs: [
        {
          _type: 'internalLink',
          _key: 'l1',
          reference: {_type: 'reference', _ref: `copy-${(index + 700) % COUNT}`},
        },
      ],
    }),
  ].flat(),
}))

const documents = [
  ...library,
  ...articles,
  ...articles.slice(0, APPROVED).map((one) => makeDecision(one)),
]

test('a report and a release are the same from one thread and from several', async () => {
  using folder = temporaryFolder()
  await using source = await openPathSource(writeDataset(folder.path, documents))
  const run = async (cores: number) => {
    machine.cores = cores
    const out = join(folder.path, `exports-${cores}`)
    const progress: Progress[] = []
    const {dir: _, ...report} = await exportRelease({
      source,
      out,
      channels,
      today: TODAY,
      onProgress: (step) => progress.push(step),
    })
    const found = await survey(source, {today: TODAY})
    return {report, found, release: snapshot(out), progress}
  }
  const alone = await run(1)
  expect(alone.report.withheld).toHaveLength(200 + 8)
  expect(alone.report.warnings.filter(({rule}) => rule === 'links/target')).toHaveLength(199 + 8)

  const shared = await run(3)
  expect(shared.report).toEqual(alone.report)
  expect(shared.found).toEqual(alone.found)
  expect(shared.release).toEqual(alone.release)

  // First all articles are judged, then those that link to a page which readers do not get.
  const judged = shared.progress.filter(({stage}) => stage === 'judge')
  const totals = [...new Set(judged.map(({total}) => total))]
  expect(totals[0]).toBe(APPROVED + 1)
  for (const again of totals.slice(1)) expect(again).toBeLessThan(500)
  for (const total of totals) {
    const counts = judged.filter((step) => step.total === total).map(({done}) => done)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(counts.at(-1)).toBe(total)
  }
})

test('a failure that is found late ends the threads that have started', async () => {
  using folder = temporaryFolder()
  const unusable = withDocument({...settings, title: ''}, documents)
  await using source = await openPathSource(writeDataset(folder.path, unusable))
  machine.cores = 3
  const out = join(folder.path, 'exports')
  await expect(exportRelease({source, out, channels, today: TODAY})).rejects.toThrow('siteSettings')
  expect(readdirSync(out, {recursive: true}).toSorted()).toEqual(['.lock.db', '.memory.db'])
})

test('no thread frees compiled code that another may run, which can end the process', () => {
  using folder = temporaryFolder()
  const source = writeDataset(folder.path, documents)
  const out = join(folder.path, 'exports')
  const args = [...commandLine('export'), '--source', source, '--out', out, '--json']
  const {stdout} = spawnSync(process.execPath, ['--trace-wasm-code-gc', ...args], {
    encoding: 'utf8',
  })
  expect(stdout).toContain('"ok": true')
  expect(stdout).not.toContain('[wasm-gc]')
})
