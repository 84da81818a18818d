// No approval lasts for longer than a library may promise.

import {monthsAfter} from '../../review/days.ts'
import {LONGEST_INTERVAL} from '../../review/due.ts'
import {onDay, sources} from '../examples/standing.ts'
import type {Rule} from '../rule.ts'

export const interval: Rule = {
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
  check: ({document}, {standings}) => {
    const standing = standings.get(document._id)
    if (standing?.nextReview === undefined || standing.state === 'retracted') return []
    const latest = monthsAfter(standing.decidedOn, LONGEST_INTERVAL)
    if (standing.nextReview <= latest) return []
    return [
      {
        path: '(document)',
        message: `was approved on ${standing.decidedOn} until ${standing.nextReview}, which is more than ${LONGEST_INTERVAL} months`,
        hint: `Have it approved again, with a next review at most ${LONGEST_INTERVAL} months later.`,
      },
    ]
  },
}
