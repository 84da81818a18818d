// Pages about a therapy show its warning signs, and do not repeat them in words of their own.

import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {emptyContext, type Context, type Rule} from '../../policy/rule.ts'
import {urgentByHand} from '../../policy/safety/by-hand.ts'
import {helpInTime} from '../../policy/safety/in-time.ts'
import {listedTherapy} from '../../policy/safety/listed.ts'
import {playedDown} from '../../policy/safety/played-down.ts'
import {signsAgree} from '../../policy/safety/signs-agree.ts'
import {shownWarningSigns} from '../../policy/safety/warning-signs.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {
  article,
  condition,
  disclaimer,
  faq,
  keyed,
  paragraph,
  reference,
  therapy,
  warningSigns,
} from '../support/library.ts'
import {honest, soothing, urgent} from './safety-sentences.ts'

const context = {
  ...emptyContext,
  warningSigns: [
    {
      id: 'signs',
      title: 'After an injection',
      about: new Set(['therapy']),
      signs: [
        {urgency: 'now', text: 'any new weakness or numbness in a leg'},
        {urgency: 'now', text: 'numbness around your genitals, buttocks or anus'},
        {urgency: 'now', text: 'it is hard to start to urinate (pee), or you cannot pee at all'},
        {urgency: 'now', text: 'trouble breathing, chest pain, or swelling of your face or throat'},
        {urgency: 'now', text: 'a fever or a bad headache with a stiff neck or confusion'},
        {urgency: 'now', text: 'bleeding that does not stop when you press on it'},
        {urgency: 'now', text: 'thoughts of ending your life'},
        {urgency: 'today', text: 'a fever or chills'},
        {urgency: 'today', text: 'redness, swelling or pus where a needle went in'},
        {urgency: 'today', text: 'a rash, hives or itching'},
        {urgency: 'soon', text: 'weight loss that you cannot explain'},
      ],
    },
    {id: 'flags', title: 'With back pain', about: new Set(['condition']), signs: []},
  ],
  therapies: new Map([
    [
      'therapy',
      {
        id: 'therapy',
        names: ['Dextrose prolotherapy', 'Sugar-water injections'],
        evidenceLevel: 'limited',
        approvedBy: [],
      },
    ],
  ]),
} satisfies Context

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

const page: StoredDocument = {...faq, therapies: [keyed('therapy')]}

/** The words that a rule quotes in a paragraph of a page. */
function quoted(rule: Rule, text: string, document = page) {
  return check({...document, answer: [paragraph('p', text)]}, context, [rule]).map(
    ({quote}) => quote?.text,
  )
}

describe('urgent advice in words of one page', () => {
  test.each([
    ['Call 911 if you cannot breathe.', ['Call 911']],
    ['Go to an emergency room at once.', ['Go to an emergency room']],
    ['If you have a fever, call the clinic the same day.', ['call the clinic the same day']],
    ['See a doctor right away.', ['See a doctor right away']],
    ['Get medical help now.', ['Get medical help now']],
    ['Get urgent care for a fever.', ['Get urgent care']],
    ['See a doctor if it still hurts after a week.', []],
    ['The clinic is open today.', []],
    ['The call cost 911 dollars.', []],
  ])('%s', (text, quotes) => {
    expect(quoted(urgentByHand, text)).toEqual(quotes)
  })

  test.each(urgent)('is found: %s', (text) => {
    expect(quoted(urgentByHand, text)).not.toEqual([])
  })

  test.each([...honest, ...soothing])('is not found: %s', (text) => {
    expect(quoted(urgentByHand, text)).toEqual([])
  })

  test('is no finding where no list is about the page', () => {
    expect(quoted(urgentByHand, 'Call 911 if you cannot breathe.', faq)).toEqual([])
  })
})

