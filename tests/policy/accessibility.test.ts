// Writers are told where readers who listen to a page, or jump through it, would get lost.

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {alternativeText} from '../../policy/accessibility/alternative.ts'
import {headingOrder} from '../../policy/accessibility/heading-order.ts'
import {imageWords} from '../../policy/accessibility/image-words.ts'
import {pageLanguage} from '../../policy/accessibility/language.ts'
import {linkText} from '../../policy/accessibility/link-text.ts'
import {tableHeadings} from '../../policy/accessibility/table.ts'
import {check} from '../../policy/check.ts'
import type {Finding} from '../../policy/finding.ts'
import {jargon} from '../../policy/plain/jargon.ts'
import {emptyContext, type Rule} from '../../policy/rule.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {article, paragraph, richTable, therapy, work} from '../support/library.ts'

function articleOf(...body: object[]): StoredDocument {
  return {...article, body}
}

function findingsIn(rule: Rule, document: StoredDocument): Finding[] {
  return check(document, emptyContext, [rule])
}

function messagesIn(rule: Rule, document: StoredDocument): string[] {
  return findingsIn(rule, document).map(({message}) => message)
}

describe('the words in a drawing', () => {
  const ALT = 'A drawing of a needle over a ligament.'
  const shown = (fields: object, more: object = {}) =>
    findingsIn(imageWords, {
      ...articleOf({_type: 'figure', _key: 'f', alt: ALT, ...fields}),
      ...more,
    })

  test('are asked for in a warning at its alternative text, until they are given', () => {
    expect(shown({})).toMatchObject([
      {severity: 'warning', path: 'body[_key=="f"].alt', sentence: ALT},
    ])
    expect(shown({words: 'Skin, ligament'})).toEqual([])
    expect(shown({alt: 'A nurse holds the hand of a patient.'})).toEqual([])
  })

  test('may be none, if the answer says so', () => {
    const answer = {rule: 'accessibility/image-words', sentence: ALT, reason: 'It shows none.'}
    expect(shown({}, {answers: [answer]})).toMatchObject([{answer: 'It shows none.'}])
  })
})

describe('alternative text', () => {
  const figureOf = (alt: string, caption?: string) =>
    articleOf({_type: 'figure', _key: 'f', alt, caption})

  test.each([
    'IMG_2041',
    'spine-side-view.png',
    'DSC 0012',
    'Image of the lower spine',
    'A photo showing a clinic',
    'Photograph',
    'Picture: a spine',
    'Click to see the spine',
    'Spine',
  ])('that says nothing about the image is quoted: %s', (alt) => {
    expect(findingsIn(alternativeText, figureOf(alt))).toMatchObject([
      {path: 'body[_key=="f"].alt', quote: {text: alt, start: 0, end: alt.length}},
    ])
  })

  test.each([
    'The lower spine from the side, with labels.',
    'A nurse photographs a knee.',
    'Magnetic resonance images of two spines.',
    'Steps: talk, clean, inject, rest.',
  ])('that says what the image shows is accepted: %s', (alt) => {
    expect(findingsIn(alternativeText, figureOf(alt))).toEqual([])
  })

  test('that only repeats the caption or the text next to it is reported', () => {
    expect(messagesIn(alternativeText, figureOf('A sore back.', 'A sore back'))).toHaveLength(1)
    expect(messagesIn(alternativeText, figureOf('A sore back.', 'Where it hurts'))).toEqual([])
    const beside = articleOf(paragraph('p', 'A needle enters the skin.'), {
      _type: 'figure',
      _key: 'f',
      alt: 'A needle enters the skin',
    })
    expect(messagesIn(alternativeText, beside)).toHaveLength(1)
  })
})

