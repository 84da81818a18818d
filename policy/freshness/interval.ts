// No approval lasts for longer than a library may promise.

import {monthsAfter} from '../../review/days.ts'
import {LONGEST_INTERVAL} from '../../review/due.ts'
import {onDay, sources} from '../examples/due.ts'
import {WHOLE} from '../finding.ts'
import type {Rule} from '../rule.ts'

export const longestInterval: Rule = {
  id: 'freshness/interval',
  title: 'The next review comes within 36 months',
  severity: 'error',
  rationale:
    'Three years is the longest that publishers of health information commonly let a page stand without a new look at the evidence. A reviewer may ask for an earlier day, not for a later one.',
  sources,
  examples: {
    passes: [
      onDay('2024-02-01', 'The reviewer set the next review after 36 months.', '2027-01-01'),
    ],
    fails: [onDay('2024-02-01', 'The reviewer set the next review a day later.', '2027-01-02')],
  },
  *check({document}, {settled}) {
    const record = settled.get(document._id)
    if (record?.nextReview === undefined || record.state === 'retracted') return
    const latest = monthsAfter(record.decidedOn, LONGEST_INTERVAL)
    if (record.nextReview <= latest) return
    yield {
      path: WHOLE,
      message: `was approved on ${record.decidedOn} until ${record.nextReview}, which is more than ${LONGEST_INTERVAL} months`,
      hint: `Have it approved again, with a next review at most ${LONGEST_INTERVAL} months later.`,
    }
  },
}
