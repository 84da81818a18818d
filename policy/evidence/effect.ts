// Finds statements that something changes a person's health, or does not.

import {finderFor} from '../text/cue.ts'
import {anyOf} from '../text/pattern.ts'
import {wholeWords} from '../text/phrases.ts'
import {spanOf, type Span} from '../text/span.ts'
import {cures, promises} from './patterns/cures.ts'
import {effects} from './patterns/effects.ts'

const curative = wholeWords(anyOf([...cures, ...promises]))

/** The words of a clause that state an effect with any subject; undefined if none do. */
export function findCure(clause: string): Span | undefined {
  return spanOf(curative.exec(clause))
}

// They run one after the other: one pattern of them all would be slower, and finds other words first.
const findersOfEffects = effects.map(({source}) => finderFor(wholeWords(source)))

/** The words of a clause that say that something changes a person's health; undefined if none do. */
export function findEffect(clause: string): Span | undefined {
  for (const find of findersOfEffects) {
    const found = find(clause)
    if (found) return spanOf(found)
  }
  return undefined
}
