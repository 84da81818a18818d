// Frames of advice to stop or skip a medicine.

import {
  beforehand,
  beingStopped,
  medicine,
  namedBefore,
  noLongerNeeding,
  notTaking,
  prescribed,
  stopping,
  takingIt,
} from '../../lexicon/medicines.ts'
import {needless} from '../../lexicon/urgency.ts'
import type {Frame} from '../../text/frame.ts'

/** To stop a medicine that nearly always is prescribed. */
export const prescribedFrames: readonly Frame[] = [
  {
    name: 'stop a prescribed medicine',
    word: stopping,
    beside: [{any: [prescribed], side: 'after', within: 4}],
    fires: ['Stop taking your blood thinner.', 'Skip your insulin.', 'Come off opioid tablets.'],
    quiet: ['Stop and rest.', 'Take your insulin.', 'Stopping warfarin can do harm.'],
  },
  {
    name: 'stop the prescribed medicine named before',
    word: stopping,
    beside: [
      {any: [prescribed], side: 'before', within: 10},
      {any: [namedBefore], side: 'after', within: 1},
    ],
    fires: ['If you take warfarin, stop it.', 'If you use insulin, stop using it.'],
    quiet: ['Stop it.', 'If you take warfarin, tell us.'],
  },
  {
    name: 'a prescribed medicine is to be stopped',
    word: beingStopped,
    beside: [{any: [prescribed], side: 'before', within: 4}],
    fires: ['Blood thinners must be stopped.'],
    quiet: ['The injection must be stopped.'],
  },
]

/** To stop a medicine that may be prescribed or not, or that a reader may need only at another time. */
export const medicineFrames: readonly Frame[] = [
  {
    name: 'stop a medicine',
    word: stopping,
    beside: [{any: [medicine], side: 'after', within: 4}],
    fires: ['Stop all of your tablets.', 'Skip your medicine.'],
    quiet: ['Skip breakfast.'],
  },
  {
    name: 'stop the medicine named before',
    word: stopping,
    beside: [
      {any: [medicine], side: 'before', within: 10},
      {any: [namedBefore], side: 'after', within: 1},
    ],
    fires: ['If you take aspirin, stop taking it.'],
    quiet: ['If you take aspirin, tell us.'],
  },
  {
    name: 'a medicine is to be stopped',
    word: beingStopped,
    beside: [{any: [medicine], side: 'before', within: 4}],
    fires: ['All tablets should be stopped.'],
    quiet: ['The bleeding should be stopped.'],
  },
  {
    name: 'do not take a medicine at a time',
    word: notTaking,
    beside: [
      {any: [prescribed], side: 'after', within: 3},
      {any: [beforehand], side: 'after', within: 10},
    ],
    fires: ['Do not take your insulin on the day.', 'Hold your warfarin for five days.'],
    quiet: ['Do not take warfarin with aspirin.', 'Hold still for a day.'],
  },
  {
    name: 'no need to take a medicine',
    word: needless,
    beside: [
      {any: [takingIt], side: 'after', within: 0},
      {any: [prescribed], side: 'after', within: 4},
    ],
    fires: ['You do not need to take your insulin.', 'There is no need to continue warfarin.'],
    quiet: ['You do not need to stop your insulin.', 'You do not have to take the bus.'],
  },
  {
    name: 'a medicine is no longer needed',
    word: noLongerNeeding,
    beside: [{any: [prescribed], side: 'after', within: 1}],
    fires: ['You no longer need your opioids.'],
    quiet: ['You need your opioids.', 'You no longer need your crutches.'],
  },
]
