// Withholds documents whose review is long overdue.

import {formatDay} from '../../review/day-words.ts'
import {daysAfter} from '../../review/days.ts'
import {onDay, sources} from '../examples/due.ts'
import {WHOLE} from '../finding.ts'
import type {Context, LimitedRule} from '../rule.ts'
import {limitOf} from '../settings/apply.ts'
import {dueDay} from './due-day.ts'

export const reviewExpired: LimitedRule = {
  id: 'freshness/expired',
  title: 'No page stays available when its review is long overdue',
  severity: 'error',
  limit: {what: 'days after a review was due', usual: 90, min: 0, max: 365},
  rationale:
    'Every page tells readers when its next review is due. Long after that day, no reviewer vouches for the text any more.',
  sources,
  examples: {
    passes: [onDay('2026-03-31', 'The review was due 89 days ago.')],
    fails: [onDay('2026-04-01', 'The review was due 90 days ago.')],
  },
  *check({document}, context, limit) {
    const due = dueDay(document, context)
    if (due === undefined) return
    const expiry = daysAfter(due, limit)
    if (context.today.isBefore(expiry)) return
    yield {
      path: WHOLE,
      subject: 'This text',
      message: `was due for review on ${formatDay(due)} and has been withheld since ${formatDay(expiry)}`,
      hint: 'Submit it for review. Readers get it back when it is approved again.',
    }
  },
}

/** The day from which a document is withheld, YYYY-MM-DD, if its review was due on the day given. */
export function expiryOf(due: string, {settings}: Pick<Context, 'settings'>): string {
  return daysAfter(due, limitOf(reviewExpired, settings))
}
