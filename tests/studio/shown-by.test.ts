// The Studio tells a writer which pages show a text: the pages that point at it, that a disclaimer applies
// to, or that list a clinic.

import {expect, onTestFinished, test} from 'vitest'
import {importDataset, lakeClient, openLake} from '../../lake/index.ts'
import {contentOf} from '../../review/revision.ts'
import {pagesThatCarry, pagesThatShow} from '../../studio/review/shown-by.ts'

async function sample() {
  const lake = openLake({dir: ':memory:'})
  onTestFinished(() => lake.close())
  await importDataset(lake, 'content')
  const client = lakeClient(lake)
  const {signal} = new AbortController()
  const carrying = async (id: string): Promise<string[]> => {
    const document = await client.getDocument(id)
    const pages = document ? await pagesThatCarry(client, contentOf(document), signal) : []
    return pages.map(({_id}) => _id)
  }
  return {client, signal, carrying}
}

test('a general disclaimer is on every page', async () => {
  const {client, carrying} = await sample()
  const pages = await client.fetch<string[]>(
    '*[_type in ["article", "therapyType", "faq"]] | order(_type, _id)._id',
  )
  expect(await carrying('disclaimer-general')).toEqual(pages)
})

test('a disclaimer for a therapy is on the pages that cover it', async () => {
  const {carrying} = await sample()
  const pages = await carrying('disclaimer-biocellular')
  expect(pages).toContain('therapy-biocellular')
  expect(pages).toContain('article-prolotherapy-back-pain')
  expect(pages).not.toContain('therapy-dextrose')
})

test('articles that have the card of a therapy show it', async () => {
  const {client, signal} = await sample()
  const pages = await pagesThatShow(client, 'therapy-dextrose', signal)
  expect(pages.map(({_id}) => _id)).toContain('article-prolotherapy-back-pain')
})

test('a clinic is on the pages of the therapies that it offers', async () => {
  const {carrying} = await sample()
  expect(await carrying('clinic-sample-portland')).toEqual(['therapy-dextrose', 'therapy-prp'])
})
