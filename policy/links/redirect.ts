// Former addresses must be such that readers who come by them can be led on.

import {ADDRESS_FORM, formerSlugsOf, slugOf} from '../addresses.ts'
import {exampleMovedPage} from '../examples/moved-page.ts'
import type {Flaw, Rule} from '../rule.ts'

export const formerAddresses: Rule = {
  id: 'links/redirect',
  title: 'Former addresses lead to the page',
  severity: 'error',
  rationale:
    'Links and bookmarks outlive a page’s address. A former address that is the page’s own leads in a circle, and one of another form is one that nobody has ever followed.',
  sources: [
    {title: 'W3C, Cool URIs don’t change', url: 'https://www.w3.org/Provider/Style/URI'},
    {
      title: 'W3C, WCAG technique H76: instant client-side redirects',
      url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H76',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A page that stood at "prolotherapy-basics" and stands at "what-is-prolotherapy".',
        document: exampleMovedPage('prolotherapy-basics'),
      },
    ],
    fails: [
      {
        says: 'A page that names the address that it has as a former one.',
        document: exampleMovedPage('what-is-prolotherapy'),
      },
      {
        says: 'A page that names a former address twice.',
        document: exampleMovedPage('prolotherapy-basics', 'prolotherapy-basics'),
      },
      {
        says: 'A page that names a whole address, where its last part belongs.',
        document: exampleMovedPage('https://library.example/articles/prolotherapy-basics.html'),
      },
    ],
  },
  *check({document}) {
    const former = formerSlugsOf(document)
    const current = slugOf(document)
    for (const [index, slug] of former.entries()) {
      const flaw = flawOf(slug, current, former.slice(0, index))
      if (flaw) yield {path: `formerSlugs[${index}]`, ...flaw}
    }
  },
}

/** @param before The former addresses that come before it in the list. */
function flawOf(
  slug: string,
  current: string | undefined,
  before: readonly string[],
): Pick<Flaw, 'message' | 'hint'> | undefined {
  if (!ADDRESS_FORM.test(slug)) {
    return {
      message: slug === '' ? 'is empty' : `is "${slug}", which no page can have as its address`,
      hint: 'Write the last part of the old address alone, such as what-is-prolotherapy.',
    }
  }
  if (slug === current) {
    return {
      message: `is "${slug}", where the page stands now`,
      hint: 'Remove it: former addresses are those that the page has left.',
    }
  }
  if (before.includes(slug)) {
    return {message: `is "${slug}" for the second time`, hint: 'Remove one of the two.'}
  }
  return undefined
}
