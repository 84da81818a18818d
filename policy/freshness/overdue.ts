// Reports an overdue review while readers still get the page.

import {formatDay} from '../../review/day-words.ts'
import {onDay, sources} from '../examples/due.ts'
import {WHOLE} from '../finding.ts'
import type {Rule} from '../rule.ts'
import {dueDay} from './due-day.ts'
import {expiryOf} from './expired.ts'

export const reviewOverdue: Rule = {
  id: 'freshness/overdue',
  title: 'No review is overdue',
  severity: 'warning',
  rationale:
    'Evidence changes, and an old page looks just like a new one. Readers still get the page for some time after its review was due, because an older text that was reviewed is usually better than none.',
  sources,
  examples: {
    passes: [onDay('2025-12-31', 'The review is due tomorrow.')],
    fails: [onDay('2026-01-01', 'The review is due today.')],
  },
  *check({document}, context) {
    const due = dueDay(document, context)
    if (due === undefined || context.today.isBefore(due)) return
    const expiry = expiryOf(due, context)
    if (!context.today.isBefore(expiry)) return
    yield {
      path: WHOLE,
      subject: 'This text',
      message: `was due for review on ${formatDay(due)} and will be withheld from ${formatDay(expiry)}`,
      hint: 'Look for new evidence, update the text, and submit it for review.',
    }
  },
}
