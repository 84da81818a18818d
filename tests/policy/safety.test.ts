// Pages about a therapy show its warning signs, and do not repeat them in words of their own.

import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {emptyContext} from '../../policy/rule.ts'
import {urgentByHand} from '../../policy/safety/by-hand.ts'
import {shownWarningSigns} from '../../policy/safety/warning-signs.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {article, condition, faq, keyed, paragraph, reference, therapy} from '../support/library.ts'

const context = {
  ...emptyContext,
  warningSigns: [
    {id: 'signs', title: 'After an injection', about: new Set(['therapy'])},
    {id: 'flags', title: 'With back pain', about: new Set(['condition'])},
  ],
}

const signs = {_type: 'warningSignsEmbed', _key: 's', warningSigns: reference('signs')}

function lacking(document: StoredDocument): string[] {
  return check(document, context, [shownWarningSigns]).map(({message}) => message)
}

describe('warning signs are missing', () => {
  test('on a page about a therapy, and about a condition', () => {
    expect(lacking({...article, conditions: [keyed(condition._id)]})).toEqual([
      'does not show the warning signs “After an injection”',
      'does not show the warning signs “With back pain”',
    ])
    expect(lacking(therapy)).toHaveLength(1)
  })

  test.each(['description', 'administration', 'evidence'])(
    'but not if the %s of a therapy shows them',
    (field) => {
      expect(lacking({...therapy, [field]: [signs]})).toEqual([])
    },
  )
})

function urgentWords(text: string, page: StoredDocument = {...faq, therapies: [keyed('therapy')]}) {
  return check({...page, answer: [paragraph('p', text)]}, context, [urgentByHand]).map(
    ({quote}) => quote?.text,
  )
}

describe('urgent advice in words of one page', () => {
  test.each([
    ['Call 911 if you cannot breathe.', ['Call 911']],
    ['Go to an emergency room at once.', ['emergency room']],
    ['If you have a fever, call the clinic the same day.', ['call the clinic the same day']],
    ['See a doctor right away.', ['See a doctor right away']],
    ['Get medical help now.', ['Get medical help now']],
    ['Get urgent care for a fever.', []],
    ['See a doctor if it still hurts after a week.', []],
    ['The clinic is open today.', []],
    ['The call cost 911 dollars.', []],
  ])('%s', (text, quotes) => {
    expect(urgentWords(text)).toEqual(quotes)
  })

  test('is no finding where no list is about the page', () => {
    expect(urgentWords('Call 911 if you cannot breathe.', faq)).toEqual([])
  })
})
