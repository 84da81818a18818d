// Common side effects say how often they happen. A text that was approved before they could keeps its approval.

import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {frequencySource} from '../../policy/evidence/frequency-source.ts'
import {emptyContext} from '../../policy/rule.ts'
import {temporaryFolder} from '../support/command.ts'
import {keyed, library, therapy, withApproved} from '../support/library.ts'
import {exportDocuments, released, releasedBundle} from '../support/release.ts'

const PAGE = 'web/therapies/dextrose.html'
const BUNDLE = 'therapies/dextrose.json'

const {sideEffects: _, ...rest} = therapy

const withFrequency = {
  ...rest,
  commonSideEffects: [
    {
      _type: 'sideEffect',
      _key: 'a',
      effect: 'A bruise',
      frequency: 'common',
      sources: [keyed('work')],
    },
    {_type: 'sideEffect', _key: 'b', effect: 'A hiccup', frequency: 'notKnown'},
  ],
}

/** The items of the list of common side effects. */
function effectsIn(html = ''): string[] {
  const [section = ''] = /<h2 id="side-effects">.*?<\/section>/s.exec(html) ?? []
  return Array.from(section.matchAll(/<li>(.*?)<\/li>/gs), ([, item = '']) => item.trim())
}

test('a page names how often a side effect happens, with its source', async () => {
  using folder = temporaryFolder()
  const {withheld} = await exportDocuments(withApproved(withFrequency), folder.path)
  expect(withheld).toEqual([])
  expect(effectsIn(released(folder.path, PAGE))).toEqual([
    expect.stringMatching(/^A bruise: in up to 1 in 10 people<.*reference-1/s),
    'A hiccup: how often is not known',
  ])
  expect(releasedBundle(folder.path, BUNDLE)).toMatchObject({
    sideEffects: ['A bruise', 'A hiccup'],
    commonSideEffects: [
      {
        effect: 'A bruise',
        frequency: 'common',
        howOften: 'in up to 1 in 10 people',
        references: [1],
      },
      {effect: 'A hiccup', frequency: 'notKnown', references: []},
    ],
  })
})

test('a text with plain side effects is valid under its old approval', async () => {
  using folder = temporaryFolder()
  const {withheld} = await exportDocuments(library, folder.path)
  expect(withheld).toEqual([])
  expect(effectsIn(released(folder.path, PAGE))).toEqual(['Soreness'])
  expect(releasedBundle(folder.path, BUNDLE)).toMatchObject({
    sideEffects: ['Soreness'],
    commonSideEffects: [{effect: 'Soreness', references: []}],
  })
})

test('a therapy without any common side effect is withheld', async () => {
  using folder = temporaryFolder()
  const {withheld} = await exportDocuments(withApproved(rest), folder.path)
  expect(withheld).toContainEqual(
    expect.objectContaining({id: 'therapy', reason: expect.stringContaining('commonSideEffects')}),
  )
})

test('a frequency without a source is an error, for a side effect and for a serious risk', () => {
  const found = (document: object) =>
    check({...therapy, ...document}, emptyContext, [frequencySource]).map(({path}) => path)
  expect(found(withFrequency)).toEqual([])
  expect(
    found({
      seriousRisks: [{_type: 'seriousRisk', _key: 'r', risk: 'A stroke', frequency: 'rare'}],
      commonSideEffects: [
        {_type: 'sideEffect', _key: 's', effect: 'A bruise', frequency: 'common', sources: []},
      ],
    }),
  ).toEqual(['seriousRisks[_key=="r"].sources', 'commonSideEffects[_key=="s"].sources'])
})

test.each([
  ['Injury to a nerve, which is very rare', 'very rare'],
  ['A rare infection', 'rare'],
  ['A stroke (1 in 1,000 people)', '1 in 1,000'],
  ['Soreness in most people', 'most people'],
  ['Bleeding that almost never stops by itself', 'almost never'],
  ['An infection, also in a disc or in the spine', undefined],
  ['Injury to the common peroneal nerve', undefined],
  ['Soreness for a few days', undefined],
])('“%s” says how often it happens in words: %s', (words, quote) => {
  const quotes = check(
    {
      ...therapy,
      seriousRisks: [{_type: 'seriousRisk', _key: 'r', risk: words, frequency: 'notKnown'}],
      commonSideEffects: [
        {_type: 'sideEffect', _key: 's', effect: words, frequency: 'notKnown', sources: []},
      ],
    },
    emptyContext,
    [frequencySource],
  ).map(({severity, quote: found}) => [severity, found?.text])
  expect(quotes).toEqual(
    quote === undefined
      ? []
      : [
          ['error', quote],
          ['error', quote],
        ],
  )
})
