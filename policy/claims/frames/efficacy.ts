// Frames of promises that no treatment can keep.

import {
  addressing,
  cause,
  cleansing,
  controlling,
  curing,
  customer,
  drawing,
  ending,
  person,
  poison,
  thanking,
  toxin,
} from '../../lexicon/acting.ts'
import {complaint, seriousDisease, tissue, worn} from '../../lexicon/body.ts'
import {outcome} from '../../lexicon/outcomes.ts'
import {everlasting, lasting, relief} from '../../lexicon/praise.ts'
import {supplement, therapy, treatment} from '../../lexicon/remedies.ts'
import {restoring} from '../../lexicon/restoring.ts'
import {
  isCare,
  isHedged,
  isNoPromise,
  isPurpose,
  isSoundCure,
  isWound,
} from '../exceptions/efficacy.ts'
import type {Framed} from '../wordings.ts'
import {framed as praising} from './praise.ts'

const STUDIES = 'Say what studies found, for whom, and how certain that is.'
const GOES_AWAY = 'Say how much less pain people had in studies, and for how long.'

export const framed: readonly Framed[] = [
  {
    frames: [
      {
        name: 'restores a part of the body',
        word: restoring,
        beside: [{any: [tissue, complaint, outcome]}],
        fires: ['It heals damaged tendons.', 'the regeneration of cartilage', 'Tissue is rebuilt.'],
        quiet: ['It heals.', 'They repair the roof.'],
      },
    ],
    message: 'says as a fact that it repairs the body',
    hint: 'Say that this is the idea behind it, and whether studies in people have shown it.',
    only: 'offer',
    unless: (found) => isNoPromise(found) || isWound(found) || isCare(found),
  },
  {
    frames: [
      {
        name: 'restores what is worn',
        word: restoring,
        beside: [
          {any: [worn], within: 4},
          {any: [tissue, complaint], within: 5},
        ],
        fires: ['Cells rebuild worn cartilage.'],
        quiet: ['Cells rebuild cartilage.'],
      },
      {
        name: 'draws out toxins',
        word: drawing,
        beside: [{any: [toxin], within: 3}],
        fires: ['It draws toxins out of the muscles.'],
        quiet: ['It draws blood.'],
      },
      {
        name: 'cleanses the body',
        word: cleansing,
        beside: [{any: [poison], within: 5}],
        fires: ['It flushes toxins from the body.', 'a liver detox'],
        quiet: ['It flushes the sink.'],
      },
    ],
    message: 'says as a fact that it repairs or cleanses the body',
    hint: 'Say that this is the idea behind it, and whether studies in people have shown it.',
    unless: (found) => isNoPromise(found) || isWound(found),
  },
  {
    frames: [
      {
        name: 'people are cured',
        word: curing,
        beside: [{any: [person], side: 'before', within: 2}],
        fires: ['The patient is healed.'],
        quiet: ['The wound is healed.'],
      },
    ],
    message: 'promises a cure',
    hint: STUDIES,
    unless: (found) => isNoPromise(found) || isSoundCure(found),
  },
  ...praising,
  {
    frames: [
      {
        name: 'acts on a serious disease',
        word: controlling,
        beside: [{any: [seriousDisease], side: 'after', within: 8}],
        fires: ['Blueberries prevent cancer!', 'It protects against strokes.'],
        quiet: ['Blueberries prevent boredom!', 'Cancer is a disease.'],
      },
    ],
    message: 'promises an effect on a serious disease',
    hint: 'Say which studies in people showed this, and cite them. If none did, delete it.',
    only: 'offer',
    unless: (found) => isHedged(found) || isPurpose(found) || isCare(found),
  },
  {
    frames: [
      {
        name: 'relief at once',
        word: lasting,
        beside: [{any: [relief], within: 3}],
        fires: ['immediate relief', 'It eradicates pain fully.', 'benefits that are immediate'],
        quiet: ['some relief', 'a complete form'],
      },
    ],
    message: 'promises that a complaint goes away completely, or at once',
    hint: GOES_AWAY,
    only: 'offer',
    unless: isHedged,
  },
  {
    frames: [
      {
        name: 'relief that lasts',
        word: everlasting,
        beside: [{any: [relief], within: 3}],
        fires: ['long-lasting relief', 'a permanent recovery'],
        quiet: ['some relief', 'a permanent job'],
      },
    ],
    message: 'promises that the effect lasts forever',
    hint: 'Say for how long studies followed people, and what they found.',
  },
  {
    frames: [
      {
        name: 'a complaint is gone, says a customer',
        word: ending,
        beside: [
          {any: [complaint], within: 9},
          {any: [customer], within: 12},
        ],
        fires: ['My migraines never came back.', 'They have no headache any more!'],
        quiet: ['The migraines came back.', 'My bag is gone.'],
      },
      {
        name: 'a customer gives thanks',
        word: thanking,
        beside: [{any: [customer, therapy, supplement, treatment], within: 6}],
        fires: ['Thanks to ozone I walk again.', 'I threw away my crutches.'],
        quiet: ['Thanks to the rain, it grows.'],
      },
    ],
    message: 'lets a customer promise that a complaint goes away',
    hint: 'One person’s story does not show what a treatment does. Say what studies found.',
    evenDenied: true,
  },
  {
    frames: [
      {
        name: 'treats the cause',
        word: addressing,
        beside: [{any: [cause], side: 'after', within: 4}],
        fires: ['It addresses the root cause.', 'It corrects the pathology.'],
        quiet: ['It has a cause.'],
      },
    ],
    message: 'promises to treat the cause',
    hint: STUDIES,
    only: 'offer',
    unless: (found) => isHedged(found) || isCare(found),
  },
]
