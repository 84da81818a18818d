// Finds repeated spaces, which often come from pasted text. A program can fix them safely.

import type {Flaw, Rule} from '../rule.ts'
import {withStrings} from '../strings.ts'
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
  *check({passages}): Generator<Flaw> {
    for (const {path, text} of passages) {
      for (const {0: found, index} of matchesOf(text, TOO_MANY)) {
        yield {
          path,
          quote: {text: found, start: index, end: index + found.length},
          message: 'is more than one space',
          hint: 'Keep one space. `npm run validate -- --fix` does this for you.',
        }
      }
    }
  },
  fix: (document) => withStrings(document, (text) => text.replaceAll(TOO_MANY, ' ')),
}
