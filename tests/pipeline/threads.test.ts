// A large library is judged and rendered by as many threads as the machine has cores. Nobody can
// tell from what comes out.
import {join} from 'node:path'

import {expect, test, vi} from 'vitest'

import {channels} from '../../pipeline/channels/index.ts'
import {exportRelease, type Progress} from '../../pipeline/export.ts'
import {openPathSource} from '../../pipeline/source.ts'
import {survey} from '../../pipeline/survey.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {article, decisionOn, library, paragraph, TODAY} from '../support/library.ts'
import {snapshot} from '../support/release.ts'

const machine = vi.hoisted(() => ({cores: 1}))
vi.mock(import('node:os'), async (original) => ({
  ...(await original()),
  availableParallelism: () => machine.cores,
}))

/** Articles that rules have something to say of: some are refused, and others lead to those. */
const articles = Array.from({length: 1600}, (_, index) => ({
  ...article,
  _id: `copy-${index}`,
  slug: {_type: 'slug', current: `copy-${index}`},
  body: [
    article.body,
    paragraph('c1', index % 8 === 0 ? `Injections cure ${index} people.` : 'Ask your doctor.'),
    paragraph('c2', 'Read more elsewhere.', {
      marks: ['l1'],
      markDefs: [
        {
          _type: 'internalLink',
          _key: 'l1',
          reference: {_type: 'reference', _ref: `copy-${(index + 700) % 1600}`},
        },
      ],
    }),
  ].flat(),
}))

const documents = [...library, ...articles, ...articles.map((one) => decisionOn(one))]

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
  expect(alone.report.withheld).toHaveLength(200)
  expect(alone.report.warnings.filter(({rule}) => rule === 'links/target')).toHaveLength(200)

  const shared = await run(3)
  expect(shared.report).toEqual(alone.report)
  expect(shared.found).toEqual(alone.found)
  expect(shared.release).toEqual(alone.release)

  // Articles are judged again when some are refused.
  const judged = shared.progress.filter(({stage}) => stage === 'judge')
  const total = articles.length + 1
  const counted = Array.from({length: total}, (_, index) => index + 1)
  expect(judged.map(({done}) => done)).toEqual([...counted, ...counted])
  expect(new Set(judged.map((step) => step.total))).toEqual(new Set([total]))
})
