// Frames of statements that something changes a person's health.

import {confirming, controlling, proving, study, helping} from '../lexicon/acting.ts'
import {complaint, seriousDisease, tissue} from '../lexicon/body.ts'
import {changing, helpful, outcome} from '../lexicon/outcomes.ts'
import {supplement, therapy, treatment} from '../lexicon/remedies.ts'
import {restoring} from '../lexicon/restoring.ts'
import {placesOf, readerFor, type Frame} from '../text/frame.ts'
import type {Span} from '../text/span.ts'

export const frames: readonly Frame[] = [
  {
    name: 'restores a part of the body',
    word: restoring,
    beside: [{any: [tissue, complaint], within: 5}],
    fires: ['the repair of tissue', 'It helps damaged joints heal.'],
    quiet: ['the repair of the roof'],
  },
  {
    name: 'changes an outcome',
    word: changing,
    beside: [{any: [outcome, seriousDisease], side: 'after', within: 4}],
    fires: ['It improves attention.', 'It increases blood flow and energy.'],
    quiet: ['It improves the page.'],
  },
  {
    name: 'an outcome changes',
    word: changing,
    beside: [{any: [outcome, complaint], side: 'before', within: 4}],
    fires: ['Energy levels increase.', 'Anxiety can be decreased.'],
    quiet: ['Prices increase.'],
  },
  {
    name: 'acts on a disease',
    word: controlling,
    beside: [{any: [seriousDisease], side: 'after', within: 4}],
    fires: ['It prevents cancer.'],
    quiet: ['It prevents boredom.'],
  },
  {
    name: 'is helpful for a complaint',
    word: helpful,
    beside: [{any: [complaint, treatment, therapy, supplement, outcome], within: 6}],
    fires: ['It is excellent for joint pain.', 'an effective treatment'],
    quiet: ['a helpful nurse'],
  },
  {
    name: 'is proven to help',
    word: proving,
    beside: [{any: [helping], within: 8}],
    fires: ['It has been shown to help.'],
    quiet: ['It has been shown.'],
  },
  {
    name: 'studies confirm it',
    word: confirming,
    beside: [
      {any: [study], side: 'before', within: 4},
      {any: [helping], within: 8},
    ],
    fires: ['Trials support its effectiveness.'],
    quiet: ['Trials support the idea.'],
  },
]

const {read} = readerFor(frames)

/** The words of a clause that a frame finds; undefined if none do. */
export function findFramed(clause: string): Span | undefined {
  const reading = read(clause)
  if (!reading) return undefined
  for (const frame of frames) {
    const [place] = placesOf(frame, reading)
    if (place) return {start: place.start, end: place.end}
  }
  return undefined
}
