// Frames of words that play a sign down or name a later day.

import {
  anotherDay,
  being,
  byItself,
  contacting,
  explaining,
  helper,
  lasting,
  later,
  merely,
  needless,
  normal,
  onCondition,
  over,
  passing,
  untroubled,
  waiting,
} from '../../lexicon/urgency.ts'
import type {Frame} from '../../text/frame.ts'

/** Words that say that a reader need not get help, or not soon. */
export const soothingFrames: readonly Frame[] = [
  {
    name: 'is normal',
    word: normal,
    beside: [{any: [being], side: 'before', within: 1}],
    fires: ['A numb leg is normal.', 'It is quite harmless.'],
    quiet: ['back to normal', 'normal saline'],
  },
  {
    name: 'nothing to worry about',
    word: untroubled,
    fires: ['Do not worry.', 'It is no cause for concern.', 'It can wait until your next visit.'],
    quiet: ['Tell us about your worries.'],
  },
  {
    name: 'wait for days',
    word: waiting,
    beside: [{any: [later], side: 'after', within: 6}],
    fires: ['Wait a week.', 'You can wait a few days.'],
    quiet: ['Wait for 20 minutes.'],
  },
  {
    name: 'passes by itself',
    word: passing,
    beside: [{any: [byItself, later], within: 5}],
    fires: ['It goes away on its own.', 'It wears off within hours.', 'It fades in some days.'],
    quiet: ['It goes away.'],
  },
  {
    name: 'no need for help',
    word: needless,
    beside: [{any: [contacting, helper], side: 'after', within: 3}],
    fires: ['There is no need to call a doctor.', 'You do not have to tell the clinic.'],
    quiet: ['There is no need to rest.'],
  },
  {
    name: 'contact a helper on another day',
    word: contacting,
    beside: [
      {any: [helper], side: 'after', within: 4},
      {any: [anotherDay], side: 'after', within: 8},
    ],
    fires: ['See a doctor next week.', 'Tell the nurse at your next visit.'],
    quiet: ['See a doctor.', 'The doctor is away next week.'],
  },
  {
    name: 'get help only if it lasts',
    word: lasting,
    beside: [
      {any: [onCondition], side: 'before', within: 5},
      {any: [later], side: 'after', within: 3},
    ],
    fires: ['Call if it lasts for more than three days.'],
    quiet: ['It lasts for more than three days.'],
  },
  {
    name: 'it is only',
    word: merely,
    beside: [
      {any: [being], side: 'before', within: 1},
      {any: [explaining], side: 'after', within: 3},
    ],
    fires: [
      'It is just the anesthetic.',
      'It is often just nerves.',
      'They are only a reaction to it.',
    ],
    quiet: ['It is the anesthetic.', 'The needle only reaches the skin.'],
  },
  {
    name: 'it will pass',
    word: over,
    fires: ['It will pass.'],
    quiet: ['The needle passes.'],
  },
]

/** Words for a day that is too late for an urgent sign. */
export const lateFrames: readonly Frame[] = [
  {
    name: 'another day',
    word: anotherDay,
    fires: ['Call next week.', 'Come in within a few days.'],
    quiet: ['Call today.'],
  },
]
