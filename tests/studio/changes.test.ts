// A reviewer reads what changed in the words of the form, and not in the names of fields and keys.

import {afterAll, describe, expect, test} from 'vitest'
import {asRichTable} from '../../model/plain-table.ts'
import {isObject} from '../../policy/references.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {changesBetween} from '../../studio/review/changes.ts'
import {placeInWords} from '../../studio/review/places.ts'
import {article, keyed, paragraph, reference, richTable, work} from '../support/library.ts'
import {documentType, openStudio} from '../support/validity.ts'

const studio = await openStudio()
afterAll(studio.close)

const titles = new Map([
  ['work', 'A trial of dextrose'],
  ['faq', 'Does it hurt?'],
])

/** Each change as its place, and the old and new words. */
function changes(before: StoredDocument, after: StoredDocument): string[] {
  const type = documentType(studio, after._type)
  return changesBetween(before, after, {type, titles}).map(({place, pieces}) => {
    const words = pieces.map(({text, kind}) =>
      kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`,
    )
    return `${place}: ${words.join('')}`
  })
}

function textOf(...body: object[]): StoredDocument {
  return {...article, body}
}

const first = paragraph('a', 'Rest does not help.')
const step = (key: string, text: string) => ({
  ...paragraph(key, text),
  listItem: 'number',
  level: 1,
})

test('an object where a text belongs is shown as it is stored', () => {
  const odd = {toString: 1}
  const linked = (href: unknown) =>
    textOf(paragraph('a', 'Words', {marks: ['l'], markDefs: [{_type: 'link', _key: 'l', href}]}), {
      _type: 'faqEmbed',
      _key: 'f',
      faq: {_type: 'reference', _ref: href},
    })
  const shown = changes(linked('faq'), linked(odd))
  expect(shown).toHaveLength(2)
  for (const change of shown) expect(change).toMatch(/toString.*1/)
})

describe('a change is described by', () => {
  test('the titles of fields and the number of an item', () => {
    const names = [
      {_type: 'name', _key: 'e57bf3a7545d', family: 'Rabago', given: 'D'},
      {_type: 'name', _key: 'a1', family: 'Hauser', given: 'R'},
    ]
    expect(
      changes(
        {...work, type: 'book', author: names},
        {
          ...work,
          type: 'report',
          author: names.map((name) => ({...name, family: `${name.family}s`})),
        },
      ),
    ).toEqual([
      'Kind: [-Book][+Report or guideline]',
      'Authors › author 1 › Family name, or the name of an organisation: [-Rabago][+Rabagos]',
      'Authors › author 2 › Family name, or the name of an organisation: [-Hauser][+Hausers]',
    ])
  })

  test('the list of sources that has another work', () => {
    const sources = [keyed('work')]
    const image = {_type: 'figure', _key: 'f', alt: 'A bar for each group'}
    const table = richTable('t', [['Dose']])
    expect(
      changes(textOf(image, table), {
        ...textOf({...image, sources}, {...table, sources}),
        summarySources: sources,
      }),
    ).toEqual([
      'Body › image 1 › Sources › reference to reference 1: [+A trial of dextrose]',
      'Body › table “Doses” › Sources › reference to reference 1: [+A trial of dextrose]',
      'Sources of the summary › reference to reference 1: [+A trial of dextrose]',
    ])
  })

  test('the number of a paragraph and of a step', () => {
    const steps = [step('s1', 'Stand up.'), step('s2', 'Walk.')]
    expect(
      changes(textOf(first, ...steps), textOf(first, steps[0] ?? {}, step('s2', 'Walk slowly.'))),
    ).toEqual(['Body › after paragraph 1, step 2: Walk[+ slowly].'])
  })

  test('the kind of block', () => {
    const heading = {...first, style: 'h2'}
    expect(changes(textOf(first), textOf(heading))).toEqual([
      'Body › heading “Rest does not help.” › kind: [-Paragraph][+Heading 2]',
    ])
    expect(
      changes(textOf(step('a', 'Walk.')), textOf({...step('a', 'Walk.'), listItem: 'bullet'})),
    ).toEqual(['Body › bullet 1 › kind: [-Numbered][+Bulleted] list, level 1'])
  })

  test('the work that words cite', () => {
    const citing = paragraph('a', 'Rest does not help.', {
      marks: ['c'],
      markDefs: [{_type: 'citation', _key: 'c', reference: reference('work')}],
    })
    expect(changes(textOf(first), textOf(citing))).toEqual([
      'Body › paragraph 1 › emphasis, links and citations: [+Citation of A trial of dextrose: “Rest does not help.”]',
    ])
  })

  const table = (dose: string) => ({
    _type: 'table',
    _key: 't',
    caption: 'Doses',
    rows: [
      {_type: 'row', _key: 'r1', cells: ['Drug', 'Dose']},
      {_type: 'row', _key: 'r2', cells: ['Ibuprofen', dose]},
    ],
  })
  const rich = (dose: string | object[]) =>
    richTable('t', [
      ['Drug', 'Dose'],
      ['Ibuprofen', dose],
    ])

  test.each([
    ['plain words', table],
    ['text', rich],
  ])('the row and the cell of a table of %s', (_, table) => {
    expect(changes(textOf(first, table('200 mg')), textOf(first, table('400 mg')))).toEqual([
      'Body › table “Doses” › row 2 › cell 2 › paragraph 1: [-200][+400] mg',
    ])
  })

  test('one sentence, for a table that a writer made editable', () => {
    const converted = asRichTable(table('200 mg'))
    if (!isObject(converted)) throw new Error('The table was not converted.')
    const sentence =
      'Body › table “Doses”: The table became one whose cells can hold links and emphasis.'
    const before = textOf(first, table('200 mg'))
    expect(changes(before, textOf(first, converted))).toEqual([`${sentence} No word changed.`])
    const edited = asRichTable(table('400 mg'))
    if (!isObject(edited)) throw new Error('The table was not converted.')
    expect(changes(before, textOf(first, edited))).toEqual([
      sentence,
      'Body › table “Doses” › row 2 › cell 2 › paragraph 1: [-200][+400] mg',
    ])
  })

  test('the work that words in a cell cite, and no cell that is empty', () => {
    const citing = paragraph('p1', '200 mg', {
      marks: ['c'],
      markDefs: [{_type: 'citation', _key: 'c', reference: reference('work')}],
    })
    expect(changes(textOf(first, rich('200 mg')), textOf(first, rich([citing])))).toEqual([
      'Body › table “Doses” › row 2 › cell 2 › paragraph 1 › emphasis, links and citations: [+Citation of A trial of dextrose: “200 mg”]',
    ])
    expect(
      changes(
        textOf(first),
        textOf(
          first,
          richTable('t', [
            ['Drug', ''],
            ['', ''],
          ]),
        ),
      ),
    ).toEqual([
      'Body › table “Doses” › Caption: [+Doses]',
      'Body › table “Doses” › row 1 › cell 1 › paragraph 1: [+Drug]',
    ])
  })

  test('its words alone, for a block that is new or gone', () => {
    expect(changes(textOf(first), textOf(first, step('s', 'Walk.')))).toEqual([
      'Body › after paragraph 1, step 1: [+Walk.]',
    ])
    expect(changes(textOf(first, step('s', 'Walk.')), textOf(first))).toEqual([
      'Body › after paragraph 1, step 1: [-Walk.]',
    ])
  })
})

test('a path is put into words, and ends at a block of text', () => {
  const type = documentType(studio, 'article')
  const at = (...path: Parameters<typeof placeInWords>[2]) =>
    placeInWords(type, {...article, body: [first, step('s', 'Walk.')]}, path)
  expect(at('title')).toBe('Title')
  expect(at('body', {_key: 's'}, 'children', {_key: 'x'}, 'text')).toBe(
    'Body › after paragraph 1, step 1',
  )
  expect(at('body', 0)).toBe('Body › paragraph 1')
  const inTable = (...path: Parameters<typeof placeInWords>[2]) =>
    placeInWords(type, {...article, body: [richTable('t', [['Drug'], ['Ibuprofen']])]}, [
      'body',
      {_key: 't'},
      ...path,
    ])
  expect(inTable('rows', {_key: 'r2'}, 'cells', {_key: 'c1'})).toBe(
    'Body › table “Doses” › row 2 › cell 1',
  )
  expect(at('body', {_key: 'gone'}, 'style')).toBe('Body')
  expect(at('made-up')).toBe('made-up')
})
