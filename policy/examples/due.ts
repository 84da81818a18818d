// The examples of the rules about reviews that are due: one page, looked at on different days.

import type {Context, Example} from '../rule.ts'

/** A page that was approved on 1 January 2024 for two years, as it is on a day. */
export function onDay(today: string, says: string, nextReview?: string): Example {
  return {
    says,
    document: {_id: 'faq', _type: 'faq', reviewInterval: 24},
    context: {today, settled: settledUntil(nextReview)},
  }
}

function settledUntil(nextReview: string | undefined): Context['settled'] {
  return new Map([
    [
      'faq',
      {
        type: 'faq',
        state: 'approved',
        slug: 'faq',
        reviewer: 'reviewer',
        decidedOn: '2024-01-01',
        nextReview,
      },
    ],
  ])
}

/** What asks for pages to be kept up to date. */
export const sources = [
  {
    title: 'MedlinePlus: Evaluating Health Information',
    url: 'https://medlineplus.gov/evaluatinghealthinformation.html',
  },
  {title: 'PIF TICK criteria (4: Evidence)', url: 'https://pifonline.org.uk/pif-tick/'},
] as const
