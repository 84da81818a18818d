// A library of articles with any titles, summaries and headings, without an export. Its texts may be what the gate
// would refuse.

import type {Settled} from '../../model/standing/settled.ts'
import {Library} from '../../render/page/library.ts'

/** What a page says of itself. */
export interface TitledPage {
  readonly title: string
  readonly summary?: string
  readonly headings?: readonly string[]
}

/** A library of approved articles. */
export function titledLibrary(pages: Iterable<TitledPage>): Library {
  return Library.of(
    [...pages].map(({title, summary = '', headings = []}, index): Settled => ({
      id: `article-${index}`,
      type: 'article',
      state: 'approved',
      title,
      slug: `page-${index}`,
      summary,
      headings,
      facts: {},
      language: 'en-US',
      formerSlugs: [],
      decision: {
        id: `review-${index}`,
        subject: `article-${index}`,
        revision: '0'.repeat(64),
        decision: 'approved',
        kind: 'clinical',
        reviewer: 'reviewer',
        decidedAt: '2026-10-01T10:00:00Z',
      },
    })),
    [],
  )
}
