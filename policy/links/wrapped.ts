// A link must lead to its page, not through a service that records the reader. Such addresses come from
// copying a link out of search results, a mail program or a social network.

import {studioPath} from '@sanity/client/csm'
import {exampleText} from '../examples/text.ts'
import {keyOf} from '../references.ts'
import {flawOfWords, type Flaw, type Rule} from '../rule.ts'
import {annotated} from '../text/marked.ts'

interface Wrapper {
  readonly host: RegExp
  readonly path: RegExp
  /** The parameters that can hold the address of the page. */
  readonly parameters: readonly string[]
}

const wrappers: readonly Wrapper[] = [
  {host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameters: ['q', 'url']},
  {host: /^scholar\.google\.[a-z.]{2,6}$/, path: /^\/scholar_url$/, parameters: ['url']},
  {host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ['url']},
  {host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u']},
]

/** The fields of a document that hold an address of another website. */
const addressFields = ['url', 'website'] as const

/** The page behind the wrappers of an address; undefined if it has none. */
export function unwrapped(address: string): string | undefined {
  const inner = innerAddress(address)
  return inner === undefined ? undefined : (unwrapped(inner) ?? inner)
}

function innerAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const {hostname, pathname, searchParams} = new URL(address)
  return wrappers
    .filter(({host, path}) => host.test(hostname) && path.test(pathname))
    .flatMap(({parameters}) => parameters.map((name) => searchParams.get(name) ?? ''))
    .find((inner) => /^https?:\/\//i.test(inner) && URL.canParse(inner))
}

/** @param path The place of the address. */
function faultOf(
  address: unknown,
  path: string,
): Pick<Flaw, 'message' | 'hint' | 'mend'> | undefined {
  if (typeof address !== 'string') return undefined
  const page = unwrapped(address)
  return page === undefined
    ? undefined
    : {
        message: `leads to ${page} through ${new URL(address).hostname}`,
        hint: 'Link to the page itself.',
        mend: {[path]: page},
      }
}

function linking(href: string) {
  return {
    _id: 'article',
    _type: 'article',
    body: exampleText(['Read more', {mark: {_type: 'link', href}}]),
  }
}

const WRAPPED = 'https://www.google.com/url?q=https://www.nhs.uk/conditions/back-pain/&sa=D'

export const wrappedLink: Rule = {
  id: 'links/wrapped',
  title: 'Links lead to their pages directly',
  severity: 'warning',
  rationale:
    'A service in between learns what a reader looks up about their health. The link also breaks when the service ends it, and readers cannot see where it leads.',
  sources: [
    {
      title: 'W3C TAG, Unsanctioned Web Tracking',
      url: 'https://www.w3.org/2001/tag/doc/unsanctioned-tracking/',
    },
    {
      title: 'Microsoft, Safe Links in Microsoft Defender for Office 365',
      url: 'https://learn.microsoft.com/en-us/defender-office-365/safe-links-about',
    },
  ],
  examples: {
    passes: [
      {says: 'https://www.nhs.uk/conditions/back-pain/', document: linking('https://www.nhs.uk/')},
    ],
    fails: [{says: WRAPPED, document: linking(WRAPPED)}],
  },
  *check({document, passages}) {
    for (const field of addressFields) {
      const fault = faultOf(document[field], field)
      if (fault) yield {path: field, subject: 'The web address', ...fault}
    }
    for (const passage of passages) {
      for (const words of annotated(passage, 'link')) {
        const {definition} = words
        if (!('href' in definition)) continue
        const fault = faultOf(definition.href, hrefOf(passage.path, definition))
        if (fault) yield flawOfWords(passage, words, fault)
      }
    }
  },
}

/** The path of a link's address. */
function hrefOf(block: string, definition: object): string {
  const link = {_key: keyOf(definition) ?? ''}
  return studioPath.toString([...studioPath.fromString(block), 'markDefs', link, 'href'])
}
