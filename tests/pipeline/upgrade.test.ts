// A library from before people and settings needed approvals: nothing vanishes by the upgrade, the export says
// what is missing, and two administrators give it. The steps are those of docs/operators.md.

import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {expect, onTestFinished, test} from 'vitest'
import {importDataset} from '../../lake/index.ts'
import {exportRelease} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {survey} from '../../pipeline/survey/survey.ts'
import {channels} from '../../render/channels/index.ts'
import {isAdministrative} from '../../review/governed.ts'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {guardedServer} from '../support/lake.ts'
import {
  article,
  author,
  library,
  makeDecision,
  reviewer,
  settings,
  TODAY,
} from '../support/library.ts'
import {released} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'

/** What the library held before: no administrator had a page, and nobody had approved people or settings. */
const before = library.filter(
  ({_id, kind}) => !['administrator', 'deputy'].includes(_id) && kind !== 'administrative',
)

function approve(client: SanityClient, by: string, document: StoredDocument) {
  const {_rev, ...decision} = makeDecision(document, 'approved', {
    by: `person-${by}`,
    decidedAt: new Date().toISOString(),
  })
  return client.create(decision)
}

test('nothing vanishes, and existing approvals hold once two administrators did their part', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const dir = join(folder.path, 'lake')
  const out = join(folder.path, 'exports')
  const {lake, as} = await guardedServer({dir})
  await importDataset(lake, writeDataset(folder.path, before), {author: 'system'})
  const run = async () => {
    await using source = await openPathSource(dir)
    return await exportRelease({source, out, channels, today: TODAY})
  }
  await expect(run()).rejects.toMatchObject({
    message: expect.stringContaining('no administrator has approved it'),
    hint: expect.stringContaining('The same holds for author, reviewer'),
  })
  await using source = await openPathSource(dir)
  const {withheld} = await survey(source, {today: TODAY})
  expect(withheld).toContainEqual(
    expect.objectContaining({
      id: 'article',
      reason: 'the approval by reviewer does not count, because the reviewer has no approved page',
    }),
  )
  expect(withheld.filter(({type}) => isAdministrative(type)).map(({id}) => id)).toEqual([
    'siteSettings',
    'author',
    'reviewer',
  ])

  const pageOf = (name: string) => ({
    _id: `person-${name}`,
    _type: 'person',
    name,
    roles: ['administrator'],
  })
  await as('administrator').create(pageOf('administrator'))
  await as('deputy').create(pageOf('deputy'))
  await approve(as('administrator'), 'administrator', pageOf('deputy'))
  await approve(as('deputy'), 'deputy', pageOf('administrator'))
  for (const document of [settings, author, reviewer]) {
    await approve(as('administrator'), 'administrator', document)
  }
  const report = await run()
  expect(report.withheld).toEqual([])
  expect(report.warnings).toEqual([])
  expect(released(out, PAGE)).toContain('What is prolotherapy?')
  expect(report.settled.find(({id}) => id === 'article')?.decision).toMatchObject({
    id: makeDecision(article)._id,
    revision: revisionOf(article),
  })
})
