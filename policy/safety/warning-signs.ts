// A page about a therapy shows the warning signs of that therapy.

import {exampleReference, exampleText} from '../examples/text.ts'
import {exampleSigns, exampleSignsBlock, signsSources} from '../examples/warning-signs.ts'
import {WHOLE} from '../finding.ts'
import {referencesIn} from '../references.ts'
import type {Rule} from '../rule.ts'
import {listsAbout, listsShown} from './lists.ts'

const text = exampleText('The doctor injects it into the back.')
const article = {_id: 'article', _type: 'article', therapies: [exampleReference('injections')]}

export const shownWarningSigns: Rule = {
  id: 'safety/warning-signs',
  title: 'A page about a therapy or a condition shows its warning signs',
  severity: 'error',
  rationale:
    'Readers of any page may be the ones to whom harm happens. If the library has a list of warning signs about a therapy or a condition, a page that leaves it out hides when to get help. Where a list is written for one page only, pages soon say different things.',
  sources: signsSources,
  examples: {
    passes: [
      {
        says: 'An article about a therapy shows its warning signs.',
        document: {...article, body: [...text, exampleSignsBlock]},
        context: exampleSigns,
      },
      {
        says: 'The library has no list about the therapy.',
        document: {...article, body: text},
      },
      {
        says: 'A short answer about a therapy: the pages of the therapy show the signs.',
        document: {...article, _type: 'faq', answer: text},
        context: exampleSigns,
      },
    ],
    fails: [
      {
        says: 'An article about a therapy does not show its warning signs.',
        document: {...article, body: text},
        context: exampleSigns,
      },
      {
        says: 'The page of the therapy does not show its warning signs.',
        document: {_id: 'injections', _type: 'therapyType', description: text},
        context: exampleSigns,
      },
    ],
  },
  *check({document}, context) {
    if (!describes(document)) return
    const shown = listsShown(document)
    for (const {id, title} of listsAbout(document, context)) {
      if (shown.has(id)) continue
      yield {
        path: WHOLE,
        subject: 'This page',
        message: `does not show the warning signs “${title}”`,
        hint: 'Insert “Warning signs” in the text, and choose this list.',
      }
    }
  },
}

/** Whether a page describes a therapy or a condition. A page that only shows a card of a therapy does not. */
function describes({_type, therapies, conditions}: Readonly<Record<string, unknown>>): boolean {
  return (
    _type === 'therapyType' ||
    (_type === 'article' &&
      [therapies, conditions].some((topics) => referencesIn(topics).length > 0))
  )
}
