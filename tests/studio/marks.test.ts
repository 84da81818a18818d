// The Studio marks exactly the words that a finding quotes, whatever spans they stand in.

import {studioPath} from '@sanity/client/csm'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import type {Finding} from '../../policy/finding.ts'
import {emptyContext} from '../../policy/rule.ts'
import {marksIn, type Range} from '../../studio/checks/marks.ts'
import {keyed, paragraph} from '../support/library.ts'

function spans(...texts: string[]) {
  return texts.map((text, index) => ({_type: 'span', _key: `s${index}`, marks: [], text}))
}

function articleOf(...texts: string[]) {
  return {
    _id: 'a',
    _type: 'article',
    body: [{...paragraph('b', ''), children: spans(...texts)}],
  }
}

const finding: Finding = {
  rule: 'claims/efficacy',
  severity: 'error',
  document: 'a',
  type: 'article',
  path: 'body[_key=="b"]',
  message: 'promises a cure',
  hint: '',
}

/** The words from one point of a text to another. */
function wordsIn(document: ReturnType<typeof articleOf>, {anchor, focus}: Range): string {
  const children = document.body.flatMap((block) => block.children)
  const indexOf = (path: Range['anchor']['path']) =>
    children.findIndex(
      (_, index) => JSON.stringify(path.at(-1)) === JSON.stringify({_key: `s${index}`}),
    )
  const [from, to] = [indexOf(anchor.path), indexOf(focus.path)]
  return children
    .map(({text}, index) =>
      index < from || index > to
        ? ''
        : text.slice(index === from ? anchor.offset : 0, index === to ? focus.offset : undefined),
    )
    .join('')
}

test('the marked words are those of the quote', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({maxLength: 5}), {minLength: 1, maxLength: 5}),
      fc.nat(20),
      fc.integer({min: 1, max: 10}),
      (texts, from, length) => {
        const whole = texts.join('')
        const [start, end] = [from, from + length]
        fc.pre(end <= whole.length)
        const document = articleOf(...texts)
        const quote = {text: whole.slice(start, end), start, end}
        const [mark] = marksIn(document, ['body'], [{...finding, quote}])
        expect(mark && wordsIn(document, mark.range)).toBe(quote.text)
      },
    ),
  )
})

test('all places of alike findings are marked', () => {
  const document = articleOf('Rest eases pain. Heat eases pain.')
  const marks = marksIn(
    document,
    ['body'],
    [
      {
        ...finding,
        quote: {text: 'eases', start: 5, end: 10},
        also: [{path: finding.path, quote: {text: 'eases', start: 22, end: 27}, message: 'b'}],
      },
    ],
  )
  expect(marks.map(({range}) => wordsIn(document, range))).toEqual(['eases', 'eases'])
})

test('an error shows over a warning, and words show over their sentence', () => {
  const quote = (start: number, end: number) => ({text: 'x'.repeat(end - start), start, end})
  const marks = marksIn(
    articleOf('x'.repeat(30)),
    ['body'],
    [
      {...finding, quote: quote(3, 5)},
      {...finding, severity: 'warning', quote: quote(4, 6)},
      {...finding, severity: 'warning', quote: quote(0, 30)},
    ],
  )
  expect(marks.map(({severity, range}) => [severity, range.anchor.offset])).toEqual([
    ['warning', 0],
    ['warning', 4],
    ['error', 3],
  ])
})

test('answered findings, findings without words, and words of another text are not marked', () => {
  const quote = {text: 'cures', start: 0, end: 5}
  const elsewhere = 'body[_key=="callout"].body[_key=="c"]'
  expect(
    marksIn(
      articleOf('cures'),
      ['body'],
      [
        {...finding, quote, answer: 'It does.'},
        finding,
        {...finding, quote, path: elsewhere},
        {...finding, quote, path: 'summary'},
        {...finding, quote, path: 'body[_key=="gone"]'},
      ],
    ),
  ).toEqual([])
})

test('the text of a callout has its own marks', () => {
  const inner = [paragraph('c', 'It cures pain.')]
  const callout = {_type: 'callout', _key: 'callout', tone: 'note', body: inner}
  const document = {_id: 'a', _type: 'article', body: [callout], therapies: [keyed('t')]}
  const marks = marksIn(
    document,
    studioPath.fromString('body[_key=="callout"].body'),
    check(document, emptyContext),
  )
  expect(marks.map(({severity, range}) => [severity, range.anchor.path[0]])).toContainEqual([
    'error',
    {_key: 'c'},
  ])
})
