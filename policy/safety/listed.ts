// A therapy belongs to a list of warning signs.

import {exampleSigns, signsSources} from '../examples/warning-signs.ts'
import {WHOLE} from '../finding.ts'
import type {Rule} from '../rule.ts'
import {listsAbout} from './lists.ts'

export const listedTherapy: Rule = {
  id: 'safety/listed',
  title: 'A therapy is in a list of warning signs',
  severity: 'warning',
  rationale:
    'Pages show the lists that are about their therapies. A therapy that no list names has pages on which readers never learn when to get help. The rule begins with the first list of a library. It is a warning, so that a first list takes no page from readers.',
  sources: signsSources,
  examples: {
    passes: [
      {
        says: 'A list of warning signs names the therapy.',
        document: {_id: 'injections', _type: 'therapyType'},
        context: exampleSigns,
      },
      {
        says: 'The library has no list of warning signs.',
        document: {_id: 'injections', _type: 'therapyType'},
      },
    ],
    fails: [
      {
        says: 'The library has a list of warning signs, which does not name the therapy.',
        document: {_id: 'tablets', _type: 'therapyType'},
        context: exampleSigns,
      },
    ],
  },
  *check({document}, context) {
    if (document._type !== 'therapyType' || context.warningSigns.length === 0) return
    if (listsAbout(document, context).length > 0) return
    yield {
      path: WHOLE,
      subject: 'This therapy',
      message: 'is in no list of warning signs, so its pages do not say when to get help',
      hint: 'Add it to “Therapies” of a list of warning signs, or write a list for it.',
    }
  },
}
