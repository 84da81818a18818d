// Two lists of warning signs, or two places of one list, must not say different things of one sign.

import {titleOf, urgencyOptions, type Urgency} from '../../schemas/data/options.ts'
import {flawOfAll} from '../accessibility/words.ts'
import {flawIn, type Context, type Flaw, type Rule, type SignsRecord} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {listsIn} from './lists.ts'
import {kindsOf, signsIn} from './said.ts'
import {alternativesIn, essence} from './same-sign.ts'

function list(signs: Readonly<Partial<Record<Urgency, readonly string[]>>>) {
  const groups = Object.entries(signs).map(([urgency, texts]) => [
    urgency,
    {action: 'Call your doctor.', signs: texts},
  ])
  return {_id: 'list', _type: 'warningSigns', ...Object.fromEntries(groups)}
}

const other: Partial<Context> = {
  warningSigns: [
    {
      id: 'other',
      title: 'After an injection',
      about: new Set(),
      signs: [
        {urgency: 'now', text: 'You cannot pass urine.'},
        {urgency: 'now', text: 'trouble breathing, chest pain, or a seizure'},
      ],
    },
  ],
}

export const signsAgree: Rule = {
  id: 'safety/signs-agree',
  title: 'A warning sign has one urgency in all lists',
  severity: 'error',
  reads: 'English',
  rationale:
    'If one list says “Get help now” and another “Get help today” for the same sign, a reader who sees the second one may lose a day that matters. Two signs count as the same if the same words are left without small words, endings and the order of words, and if words such as “pee” and “urinate” are read as one. A sign with one more word counts as another sign: “a bad headache” is not “a headache”. Where a sign is one of several in a line, or says the same in other words, the rule only warns, because the rest of the line may belong to it. It knows other words for common signs, such as “difficulty urinating” for “cannot pee”, and compares these between lists only.',
  sources: [
    {title: 'PIF TICK criteria (4: Evidence)', url: 'https://pifonline.org.uk/pif-tick/'},
    {
      title: 'DISCERN: quick reference guide to the criteria (11)',
      url: 'http://www.discern.org.uk/quick_reference_guide.php',
    },
  ],
  examples: {
    passes: [
      {
        says: 'Two lists say “Get help now” for the same sign.',
        document: list({now: ['you cannot pee']}),
        context: other,
      },
      {
        says: '“It burns when you pee” is another sign than “You cannot pass urine”.',
        document: list({today: ['it burns when you pee']}),
        context: other,
      },
    ],
    fails: [
      {
        says: 'One list says “Get help today” for “you can’t pee”, and another “Get help now” for “You cannot pass urine.”',
        document: list({today: ['you can’t pee']}),
        context: other,
      },
      {
        says: 'One list says “Get help soon” for “chest pain”, which stands in a line of another list under “Get help now”.',
        document: list({soon: ['chest pain']}),
        context: other,
      },
      {
        says: 'One list says “Get help soon” for “difficulty urinating when you wake up”, and another “Get help now” for “You cannot pass urine.”',
        document: list({soon: ['difficulty urinating when you wake up']}),
        context: other,
      },
      {
        says: 'A list has “a fever” under two urgencies.',
        document: list({today: ['a fever'], soon: ['Fever']}),
      },
      {
        says: 'A list has “a fever” twice under one urgency.',
        document: list({today: ['a fever', 'Fever.']}),
      },
    ],
  },
  *check({document, passages}, context) {
    if (document._type !== 'warningSigns') return
    const own = passages.flatMap(ownSign)
    const lists = listsIn('en', context).filter(({id}) => id !== document._id)
    const others = lists.flatMap(({title, signs}) =>
      signs.map(({urgency, text}) => ({
        place: `in the list “${title}”`,
        urgency,
        ...readSign(text),
      })),
    )
    for (const [index, sign] of own.entries()) {
      const earlier = own.slice(0, index).map((one) => ({...one, place: 'in this list'}))
      const flaw = flawBetween(sign, [
        ...earlier,
        ...others.filter(({urgency}) => urgency !== sign.urgency),
      ])
      const other = flaw ?? flawOfKind(sign, lists)
      if (other) yield other
    }
  },
}

interface Read {
  readonly whole: string
  /** The alternatives that a line of several signs names. */
  readonly parts: readonly string[]
}

function readSign(text: string): Read {
  return {whole: essence(text), parts: alternativesIn(text)}
}

interface OwnSign extends Read {
  readonly passage: Passage
  readonly urgency: Urgency
}

interface OtherSign extends Read {
  readonly place: string
  readonly urgency: Urgency
}

function ownSign(passage: Passage): OwnSign[] {
  const urgency = urgencyOptions.find(({value}) =>
    passage.path.startsWith(`${value}.signs[`),
  )?.value
  return urgency === undefined ? [] : [{passage, urgency, ...readSign(passage.text)}]
}

/** What is wrong with a sign beside others. Those of other lists have other urgencies. */
function flawBetween(sign: OwnSign, others: readonly OtherSign[]): Flaw | undefined {
  const {passage, urgency, whole} = sign
  const said = (other: OtherSign) => ({
    message:
      other.urgency === urgency
        ? `stands twice under “${wordsFor(urgency)}”`
        : `has the urgency “${wordsFor(urgency)}” here, and “${wordsFor(other.urgency)}” ${other.place}`,
    hint:
      other.urgency === urgency
        ? 'Remove one of the two.'
        : 'Decide how urgent it is, and say the same in both places.',
  })
  const whollySame = others.find((other) => whole !== '' && other.whole === whole)
  if (whollySame) return flawOfAll(passage, said(whollySame))
  const partlySame = others.find(
    (other) =>
      other.urgency !== urgency &&
      [whole, ...sign.parts].some(
        (one) => one !== '' && (one === other.whole || other.parts.includes(one)),
      ),
  )
  return partlySame && {...flawOfAll(passage, said(partlySame)), isMild: true}
}

function wordsFor(urgency: Urgency): string {
  return titleOf(urgencyOptions, urgency)
}

/** A kind of signs that differ too much from each other to be compared. */
const MIXED = 'an alarming sign'

/** What is wrong with a sign if another list names its kind, but never with this urgency. */
function flawOfKind({passage, urgency}: OwnSign, lists: readonly SignsRecord[]): Flaw | undefined {
  for (const [kind, place] of signsIn(passage.text)) {
    if (kind === MIXED) continue
    for (const {title, signs} of lists) {
      const alike = signs.filter((one) => kindsOf(one).has(kind))
      const [first] = alike
      if (!first || alike.some((sign) => sign.urgency === urgency)) continue
      const whole = {text: passage.text, start: 0, end: passage.text.length}
      const flaw = flawIn(passage, whole, place, {
        message: `has the urgency “${wordsFor(urgency)}” here, and “${first.text}” has “${wordsFor(first.urgency)}” in the list “${title}”`,
        hint: 'If both mean the same, say the same in both places. If not, answer with the difference.',
      })
      return {...flaw, isMild: true}
    }
  }
  return undefined
}
