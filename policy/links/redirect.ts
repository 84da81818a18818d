// Former addresses must be usable as redirects to the page.

import {ADDRESS_FORM, formerSlugsOf, slugOf} from '../addresses.ts'
import {exampleMovedPage} from '../examples/moved-page.ts'
import type {Flaw, Rule} from '../rule.ts'

export const formerAddresses: Rule = {
  id: 'links/redirect',
  title: 'Former addresses lead to the page',
  severity: 'error',
  rationale:
    'Links and bookmarks outlive a page’s address. A former address that equals the current one would redirect to itself. One in another form was never an address in this library.',
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
        says: 'A page that moved from "prolotherapy-basics" to "what-is-prolotherapy".',
        document: exampleMovedPage('prolotherapy-basics'),
      },
    ],
    fails: [
      {
        says: 'A page with its current address in the list of former ones.',
        document: exampleMovedPage('what-is-prolotherapy'),
      },
      {
        says: 'A page with the same former address twice.',
        document: exampleMovedPage('prolotherapy-basics', 'prolotherapy-basics'),
      },
      {
        says: 'A page with a full web address instead of its last part.',
        document: exampleMovedPage('https://library.example/articles/prolotherapy-basics.html'),
      },
    ],
  },
  *check({document}) {
    const former = formerSlugsOf(document)
    const current = slugOf(document)
    const before = new Set<string>()
    for (const [index, slug] of former.entries()) {
      const flaw = flawOf(slug, current, before)
      if (flaw) yield {path: `formerSlugs[${index}]`, ...flaw}
      before.add(slug)
    }
  },
}

/**
 * What is wrong with a former address, if anything.
 *
 * @param before The former addresses before it in the list.
 */
function flawOf(
  slug: string,
  current: string | undefined,
  before: ReadonlySet<string>,
): Pick<Flaw, 'message' | 'hint'> | undefined {
  if (!ADDRESS_FORM.test(slug)) {
    return {
      message: slug === '' ? 'is empty' : `is "${slug}", which cannot be the address of a page`,
      hint: 'Write only the last part of the old address, such as what-is-prolotherapy.',
    }
  }
  if (slug === current) {
    return {
      message: `is "${slug}", the page’s current address`,
      hint: 'Remove it. The list is only for addresses that the page no longer has.',
    }
  }
  if (before.has(slug)) {
    return {message: `is "${slug}", which is already in the list`, hint: 'Remove one of the two.'}
  }
  return undefined
}
