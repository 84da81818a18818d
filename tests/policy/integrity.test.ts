// What holds for every document: a key names one item, and a link leads somewhere. A writer sees a breach
// while typing, and an export refuses it.

import {expect, test} from 'vitest'
import {shapeFindings} from '../../model/validate.ts'
import {check} from '../../policy/check.ts'
import {emptyContext} from '../../policy/rule.ts'
import {contentOf} from '../../review/revision.ts'
import {article, keyed, makeDecision, paragraph, reference, richTable} from '../support/library.ts'

function found(fields: object) {
  const document = contentOf({...article, ...fields})
  const inExport = shapeFindings(document, 'article')
  expect(check(document, emptyContext, [])).toEqual(inExport)
  return inExport.map(({path, message}) => ({path, message}))
}

const link = (_key: string, href: string) => ({_type: 'link', _key, href})

test('two links on the same words are reported at these words', () => {
  const linked = (...marks: string[]) => ({
    ...paragraph('b', ''),
    markDefs: [
      link('l', 'https://example.org/a'),
      {_type: 'internalLink', _key: 'm', reference: reference('faq')},
      {_type: 'citation', _key: 'c', reference: reference('work')},
    ],
    children: [
      {_type: 'span', _key: 's1', text: 'the page on ', marks: ['l']},
      {_type: 'span', _key: 's2', text: 'soreness', marks},
    ],
  })
  expect(found({body: [linked('l', 'm')]})).toEqual([
    {path: 'body[_key=="b"].children[_key=="s2"]', message: 'is a link inside a link'},
  ])
  expect(found({body: [linked('l', 'strong')]})).toEqual([])
  expect(found({body: [linked('m', 'c')]})).toEqual([])
})

test.each<[string, object, string]>([
  [
    'a list of references',
    {authors: [keyed('author'), {...keyed('author'), _ref: 'reviewer'}]},
    'authors[1]',
  ],
  ['blocks', {body: [paragraph('a', 'One.'), paragraph('a', 'Two.')]}, 'body[1]'],
  [
    'marks of a block',
    {
      body: [
        paragraph('b', 'the same', {
          marks: ['l'],
          markDefs: [link('l', 'https://example.org/a'), link('l', 'https://example.org/b')],
        }),
      ],
    },
    'body[_key=="b"].markDefs[1]',
  ],
  [
    'rows of a table',
    {
      body: [
        {
          _type: 'table',
          _key: 't',
          caption: 'Doses',
          rows: ['r', 'r'].map((_key) => ({_type: 'row', _key, cells: ['a']})),
        },
      ],
    },
    'body[_key=="t"].rows[1]',
  ],
])('a key that two items have is reported in %s', (_, fields, path) => {
  expect(found(fields)).toEqual([{path, message: expect.stringMatching(/key ".*" of an earlier/)}])
})

test('a cell of a table may be empty, and a text may not', () => {
  expect(
    found({
      body: [
        richTable('t', [
          ['Drug', ''],
          ['', 'Dose'],
        ]),
      ],
    }),
  ).toEqual([])
  expect(found({body: [paragraph('p', ' ')]})).toMatchObject([{path: 'body'}])
})

test('items of different lists may have the same key', () => {
  expect(found({body: [paragraph('author', 'One.')]})).toEqual([])
})

test('a decision counts whatever characters its comment holds', () => {
  const retraction = {...makeDecision(article, 'retracted'), comment: 'Dose\u200B is <b>wrong</b>'}
  expect(shapeFindings(contentOf(retraction), 'review')).toEqual([])
})
