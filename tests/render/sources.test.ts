// Words that are no health text name their works in a field beside them. Readers see the numbers after the words.

import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {z} from 'zod'
import {isGoverned} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder} from '../support/command.ts'
import {exportPath, readText} from '../support/exported.ts'
import {
  figure,
  kitchenSink,
  kitchenSinkArticle,
  kitchenSinkBody,
  wordsFor,
  writeKitchenSink,
} from '../support/kitchen-sink.ts'
import {
  article,
  disclaimer,
  faq,
  keyed,
  library,
  makeDecision,
  paragraph,
  reference,
  therapy,
  withApprovals,
  withApproved,
  withDocument,
  work,
} from '../support/library.ts'
import {exportDocuments, releasedBundle} from '../support/release.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

const bundle = z.object({
  references: z.array(z.object({id: z.string()})),
  summaryReferences: z.array(z.int()).optional(),
  images: z.array(
    z.object({caption: z.string().optional(), references: z.array(z.int()).optional()}),
  ),
  therapies: z.array(z.object({summaryReferences: z.array(z.int()).optional()})),
  body: z.object({text: z.string()}),
})

let html: string
let index: string
let app: z.output<typeof bundle>
beforeAll(async () => {
  const page = {
    ...kitchenSinkArticle,
    body: [
      ...kitchenSinkBody,
      figure('wordy', {words: '9 of 10', sources: [keyed('other-work')]}),
      figure('bare', {sources: []}),
    ],
  }
  const documents = kitchenSink
    .filter(({_type}) => _type !== 'review')
    .map((document) => (document._id === page._id ? page : document))
  const decisions = documents.filter(({_type}) => isGoverned(_type)).flatMap(wordsFor)
  const dataset = writeKitchenSink(join(folder.path, 'dataset'), [...documents, ...decisions])
  const release = await exportPath(dataset, join(folder.path, 'out'))
  html = readText(release, 'web/articles/everything.html')
  index = readText(release, 'web/index.html')
  app = bundle.parse(JSON.parse(readText(release, 'app/articles/everything.json')))
})

/** The number of a work on the page. */
function numberOf(id: string): number {
  return app.references.findIndex((reference) => reference.id === id) + 1
}

/** The numbers that stand right after words of the page. */
function numbersAfter(words: string): number[] {
  const at = html.lastIndexOf(words)
  expect(at, words).toBeGreaterThan(-1)
  const [citations = ''] =
    /^(?:\s*<sup class="citation".*?<\/sup\s*>)*/s.exec(html.slice(at + words.length)) ?? []
  return Array.from(citations.matchAll(/href="#reference-(\d+)"/g), ([, number]) => Number(number))
}

describe('the numbers of works', () => {
  test('follow the summary of a page, whose works come first', () => {
    expect(numberOf('work')).toBe(1)
    expect(numbersAfter('a test of a summary.')).toEqual([1])
    expect(app.summaryReferences).toEqual([1])
  })

  test('follow the captions of pictures and tables', () => {
    expect(numbersAfter('A caption &#38; &#60;3')).toEqual([numberOf('other-work')])
    expect(numbersAfter('Above the text')).toEqual([])
    expect(numbersAfter('Doses in cells that hold text')).toEqual([1])
    expect(app.images.find(({caption}) => caption === 'A caption & <3')?.references).toEqual([
      numberOf('other-work'),
    ])
    expect(app.body.text).toContain('Doses in cells that hold text [1]')
    expect(app.body.text).toContain(`A caption & <3 [${numberOf('other-work')}]`)
  })

  test('follow a word of their own, if a picture has no caption', () => {
    const number = numberOf('other-work')
    expect(numbersAfter('<figcaption>Sources:')).toEqual([number])
    expect(html.match(/Sources:/g)).toHaveLength(1)
    expect(app.body.text.match(/.*\nSources:.*/g)).toEqual([
      `Words in the image: 9 of 10\nSources: [${number}]`,
    ])
  })

  test('follow the summary of a treatment on its card', () => {
    expect(numbersAfter('and ligaments of the back.')).toEqual([numberOf('other-work')])
    expect(app.therapies).toMatchObject([{summaryReferences: [numberOf('other-work')]}])
  })
})

test('a list of pages, which has no references, shows their summaries without numbers', () => {
  expect(index).toContain('a test of a summary.</p>')
  expect(index).toContain('and ligaments of the back.</p>')
})

test('a page whose summary leans on a work that is not approved is withheld', async () => {
  const other = {...work, _id: 'unapproved', title: 'A trial that waits'}
  const page = {...article, summarySources: [keyed('unapproved')]}
  using out = temporaryFolder()
  const {withheld} = await exportDocuments([...withApproved(page), other], out.path)
  expect(withheld).toContainEqual(expect.objectContaining({id: 'article'}))
  using second = temporaryFolder()
  const approved = [...withApproved(page), other, makeDecision(other)]
  expect((await exportDocuments(approved, second.path)).withheld).toEqual([])
})

describe('the list of references of a page', () => {
  const works = ['summary', 'top', 'body', 'card', 'question', 'end'].map((id) => ({
    ...work,
    _id: id,
    title: `On the ${id}`,
    doi: `10.1234/${id}`,
  }))
  const citing = (id: string) => [
    paragraph(id, 'A work says so.', {
      marks: ['c'],
      markDefs: [{_type: 'citation', _key: 'c', reference: reference(id)}],
    }),
  ]

  /** The works in the list of a bundle, when these texts are in the library and approved. */
  async function worksOn(path: string, ...texts: readonly StoredDocument[]) {
    const content = library.filter(({_type}) => _type !== 'review')
    const documents = [...works, ...texts].reduce<readonly StoredDocument[]>(
      (all, one) => withDocument(one, all),
      content,
    )
    using out = temporaryFolder()
    const {withheld} = await exportDocuments(withApprovals(documents), out.path)
    expect(withheld).toEqual([])
    return bundle.pick({references: true}).parse(releasedBundle(out.path, path)).references
  }

  test('has them in the order in which a reader comes to them', async () => {
    const references = await worksOn(
      'articles/what-is-prolotherapy.json',
      {...disclaimer, body: citing('end')},
      {...disclaimer, _id: 'on-top', placement: 'top', body: citing('top')},
      {...therapy, summarySources: [keyed('card')]},
      {...faq, answer: citing('question')},
      {
        ...article,
        summarySources: [keyed('summary')],
        body: ['What studies found', 'Risks', 'Other choices'].flatMap((title) => [
          paragraph(`heading ${title}`, title, {style: 'h2'}),
          ...citing('body').map((block) => ({...block, _key: title})),
        ]),
        faqs: [keyed('faq')],
      },
    )
    expect(references.map(({id}) => id)).toEqual([
      'summary',
      'top',
      'body',
      'card',
      'question',
      'end',
    ])
  })

  test('has none of a treatment that the page only links to', async () => {
    const references = await worksOn(
      'faqs/does-it-hurt.json',
      {...therapy, summarySources: [keyed('card')]},
      {...faq, therapies: [keyed('therapy')]},
    )
    expect(references).toEqual([])
  })
})
