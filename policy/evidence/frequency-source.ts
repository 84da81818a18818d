// How often a harm happens needs a source.

import {studioPath} from '@sanity/client/csm'
import type {StoredDocument} from '../../review/revision.ts'
import {itemsOf, referencesIn, segment} from '../references.ts'
import type {Rule} from '../rule.ts'

/** The frequency that says that there is nothing to cite. */
const NOT_KNOWN = 'notKnown'

function therapy(risk: object): StoredDocument {
  return {
    _id: 'therapy',
    _type: 'therapyType',
    seriousRisks: [{_key: 'a', risk: 'An infection', ...risk}],
  }
}

export const frequencySource: Rule = {
  id: 'evidence/frequency-source',
  title: 'How often a harm happens has a source',
  severity: 'error',
  rationale:
    '“In up to 1 in 1,000 people” sounds like a fact that somebody counted. Without a source, readers cannot know who did, and reviewers cannot check it. To say that the frequency is not known needs no source.',
  sources: [
    {title: 'PIF TICK criteria (4: Evidence)', url: 'https://pifonline.org.uk/pif-tick/'},
    {
      title: 'EMA: Excipients and package leaflets, frequency of side effects (QRD templates)',
      url: 'https://www.ema.europa.eu/en/human-regulatory-overview/marketing-authorisation/product-information-requirements/product-information-qrd-templates-human',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A serious risk is rare, and a work is cited for it.',
        document: therapy({frequency: 'rare', sources: [{_ref: 'work'}]}),
      },
      {
        says: 'How often a serious risk happens is not known.',
        document: therapy({frequency: NOT_KNOWN}),
      },
    ],
    fails: [
      {says: 'A serious risk is rare, without a source.', document: therapy({frequency: 'rare'})},
    ],
  },
  *check({document}) {
    for (const [field, list] of Object.entries(document)) {
      if (!Array.isArray(list)) continue
      for (const [index, item] of list.entries()) {
        if (!lacksSource(item)) continue
        yield {
          path: studioPath.toString([field, segment(item, index), 'sources']),
          subject: 'The list of sources',
          message: 'is empty, although the text says how often this happens',
          hint: 'Add the work that counted it, or choose that how often it happens is not known.',
        }
      }
    }
  },
}

/** Whether an item of a list says how often something happens, and cites no work for it. */
function lacksSource(item: unknown): boolean {
  return itemsOf([item]).some(
    (harm) =>
      'frequency' in harm &&
      typeof harm.frequency === 'string' &&
      harm.frequency !== NOT_KNOWN &&
      referencesIn('sources' in harm ? harm.sources : undefined).length === 0,
  )
}
