// Frames of promises that a treatment cannot do harm.

import {supplement, therapy, treatment} from '../../lexicon/remedies.ts'
import {harm, none, safe, used} from '../../lexicon/safety.ts'
import {isRequired} from '../exceptions/regulatory.ts'
import {isComparedRisk, isQualified, observed} from '../exceptions/safety.ts'
import type {Framed} from '../wordings.ts'

export const framed: readonly Framed[] = [
  {
    frames: [
      {
        name: 'used safely',
        word: safe,
        beside: [{any: [used], within: 2}],
        fires: ['It has been used safely by millions.'],
        quiet: ['It has been used by millions.'],
      },
      {
        name: 'a safe treatment',
        word: safe,
        beside: [{any: [therapy, supplement, treatment], within: 10}],
        fires: [
          'Acupuncture is painless.',
          'a safe procedure',
          'The treatment is relaxing and safe.',
        ],
        quiet: ['a safe place', 'a procedure'],
      },
    ],
    message: 'does not say for whom it is safe',
    hint: 'Nothing is safe for everyone. Say for whom, at which dose, and what can still happen.',
    only: 'offer',
    unless: (found) => isQualified(found) || isRequired(found),
  },
  {
    frames: [
      {
        name: 'no harm',
        word: harm,
        beside: [{any: [none], side: 'before', within: 4}],
        fires: ['almost no downtime', 'It has no psychoactive side effects.'],
        quiet: ['some downtime'],
      },
    ],
    message: 'says that nothing, or hardly anything, can go wrong',
    hint: 'Every treatment can do harm. Say what can happen, how often, and who should not have it.',
    evenDenied: true,
    only: 'offer',
    unless: (found) =>
      observed.test(found.before.replace(/\b(?:almost|nearly|virtually) $/i, '')) ||
      isComparedRisk(found),
  },
]
