// A list of warning signs has a heading of its own, and readers find it in the contents of the page.

import {expect, test} from 'vitest'
import {temporaryFolder} from '../support/command.ts'
import {
  article,
  faq,
  keyed,
  library,
  paragraph,
  reference,
  therapy,
  warningSigns,
  withApprovals,
  withDocument,
} from '../support/library.ts'
import {exportDocuments, released} from '../support/release.ts'

const TITLE = 'Warning signs after an injection'

function signs(_key: string) {
  return {_type: 'warningSignsEmbed', _key, warningSigns: reference('warning-signs')}
}

function heading(_key: string, style: string, text: string) {
  return paragraph(_key, text, {style})
}

test('each list has a heading one rank below the one before it, and each but those in answers has an entry in the contents', async () => {
  const content = [
    {...warningSigns, therapies: [keyed('therapy')]},
    {
      ...article,
      faqs: [keyed('closing')],
      body: [
        signs('first'),
        heading('h1', 'h2', 'What studies found'),
        {_type: 'faqEmbed', _key: 'q', faq: reference('faq')},
        paragraph('p1', 'Little is known.'),
        heading('h2', 'h2', 'Risks'),
        heading('h3', 'h3', 'At home'),
        signs('deep'),
        heading('h4', 'h2', 'Other choices'),
        paragraph('p2', 'You can wait and see.'),
      ],
    },
    {...faq, answer: [signs('answer')]},
    {
      ...faq,
      _id: 'closing',
      question: 'When do I get help?',
      slug: {_type: 'slug', current: 'when-help'},
      answer: [signs('answer')],
    },
    {
      ...therapy,
      evidence: [
        paragraph('t1', 'Studies disagree.'),
        heading('t2', 'h3', 'In more detail'),
        signs('evidence'),
      ],
    },
  ]
  const documents = content.reduce((all, one) => withDocument(one, all), library)
  using folder = temporaryFolder()
  const {withheld} = await exportDocuments(
    withApprovals(documents.filter(({_type}) => _type !== 'review')),
    folder.path,
  )
  expect(withheld).toEqual([])
  const page = (path: string) => {
    const html = released(folder.path, path) ?? ''
    const pattern = new RegExp(`<(h\\d)( id="[^"]*")?[^>]*>${TITLE}</h\\d>`, 'g')
    return {
      headings: Array.from(html.matchAll(pattern), ([, tag, id = '']) => tag + id),
      entries: Array.from(
        html.matchAll(/<li><a href="#([^"]*)">([^<]*)<\/a><\/li>/g),
        ([, id, text]) => (text === TITLE ? id : text),
      ),
    }
  }
  const id = 'section-warning-signs-after-an-injection'
  expect(page('web/articles/what-is-prolotherapy.html')).toEqual({
    headings: [`h2 id="${id}"`, 'h3', `h4 id="${id}-1"`, `h4 id="${id}-2"`],
    entries: [
      id,
      'What studies found',
      'Risks',
      `${id}-1`,
      'Other choices',
      'Questions people ask',
      'Important information',
    ],
  })
  const ofTherapy = page('web/therapies/dextrose.html')
  expect(ofTherapy.headings).toEqual([`h4 id="${id}"`])
  expect(ofTherapy.entries.slice(2, 5)).toEqual([
    'What the evidence says',
    id,
    'Common side effects',
  ])
  expect(page('web/faq.html').headings.map((one) => one.slice(0, 2))).toEqual(['h3', 'h3'])
})
