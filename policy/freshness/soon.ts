// Tells of a review before it is due.
import type {Rule} from '../rule.ts'
import {onDay, sources} from './example.ts'
import {flawAt} from './stage.ts'

export const soon: Rule = {
  id: 'freshness/soon',
  title: 'A review that falls due within 60 days',
  severity: 'warning',
  rationale:
    'A review takes weeks: a reviewer must find time, look for new evidence, and ask for changes. Told in time, nobody has to choose between an old page and none.',
  sources,
  examples: {
    passes: [onDay('2025-11-01', 'The review is due in 61 days.')],
    fails: [onDay('2025-11-02', 'The review is due in 60 days.')],
  },
  check: ({document}, context) =>
    flawAt('soon', document, context, ({due}) => ({
      message: `is due for review on ${due}`,
      hint: 'Submit it for review now, so that there is time to look for new evidence.',
    })),
}
