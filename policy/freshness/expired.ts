// Takes away from readers what has not been reviewed for too long.

import {daysAfter} from '../../review/days.ts'
import {onDay, sources} from '../examples/due.ts'
import {WHOLE} from '../finding.ts'
import type {Context, LimitedRule} from '../rule.ts'
import {limitOf} from '../settings/apply.ts'
import {dueDay} from './due-day.ts'

export const reviewExpired: LimitedRule = {
  id: 'freshness/expired',
  title: 'No page stays when its review is long overdue',
  severity: 'error',
  limit: {what: 'days after a review was due', usual: 90, min: 0, max: 365},
  rationale:
    'Every page tells readers when its next review is due. Once that day is long past nobody stands behind the words any more.',
  sources,
  examples: {
    passes: [onDay('2026-03-31', 'The review was due 89 days ago.')],
    fails: [onDay('2026-04-01', 'The review was due 90 days ago.')],
  },
  *check({document}, context, limit) {
    const due = dueDay(document, context)
    if (due === undefined) return
    const expiry = daysAfter(due, limit)
    if (context.today < expiry) return
    yield {
      path: WHOLE,
      message: `was due for review on ${due}: since ${expiry} readers do not get it`,
      hint: 'Submit it for review: once it is approved again, readers get it back.',
    }
  },
}

/** The day from which readers do not get what was due on a day, unless it was reviewed. YYYY-MM-DD. */
export function expiryOf(due: string, {settings}: Pick<Context, 'settings'>): string {
  return daysAfter(due, limitOf(reviewExpired, settings))
}
