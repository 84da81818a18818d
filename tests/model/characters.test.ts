// Text is text: readers see what a writer typed, character by character, or the writer is told what is wrong
// and where.

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {model, type DocumentType} from '../../model/index.ts'
import {shapeFindings} from '../../model/validate.ts'
import {check} from '../../policy/check.ts'
import {emptyContext} from '../../policy/rule.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {fullDocuments} from '../support/full-documents.ts'
import {figure} from '../support/kitchen-sink.ts'
import {article, disclaimer, faq, paragraph} from '../support/library.ts'

function saying(text: string): StoredDocument {
  return contentOf({...article, body: [paragraph('p', text), paragraph('q', 'More words.')]})
}

/** What an export finds in a paragraph, and what a writer sees while typing. */
function found(text: string) {
  const document = saying(text)
  const inExport = shapeFindings(document, 'article')
  expect(check(document, emptyContext, [])).toEqual(inExport)
  return inExport
}

describe('a paragraph is refused, with its place, if it holds', () => {
  test.each([
    ['half of an emoji', 'Rest \uD83D', /half of a character/],
    ['a control character', 'a\u0001b', /control character/],
    ['a next line, which is a control character', 'a\u0085b', /control character/],
    ['a direction override', 'Take \u202E05\u202C mg', /U\+202E, which changes the order/],
    ['an isolate', 'Take \u206705\u2069 mg', /U\+2067, which changes the order/],
    ['a direction mark in left-to-right text', 'Take 5\u200F-10 mg', /U\+200F, which changes/],
    ['a direction mark away from such words', 'Take \u200F5 / 10 mg. (א)', /U\+200F, which/],
    ['tag characters', 'Rest\u{E0049}\u{E0050}', /U\+E0049, which readers cannot see/],
    ['tag characters after an emoji', '😀\u{E0049}\u{E007F}', /U\+E0049/],
    ['a zero-width space in English', 'cu\u200Bre', /U\+200B/],
    ['a zero-width joiner in English', 'cu\u200Dre', /U\+200D/],
    ['a soft hyphen', 'cu\u00ADre', /U\+00AD/],
    ['a word joiner', 'cu\u2060re', /U\+2060/],
    ['a variation selector after a letter', 'cu\uFE0Fre', /U\+FE0F/],
    ['a variation selector after another', '❤\uFE0F\uFE0F', /U\+FE0F/],
    ['a byte order mark', '\uFEFFRest', /U\+FEFF/],
    ['a Hangul filler', 'Rest\u3164', /U\+3164/],
    ['a noncharacter', 'a\uFFFEb', /U\+FFFE, which is no character/],
    ['a character of one font', '\uF0B7 Rest', /U\+F0B7, which is no character/],
    ['the mark of a lost character', '5 \uFFFDg', /U\+FFFD, which stands where/],
  ])('%s', (_, text, message) => {
    expect(found(text)).toEqual([
      expect.objectContaining({
        document: 'article',
        path: 'body[_key=="p"].children[_key=="ps"].text',
        message: expect.stringMatching(message),
        hint: expect.stringMatching(/./),
      }),
    ])
  })
})

