// Finds repeated spaces, which often come from pasted text. A program can fix them safely.

import {studioPath} from '@sanity/client/csm'
import type {StoredDocument} from '../../review/revision.ts'
import type {Quote} from '../finding.ts'
import {without, type Mend} from '../mend.ts'
import {itemsOf, segment} from '../references.ts'
import type {Flaw, Rule} from '../rule.ts'
import {matchesOf} from '../text/phrases.ts'

const TOO_MANY = /[ \t\u00a0]{2,}/g

export const spacing: Rule = {
  id: 'plain/spacing',
  title: 'One space between words',
  severity: 'warning',
  rationale:
    'Readers never see a double space, but it shows up as a difference when revisions are compared.',
  sources: [
    {
      title: 'HTML Living Standard, ASCII whitespace is collapsed in rendering',
      url: 'https://html.spec.whatwg.org/multipage/rendering.html',
    },
  ],
  examples: {
    passes: ['One space is enough.'],
    fails: ['Two  spaces are one too many.'],
  },
  *check({document, passages}): Generator<Flaw> {
    for (const {path, text} of passages) {
      const found = [...matchesOf(text, TOO_MANY)]
      if (found.length === 0) continue
      const mend = withSingle(document, path, text)
      for (const {0: spaces, index} of found) {
        yield {
          path,
          quote: withNeighbours(text, index, index + spaces.length),
          message: 'has more than one space in a row',
          hint: 'Keep one space.',
          mend,
        }
      }
    }
  },
}

/** Spaces alone would show nothing, so the words beside them are quoted too. */
function withNeighbours(text: string, from: number, to: number): Quote {
  const start =
    from - (WORD_BEFORE.exec(text.slice(Math.max(0, from - LONGEST), from))?.[0].length ?? 0)
  const end = to + (WORD_AFTER.exec(text.slice(to, to + LONGEST))?.[0].length ?? 0)
  return {text: text.slice(start, end), start, end}
}

/** As many characters of a neighbour are quoted. */
const LONGEST = 30
const WORD_BEFORE = /\S*$/
const WORD_AFTER = /^\S*/

/** One space in place of each run of them in a passage. The answers to its sentences go with it. */
function withSingle(document: StoredDocument, path: string, text: string): Mend {
  const answers = itemsOf(document.answers).flatMap((answer, index) => {
    if (!('sentence' in answer) || typeof answer.sentence !== 'string') return []
    const {sentence} = answer
    if (!text.includes(sentence)) return []
    return [[studioPath.toString(['answers', segment(answer, index), 'sentence']), sentence]]
  })
  const mends = [[path, text], ...answers].map(([place = '', words = '']) => {
    const spare = spareIn(words)
    return without(document, place, (index) => spare.has(index))
  })
  return Object.assign({}, ...mends)
}

/** The positions of the spaces that a text does not need. A plain space stays rather than another. */
function spareIn(text: string): ReadonlySet<number> {
  return new Set(
    [...matchesOf(text, TOO_MANY)].flatMap(({0: spaces, index}) => {
      const stays = index + Math.max(0, spaces.indexOf(' '))
      return Array.from(spaces, (_, place) => index + place).filter((place) => place !== stays)
    }),
  )
}
