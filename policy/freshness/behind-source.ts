// A rendition, such as a translation, says what the approved text of its source says now.

import {exampleRendition, exampleSource} from '../examples/renditions.ts'
import {WHOLE} from '../finding.ts'
import {renditionIn} from '../rendition.ts'
import type {Rule} from '../rule.ts'

export const behindSource: Rule = {
  id: 'freshness/behind-source',
  title: 'Translations say what the newest approved text says',
  severity: 'error',
  rationale:
    'If a dose or a warning changes in one language only, readers of the other language get what the library no longer stands for. A library that sets this rule to a warning shows such a page with a notice and a link to the newer text.',
  sources: [
    {
      title: 'Section 1557 of the Affordable Care Act: Language Access Provisions',
      url: 'https://www.hhs.gov/civil-rights/for-individuals/section-1557/index.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A translation of the text that is approved now.',
        document: exampleRendition,
        context: exampleSource(),
      },
    ],
    fails: [
      {
        says: 'A translation of an older text than the one that is approved now.',
        document: exampleRendition,
        context: exampleSource({revision: 'b'.repeat(64)}),
      },
    ],
  },
  *check({document}, {sources}) {
    const rendition = renditionIn(document)
    const source = rendition && sources.get(rendition.of)
    if (!source || source.revision === rendition.revision) return
    yield {
      path: WHOLE,
      subject: 'This text',
      message: `is behind “${source.title}” (${rendition.of}), of which a newer text is approved`,
      hint: 'Bring this text up to date, and enter the newer revision under Rendition.',
    }
  },
}
