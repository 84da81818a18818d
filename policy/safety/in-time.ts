// A list of warning signs sends readers for help in time, in the words of the list itself.

import {signsSources} from '../examples/warning-signs.ts'
import {flawIn, type Flaw, type Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {lateIn, soothingIn, statementsIn} from './said.ts'

function list(fields: object) {
  return {_id: 'list', _type: 'warningSigns', title: 'After an injection', ...fields}
}

const now = {action: 'Call 911. Do not wait.', signs: ['you cannot breathe']}

export const helpInTime: Rule = {
  id: 'safety/in-time',
  title: 'A list of warning signs sends readers for help in time',
  severity: 'error',
  reads: 'English',
  rationale:
    'Readers look at the list because they are afraid or in pain. If it says “Get help now” and then “next week”, or “nothing to worry about”, the calmer words win. A list without signs that need help now is seldom complete, so the rule warns of it.',
  sources: signsSources,
  examples: {
    passes: [
      {says: 'Under “Get help now”: “Call 911. Do not wait.”', document: list({now})},
      {
        says: 'Under “Get help soon”: “See a doctor within a few days.”',
        document: list({
          now,
          soon: {action: 'See a doctor within a few days.', signs: ['weight loss']},
        }),
      },
    ],
    fails: [
      {
        says: 'Under “Get help now”: “Call your doctor next week.”',
        document: list({now: {...now, action: 'Call your doctor next week.'}}),
      },
      {
        says: 'Under “Get help today”: “Most of these are nothing to worry about.”',
        document: list({
          now,
          today: {action: 'Most of these are nothing to worry about.', signs: ['a fever']},
        }),
      },
      {
        says: 'A sign under “Get help now”: “a fever, which is normal”.',
        document: list({now: {...now, signs: ['a fever, which is normal']}}),
      },
      {
        says: 'A list has nothing under “Get help now”.',
        document: list({today: {action: 'Call your clinic.', signs: ['a fever']}}),
      },
    ],
  },
  *check({document, passages}) {
    if (document._type !== 'warningSigns') return
    if (!passages.some(({path}) => path.startsWith('now.'))) yield NOTHING_NOW
    for (const passage of passages) {
      if (URGENT.test(passage.path)) yield* flawsIn(passage)
    }
  },
}

/** The fields of the groups for which a reader must not wait. */
const URGENT = /^(?:now|today)\./

const NOTHING_NOW: Flaw = {
  path: 'now',
  subject: 'This list',
  message: 'has no signs under “Get help now”',
  hint: 'Add the signs for which readers must call an ambulance. If there are none, check with a clinician.',
  isMild: true,
}

/** Where the text tells a reader what to do. A sign may name a later day: “worse after a week”. */
const ACTION = '.action'

function* flawsIn(passage: Passage): Generator<Flaw> {
  const isAction = passage.path.endsWith(ACTION)
  for (const sentence of passage.sentences) {
    for (const {text, start} of statementsIn(sentence.text)) {
      const place = soothingIn(text)[0] ?? (isAction ? lateIn(text) : undefined)
      if (!place) continue
      yield flawIn(
        passage,
        sentence,
        {start: start + place.start, end: start + place.end},
        {
          message: 'tells readers with an urgent sign that there is no hurry',
          hint: 'Leave these words out, or move the signs to “Get help soon”.',
        },
      )
    }
  }
}
