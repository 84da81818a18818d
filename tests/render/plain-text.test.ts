// In plain text a number stays that number, and lines stay lines: in bundles, in the list of contents and in
// what pages tell search engines.

import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {renderText} from '../../render/text/plain-text.ts'
import {temporaryFolder} from '../support/command.ts'
import {
  article,
  faq,
  library,
  makeDecision,
  paragraph,
  reference,
  richTable,
} from '../support/library.ts'
import {exportDocuments, released} from '../support/release.ts'
import {bareContext, unchecked} from '../support/render.ts'

/** A paragraph of spans, each with its marks. */
function spans(_key: string, ...runs: readonly (readonly [string, ...string[]])[]) {
  return {
    ...paragraph(_key, ''),
    children: runs.map(([text, ...marks], index) => ({
      _type: 'span',
      _key: `${_key}${index}`,
      text,
      marks,
    })),
  }
}

const count = spans('count', ['A count of 10'], ['9', 'sup'], ['/L.'])

describe('plain text', () => {
  const plain = (...runs: [string, ...string[]][]) =>
    renderText(unchecked(spans('b', ...runs)), bareContext)

  test.each<[string, [string, ...string[]][]]>([
    ['1.0 × 10⁹/L', [['1.0 × 10'], ['9', 'sup'], ['/L']]],
    ['10⁻³ mol', [['10'], ['-3', 'sup'], [' mol']]],
    ['10⁻³ mol', [['10'], ['−', 'sup', 'strong'], ['3', 'sup'], [' mol']]],
    ['10^(0.5)', [['10'], ['0.5', 'sup']]],
    ['10^(2–3) cells', [['10'], ['2', 'sup'], ['–3', 'strong', 'sup'], [' cells']]],
    ['xⁿ⁺¹', [['x'], ['n+1', 'sup']]],
    ['the 1st visit', [['the 1'], ['st', 'sup'], [' visit']]],
    ['HbA₁c and H₂O', [['HbA'], ['1c', 'sub'], [' and H'], ['2', 'sub'], ['O']]],
    ['log₁₀ 5', [['log'], ['10', 'sub'], [' 5']]],
  ])('says %s', (expected, runs) => {
    expect(plain(...runs)).toBe(expected)
  })

  test('has the digits and signs of the text in their order, and joins no power to its base', () => {
    const run = fc.tuple(
      fc.string({unit: fc.constantFrom(...'0123456789+-.,/ xn'), minLength: 1, maxLength: 4}),
      fc.constantFrom<string[]>([], ['sup'], ['sub'], ['strong'], ['sup', 'strong']),
    )
    fc.assert(
      fc.property(fc.array(run, {minLength: 1, maxLength: 6}), (runs) => {
        const written = plain(
          ...runs.map(([text, marks]): [string, ...string[]] => [text, ...marks]),
        )
        // NFKC turns raised and lowered characters back into ordinary ones.
        const read = written.normalize('NFKC').replaceAll('−', '-')
        const typed = runs.map(([text]) => text).join('')
        expect(read.replaceAll(/[^\d+-]/g, '')).toBe(typed.replaceAll(/[^\d+-]/g, ''))
        const plainDigits = runs.filter(([, marks]) => !marks.includes('sup')).map(([text]) => text)
        const outsidePowers = written.replaceAll(/\^\([^()]*\)/g, '').replaceAll(/[^\d₀-₉]/g, '')
        expect(outsidePowers.normalize('NFKC')).toBe(plainDigits.join('').replaceAll(/\D/g, ''))
      }),
    )
  })
})

describe('a table', () => {
  const table = {
    _type: 'table',
    _key: 't',
    caption: 'Doses',
    rows: [
      {_type: 'row', _key: 'a', cells: ['Medicine', 'Dose\nper day']},
      {_type: 'row', _key: 'b', cells: ['Ibuprofen\n(tablets)', '200 mg\u2028400 mg\r\nno more']},
    ],
  }

  test('keeps the lines of its cells', async () => {
    using folder = temporaryFolder()
    const {text, html} = await bodyOf(folder.path, table)
    expect(text).toContain(
      'Doses\n- Medicine: Ibuprofen\n  (tablets). Dose per day: 200 mg\n  400 mg\n  no more',
    )
    expect(html).toContain('<th scope="row">Ibuprofen<br>(tablets)</th>')
    expect(html).toContain('<td>200 mg<br>400 mg<br>no more</td>')
  })
})

