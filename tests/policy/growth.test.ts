// The Studio checks a text while a writer types. No text may make a rule slow: the time that a rule takes
// grows with the size of the document, not with the square of it.

import {createContext, runInContext} from 'node:vm'
import {expect, test} from 'vitest'
import {exampleReference} from '../../policy/examples/text.ts'
import {limitingPatterns, patterns} from '../../policy/patterns.ts'
import {builtInGlossary} from '../../policy/plain/glossary.ts'
import {emptyContext, type Context, type Example, type Rule} from '../../policy/rule.ts'
import {rules} from '../../policy/rules.ts'
import {flawsBy} from '../../policy/settings/apply.ts'
import {otherLanguages} from '../../policy/text/language.ts'
import {passagesOf} from '../../policy/text/passages.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {richTable} from '../support/library.ts'

/** Characters of the shorter document. The longer one has eight times as many. */
const SHORT = 4_000
const LONG = 8 * SHORT

/** A rule that takes no longer than this for the long document needs no comparison. */
const QUICK_MS = 60

/** The long document may take this many times as long. Linear work takes 8 times, quadratic work 64. */
const MOST = 24

/** A machine that does other work at the same time can disturb a measurement, so the best counts. */
const TRIES = 5

const context: Context = {
  ...emptyContext,
  clinics: [{id: 'clinic', name: 'Hillside Spine Clinic', website: 'https://hillside.example'}],
}

/** A document that grows with the number of characters asked for. */
type Growing = (size: number) => StoredDocument

function filled(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
}

/** As many copies of an item as give a document about this size, each with its own number. */
function copies(size: number, make: (index: number) => object): object[] {
  const count = Math.ceil(size / JSON.stringify(make(0)).length)
  return Array.from({length: count}, (_, index) => make(index))
}

function article(body: readonly object[], fields: object = {}): StoredDocument {
  return {_id: 'article', _type: 'article', body, ...fields}
}

function block(_key: string, text: string, {style = 'normal', marks = [] as string[]} = {}) {
  const children = [{_type: 'span', _key: 's', text, marks}]
  return {_type: 'block', _key, style, children, markDefs: []}
}

/** A paragraph whose spans have one mark each, of one type. */
function marked(type: string, text: string, fields: object): Growing {
  return (size) => {
    const spans = copies(size, (index) => ({_type: 'span', text, marks: [`m${index}`]}))
    const markDefs = spans.map((_, index) => ({_type: type, _key: `m${index}`, ...fields}))
    return article([{...block('a', ''), children: spans, markDefs}])
  }
}

const withoutEnd = (text: string): string => `${text.replaceAll(/[.?!]/g, '')} `

/** Short texts that a long text repeats: what rules look for, and its beginnings and ends. */
const units = new Set<string>([
  // Without a space, a text is one word.
  ...'a A 1 - ( ) " \' ’ . , ; : ? ! é α 漢 😀 \u0301 \u00a0 \n nq a- A1- a.b A('.split(' '),
  ' ',
  '. ',
  'Oedema. ',
  ...[
    '( (ABC) [ ABC, ABCD ABC1 type|IV αβγ word word|αβγ 10|to|20% <a &amp; "word \'word ask|whether',
    'in|the in|the|then forty|six|forty- six|forty- and the|more may|do may many whichever|a rare|causes|of',
    'you|will you|may as|well as than better|than if most that to cure do|they|work the|best is|a rare',
    'injection|was|always do|not plan what this|treatment but not|only no|side|effects 5%|of e.g. Dr. is',
  ].flatMap((line) => line.split(' ').map((unit) => `${unit.replaceAll('|', ' ')} `)),
  ...rules.flatMap(({examples: {passes, fails}}) => [...passes, ...fails]).flatMap(unitsOf),
  ...[...Object.values(patterns).flat(), ...limitingPatterns].flatMap(({fires, quiet}) =>
    [fires[0], quiet[0]].flatMap((text) => (text === undefined ? [] : withoutEnd(text))),
  ),
  builtInGlossary.map(({term}) => term).join(' '),
])

function unitsOf(example: Example): string[] {
  return typeof example === 'string' ? [`${example} `, withoutEnd(example)] : []
}

