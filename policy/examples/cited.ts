// Examples for the rules about works that age: a sentence that cites one work, on 1 January 2026.

import type {Example, WorkRecord} from '../rule.ts'
import {todayIs} from '../today.ts'
import {exampleText} from './text.ts'

/** A page that cites a work which still stands. The record replaces single fields. */
export function citing(says: string, record: Partial<WorkRecord>): Example {
  const mark = {_type: 'citation', reference: {_type: 'reference', _ref: 'work'}}
  const work: WorkRecord = {
    title: 'Guideline on back pain',
    status: 'current',
    validUntil: undefined,
    newer: undefined,
    ...record,
  }
  return {
    says,
    document: {_id: 'faq', _type: 'faq', answer: exampleText(['Exercise eases pain.', {mark}])},
    context: {today: todayIs('2026-01-01'), agingWorks: new Map([['work', work]])},
  }
}

/** Standards that ask for sources that still stand. */
export const sources = [
  {
    title: 'ICMJE: Preparing a manuscript (references to retracted articles)',
    url: 'https://www.icmje.org/recommendations/browse/manuscript-preparation/preparing-for-submission.html',
  },
  {title: 'PIF TICK criteria (4: Evidence)', url: 'https://pifonline.org.uk/pif-tick/'},
] as const
