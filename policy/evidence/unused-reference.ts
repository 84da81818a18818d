// The references of a library are those that its pages stand on.

import {WHOLE} from '../finding.ts'
import type {Rule} from '../rule.ts'

export const unusedReference: Rule = {
  id: 'evidence/unused-reference',
  title: 'A reference is cited somewhere',
  severity: 'warning',
  rationale:
    'A reference that no page cites is still reviewed over and over. Often it lost its citation by mistake, and with it the claim its source.',
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
  check: ({document: {_id, _type}}, {cited}) =>
    _type !== 'citedWork' || cited.has(_id)
      ? []
      : [
          {
            path: WHOLE,
            message: 'is cited by nothing',
            hint: 'Cite it where it supports what a page says, or delete it.',
          },
        ],
}