test('cells keep emphasis, links, citations and lists, and a table of plain words stays as it was', async () => {
  using folder = temporaryFolder()
  const cited = paragraph('p', 'In a trial', {
    marks: ['c'],
    markDefs: [{_type: 'citation', _key: 'c', reference: reference('work')}],
  })
  const linked = paragraph('p', 'the leaflet', {
    marks: ['l', 'strong'],
    markDefs: [{_type: 'link', _key: 'l', href: 'https://example.org/'}],
  })
  const table = richTable('t', [
    ['Medicine', 'Dose'],
    ['Ibuprofen', [linked]],
    ['Rest', [cited, {...paragraph('b', 'Every day'), listItem: 'bullet', level: 1}]],
  ])
  const {text, html} = await bodyOf(folder.path, table)
  expect(html).toContain('<td><a href="https://example.org/"><strong>the leaflet</strong></a></td>')
  expect(html).toMatch(
    /<td><p>In a trial<sup[^]*?>1<\/a><\/sup\s*><\/p>\s*<ul>\s*<li>Every day<\/li>\s*<\/ul><\/td>/,
  )
  expect(text).toMatch(
    /Doses\n- Medicine: Ibuprofen\. Dose: the leaflet \(https:\/\/example\.org\/\)\n- Medicine: Rest\. Dose: In a trial \[\d\]\n {2}- Every day/,
  )
})

test('every kind of line end in a paragraph is a line break', async () => {
  using folder = temporaryFolder()
  const {text, html} = await bodyOf(
    folder.path,
    paragraph('b', 'One\u2028two\u2029three\r\nfour\rfive'),
  )
  expect(text).toContain('One\ntwo\nthree\nfour\nfive')
  expect(html).toContain('<p>One<br>two<br>three<br>four<br>five</p>')
})

const withTexts = z.object({body: z.object({text: z.string(), html: z.string()})})

/** The body of an approved article with one more block. */
async function bodyOf(folder: string, block: object) {
  const changed = {...article, body: [article.body, block].flat()}
  await exportDocuments(approved(changed), folder)
  return withTexts.parse(
    JSON.parse(released(folder, 'app/articles/what-is-prolotherapy.json') ?? '{}'),
  ).body
}

/** The library with some documents in place of those with their ids, approved. */
function approved(...documents: (typeof article)[]) {
  const ids = new Set(documents.flatMap((each) => [each._id, makeDecision(each)._id]))
  return [
    ...library.filter(({_id}) => !ids.has(_id)),
    ...documents.flatMap((each) => [each, makeDecision(each)]),
  ]
}

test('powers and lines stay on pages, powers in the list of contents and for search engines', async () => {
  using folder = temporaryFolder()
  const heading = {...spans('h', ['Below 10'], ['9', 'sup'], ['/L']), style: 'h2'}
  const empty = paragraph('e', ' ', {style: 'h2'})
  await exportDocuments(
    approved(
      {
        ...article,
        summary: `${String(article.summary)}\nAsk first.`,
        body: [article.body, heading, empty].flat(),
      },
      {...faq, answer: [count, paragraph('e', ''), paragraph('l', 'Rest.')]},
    ),
    folder.path,
  )
  const page = released(folder.path, join('web', 'articles', 'what-is-prolotherapy.html')) ?? ''
  const contents = /<nav class="contents"[^]*?<\/nav>/.exec(page)?.[0] ?? ''
  expect(contents).toContain('>Below 10⁹/L</a>')
  expect(contents).not.toMatch(/>\s*<\/a>/)
  expect(page).toContain('Below 10<sup>9</sup>/L</h2>')
  expect(page).toContain('<br>Ask first.</p>')
  expect(page).not.toMatch(/<h2[^>]*>\s*<\/h2>/)
  expect(released(folder.path, 'web/faq.html')).toContain('"text":"A count of 10⁹/L.\\n\\nRest."')
})
