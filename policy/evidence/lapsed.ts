// Withholds a text that leans on a work which no longer stands.

import {formatDay} from '../../review/day-words.ts'
import {daysAfter} from '../../review/days.ts'
import {citing, sources} from '../examples/cited.ts'
import {shorten} from '../finding.ts'
import {flawOfWords, type Rule, type WorkRecord} from '../rule.ts'
import type {Today} from '../today.ts'
import {wordsCiting} from './cited-works.ts'

/** The most of a title that a finding shows. */
const LONGEST_TITLE = 80

/** The title of a work, for a finding. */
export function named(title: string): string {
  return `“${shorten(title, LONGEST_TITLE)}”`
}

const ANSWER = 'If the text itself says this of the work, answer with that reason.'
const RETRACTED =
  'No answer keeps a citation of a retracted work. To tell readers about it, link to the notice of its retraction.'

/**
 * Why a work no longer stands, as a phrase that follows "which"; undefined if it stands.
 */
export function whyLapsed({status, validUntil}: WorkRecord, today: Today): string | undefined {
  switch (status) {
    case 'retracted':
      return 'was retracted'
    case 'withdrawn':
      return 'its makers have withdrawn'
    case 'superseded':
      return 'a newer work has superseded'
    case 'current':
      return validUntil === undefined || today.isBefore(daysAfter(validUntil, 1))
        ? undefined
        : `was valid until ${formatDay(validUntil)}`
  }
}

export const lapsed: Rule = {
  id: 'evidence/lapsed',
  title: 'No sentence leans on a work that no longer stands',
  severity: 'error',
  rationale:
    'A trial that was retracted, or a guideline that a newer one has replaced, supports no claim any more. Readers who see the citation cannot know this.',
  sources,
  examples: {
    passes: [
      citing('The source is valid until today.', {validUntil: '2026-01-01'}),
      citing('The source has no end.', {}),
    ],
    fails: [
      citing('The source was retracted.', {status: 'retracted'}),
      citing('The makers of the source have withdrawn it.', {status: 'withdrawn'}),
      citing('A newer work has superseded the source.', {
        status: 'superseded',
        newer: 'Guideline on back pain, second edition',
      }),
      citing('The source was valid until yesterday.', {validUntil: '2025-12-31'}),
    ],
  },
  *check({document, passages}, {agingWorks, today}) {
    for (const {passage, words, work} of wordsCiting(document, passages, agingWorks)) {
      const why = whyLapsed(work, today)
      if (why === undefined) continue
      const instead =
        work.newer === undefined ? 'a source that still stands' : `${named(work.newer)} instead`
      const isRetracted = work.status === 'retracted'
      const {sentence, ...flaw} = flawOfWords(passage, words, {
        message: `leans on ${named(work.title)}, which ${why}`,
        hint: `Cite ${instead}, or change what the sentence says. ${isRetracted ? RETRACTED : ANSWER}`,
      })
      // An answer belongs to a sentence, so a finding without one can have none.
      yield isRetracted || sentence === undefined ? flaw : {...flaw, sentence}
    }
  },
}
