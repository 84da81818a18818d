// Frames of advice to get help.

import {
  ambulance,
  atOnce,
  beingSeen,
  calling,
  care,
  contacting,
  emergency,
  emergencyNumber,
  emergencyRoom,
  going,
  helper,
  needing,
  notWaiting,
  pressing,
  rushing,
  seeking,
  taking,
  thisDay,
  urgentThing,
} from '../../lexicon/urgency.ts'
import type {Frame} from '../../text/frame.ts'

/** Urgent advice: to get help at once, or on the same day. */
export const urgentFrames: readonly Frame[] = [
  {
    name: 'contact a helper at once',
    word: contacting,
    beside: [
      {any: [helper], side: 'after', within: 4},
      {any: [atOnce], within: 8},
    ],
    fires: ['See a doctor right away.', 'Seek help without delay.', 'Call us the same day.'],
    quiet: ['See a doctor.', 'The doctor comes right away.'],
  },
  {
    name: 'need help at once',
    word: seeking,
    beside: [
      {any: [helper], side: 'after', within: 4},
      {any: [atOnce], side: 'after', within: 6},
    ],
    fires: ['You need help fast.', 'It requires treatment at once.'],
    quiet: ['You need help.'],
  },
  {
    name: 'a helper must act',
    word: helper,
    beside: [
      {any: [needing], side: 'after', within: 1},
      {any: [atOnce, thisDay], side: 'after', within: 6},
    ],
    fires: ['A doctor should look at it today.', 'Your nurse needs to know right away.'],
    quiet: ['A doctor should look at it.', 'The clinic is open now.'],
  },
  {
    name: 'rush to a helper',
    word: rushing,
    beside: [{any: [helper], side: 'after', within: 3}],
    fires: ['Rush to the hospital.'],
    quiet: ['The hospital is in a rush.'],
  },
  {
    name: 'contact a helper today',
    word: thisDay,
    beside: [
      {any: [helper], side: 'before', within: 0},
      {any: [contacting, seeking], side: 'before', within: 6},
    ],
    fires: ['Call your clinic today.', 'Get medical help now.'],
    quiet: ['The clinic is open today.', 'Tell the nurse what you take now.'],
  },
  {
    name: 'be seen at once',
    word: beingSeen,
    beside: [{any: [atOnce, thisDay], side: 'after', within: 3}],
    fires: ['It has to be checked today.', 'You must be seen the same day.'],
    quiet: ['It has to be checked.'],
  },
  {
    name: 'call an emergency number',
    word: calling,
    beside: [{any: [emergencyNumber], side: 'after', within: 0}],
    fires: ['Call 911.', 'Dial 999.'],
    quiet: ['The call cost 911 dollars.'],
  },
  {
    name: 'call an ambulance',
    word: contacting,
    beside: [{any: [ambulance], side: 'after', within: 3}],
    fires: ['Call an ambulance.', 'Ring your local emergency number.'],
    quiet: ['An ambulance comes.'],
  },
  {
    name: 'go to an emergency room',
    word: going,
    beside: [{any: [emergencyRoom], side: 'after', within: 4}],
    fires: ['Go to the nearest emergency room.', 'Head to the ER.'],
    quiet: ['The emergency room is large.'],
  },
  {
    name: 'get urgent care',
    word: seeking,
    beside: [
      {any: [pressing], side: 'after', within: 3},
      {any: [care], side: 'after', within: 4},
    ],
    fires: ['Seek urgent medical care.', 'It needs immediate attention.'],
    quiet: ['urgent care', 'It needs attention.'],
  },
  {
    name: 'it is an emergency',
    word: emergency,
    fires: ['This is a medical emergency.', 'Every minute counts.'],
    quiet: ['the emergency room'],
  },
  {
    name: 'do not wait',
    word: notWaiting,
    fires: ['Do not wait.', 'This cannot wait.'],
    quiet: ['Wait a week.'],
  },
]

/** Advice to get help. It is urgent in a sentence that names a warning sign: `Call us if you have a fever`. */
export const helpFrames: readonly Frame[] = [
  {
    name: 'contact a helper',
    word: contacting,
    beside: [{any: [helper], side: 'after', within: 3}],
    fires: ['Call us.', 'Phone your doctor within a day.'],
    quiet: ['The doctor calls.'],
  },
  {
    name: 'be taken to a helper',
    word: taking,
    beside: [{any: [helper], side: 'after', within: 2}],
    fires: ['Have them drive you to the hospital.'],
    quiet: ['Have them drive you to the park.'],
  },
  {
    name: 'it is urgent',
    word: urgentThing,
    fires: ['That is urgent.'],
    quiet: ['That is not urgent.'],
  },
]
