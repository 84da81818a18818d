// Reports a review before it is due.

import {formatDay} from '../../review/day-words.ts'
import {daysAfter} from '../../review/days.ts'
import {onDay, sources} from '../examples/due.ts'
import {WHOLE} from '../finding.ts'
import type {LimitedRule} from '../rule.ts'
import {dueDay} from './due-day.ts'

export const reviewSoon: LimitedRule = {
  id: 'freshness/soon',
  title: 'Reviews start before they are due',
  severity: 'warning',
  limit: {what: 'days before a review is due', usual: 60, min: 7, max: 180},
  rationale:
    'A review takes weeks: a reviewer must find time, look for new evidence and ask for changes. An early reminder avoids a choice between an old page and no page.',
  sources,
  examples: {
    passes: [onDay('2025-11-01', 'The review is due in 61 days.')],
    fails: [onDay('2025-11-02', 'The review is due in 60 days.')],
  },
  *check({document}, context, limit) {
    const due = dueDay(document, context)
    if (due === undefined || !context.today.isBefore(due)) return
    if (context.today.isBefore(daysAfter(due, -limit))) return
    yield {
      path: WHOLE,
      subject: 'This text',
      message: `is due for review on ${formatDay(due)}`,
      hint: 'Submit it for review now, so that the reviewer has time to look for new evidence.',
    }
  },
}
