// A statement without a source is found if its passage could hold a citation.

import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {uncited} from '../../policy/evidence/uncited.ts'
import {emptyContext} from '../../policy/rule.ts'
import {keyed, paragraph, reference, richTable} from '../support/library.ts'

/** A block whose spans are the given words; those in an array of one are cited. */
function block(...spans: (string | [string])[]): object {
  return {
    _type: 'block',
    style: 'normal',
    markDefs: [{_type: 'citation', _key: 'c', reference: {_ref: 'work'}}],
    children: spans.map((span) =>
      typeof span === 'string'
        ? {_type: 'span', text: span, marks: []}
        : {_type: 'span', text: span[0], marks: ['c']},
    ),
  }
}

function found(...body: object[]): (string | undefined)[] {
  const blocks = body.map((each, index) => ({...each, _key: `b${index}`}))
  return findingsIn(blocks).flatMap(({quote, also = []}) =>
    [quote, ...also.map((place) => place.quote)].map((words) => words?.text),
  )
}

function findingsIn(body: readonly object[]) {
  return check({_id: 'article', _type: 'article', body}, emptyContext, [uncited])
}

test('findings that ask for the same in one section are one, until a writer answers the first', () => {
  const section = [
    {...block('Rest eases pain. Heat eases swelling.'), _key: 'a'},
    {...block('Pain is common.'), _key: 'b'},
  ]
  const next = [
    {...block('What helps'), _key: 'c', style: 'h2'},
    {...block('Walking eases pain.'), _key: 'd'},
  ]
  expect(findingsIn([...section, ...next])).toMatchObject([
    {
      path: 'body[_key=="a"]',
      also: [{path: 'body[_key=="a"]'}, {path: 'body[_key=="b"]', quote: {text: 'is common'}}],
    },
    {path: 'body[_key=="d"]'},
  ])
  const answer = {rule: uncited.id, sentence: 'Rest eases pain.', reason: 'As everyone knows.'}
  const answered = check(
    {_id: 'article', _type: 'article', body: section, answers: [answer]},
    emptyContext,
    [uncited],
  )
  expect(answered.map((finding) => [finding.sentence, finding.answer])).toEqual([
    ['Rest eases pain.', 'As everyone knows.'],
    ['Heat eases swelling.', undefined],
  ])
})

test('the words that need a source are quoted', () => {
  expect(found(block('Exercise eases back pain.'))).toEqual(['eases'])
  expect(found(block('Back pain is common.'))).toEqual(['is common'])
  expect(found(block('PRP did no better than salt water.'))).toEqual(['no better than'])
})

test('a list item needs no source if the line before its list only reports or denies it', () => {
  const item = {...block('Walking eases back pain.'), listItem: 'bullet', level: 1}
  expect(found(block('Be wary of adverts that say:'), item)).toEqual([])
  expect(found(block('Try these:'), item)).toEqual(['eases'])
})

test('spaces that do not break and hyphens that readers cannot see change nothing', () => {
  expect(found(block('Exer\u00ADcise ea\u00ADses back pain.'))).toContain('ea\u00ADses')
  expect(found(block('Back pain is\u00A0common.'))).toEqual(['is\u00A0common'])
})

test('a number of people is a frequency, however it is described', () => {
  for (const size of ['large', 'very large']) {
    expect(found(block(`A ${size} number of adults have arthritis.`))).not.toEqual([])
  }
})

test('a citation covers its own sentence and the sentences next to it', () => {
  const [before, after] = ['Rest eases pain. ', ' Heat eases pain.']
  expect(found(block(before, ['Walking eases pain.'], after))).toEqual([])
  expect(found(block(before, before, ['Walking eases pain.'], after, after))).toEqual([
    'eases',
    'eases',
  ])
})

test('a citation does not cover another paragraph', () => {
  expect(found(block(['Walking eases pain.']), block('Rest eases pain.'))).toEqual(['eases'])
})

test('headings, titles and cells of plain words cannot hold a citation and need none', () => {
  expect(found({...block('Exercise eases back pain'), style: 'h2'})).toEqual([])
  expect(found({_type: 'table', rows: [{cells: ['Exercise eases back pain.']}]})).toEqual([])
})

test('a list item that continues the line before its list needs no source', () => {
  expect(found({...block('you have pain that gets worse at night'), listItem: 'bullet'})).toEqual(
    [],
  )
  expect(found({...block('Exercise eases back pain.'), listItem: 'bullet'})).toEqual(['eases'])
})

const image = {_type: 'figure', _key: 'a'}
const table = richTable('t', [['Words']], {caption: '9 of 10 people were better.'})