describe('a sign for which a list sends readers for help', () => {
  test.each(soothing)('is played down: %s', (text) => {
    expect(quoted(playedDown, text)).not.toEqual([])
  })

  test.each([...honest, ...urgent])('is not played down: %s', (text) => {
    expect(quoted(playedDown, text)).toEqual([])
  })

  test('is played down by the line before a list, and the finding names the list and its sign', () => {
    const items = ['A numb leg', 'Soreness'].map((text, index) => ({
      ...paragraph(`i${index}`, text),
      listItem: 'bullet',
    }))
    const answer = [paragraph('p', 'After the injection, these are normal:'), ...items]
    expect(check({...page, answer}, context, [playedDown])).toMatchObject([
      {
        severity: 'error',
        path: 'answer[_key=="i0"]',
        quote: {text: 'numb leg'},
        message: 'plays down a sign for which “After an injection” says “Get help now”',
        hint: expect.stringContaining('“any new weakness or numbness in a leg”'),
      },
    ])
    const fever = {...page, answer: [paragraph('p', 'A fever is harmless.')]}
    expect(check(fever, context, [playedDown])).toMatchObject([
      {hint: expect.stringContaining('“a fever or chills”')},
    ])
    const harmful = [paragraph('p', 'After the injection, these are not normal:'), ...items]
    expect(check({...page, answer: harmful}, context, [playedDown])).toEqual([])
  })
})

test.each([
  ['safety/by-hand', urgentByHand, urgent],
  ['safety/played-down', playedDown, soothing],
] as const)('%s reads words with characters that readers do not see', (_, rule, sentences) => {
  const hidden = (text: string) =>
    text.replaceAll(/\w{4,}/g, (word) => `${word.slice(0, 2)}\u00AD${word.slice(2)}`)
  for (const text of sentences) {
    // The characters themselves are a finding without a quote.
    const words = quoted(rule, hidden(text)).flatMap((quote) => quote ?? [])
    expect(words.map((quote) => quote.replaceAll('\u00AD', ''))).toEqual(quoted(rule, text))
  }
})

describe('a text that lists no therapy', () => {
  const NUMB = 'A numb leg is normal.'

  test.each([faq, disclaimer, article])(
    '$_type is about the therapies that it names',
    (document) => {
      const text = `We say this of sugar-water injections. Call 911 at night. ${NUMB}`
      const found = check(
        {
          ...document,
          therapies: undefined,
          [document === faq ? 'answer' : 'body']: [paragraph('p', text)],
        },
        context,
        [urgentByHand, playedDown],
      )
      expect(found.map(({rule, severity}) => [rule, severity])).toEqual([
        ['safety/by-hand', 'warning'],
        ['safety/played-down', 'error'],
      ])
    },
  )

  test('is about none if it names none', () => {
    expect(quoted(playedDown, `The tablets have sugar. ${NUMB}`, faq)).toEqual([])
  })
})