describe('headings', () => {
  const heading = (key: string, style: string, text = `Heading ${key}`) =>
    paragraph(key, text, {style})

  test('may go one level deeper or any number of levels up; a skipped level is reported', () => {
    const levels = fc.array(fc.integer({min: 2, max: 4}), {maxLength: 12})
    fc.assert(
      fc.property(levels, (levels) => {
        const headings = levels.map((level, index) => heading(`h${index}`, `h${level}`))
        const skipping = levels.flatMap((level, index) =>
          level > (levels[index - 1] ?? 1) + 1 ? [`body[_key=="h${index}"]`] : [],
        )
        const found = findingsIn(headingOrder, articleOf(...headings))
        expect(found.map(({path}) => path)).toEqual(skipping)
      }),
    )
  })

  test('of a therapy come under the headings of its page', () => {
    const described = (style: string) => ({...therapy, description: [heading('h', style)]})
    expect(findingsIn(headingOrder, described('h3'))).toEqual([])
    expect(findingsIn(headingOrder, described('h4'))).toHaveLength(1)
  })

  test('without words are reported', () => {
    const text = articleOf(heading('h', 'h2', ' '), paragraph('p', 'Words.'))
    expect(findingsIn(headingOrder, text)).toMatchObject([{path: 'body[_key=="h"]'}])
  })

  test('with the same words are reported in one section, but not in two', () => {
    const alike = [heading('a', 'h2', 'Risks'), heading('b', 'h2', 'Risks?')]
    expect(findingsIn(headingOrder, articleOf(...alike))).toMatchObject([
      {path: 'body[_key=="b"]', quote: {text: 'Risks?'}},
    ])
    const apart = articleOf(
      heading('a', 'h2', 'Dextrose'),
      heading('b', 'h3', 'Risks'),
      heading('c', 'h2', 'Plasma'),
      heading('d', 'h3', 'Risks'),
    )
    expect(findingsIn(headingOrder, apart)).toEqual([])
  })

  test('that are only bold paragraphs are reported; a bold sentence or word is not', () => {
    const bold = (text: string) => articleOf(paragraph('p', text, {marks: ['strong']}))
    expect(findingsIn(headingOrder, bold('What to expect'))).toMatchObject([
      {quote: {text: 'What to expect'}},
    ])
    expect(findingsIn(headingOrder, bold('Call your doctor at once.'))).toEqual([])
    const word = {
      ...paragraph('p', ''),
      children: [
        {_type: 'span', _key: '1', text: 'Vertebrae', marks: ['strong']},
        {_type: 'span', _key: '2', text: ' are bones', marks: []},
      ],
    }
    expect(findingsIn(headingOrder, articleOf(word))).toEqual([])
  })
})

describe('links', () => {
  const linked = (text: string, type = 'link') =>
    articleOf(paragraph('p', text, {marks: ['l'], markDefs: [{_type: type, _key: 'l'}]}))

  test.each([
    'here',
    'Click here',
    'Read more',
    'read more here',
    'more information',
    'Learn more about it',
    'this page',
    'Website',
    'https://example.org/a',
    'www.example.org',
    'example.org/a/b',
  ])('that do not say where they lead are quoted: %s', (text) => {
    const quote = {text, start: 0, end: text.length}
    expect(findingsIn(linkText, linked(text))).toMatchObject([{quote}])
    expect(findingsIn(linkText, linked(text, 'internalLink'))).toMatchObject([{quote}])
    expect(findingsIn(linkText, linked(text, 'citation'))).toEqual([])
  })

  test.each([
    'MedlinePlus',
    'ClinicalTrials.gov',
    'more about back pain',
    'heredity',
    'the FDA’s page',
  ])('that name their page are accepted: %s', (text) => {
    expect(findingsIn(linkText, linked(text))).toEqual([])
  })

  test('are checked as a whole, even if part is bold, and quoted in their sentence', () => {
    const spans = (first: string, second: string) => ({
      ...paragraph('p', ''),
      markDefs: [{_type: 'link', _key: 'l'}],
      children: [
        {_type: 'span', _key: '0', text: 'It hurts. Please ', marks: []},
        {_type: 'span', _key: '1', text: first, marks: ['l', 'strong']},
        {_type: 'span', _key: '2', text: second, marks: ['l']},
        {_type: 'span', _key: '3', text: ' now.', marks: []},
      ],
    })
    expect(findingsIn(linkText, articleOf(spans('click', ' here')))).toMatchObject([
      {quote: {text: 'click here', start: 17, end: 27}, sentence: 'Please click here now.'},
    ])
    expect(findingsIn(linkText, articleOf(spans('here', ' is what the NHS says')))).toEqual([])
    expect(messagesIn(linkText, articleOf(spans('', ' ')))).toEqual(['is a link without words'])
  })
})

describe('tables', () => {
  const tableOf = (caption: string, ...rows: string[][]) =>
    articleOf(paragraph('h', 'Injections', {style: 'h2'}), {
      _type: 'table',
      _key: 't',
      caption,
      rows: rows.map((cells, index) => ({_type: 'row', _key: `r${index}`, cells})),
    })
  const pathsIn = (document: StoredDocument) =>
    findingsIn(tableHeadings, document).map(({path}) => path)

  test('with headings for all columns and rows are accepted', () => {
    expect(pathsIn(tableOf('How they differ', ['Type', 'Fluid'], ['Dextrose', '']))).toEqual([])
  })

  test('are reported if a column heading is empty or repeated', () => {
    expect(pathsIn(tableOf('How they differ', ['Type', ' ', 'type'], ['a', 'b', 'c']))).toEqual([
      'body[_key=="t"].rows[_key=="r0"].cells[1]',
      'body[_key=="t"].rows[_key=="r0"].cells[2]',
    ])
  })

  test('are reported if a row has no heading', () => {
    expect(pathsIn(tableOf('How they differ', ['Type', 'Fluid'], ['', 'b'], ['a', 'b']))).toEqual([
      'body[_key=="t"].rows[_key=="r1"].cells[0]',
    ])
  })

  test('are reported if the caption only repeats the heading', () => {
    expect(findingsIn(tableHeadings, tableOf('Injections.', ['Type'], ['a']))).toMatchObject([
      {path: 'body[_key=="t"].caption', quote: {text: 'Injections.'}},
    ])
  })

  test('whose cells hold text are checked alike', () => {
    const table = richTable(
      't',
      [
        ['Type', ' ', 'type'],
        ['', 'b', 'c'],
      ],
      {caption: 'Injections'},
    )
    const document = articleOf(paragraph('h', 'Injections', {style: 'h2'}), table)
    expect(pathsIn(document)).toEqual([
      'body[_key=="t"].rows[_key=="r1"].cells[_key=="c2"]',
      'body[_key=="t"].rows[_key=="r1"].cells[_key=="c3"]',
      'body[_key=="t"].rows[_key=="r2"].cells[_key=="c1"]',
      'body[_key=="t"].caption',
    ])
  })

  test('that are unfinished in a form are not checked yet', () => {
    expect(pathsIn(articleOf({_type: 'table', _key: 't'}))).toEqual([])
  })
})

