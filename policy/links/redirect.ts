// Former addresses must be usable as redirects to the page.

import {ADDRESS_FORM, formerSlugsOf, slugOf} from '../addresses.ts'
import {exampleMovedPage} from '../examples/moved-page.ts'
import type {Mend} from '../mend.ts'
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
    const mend = {formerSlugs: [...new Set(former)].filter((slug) => slug !== current)}
    for (const [index, slug] of former.entries()) {
      const flaw = flawOf(slug, {current, before, mend})
      if (flaw) yield {path: `formerSlugs[${index}]`, subject: 'A former address', ...flaw}
      before.add(slug)
    }
  },
}

interface Listed {
  readonly current: string | undefined
  /** The former addresses before it in the list. */
  readonly before: ReadonlySet<string>
  /** The list without the current address and without repetitions. */
  readonly mend: Mend
}

/** What is wrong with a former address, if anything. */
function flawOf(
  slug: string,
  {current, before, mend}: Listed,
): Pick<Flaw, 'message' | 'hint' | 'mend'> | undefined {
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
      mend,
    }
  }
  if (before.has(slug)) {
    return {
      message: `is "${slug}", which is already in the list`,
      hint: 'Remove one of the two.',
      mend,
    }
  }
  return undefined
}
