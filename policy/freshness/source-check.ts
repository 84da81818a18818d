// Reports a cited work at which no editor has looked for a long time.

import {z} from 'zod'
import {formatDay} from '../../review/day-words.ts'
import {daysAfter} from '../../review/days.ts'
import {sources} from '../examples/cited.ts'
import {exampleSettledAs} from '../examples/settled.ts'
import type {Example, LimitedRule} from '../rule.ts'
import {todayIs} from '../today.ts'

/** A work's fields, which may hold anything. */
type Work = Readonly<Record<string, unknown>>

const day = z.iso.date()

/** The day on which an editor last checked a work, YYYY-MM-DD. */
function checkDay({checkedOn}: Work): string | undefined {
  return day.safeParse(checkedOn).data
}

/**
 * The day on which a work is due for a check. Undefined if it needs none: it is known to stand no longer, or it
 * was neither checked nor approved.
 *
 * @param approvedOn YYYY-MM-DD
 * @param limit Days between two checks
 * @returns YYYY-MM-DD
 */
export function checkDue(
  work: Work,
  approvedOn: string | undefined,
  limit: number,
): string | undefined {
  const {status} = work
  // Answers of a lake have null for a field that is not there.
  if ((status ?? 'current') !== 'current') return undefined
  const last = checkDay(work) ?? approvedOn
  return last === undefined ? undefined : daysAfter(last, limit)
}

/** A work that was approved on 1 January 2024, on the day given. */
function onDay(today: string, says: string, fields: Work = {}): Example {
  return {
    says,
    document: {_id: 'work', _type: 'citedWork', ...fields},
    context: {
      today: todayIs(today),
      ...exampleSettledAs('work', {type: 'citedWork', decidedOn: '2024-01-01'}),
    },
  }
}

export const sourceCheck: LimitedRule = {
  id: 'freshness/source-check',
  title: 'An editor looks now and then whether a source still stands',
  severity: 'warning',
  limit: {what: 'days after a work was last checked', usual: 730, min: 30, max: 1825},
  rationale:
    'Trials are retracted and guidelines replaced years after a page cited them. Nothing in the page shows it.',
  sources,
  examples: {
    passes: [
      onDay('2025-12-30', 'The work was approved 729 days ago.'),
      onDay('2026-01-01', 'The work was checked a year ago.', {checkedOn: '2025-01-01'}),
      onDay('2026-01-01', 'The work is known to be retracted.', {status: 'retracted'}),
    ],
    fails: [
      onDay('2025-12-31', 'The work was approved 730 days ago, and not checked since.'),
      onDay('2025-12-31', 'An editor checked it five years ago.', {checkedOn: '2020-12-31'}),
    ],
  },
  *check({document}, {settled, today}, limit) {
    if (document._type !== 'citedWork') return
    const record = settled.get(document._id)
    const approvedOn = record?.state === 'retracted' ? undefined : record?.decidedOn
    const due = checkDue(document, approvedOn, limit)
    if (due === undefined || today.isBefore(due)) return
    const checked = checkDay(document)
    yield {
      path: 'checkedOn',
      subject: 'The day of the last check',
      message:
        checked === undefined
          ? `is missing, and a check was due on ${formatDay(due)}`
          : `is ${formatDay(checked)}, and the next check was due on ${formatDay(due)}`,
      hint: 'Look whether the work was retracted, withdrawn or replaced. Then enter the day, or its new status.',
    }
  },
}
