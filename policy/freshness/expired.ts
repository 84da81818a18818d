// Takes away from readers what has not been reviewed for too long.
import type {Rule} from '../rule.ts'
import {onDay, sources} from './example.ts'
import {flawAt} from './stage.ts'

export const expired: Rule = {
  id: 'freshness/expired',
  title: 'No page stays when its review is 90 days late',
  severity: 'error',
  rationale:
    'Every page tells readers when its next review is due. Once that day is long past nobody stands behind the words any more.',
  sources,
  examples: {
    passes: [onDay('2026-03-31', 'The review was due 89 days ago.')],
    fails: [onDay('2026-04-01', 'The review was due 90 days ago.')],
  },
  check: ({document}, context) =>
    flawAt('expired', document, context, ({due, expiry}) => ({
      message: `was due for review on ${due}: since ${expiry} readers do not get it`,
      hint: 'Submit it for review: once it is approved again, readers get it back.',
    })),
}
