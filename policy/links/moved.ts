// A page that moves keeps the address that readers have among its former ones.

import type {StoredDocument} from '../../review/revision.ts'
import {formerSlugsOf, slugOf} from '../addresses.ts'
import type {Rule, SettledRecord} from '../rule.ts'

export const moved: Rule = {
  id: 'links/moved',
  title: 'A page that moves leaves its old address behind',
  severity: 'error',
  rationale:
    'Patients, clinics and search engines keep links to health pages for years. A page that moves without a redirect is lost to them, and so is every correction that is made to it.',
  sources: [
    {title: 'W3C, Cool URIs don’t change', url: 'https://www.w3.org/Provider/Style/URI'},
    {
      title: 'Google Search Central, Redirects and Google Search',
      url: 'https://developers.google.com/search/docs/crawling-indexing/301-redirects',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A page that moves and keeps "prolotherapy-basics", where readers have it, as a former address.',
        document: example(['prolotherapy-basics']),
        context: standingAt('prolotherapy-basics'),
      },
      {
        says: 'A page that stands where it stood.',
        document: example([]),
        context: standingAt('what-is-prolotherapy'),
      },
    ],
    fails: [
      {
        says: 'A page that readers have at "prolotherapy-basics", and that would only stand elsewhere.',
        document: example([]),
        context: standingAt('prolotherapy-basics'),
      },
    ],
  },
  check: ({document}, {settled}) => {
    const slug = slugOf(document)
    const known = settled.get(document._id)?.slug
    if (slug === undefined || known === undefined || known === slug) return []
    if (formerSlugsOf(document).includes(known)) return []
    return [
      {
        path: 'slug.current',
        message: `is no longer "${known}", where readers have the page`,
        hint: `Add "${known}" to the former addresses, so that readers who come by it are led on.`,
      },
    ]
  },
}

function example(formerSlugs: readonly string[]): StoredDocument {
  return {
    _id: 'example',
    _type: 'article',
    slug: {_type: 'slug', current: 'what-is-prolotherapy'},
    formerSlugs,
  }
}

function standingAt(slug: string): {settled: ReadonlyMap<string, SettledRecord>} {
  const standing: SettledRecord = {
    type: 'article',
    state: 'approved',
    slug,
    reviewer: 'reviewer',
    decidedOn: '2025-10-01',
    nextReview: undefined,
  }
  return {settled: new Map([['example', standing]])}
}
