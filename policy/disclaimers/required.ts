// A page must carry every disclaimer that applies to it, and each one must be approved and up to date.

import {z} from 'zod'
import {formatDay} from '../../review/day-words.ts'
import {isPageType} from '../../review/governed.ts'
import {onceFor} from '../../review/once.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {scopeOptions, valuesOf} from '../../schemas/data/options.ts'
import {coverageOf} from '../coverage.ts'
import {exampleSettledAs} from '../examples/settled.ts'
import {exampleReference} from '../examples/text.ts'
import {WHOLE} from '../finding.ts'
import {dueDay} from '../freshness/due-day.ts'
import {expiryOf} from '../freshness/expired.ts'
import type {Context, Flaw, Rule} from '../rule.ts'
import {applicableDisclaimers} from './applies.ts'

/** The fields of a disclaimer that decide where it applies. */
const disclaimer = z.looseObject({
  _id: z.string(),
  _type: z.string(),
  title: z.string(),
  scope: z.enum(valuesOf(scopeOptions)),
  therapies: z.array(z.object({_ref: z.string()})).optional(),
  evidenceLevels: z.array(z.string()).optional(),
  conditions: z.array(z.object({_ref: z.string()})).optional(),
  channels: z.array(z.string()).optional(),
  jurisdictions: z.array(z.string()).optional(),
  priority: z.number(),
})

type Disclaimer = z.output<typeof disclaimer>

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
        context: {disclaimers: [example], ...approved},
      },
    ],
    fails: [
      {
        says: 'A page on a therapy, with a disclaimer about that therapy that is not approved.',
        document: {_id: 'therapy', _type: 'therapyType'},
        context: {disclaimers: [example]},
      },
      {
        says: 'A page on another therapy, to which no disclaimer applies.',
        document: {_id: 'other', _type: 'therapyType'},
        context: {disclaimers: [example], ...approved},
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
    for (const item of applicable) {
      const lack = lackOf(item, context)
      if (lack) yield {path: WHOLE, subject: 'This page', ...lack}
    }
  },
}

/** The disclaimers that are complete enough to decide where they apply. */
const sound = onceFor((all: readonly StoredDocument[]): Disclaimer[] =>
  all.flatMap((item) => disclaimer.safeParse(item).data ?? []),
)

/** The disclaimers that apply to a page in at least one channel. */
export function applicableAnywhere(document: StoredDocument, context: Context): Disclaimer[] {
  const disclaimers = sound(context.disclaimers)
  const page = coverageOf(document, (id) =>
    // The page's own level may be newer than the one in the context.
    id === document._id && typeof document.evidenceLevel === 'string'
      ? document.evidenceLevel
      : (context.therapies.get(id)?.evidenceLevel ?? ''),
  )
  // '' is not a channel. A disclaimer that applies to it is not limited to a channel, so it applies in
  // every one.
  const channels = ['', ...disclaimers.flatMap((item) => item.channels ?? [])]
  return [
    ...new Set(
      channels.flatMap((channel) => applicableDisclaimers(disclaimers, {...page, channel})),
    ),
  ]
}

/** The reason why readers do not get a disclaimer; undefined if they do. */
function lackOf(item: Disclaimer, context: Context): Pick<Flaw, 'message' | 'hint'> | undefined {
  const needs = `needs the disclaimer “${item.title}” (${item._id})`
  const state = context.settled.get(item._id)?.state
  if (state === 'retracted') {
    return {
      message: `${needs}, which was retracted`,
      hint: 'Unpublish that disclaimer if pages no longer need it, or have it approved again.',
    }
  }
  const due = dueDay(item, context)
  if (due !== undefined) {
    const expiry = expiryOf(due, context)
    if (!context.today.isBefore(expiry))
      return {
        message: `${needs}, which was due for review on ${formatDay(due)} and has been withheld since ${formatDay(expiry)}`,
        hint: 'Have that disclaimer reviewed and approved again.',
      }
  }
  if (state === 'approved') return undefined
  return {
    message: `${needs}, but readers get no approved text of it`,
    hint: 'Have that disclaimer approved.',
  }
}
