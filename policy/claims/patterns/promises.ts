// Words that promise: complete healing, a guarantee, a miracle, proof, a breakthrough.

import type {Pattern} from '../../text/pattern.ts'
import {formsOf, oneOf} from '../../text/phrases.ts'
import {BE, wordsBetween} from './between.ts'

const ENTIRELY = 'completely|fully|totally|entirely|permanently|perfectly'

export const healing: readonly Pattern[] = [
  {
    name: 'heals completely',
    source: oneOf(
      `(?:${ENTIRELY}|instantly) (?:heals?|healed|healing)`,
      `(?:heals?|healed|healing)${wordsBetween(4)} (?:${ENTIRELY}|for good|forever|overnight)`,
    ),
    fires: ['It fully heals.', 'Your knee heals by itself for good.'],
    quiet: ['It heals slowly.', 'It is fully booked.'],
  },
  {
    name: 'complete healing',
    source: '(?:complete|total|full|perfect|instant|permanent) healing',
    fires: ['total healing'],
    quiet: ['wound healing'],
  },
]

export const guarantees: readonly Pattern[] = [
  {
    name: 'a guarantee',
    source: oneOf(formsOf('guarantee'), 'guarantor', 'money-back'),
    fires: ['We guarantee it.', 'a money-back offer'],
    quiet: ['Your money is back.'],
  },
  {
    name: 'is a certainty',
    source: `${BE} (?:\\w+ )?(?:assured|a certainty)`,
    fires: ['Success is assured.', 'Relief is nearly a certainty.'],
    quiet: ['an assured tone'],
  },
]

export const miracles: readonly Pattern[] = [
  {
    name: 'a miracle',
    source: oneOf(
      'miracles?|miraculous(?:ly)?',
      'work(?:s|ed)? (?:like )?(?:magic|wonders)|like magic',
      'magic(?:al)? (?:bullet|cure|jab|injection|needle|touch|potion|shot|wand|formula)s?',
      'wonder[- ](?:cure|drug|jab|treatment|injection|remedy|shot|pill|needle|therapy|potion)s?',
      'panacea|elixir|holy grail|silver bullet|fountain of youth',
    ),
    fires: ['It worked like magic.', 'a magic potion', 'a wonder-drug', 'the holy grail'],
    quiet: ['a magic trick', 'We wonder why.'],
  },
  {
    name: 'changes your life',
    source: oneOf(
      '(?:game|life)[- ]chang(?:er|ers|ing)',
      '(?:the|an|your) (?:final )?answer to (?:your|all|every|their|our)(?: \\w+)? (?:prayers|pain|problems|aches)',
    ),
    fires: ['It is life-changing.', 'the answer to all your problems'],
    quiet: ['the answer to your question'],
  },
]

export const proofs: readonly Pattern[] = [
  {
    name: 'proven',
    source: oneOf(
      '(?:clinically|scientifically|medically|doctor|science|laboratory|lab)[- ](?:proven|proved|validated|backed)',
      'proven',
      '(?:has|have|was|were|been|is|are) proved',
    ),
    fires: ['a science-backed remedy', 'It has proved itself.'],
    quiet: ['He proved a point.'],
  },
  {
    name: 'proves to work',
    source: 'proves? (?:to (?:work|relieve|cure|heal|help|stop|end)|effective)',
    fires: ['It proves to help.'],
    quiet: ['It proves to be hard.'],
  },
  {
    name: 'beyond doubt',
    source: oneOf(
      'beyond (?:any |all )?doubt',
      'tried[ ,-]+(?:and )?tested',
      '(?:backed|validated|confirmed) by (?:\\w+ )?(?:science|research)',
    ),
    fires: ['beyond any doubt', 'tried and tested', 'backed by new research'],
    quiet: ['It was tried and stopped.', 'backed by a bank'],
  },
]

export const novelties: readonly Pattern[] = [
  {
    name: 'a breakthrough',
    source: oneOf(
      'break-?throughs?',
      'revolutionary|revolution',
      formsOf('revolutionise revolutionize'),
      'ground-?breaking',
    ),
    fires: ['a breakthrough', 'It revolutionises care.', 'ground-breaking'],
    quiet: ['a new treatment'],
  },
]