describe('language', () => {
  test.each([
    'ماذا عن ألم الظهر',
    'боль в спине',
    'πόνος στην πλάτη',
    'כאב גב תחתון',
    '背中の痛みについて',
    '허리 통증에 대해',
    'पीठ दर्द के',
  ])('three words in another script are quoted: %s', (words) => {
    const found = findingsIn(pageLanguage, articleOf(paragraph('p', `Ask for: ${words}.`)))
    expect(found).toMatchObject([{path: 'body[_key=="p"]', quote: {text: words}}])
  })

  test.each([
    'The letter β or μ, or Ω.',
    'In Arabic: عربي',
    'The “Большой театр” in Moscow',
    'Émile und Müller',
    '☎ 👩🏽‍⚕️ ½ × 3 → 4',
  ])('letters, names and symbols are accepted: %s', (text) => {
    expect(findingsIn(pageLanguage, articleOf(paragraph('p', text)))).toEqual([])
  })

  test.each([
    'Der Rücken tut sehr vielen Menschen weh. Bei den meisten wird es in wenigen Wochen besser. ',
    'La espalda duele a muchas personas. La mayoría mejora en pocas semanas con algo de ejercicio. ',
    'Le dos fait mal à beaucoup de gens. Chez la plupart, cela passe en quelques semaines. ',
    'A hátfájás nagyon gyakori. A legtöbb embernél a fájdalom néhány hét alatt elmúlik. ',
  ])('a document in another language is reported: %s', (text) => {
    const document = {
      ...articleOf(paragraph('p', text.repeat(6))),
      title: text.slice(0, 20),
      summary: text,
    }
    expect(findingsIn(pageLanguage, document)).toMatchObject([{path: 'body'}])
  })

  test('a paragraph in another language is said not to be judged, and no other rule judges it', () => {
    const spanish =
      'La aspirate es muy común en la mayoría de las personas y no hace falta guardar cama si toma medicinas.'
    const document = articleOf(
      paragraph(
        'a',
        'Back pain is common. It gets better with time. You can keep moving if you want to.',
      ),
      paragraph('b', spanish),
      paragraph(
        'c',
        'Ask your doctor if you are not sure which exercises are good for you and your back.',
      ),
    )
    expect(findingsIn(pageLanguage, document)).toMatchObject([
      {
        path: 'body[_key=="b"]',
        message: expect.stringContaining('is in Spanish, so it was not judged'),
      },
    ])
    expect(check(document, emptyContext, [jargon])).toEqual([])
  })

  test.each([
    'Klinik am See, Bahnhofstrasse 12, Zürich, Switzerland, phone 044 255 11 11',
    'Müller H, García P, López A, Ängström B, Öst K, 2019; 157: 12–19.',
    'Our PRP c u r e s arthritis.',
    '1 Talk, 2 Clean, 3 Inject, 4 Come back. Layers below the needle: Skin, Fat, Muscle, Bone',
  ])('names, labels and single letters are not taken for another language: %s', (text) => {
    expect(findingsIn(pageLanguage, articleOf(paragraph('p', text)))).toEqual([])
  })

  test('a few words are too few to tell the language', () => {
    const names = 'Paracetamol, ibuprofen, naproxen, diclofenac, tramadol.'
    expect(findingsIn(pageLanguage, articleOf(paragraph('p', names)))).toEqual([])
    const document = {...articleOf(paragraph('p', names)), title: 'Tramadol', summary: names}
    expect(findingsIn(pageLanguage, document)).toEqual([])
  })

  test('a document in English is not reported, nor is a cited work in any language', () => {
    const text = 'The back hurts at times. For most people it gets better with time and walks. '
    expect(findingsIn(pageLanguage, articleOf(paragraph('p', text.repeat(6))))).toEqual([])
    const title = 'Лечение боли в спине. '.repeat(20)
    expect(findingsIn(pageLanguage, {...work, title})).toEqual([])
  })
})
