// Tells of a review that is late, while readers still get the page.

import {onDay, sources} from '../examples/due.ts'
import {WHOLE} from '../finding.ts'
import type {Rule} from '../rule.ts'
import {dueDay} from './due-day.ts'
import {expiryOf} from './expired.ts'

export const reviewOverdue: Rule = {
  id: 'freshness/overdue',
  title: 'A review that is due',
  severity: 'warning',
  rationale:
    'Evidence moves on, and an old page looks just like a new one. For some time after the day that was promised readers still get it, since old words that were reviewed once are mostly better than none.',
  sources,
  examples: {
    passes: [onDay('2025-12-31', 'The review is due tomorrow.')],
    fails: [onDay('2026-01-01', 'The review is due today.')],
  },
  *check({document}, context) {
    const due = dueDay(document, context)
    if (due === undefined || context.today < due) return
    const expiry = expiryOf(due, context)
    if (context.today >= expiry) return
    yield {
      path: WHOLE,
      message: `was due for review on ${due}: from ${expiry} readers do not get it any more`,
      hint: 'Submit it for review: look for new evidence, mend what has changed, and have it approved again.',
    }
  },
}
