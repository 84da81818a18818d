// Frames of warning signs.

import {
  alarming,
  breath,
  breathless,
  chest,
  face,
  fever,
  headache,
  hurting,
  limb,
  neck,
  numb,
  saddle,
  severe,
  stiff,
  swelling,
  toilet,
  unable,
  weak,
} from '../../lexicon/signs.ts'
import type {Frame} from '../../text/frame.ts'

/** Each finds one kind of sign, in a list of warning signs and in a sentence alike. */
export const signFrames: readonly Frame[] = [
  {
    name: 'a numb limb',
    word: numb,
    beside: [{any: [limb], within: 8}],
    fires: ['a numb leg', 'numbness or weakness in one of your arms'],
    quiet: ['a numb tongue', 'a leg'],
  },
  {
    name: 'a weak limb',
    word: weak,
    beside: [{any: [limb], within: 8}],
    fires: ['weakness in a leg', 'Your knee gives way.'],
    quiet: ['a weak heart'],
  },
  {
    name: 'a numb saddle area',
    word: numb,
    beside: [{any: [saddle], within: 8}],
    fires: ['numbness around your genitals'],
    quiet: ['a numb leg'],
  },
  {
    name: 'trouble with bladder or bowel',
    word: toilet,
    beside: [{any: [unable], within: 6}],
    fires: ['you cannot pass urine', 'You lose control of your bladder.', 'It is hard to pee.'],
    quiet: ['you urinate', 'Empty your bladder first.'],
  },
  {
    name: 'trouble breathing',
    word: breath,
    beside: [{any: [unable], within: 3}],
    fires: ['trouble breathing', 'shortness of breath', 'you cannot breathe'],
    quiet: ['Breathe in.'],
  },
  {
    name: 'breathless',
    word: breathless,
    fires: ['You are breathless.', 'You begin to wheeze.'],
    quiet: ['Take a breath.'],
  },
  {
    name: 'chest pain',
    word: chest,
    beside: [{any: [hurting], within: 4}],
    fires: ['chest pain', 'Your chest feels tight.'],
    quiet: ['a chest scan'],
  },
  {
    name: 'a swollen face',
    word: swelling,
    beside: [{any: [face], within: 5}],
    fires: ['swelling of your face', 'Your lips are swollen.'],
    quiet: ['a swollen knee'],
  },
  {
    name: 'a fever',
    word: fever,
    fires: ['a mild fever', 'You have a high temperature.'],
    quiet: ['your temperature'],
  },
  {
    name: 'a bad headache',
    word: headache,
    beside: [{any: [severe], within: 5}],
    fires: ['a bad headache', 'The headache gets worse.'],
    quiet: ['a headache'],
  },
  {
    name: 'a stiff neck',
    word: stiff,
    beside: [{any: [neck], within: 3}],
    fires: ['a stiff neck'],
    quiet: ['a stiff back'],
  },
  {
    name: 'an alarming sign',
    word: alarming,
    fires: ['You pass out.', 'You are confused.', 'a rash'],
    quiet: ['You are tired.'],
  },
]