describe('lists of warning signs contradict each other', () => {
  const group = (...texts: string[]) => ({_type: 'signGroup', action: 'Call.', signs: texts})
  const disagreeing = (fields: object) =>
    check({...warningSigns, now: undefined, ...fields}, context, [signsAgree]).map(
      ({severity, path, quote, message}) => [severity, path, `“${quote?.text}” ${message}`],
    )

  test.each([
    ['today', 'a fever or a bad headache with a stiff neck or confusion'],
    ['today', 'CONFUSION, or a severe headache with stiff neck; or fever'],
    ['today', 'Weakness or numbness in your leg.'],
    ['soon', 'You have a new weakness in the leg, or a numb leg'],
    ['today', 'numbness around your buttocks, anus or genitals'],
    ['now', 'Chills or fever'],
    ['now', 'pus, redness, or swelling where the needle went in'],
  ] as const)('under “%s”: %s', (urgency, text) => {
    expect(disagreeing({[urgency]: group(text)})).toMatchObject([
      ['error', `${urgency}.signs[0]`, expect.stringContaining('in the list “After an injection”')],
    ])
  })

  test('names the sign, both urgencies and the other list', () => {
    expect(disagreeing({soon: group('a\u00A0fever — or chills!')})).toEqual([
      [
        'error',
        'soon.signs[0]',
        '“a\u00A0fever — or chills!” has the urgency “Get help soon” here, and “Get help today” in the list “After an injection”',
      ],
    ])
  })

  test.each([
    'chest pain',
    'shortness of breath',
    'You have trouble breathing, or a fit.',
    'chest pain or a cough',
    'difficulty urinating',
    'trouble breathing when you lie down',
    'numb legs (both)',
  ])('as a warning, where the other list names it among others: %s', (text) => {
    expect(disagreeing({today: group(text)})).toMatchObject([
      ['warning', 'today.signs[0]', expect.anything()],
    ])
  })

  test.each([
    ['now', 'any new weakness or numbness in a leg'],
    ['today', 'a numb toe'],
    ['soon', 'a headache'],
    ['now', 'a fever after a trip to the tropics'],
  ] as const)('not if they say the same, or of another sign under “%s”: %s', (urgency, text) => {
    expect(disagreeing({[urgency]: group(text)})).toEqual([])
  })

  test('also in one list', () => {
    expect(disagreeing({now: group('a seizure'), today: group('A stroke', 'Seizures')})).toEqual([
      [
        'error',
        'today.signs[1]',
        '“Seizures” has the urgency “Get help today” here, and “Get help now” in this list',
      ],
    ])
    expect(disagreeing({now: group('a seizure', 'the seizures')})).toEqual([
      ['error', 'now.signs[1]', '“the seizures” stands twice under “Get help now”'],
    ])
  })

  test('but a list does not contradict its own approved text', () => {
    const signs = [{urgency: 'today', text: 'a seizure'}] as const
    const own = {id: warningSigns._id, title: 'Before', about: new Set<string>(), signs}
    const known = {...emptyContext, warningSigns: [own]}
    expect(check({...warningSigns, now: group('a seizure')}, known, [signsAgree])).toEqual([])
  })
})

describe('a list sends readers for help in time', () => {
  const inTime = (fields: object) =>
    check({...warningSigns, ...fields}, emptyContext, [helpInTime]).map(
      ({severity, path, quote}) => [severity, path, quote?.text],
    )
  const signs = ['a fever']

  test.each([
    ['Call your doctor next week.', ['Call your doctor next week']],
    ['Most of these are nothing to worry about.', ['are nothing']],
    ['Call 911, but most of these are harmless.', ['are harmless']],
    ['Come in within a few days.', ['within a few days']],
    ['Wait until the morning.', ['until the morning']],
    ['Call 911. Do not wait, and do not drive yourself.', []],
    ['Call today, not tomorrow.', []],
    ['If nobody answers until the morning, go to an emergency room.', []],
  ])('%s', (action, quotes) => {
    for (const urgency of ['now', 'today']) {
      expect(inTime({[urgency]: {action, signs}})).toEqual(
        quotes.map((quote) => ['error', `${urgency}.action`, quote]),
      )
    }
    expect(inTime({soon: {action, signs}})).toEqual([])
  })

  test('a sign may name a later day, but is not played down', () => {
    expect(inTime({today: {action: 'Call.', signs: ['pain that comes back in a week']}})).toEqual(
      [],
    )
    expect(inTime({today: {action: 'Call.', signs: ['a mild fever, which is normal']}})).toEqual([
      ['error', 'today.signs[0]', 'is normal'],
    ])
  })

  test('a list without signs that need help now is a warning', () => {
    expect(inTime({now: undefined, today: {action: 'Call.', signs}})).toEqual([
      ['warning', 'now', undefined],
    ])
  })
})

test('a therapy that no list names is a warning, once the library has a list', () => {
  const severities = (document: StoredDocument, known: Context = context) =>
    check(document, known, [listedTherapy]).map(({severity}) => severity)
  expect(severities(therapy)).toEqual([])
  expect(severities({...therapy, _id: 'other'})).toEqual(['warning'])
  expect(severities(therapy, emptyContext)).toEqual([])
  expect(severities(article)).toEqual([])
})
