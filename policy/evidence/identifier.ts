// Requires an identifier with which readers can look up a cited work.

import {bareDoi, doiForm, pmidForm} from '../../schemas/data/forms.ts'
import type {Mend} from '../mend.ts'
import type {Rule} from '../rule.ts'

const ADDRESS = /^https?:\/\/[^\s/]+\.\S+$/i

/** The types of works that their makers can change at the same address. */
const changing = new Set<unknown>(['report', 'webpage'])

function isLike(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value)
}

/** The DOI alone, where it stands in its address. */
function writtenAsAddress(doi: unknown): {readonly mend?: Mend} {
  const bare = typeof doi === 'string' ? bareDoi(doi) : ''
  return doiForm.pattern.test(bare) ? {mend: {doi: bare}} : {}
}

function work(fields: object) {
  return {_id: 'work', _type: 'citedWork', ...fields}
}

export const identifier: Rule = {
  id: 'evidence/identifier',
  title: 'A reference can be looked up',
  severity: 'warning',
  rationale:
    'A citation only helps readers who can find the source. A DOI or a PMID keeps working; web addresses change, and so do the pages behind them.',
  sources: [
    {
      title: 'Crossref: DOI display guidelines',
      url: 'https://www.crossref.org/display-guidelines/',
    },
    {
      title: 'DISCERN: quick reference guide to the criteria (4)',
      url: 'http://www.discern.org.uk/quick_reference_guide.php',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A journal article has a DOI.',
        document: work({type: 'article-journal', doi: '10.1002/14651858.CD004059.pub3'}),
      },
      {
        says: 'A web page has its address, and the day on which the writer read it.',
        document: work({
          type: 'webpage',
          url: 'https://www.nhs.uk/conditions/back-pain/',
          accessed: '2025-12-31',
        }),
      },
    ],
    fails: [
      {
        says: 'A journal article has a web address, and neither DOI nor PMID.',
        document: work({type: 'article-journal', url: 'https://journal.example/42'}),
      },
      {
        says: 'The DOI of a report is written as an address.',
        document: work({type: 'report', doi: 'https://doi.org/10.1234/abc'}),
      },
      {
        says: 'A web page does not say when the writer read it.',
        document: work({type: 'webpage', url: 'https://www.nhs.uk/conditions/back-pain/'}),
      },
      {
        says: 'A report on the web does not say when the writer read it.',
        document: work({type: 'report', url: 'https://www.nice.org.uk/guidance/ng59'}),
      },
    ],
  },
  *check({document: {_type, type, doi, pmid, url, accessed}}) {
    if (_type !== 'citedWork' || isLike(doi, doiForm.pattern)) return
    if (type === 'article-journal') {
      if (isLike(pmid, pmidForm.pattern)) return
      yield {
        path: 'doi',
        subject: 'The DOI',
        message:
          'is missing or has another form, and there is no PMID, so readers cannot look the article up',
        hint: 'Enter the DOI as 10.1234/abc, without https://doi.org/ before it, or enter the PMID.',
        ...writtenAsAddress(doi),
      }
    } else if (!isLike(url, ADDRESS)) {
      yield {
        path: 'url',
        subject: 'The web address',
        message:
          'is missing or has another form, and there is no DOI, so readers cannot look the work up',
        hint: 'Enter the web address of the work, with https:// before it, or enter its DOI.',
        ...writtenAsAddress(doi),
      }
    } else if (changing.has(type) && accessed === undefined) {
      yield {
        path: 'accessed',
        subject: 'The day of access',
        message: 'is missing, so readers cannot know which state of the work supports the text',
        hint: 'Enter the day on which you read the work at this address.',
      }
    }
  },
}
