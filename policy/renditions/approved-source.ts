// Readers get the text that a rendition follows.

import {exampleRendition, exampleSource} from '../examples/renditions.ts'
import {renditionIn} from '../rendition.ts'
import type {Rule} from '../rule.ts'

export const approvedSource: Rule = {
  id: 'renditions/approved-source',
  title: 'A rendition follows a text that readers get',
  severity: 'error',
  isFixed: true,
  rationale:
    'If a text is withdrawn because it is wrong or unsafe, its translations are wrong or unsafe too. A reader of a translation finds a notice at its address.',
  sources: [
    {
      title: 'Section 1557 of the Affordable Care Act: Language Access Provisions',
      url: 'https://www.hhs.gov/civil-rights/for-individuals/section-1557/index.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A translation of a text that is approved.',
        document: exampleRendition,
        context: exampleSource(),
      },
    ],
    fails: [
      {
        says: 'A translation of a text that readers do not get.',
        document: exampleRendition,
        context: {languages: ['en-US', 'es']},
      },
    ],
  },
  *check({document}, {sources}) {
    const rendition = renditionIn(document)
    if (!rendition || sources.get(rendition.of)) return
    yield {
      path: 'rendition.of',
      subject: 'This text',
      message: `is a rendition of ${rendition.of}, of which readers get no approved text`,
      hint: 'Have the other document approved, or retract this one.',
    }
  },
}
