// Frames of praise, of proof and of rates of success.

import {confirming, helping, percentage, proving, study, succeeding} from '../../lexicon/acting.ts'
import {complaint} from '../../lexicon/body.ts'
import {degree, praise, relief, strikingly, working} from '../../lexicon/praise.ts'
import {supplement, therapy, treatment} from '../../lexicon/remedies.ts'
import {isBreakthroughPain, isHedged, isResearch} from '../exceptions/efficacy.ts'
import type {Framed} from '../wordings.ts'

const STUDIES = 'Say what studies found, for whom, and how certain that is.'

export const framed: readonly Framed[] = [
  {
    frames: [
      {
        name: 'praises a treatment',
        word: praise,
        beside: [{any: [therapy, supplement, treatment, relief, complaint], within: 12}],
        fires: ['Ozone is excellent.', 'a powerful remedy'],
        quiet: ['an excellent nurse', 'a remedy'],
      },
      {
        name: 'works very well',
        word: degree,
        beside: [{any: [working], side: 'after', within: 0}],
        fires: ['It is highly effective.'],
        quiet: ['It is effective.', 'very late'],
      },
      {
        name: 'changes strikingly',
        word: strikingly,
        beside: [{any: [helping], within: 3}],
        fires: ['It dramatically reduces pain.', 'It responds dramatically.'],
        quiet: ['It reduces pain.', 'It fell dramatically.'],
      },
    ],
    message: 'praises a treatment instead of saying what is known about it',
    hint: STUDIES,
    only: 'offer',
    unless: (found) => isResearch(found) || isBreakthroughPain(found),
  },
  {
    frames: [
      {
        name: 'proven to help',
        word: proving,
        beside: [
          {any: [helping], within: 8},
          {any: [therapy, supplement, treatment], within: 25},
        ],
        fires: [
          'Acupuncture is proven to relieve pain.',
          'Research shows that ozone is effective.',
        ],
        quiet: ['Acupuncture relieves pain.', 'Research shows that walking is effective.'],
      },
      {
        name: 'studies confirm it',
        word: confirming,
        beside: [
          {any: [study], side: 'before', within: 7},
          {any: [helping], within: 8},
          {any: [therapy, supplement, treatment], within: 12},
        ],
        fires: ['Clinical trials support the efficacy of glucosamine.'],
        quiet: ['Studies suggest that glucosamine can help.'],
      },
    ],
    message: 'says that the effect is beyond doubt',
    hint: 'Say which studies there are, how large they were, and what they found. Cite them.',
    only: 'offer',
    unless: isHedged,
  },
  {
    frames: [
      {
        name: 'a success rate',
        word: succeeding,
        beside: [{any: [percentage], within: 8}],
        fires: ['It has a success rate of 80 to 85%.', '83% had immediate relief.'],
        quiet: ['It was a success.', 'a solution of 5%'],
      },
    ],
    message: 'promises a rate of success',
    hint: 'Say which study found this, in whom and compared with what, and cite it.',
  },
]
