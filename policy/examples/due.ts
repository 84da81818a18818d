// Examples for the rules about due reviews: one page on different days.

import type {Example} from '../rule.ts'
import {todayIs} from '../today.ts'
import {exampleSettledAs} from './settled.ts'

/** A page that was approved on 1 January 2024 for two years, checked on the day given. */
export function onDay(today: string, says: string, nextReview?: string): Example {
  return {
    says,
    document: {_id: 'faq', _type: 'faq', reviewInterval: 24},
    context: {
      today: todayIs(today),
      ...exampleSettledAs('faq', {decidedOn: '2024-01-01', nextReview}),
    },
  }
}

/** Standards that require pages to be up to date. */
export const sources = [
  {
    title: 'MedlinePlus: Evaluating Health Information',
    url: 'https://medlineplus.gov/evaluatinghealthinformation.html',
  },
  {title: 'PIF TICK criteria (4: Evidence)', url: 'https://pifonline.org.uk/pif-tick/'},
] as const