describe('a paragraph may hold', () => {
  test.each([
    ['emoji of several parts', '👩🏽‍⚕️ 👨‍👩‍👧 ❤️ 🏳️‍🌈 1️⃣ ☎︎ ©'],
    ['the flag of England', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['Persian with a non-joiner', 'می\u200Cخواهم'],
    ['Hindi with a joiner', 'क्\u200Dष'],
    ['Hebrew with a direction mark', 'שלום\u200F!'],
    ['Thai with a break', 'ไทย\u200Bค'],
    ['a form of an ideograph', '葛\u{E0100}'],
    ['letters with marks, symbols and tabs', 'µg é ≤ 10⁹/L\t𝔘𝔫𝔦'],
    ['a comparison', 'If the value is <normal and the pain >expected, call. p<0.05 <3'],
    ['words in angle brackets', '<your name> and <you@example.org>'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([])
  })
})

test.each(['<b>', '</p>', '<br/>', '<A HREF="x">', '<img src=x onerror=y>', '<!-- x', '&nbsp;'])(
  '%s is HTML',
  (markup) => {
    expect(found(`a ${markup} b`)).toMatchObject([{message: 'holds HTML'}])
  },
)

test.each([
  '',
  ' ',
  '\n',
  '\u200B',
  '\u3164',
  '\u2800',
  '\u200D\uFE0F\u00A0',
  '\u{E0041}',
  '\u{1D159}',
])('a title in which readers see nothing is empty: %j', (title) => {
  expect(shapeFindings(contentOf({...article, title}), 'article')).toMatchObject([
    {path: 'title', message: 'is empty'},
  ])
})

test.each(['', '\u00A0', '\u3000', '\u2800', '\n\n', '\u2028'])(
  'a text of blocks in which readers see nothing is empty: %j',
  (text) => {
    const blank = [paragraph('p', text), {...paragraph('q', text), listItem: 'bullet'}]
    const callout = {_type: 'callout', _key: 'c', tone: 'note', title: 'Note', body: blank}
    for (const [type, document, path] of [
      ['faq', {...faq, answer: blank}, 'answer'],
      ['disclaimer', {...disclaimer, body: blank}, 'body'],
      ['article', {...article, body: blank}, 'body'],
      ['article', {...article, body: [callout]}, 'body[_key=="c"].body'],
    ] as const) {
      const content = contentOf(document)
      const empty = [expect.objectContaining({path, message: 'is empty'})]
      expect(shapeFindings(content, type)).toEqual(empty)
      expect(check(content, emptyContext, [])).toEqual(empty)
    }
  },
)

test.each(['\n', '\r\n', '\u2028', '\u2029'])(
  'a break is a space where readers see one line, and stays in a text of several lines: %j',
  (lineBreak) => {
    const broken = `One or${lineBreak}two`
    const [line, lines] = ['One or two', 'One or\ntwo']
    const parsed = (type: DocumentType, fields: object) =>
      model[type].schema.parse(
        contentOf({_id: type, ...fullDocuments[type], _type: type, ...fields}),
      )
    for (const [type, field] of [
      ['article', 'title'],
      ['faq', 'question'],
      ['therapyType', 'name'],
      ['disclaimer', 'title'],
      ['condition', 'name'],
      ['person', 'name'],
      ['person', 'jobTitle'],
      ['citedWork', 'containerTitle'],
      ['siteSettings', 'publisher'],
    ] as const) {
      expect(parsed(type, {[field]: broken})).toMatchObject({[field]: line})
    }
    const body = [
      figure('f', {alt: broken, caption: broken, credit: broken}),
      {
        _type: 'callout',
        _key: 'c',
        tone: 'note',
        title: broken,
        body: [paragraph('p', broken)],
      },
    ]
    expect(parsed('article', {body})).toMatchObject({
      body: [
        {alt: line, caption: line, credit: line},
        {title: line, body: [{children: [{text: lines}]}]},
      ],
    })
    expect(
      parsed('therapyType', {aliases: [broken], regulatoryStatus: `${broken}, as regulated.`}),
    ).toMatchObject({aliases: [line], regulatoryStatus: `${lines}, as regulated.`})
    expect(parsed('person', {bio: broken, interests: broken})).toMatchObject({
      bio: lines,
      interests: lines,
    })
  },
)

test('the spaces of a span, and a cell without words, are no flaw', () => {
  const table = {
    _type: 'table',
    _key: 't',
    caption: 'Doses',
    rows: ['a', 'b'].map((_key) => ({_type: 'row', _key, cells: ['']})),
  }
  expect(
    shapeFindings(contentOf({...article, body: [paragraph('p', ' '), table]}), 'article'),
  ).toEqual([])
})

test('an invisible character is found wherever it stands in a text', () => {
  const invisible = fc.constantFrom('\u202E', '\u200B', '\u{E0041}', '\uFFFF', '\u0000', '\uD800')
  const words = fc.string({unit: fc.constantFrom('a', '5', ' ', 'é', '日', '.')})
  fc.assert(
    fc.property(words, invisible, words, (before, character, after) => {
      expect(found(`${before}${character}${after}`)).toHaveLength(1)
      expect(found(`${before}${after}`)).toEqual([])
    }),
  )
})

test('a mark that a span has twice counts once, so that no link stands in itself', () => {
  const link = {_type: 'link', _key: 'l', href: 'https://example.org/'}
  const block = paragraph('b', 'Read on', {marks: ['l', 'strong', 'l'], markDefs: [link]})
  const parsed = model.article.schema.parse({...contentOf(article), body: [block]})
  expect(parsed.body).toMatchObject([{children: [{marks: ['l', 'strong']}]}])
})
