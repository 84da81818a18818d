// Finds references that no page cites.

import {WHOLE} from '../finding.ts'
import type {Rule} from '../rule.ts'

export const unusedReference: Rule = {
  id: 'evidence/unused-reference',
  title: 'A reference is cited somewhere',
  severity: 'warning',
  rationale:
    'Reviewers still have to review a reference that no page cites. Often its citation was deleted by mistake, and a claim lost its source.',
  sources: [
    {
      title: 'DISCERN: quick reference guide to the criteria (4)',
      url: 'http://www.discern.org.uk/quick_reference_guide.php',
    },
  ],
  examples: {
    passes: [
      {
        says: 'An article cites the reference.',
        document: {_id: 'work', _type: 'citedWork'},
        context: {cited: new Set(['work'])},
      },
    ],
    fails: [{says: 'Nothing cites the reference.', document: {_id: 'work', _type: 'citedWork'}}],
  },
  *check({document: {_id, _type}}, {cited}) {
    if (_type !== 'citedWork' || cited.has(_id)) return
    yield {
      path: WHOLE,
      subject: 'This work',
      message: 'is not cited on any page',
      hint: 'Cite it where it supports what a page says, or delete it.',
    }
  },
}