const growing = new Map<string, Growing>([
  ...[...units].flatMap((unit): [string, Growing][] => [
    [`a paragraph of ${JSON.stringify(unit)}`, (size) => article([block('a', filled(unit, size))])],
    [
      `a paragraph of ${JSON.stringify(unit)} that ends`,
      (size) => article([block('a', `${filled(unit, size)} a.`)]),
    ],
  ]),
  ...['a ', '. ', 'do ', 'ABC ', 'lumbar '].map((unit): [string, Growing] => [
    `a heading of ${JSON.stringify(unit)}`,
    (size) =>
      article([block('a', `${filled(unit, size)}a`, {style: 'h2'}), block('b', 'Some words.')], {
        therapies: [exampleReference('therapy')],
      }),
  ]),
  [
    'a number in many words',
    (size) => article([block('a', `go forty ${filled('six forty-', size)}u`)]),
  ],
  [
    'different abbreviations',
    (size) => article([block('a', `as ${abbreviations(size).join(' ')}`)]),
  ],
  [
    'different abbreviations in brackets',
    (size) => article([block('a', `as (${abbreviations(size).join(') (')})`)]),
  ],
  [
    'paragraphs',
    (size) => article(copies(size, (index) => block(`${index}`, 'You may need an MRI.'))),
  ],
  [
    'headings',
    (size) =>
      article(copies(size, (index) => block(`${index}`, `Heading ${index}`, {style: 'h2'}))),
  ],
  [
    'lists in bold',
    (size) =>
      article(copies(size, (index) => block(`${index}`, 'What it is', {marks: ['strong']}))),
  ],
  [
    'marks on one word',
    (size) => article([block('a', 'a', {marks: Array.from({length: size / 10}, () => 'strong')})]),
  ],
  ['citations', marked('citation', 'It heals. ', {reference: exampleReference('work')})],
  ['links', marked('link', 'here. ', {href: 'http://hillside.example/?utm_source=a'})],
  ['links to pages', marked('internalLink', 'here. ', {reference: exampleReference('page')})],
  [
    'tables',
    (size) =>
      article(
        copies(size, (index) => ({
          _type: 'table',
          _key: `${index}`,
          caption: 'A',
          rows: [{_key: 'r', cells: ['', '']}],
        })),
      ),
  ],
  [
    'a table with many rows',
    (size) =>
      article([
        {
          _type: 'table',
          _key: 't',
          rows: copies(size, (index) => ({_key: `${index}`, cells: ['']})),
        },
      ]),
  ],
  [
    'a table with many columns',
    (size) =>
      article([
        {
          _type: 'table',
          _key: 't',
          rows: [{_key: 'r', cells: Array.from({length: size / 4}, (_, index) => `${index % 9}`)}],
        },
      ]),
  ],
  [
    'a table with many cells of text',
    (size) =>
      article([
        richTable(
          't',
          Array.from({length: size / 10}, () => ['', 'a']),
        ),
      ]),
  ],
  [
    'images',
    (size) =>
      article([], {images: copies(size, () => ({_type: 'figure', alt: 'A', caption: 'A'}))}),
  ],
  [
    'therapies',
    (size) => article([], {therapies: copies(size, (index) => exampleReference(`t${index}`))}),
  ],
  [
    'authors',
    (size) => article([], {authors: copies(size, (index) => exampleReference(`p${index}`))}),
  ],
  [
    'former addresses',
    (size) =>
      article([], {formerSlugs: Array.from({length: size / 8}, (_, index) => `page-${index}`)}),
  ],
  [
    'other names',
    (size) => ({
      _id: 'therapy',
      _type: 'therapyType',
      aliases: Array.from({length: size / 16}, (_, index) => `lumbar ${index}`),
      description: [block('a', filled('lumbar ', size / 2), {style: 'h2'})],
    }),
  ],
])

/** Abbreviations that differ: AAAB, AAAC. */
function abbreviations(size: number): string[] {
  return Array.from({length: size / 5}, (_, index) =>
    [17_576, 676, 26, 1]
      .map((place) => String.fromCodePoint(65 + (Math.floor(index / place) % 26)))
      .join(''),
  )
}

const sandbox = {run: (): void => {}}
createContext(sandbox)

/** @throws Error if it takes more than ten seconds. Nothing else could stop a pattern that never ends. */
function millisecondsFor(rule: Rule, document: StoredDocument): number {
  const passages = passagesOf(document)
  const subject = {document, passages, languages: otherLanguages(passages, 'en')}
  sandbox.run = () => void Array.from(flawsBy(rule, subject, context))
  const started = performance.now()
  runInContext('run()', sandbox, {timeout: 10_000})
  return performance.now() - started
}

/** Whether the time grows about as fast as the document, in the best of a few tries. */
function isLinear(rule: Rule, grown: Growing): boolean {
  const [short, long] = [grown(SHORT), grown(LONG)]
  return Array.from({length: TRIES}).some(() => {
    const most = millisecondsFor(rule, long)
    return most <= QUICK_MS || most <= MOST * millisecondsFor(rule, short)
  })
}

test.each(rules)('$id: the time grows with the document, and not with the square of it', (rule) => {
  const slow = [...growing].flatMap(([name, grown]) => {
    try {
      return isLinear(rule, grown) ? [] : [name]
    } catch (error) {
      return [`${name}: ${String(error)}`]
    }
  })
  expect(slow).toEqual([])
})