test.each([
  [
    'summary',
    'Sources of the summary',
    {summary: 'PRP eases back pain in most people.'},
    {summarySources: [keyed('work')]},
  ],
  [
    'images[_key=="a"].caption',
    'Sources',
    {images: [{...image, caption: '9 of 10 people were better.'}]},
    {images: [{...image, caption: '9 of 10 people were better.', sources: [keyed('work')]}]},
  ],
  [
    'images[_key=="a"].words',
    'Sources',
    {images: [{...image, words: '9 of 10 were better.'}]},
    {images: [{...image, words: '9 of 10 were better.', sources: [keyed('work')]}]},
  ],
  [
    'body[_key=="t"].caption',
    'Sources',
    {body: [table]},
    {body: [{...table, sources: [keyed('work')]}]},
  ],
])('a figure in %s needs a source in the field “%s”', (path, field, fields, sourced) => {
  const page = {_id: 'page', _type: 'article', ...fields}
  expect(check(page, emptyContext, [uncited])).toMatchObject([
    {path, hint: `Add the study or guideline that supports it to the field “${field}”.`},
  ])
  expect(check({...page, ...sourced}, emptyContext, [uncited])).toEqual([])
})

test('sources support only the words beside them', () => {
  const sources = [keyed('work')]
  const page = {
    _id: 'page',
    _type: 'article',
    summary: 'PRP eases back pain in most people.',
    images: [
      {...image, sources},
      {...image, _key: 'b', caption: '9 of 10 people were better.'},
    ],
    body: [
      {...table, caption: 'Doses', sources},
      {...table, _key: 'u'},
    ],
  }
  expect(check(page, emptyContext, [uncited]).map(({path}) => path)).toEqual([
    'summary',
    'images[_key=="b"].caption',
    'body[_key=="u"].caption',
  ])
  expect(
    check({...page, summary: 'PRP.', summarySources: sources}, emptyContext, [uncited]),
  ).toHaveLength(2)
})

describe('a cell of a table', () => {
  const mark = {_type: 'citation', _key: 'm', reference: reference('work')}
  const cited = [paragraph('c', 'A trial', {marks: ['m'], markDefs: [mark]})]
  const findings = (table: object) =>
    check({_id: 'page', _type: 'article', body: [table]}, emptyContext, [uncited]).map(
      ({path}) => path,
    )

  test('that gives a figure needs a source', () => {
    expect(findings(richTable('t', [['Better', '9 of 10 people']]))).toEqual([
      'body[_key=="t"].rows[_key=="r1"].cells[_key=="c2"].value[_key=="p1"]',
    ])
    expect(findings(richTable('t', [['Exercise', 'It eases back pain.']]))).toEqual([])
  })

  test('may have it in another cell of its row, but not in another row', () => {
    expect(findings(richTable('t', [[cited, '9 of 10 people']]))).toEqual([])
    expect(findings(richTable('t', [[cited], ['9 of 10 people']]))).toHaveLength(1)
  })

  test('may have it in the sources of its table', () => {
    const sources = [keyed('work')]
    expect(findings(richTable('t', [['9 of 10 people']], {sources}))).toEqual([])
    expect(findings(richTable('t', [['9 of 10 people']], {sources: []}))).toHaveLength(1)
  })
})

test.each([
  ['seo.description', {seo: {description: 'Serious harm is rare.'}}],
  ['images[_key=="a"].alt', {images: [{_key: 'a', alt: 'PRP works better than rest.'}]}],
  [
    'body[_key=="t"].caption',
    {body: [{_type: 'table', _key: 't', caption: '9 of 10 people were better.'}]},
  ],
  ['regulatoryStatus', {regulatoryStatus: 'Exercise eases back pain.'}],
  ['sideEffects[0]', {sideEffects: ['Soreness in most people']}],
])('a figure in %s needs a source, although it cannot hold a citation', (path, fields) => {
  expect(check({_id: 'page', _type: 'article', ...fields}, emptyContext, [uncited])).toMatchObject([
    {path, hint: 'Say it in the text too, with a citation there. Then answer with that reason.'},
  ])
})

test('what a summary says in short without a figure needs no source there', () => {
  const summary = 'Exercise eases back pain. A trial found that PRP did no better than salt water.'
  expect(check({_id: 'page', _type: 'article', summary}, emptyContext, [uncited])).toEqual([])
})

test.each([
  'PRP is safe in pregnancy.',
  'It is safe for people with diabetes.',
  'It is thought to be safe for older people.',
  'The injection is safe while you are breastfeeding.',
  'It is safe even if you take blood thinners.',
  'Children do well with it.',
  'Older people tolerate the injection well.',
  'People with diabetes can safely have it.',
])('a promise of safety to a group needs a source: %s', (text) => {
  expect(found(block(text))).toHaveLength(1)
})

test.each([
  'Ask whether it is safe in pregnancy.',
  'We do not know whether it is safe in pregnancy.',
  'It is not known to be safe for children.',
  'It is not safe for children.',
  'It may not be safe in pregnancy.',
  'Is it safe in pregnancy?',
  'No study shows that it is safe in pregnancy.',
  'Do not assume that it is safe for older people.',
  'Ask your doctor which medicines are safe in pregnancy.',
  'Keep your tablets safe from children.',
  'Tell us if you are pregnant.',
])('a doubt, a question and a warning about a group need none: %s', (text) => {
  expect(found(block(text))).toEqual([])
})
