// A page that moves keeps the address that readers have among its former ones.

import {formerSlugsOf, slugOf} from '../addresses.ts'
import {exampleMovedPage} from '../examples/moved-page.ts'
import {exampleSettledAs} from '../examples/settled.ts'
import type {Rule} from '../rule.ts'

export const movedPage: Rule = {
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
        document: exampleMovedPage('prolotherapy-basics'),
        context: exampleSettledAs('example', {slug: 'prolotherapy-basics'}),
      },
      {
        says: 'A page that stands where it stood.',
        document: exampleMovedPage(),
        context: exampleSettledAs('example', {slug: 'what-is-prolotherapy'}),
      },
    ],
    fails: [
      {
        says: 'A page that readers have at "prolotherapy-basics", and that would only stand elsewhere.',
        document: exampleMovedPage(),
        context: exampleSettledAs('example', {slug: 'prolotherapy-basics'}),
      },
    ],
  },
  *check({document}, {settled}) {
    const slug = slugOf(document)
    const known = settled.get(document._id)?.slug
    if (slug === undefined || known === undefined || known === slug) return
    if (formerSlugsOf(document).includes(known)) return
    yield {
      path: 'slug.current',
      message: `is no longer "${known}", where readers have the page`,
      hint: `Add "${known}" to the former addresses, so that old links still lead to the page.`,
    }
  },
}
