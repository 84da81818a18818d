// A page cannot escape a therapy's disclaimers by leaving the therapy out of its list.

import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {unlistedTherapy} from '../../policy/disclaimers/unlisted-therapy.ts'
import {exampleDisclaimers} from '../../policy/examples/disclaimers.ts'
import {emptyContext} from '../../policy/rule.ts'
import {article, disclaimer, faq, keyed, paragraph, therapy} from '../support/library.ts'

const context = {
  ...emptyContext,
  therapies: new Map(
    [
      {
        id: 'prp',
        names: ['Platelet-rich plasma (PRP)', 'PRP', 'C++ (new)'],
        evidenceLevel: 'conflicting',
      },
      {id: 'tens', names: ['Nerve stimulation'], evidenceLevel: 'limited'},
    ].map((one) => [one.id, {...one, approvedBy: []}]),
  ),
  ...exampleDisclaimers([
    disclaimer,
    {
      ...disclaimer,
      _id: 'unproven',
      title: 'Unproven',
      scope: 'therapies',
      therapies: [keyed('prp')],
    },
  ]),
}

function quotesIn(text: string, given: object = {}) {
  const page = {...faq, answer: [paragraph('p', text)], ...given}
  return check(page, context, [unlistedTherapy]).map(({quote}) => quote?.text)
}

test.each([
  ['Ask about PRP.', ['PRP']],
  ['Is Platelet-Rich Plasma safe?', ['Platelet-Rich Plasma']],
  ['PRP hurts. PRP costs money. So does platelet-rich plasma.', ['PRP']],
  ['Some call it C++.', ['C++']],
  ['PRPs and aPRP are other words.', []],
  ['Nerve stimulation has no disclaimer of its own.', []],
])('%s', (text, quotes) => {
  expect(quotesIn(text)).toEqual(quotes)
})

test('a listed therapy may be named, and so may one whose card the page shows', () => {
  expect(quotesIn('Ask about PRP.', {therapies: [keyed('prp')]})).toEqual([])
  const card = {_type: 'therapyEmbed', _key: 'c', therapy: {_ref: 'prp'}}
  const shown = {...article, title: 'PRP', therapies: [], body: [card]}
  expect(check(shown, context, [unlistedTherapy])).toEqual([])
})

test('the finding names the therapy to list and the disclaimer that the page lacks', () => {
  expect(check({...article, title: 'About PRP'}, context, [unlistedTherapy])).toMatchObject([
    {
      severity: 'warning',
      path: 'title',
      message: expect.stringContaining('“Unproven”'),
      hint: expect.stringContaining('Platelet-rich plasma (PRP)'),
    },
  ])
})

test('the page of a therapy has no list, so it may compare itself with others', () => {
  expect(check({...therapy, summary: 'Not the same as PRP.'}, context, [unlistedTherapy])).toEqual(
    [],
  )
})
