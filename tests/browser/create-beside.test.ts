// A document that is made with Create, in the form of another one. Sanity leaves a note in the reference until
// both are published, and the note is no part of what a reviewer approves.

import {join} from 'node:path'
import {expect, test} from 'vitest'
import {importDataset, lakeClient, openLake} from '../../lake/index.ts'
import {runCommand, writeDataset} from '../support/command.ts'
import {makeDecision, work} from '../support/library.ts'
import {released} from '../support/release.ts'
import {
  choose,
  openDecision,
  openForm,
  sampleStudio,
  writeComment,
  type Person,
} from '../support/studio.ts'

const studio = sampleStudio()

const article = 'article-prepare-for-appointment'

/** A reference of the sample library. */
const known = {
  title: 'Regulatory considerations of orthobiologic procedures',
  doi: '10.1016/j.pmr.2022.08.016',
}

/** The text of the article's draft, as JSON. */
async function draft(): Promise<string> {
  using lake = openLake({dir: studio.dir})
  return JSON.stringify(await lakeClient(lake).getDocument(`drafts.${article}`))
}

/** Cites a new reference in a paragraph of the article, and returns its id. */
async function citeNew({page, open}: Person, paragraph: string): Promise<string> {
  await open(`article;${article}`)
  await page.getByTestId('field-body').getByTestId('fullscreen-button-expand').click()
  await page.getByText(paragraph).dblclick({position: {x: 30, y: 12}})
  await page.getByRole('button', {name: 'Citation'}).click()
  await page.getByTestId('popover-edit-dialog').getByRole('button', {name: 'Create'}).click()
  await expect.poll(draft, {timeout: 15_000}).toContain('_strengthenOnPublish')
  const [, id = ''] = /"_ref":"([^"]+)"[^{}]*"_strengthenOnPublish"/.exec(await draft()) ?? []
  return id
}

/** Completes the reference that *Create* began, and has it approved and published. */
async function publishWork(id: string): Promise<void> {
  const complete = {...work, _id: id, title: 'A work made beside the article'}
  using lake = openLake({dir: studio.dir})
  await lakeClient(lake).delete(`drafts.${id}`)
  const records = [complete, makeDecision(complete, 'approved', {by: 'person-miriam-hale'})]
  await importDataset(lake, writeDataset(studio.folder, records))
}

test('an article with a citation that was made with Create keeps its approval when it is published', async () => {
  await using writer = await studio.signIn('writer')
  const {page} = writer
  const id = await citeNew(writer, 'A visit goes by fast.')
  await publishWork(id)

  await writer.open(`article;${article}`)
  await page.reload()
  await openForm(page, 'Submit for review')
  await page.getByRole('checkbox', {name: 'Miriam Hale'}).check()
  await page.getByRole('button', {name: 'Submit', exact: true}).click()
  await page.getByText('In review', {exact: true}).last().waitFor()

  await using reviewer = await studio.signIn('reviewer')
  await reviewer.open(`article;${article}`)
  const form = await openDecision(reviewer.page, 'Approve')
  // Of the citation, the view shows the work, and not what Sanity added.
  expect(await reviewer.page.getByText('strengthenOnPublish').count()).toBe(0)
  await writeComment(form, 'The new source says so.')
  await form.getByRole('button', {name: 'Approve exactly this text'}).click()

  await page.getByText('Approved', {exact: true}).last().waitFor()
  await choose(page, 'Publish')
  await page.getByText('Published', {exact: true}).last().waitFor()
  const out = join(studio.folder, 'exports')
  expect((await runCommand('export', ['--source', studio.dir, '--out', out])).code).toBe(0)
  expect(
    released(out, 'web/articles/prepare-for-an-appointment-about-back-injections.html'),
  ).toContain('A work made beside the article')
})

test('a writer who made a reference that the library has already cites that one instead', async () => {
  await using writer = await studio.signIn('writer')
  const {page} = writer
  const id = await citeNew(writer, 'Note your allergies.')
  await page.getByTestId('field-doi').getByTestId('string-input').fill(known.doi)
  await page.getByRole('button', {name: `Cite “${known.title}”`}).click()
  await expect.poll(draft, {timeout: 15_000}).not.toContain('_strengthenOnPublish')
  expect(await draft()).not.toContain(id)
  await page.getByTestId('field-doi').waitFor({state: 'detached'})
  await page.getByTestId('field-body').first().waitFor()
  using lake = openLake({dir: studio.dir})
  await expect
    .poll(() => lakeClient(lake).getDocument(`drafts.${id}`), {timeout: 15_000})
    .toBeUndefined()
})
