// Settled documents for the examples and tests of rules.

import type {Context, SettledRecord} from '../rule.ts'

/** An approved question. The argument replaces single fields. */
export function exampleSettled(given: Partial<SettledRecord> = {}): SettledRecord {
  return {
    type: 'faq',
    state: 'approved',
    title: 'Example',
    language: 'en-US',
    facts: {},
    revision: '',
    slug: undefined,
    reviewers: ['reviewer'],
    decidedOn: '2025-12-01',
    nextReview: undefined,
    ...given,
  }
}

/** The part of a context in which one document is settled. */
export function exampleSettledAs(
  id: string,
  given: Partial<SettledRecord> = {},
): Pick<Context, 'settled'> {
  return {settled: new Map([[id, exampleSettled(given)]])}
}
