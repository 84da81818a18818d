// A page must carry every disclaimer that applies to it, and each one must be approved and up to date.

import {isPageType} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {coverageOf} from '../coverage.ts'
import {exampleDisclaimers} from '../examples/disclaimers.ts'
import {exampleSettledAs} from '../examples/settled.ts'
import {exampleReference} from '../examples/text.ts'
import {WHOLE} from '../finding.ts'
import {renditionIn} from '../rendition.ts'
import type {Context, Rule} from '../rule.ts'
import {applicableDisclaimers, type Applicability} from './applies.ts'

const example: StoredDocument = {
  _id: 'unproven',
  _type: 'disclaimer',
  title: 'This treatment is unproven',
  scope: 'therapies',
  therapies: [exampleReference('therapy')],
  priority: 50,
}

const approved = exampleSettledAs('unproven', {type: 'disclaimer'})

export const requiredDisclaimer: Rule = {
  id: 'disclaimers/required',
  title: 'Every page carries the disclaimers that apply to it',
  severity: 'error',
  rationale:
    'Readers do not get a disclaimer that is not approved or whose review is long overdue. The pages that need it are then withheld too. The FTC says that a claim that would mislead without a qualification must not appear without it.',
  sources: [
    {
      title: 'FTC: Health Products Compliance Guidance',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A page on a therapy, with an approved disclaimer about that therapy.',
        document: {_id: 'therapy', _type: 'therapyType'},
        context: exampleDisclaimers([example], approved),
      },
    ],
    fails: [
      {
        says: 'A page on a therapy, with a disclaimer about that therapy that is not approved.',
        document: {_id: 'therapy', _type: 'therapyType'},
        context: exampleDisclaimers([example]),
      },
      {
        says: 'A page on another therapy, to which no disclaimer applies.',
        document: {_id: 'other', _type: 'therapyType'},
        context: exampleDisclaimers([example], approved),
      },
    ],
  },
  *check({document}, context) {
    if (!isPageType(document._type)) return
    const applicable = applicableAnywhere(document, context)
    if (applicable.length === 0) {
      yield {
        path: WHOLE,
        subject: 'This page',
        message: 'has no disclaimer that applies to it',
        hint: 'Publish a disclaimer that applies to every page, or to a topic of this one.',
      }
    }
    for (const {_id} of applicable) {
      const lack = context.disclaimers.lackOf(_id)
      if (lack) yield {path: WHOLE, subject: 'This page', ...lack}
    }
  },
}

/** The disclaimers that apply to a page in at least one channel. */
export function applicableAnywhere(document: StoredDocument, context: Context): Applicability[] {
  const disclaimers = context.disclaimers.scopes
  const page = coverageOf(document, (id) => {
    const {evidenceLevel = '', original} = context.therapies.get(id) ?? {}
    // The page's own level may be newer than the one in the context.
    return id === document._id && typeof document.evidenceLevel === 'string'
      ? {evidenceLevel: document.evidenceLevel, original: renditionIn(document)?.of}
      : {evidenceLevel, original}
  })
  // '' is not a channel. A disclaimer that applies to it is not limited to a channel, so it applies in
  // every one.
  const channels = ['', ...disclaimers.flatMap((item) => item.channels ?? [])]
  return [
    ...new Set(
      channels.flatMap((channel) => applicableDisclaimers(disclaimers, {...page, channel})),
    ),
  ]
}
