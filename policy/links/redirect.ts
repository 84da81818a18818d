// Former addresses must be such that readers who come by them can be led on.

import type {StoredDocument} from '../../review/revision.ts'
import {ADDRESS_FORM, formerSlugsOf, slugOf} from '../addresses.ts'
import type {Flaw, Rule} from '../rule.ts'

export const redirect: Rule = {
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
        document: example(['prolotherapy-basics']),
      },
    ],
    fails: [
      {
        says: 'A page that names the address that it has as a former one.',
        document: example(['what-is-prolotherapy']),
      },
      {
        says: 'A page that names a former address twice.',
        document: example(['prolotherapy-basics', 'prolotherapy-basics']),
      },
      {
        says: 'A page that names a whole address, where its last part belongs.',
        document: example(['https://library.example/articles/prolotherapy-basics.html']),
      },
    ],
  },
  check: ({document}) => {
    const former = formerSlugsOf(document)
    const current = slugOf(document)
    return former.flatMap((slug, index): Flaw[] => {
      const flaw = flawOf(slug, current, former.slice(0, index))
      return flaw ? [{path: `formerSlugs[${index}]`, ...flaw}] : []
    })
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

function example(formerSlugs: readonly string[]): StoredDocument {
  return {
    _id: 'example',
    _type: 'article',
    slug: {_type: 'slug', current: 'what-is-prolotherapy'},
    formerSlugs,
  }
}
