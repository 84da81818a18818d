// An approval must not last longer than the longest interval between reviews.

import {formatDay} from '../../review/day-words.ts'
import {LONGEST_INTERVAL, nextReviewDays} from '../../review/due.ts'
import {onDay, sources} from '../examples/due.ts'
import {WHOLE} from '../finding.ts'
import type {Rule} from '../rule.ts'

export const longestInterval: Rule = {
  id: 'freshness/interval',
  title: 'The next review comes within 36 months',
  severity: 'error',
  rationale:
    'Publishers of health information commonly check a page against new evidence at least every three years. A reviewer may choose an earlier day, but not a later one.',
  sources,
  examples: {
    passes: [
      onDay(
        '2024-02-01',
        'The reviewer set the next review to 36 months after the approval.',
        '2027-01-01',
      ),
    ],
    fails: [
      onDay('2024-02-01', 'The reviewer set the next review to one day after that.', '2027-01-02'),
    ],
  },
  *check({document}, {settled}) {
    const record = settled.get(document._id)
    if (record?.nextReview === undefined || record.state === 'retracted') return
    if (record.nextReview <= nextReviewDays(record.decidedOn).latest) return
    yield {
      path: WHOLE,
      subject: 'This text',
      message: `was approved on ${formatDay(record.decidedOn)} until ${formatDay(record.nextReview)}, which is longer than ${LONGEST_INTERVAL} months`,
      hint: `Have it approved again, with the next review at most ${LONGEST_INTERVAL} months later.`,
    }
  },
}
