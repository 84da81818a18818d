// A page that moves must keep its published address as a former address.

import {formerSlugsOf, slugOf} from '../addresses.ts'
import {exampleMovedPage} from '../examples/moved-page.ts'
import {exampleSettledAs} from '../examples/settled.ts'
import type {Rule} from '../rule.ts'

export const movedPage: Rule = {
  id: 'links/moved',
  title: 'A page that moves keeps its old address as a former one',
  severity: 'error',
  rationale:
    'Patients, clinics and search engines keep links to health pages for years. If a page moves without a redirect, its readers lose it, and they miss every later correction.',
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
        says: 'A page that moves and keeps its published address, "prolotherapy-basics", as a former address.',
        document: exampleMovedPage('prolotherapy-basics'),
        context: exampleSettledAs('example', {slug: 'prolotherapy-basics'}),
      },
      {
        says: 'A page that does not move.',
        document: exampleMovedPage(),
        context: exampleSettledAs('example', {slug: 'what-is-prolotherapy'}),
      },
    ],
    fails: [
      {
        says: 'A page that moves and does not keep its published address, "prolotherapy-basics".',
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
      subject: 'The address',
      message: `is no longer "${known}", the address that readers know`,
      hint: `Add "${known}" to the former addresses, so that old links still lead to the page.`,
      mend: {formerSlugs: [...formerSlugsOf(document), known]},
    }
  },
}
