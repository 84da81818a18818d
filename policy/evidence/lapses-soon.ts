// Reports a citation of a work that holds only for a while yet.

import {formatDay} from '../../review/day-words.ts'
import {daysAfter} from '../../review/days.ts'
import {citing, sources} from '../examples/cited.ts'
import {flawOfWords, type LimitedRule} from '../rule.ts'
import {wordsCiting} from './cited-works.ts'
import {named, whyLapsed} from './lapsed.ts'

export const lapsesSoon: LimitedRule = {
  id: 'evidence/lapses-soon',
  title: 'A source is replaced before it ends',
  severity: 'warning',
  limit: {what: 'days before the last day of a source', usual: 90, min: 7, max: 365},
  rationale:
    'A text is withheld on the day after its source ends. Finding a newer source, changing the text and having it reviewed take weeks.',
  sources,
  examples: {
    passes: [citing('The source is valid for 91 more days.', {validUntil: '2026-04-02'})],
    fails: [
      citing('The source is valid for 90 more days.', {validUntil: '2026-04-01'}),
      citing('The source is valid until today.', {validUntil: '2026-01-01'}),
    ],
  },
  *check({document, passages}, {agingWorks, today}, limit) {
    for (const {passage, words, work} of wordsCiting(document, passages, agingWorks)) {
      const {title, validUntil} = work
      if (validUntil === undefined || whyLapsed(work, today) !== undefined) continue
      if (today.isBefore(daysAfter(validUntil, -limit))) continue
      yield flawOfWords(passage, words, {
        message: `leans on ${named(title)}, which is valid only until ${formatDay(validUntil)}`,
        hint: 'Look for a newer work now, and cite that. Without one, this text is withheld from the next day.',
      })
    }
  },
}
