// What rules know of the published disclaimers. Where a disclaimer applies, what it is called and whether readers get it
// are told apart, because a page that is judged depends on few of these.

import {z} from 'zod'
import {formatDay} from '../../review/day-words.ts'
import {once} from '../../review/once.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {scopeOptions, valuesOf} from '../../schemas/data/options.ts'
import {dueDay} from '../freshness/due-day.ts'
import {expiryOf} from '../freshness/expired.ts'
import {renditionIn} from '../rendition.ts'
import type {Context, Lack, PublishedDisclaimers} from '../rule.ts'

/** The fields of a disclaimer that decide where it applies. */
const scopeFields = z.object({
  _id: z.string(),
  scope: z.enum(valuesOf(scopeOptions)),
  therapies: z.array(z.object({_ref: z.string()})).optional(),
  evidenceLevels: z.array(z.string()).optional(),
  conditions: z.array(z.object({_ref: z.string()})).optional(),
  channels: z.array(z.string()).optional(),
  jurisdictions: z.array(z.string()).optional(),
  priority: z.number(),
})

const titleField = z.object({title: z.string()})

/**
 * What rules know of disclaimers.
 *
 * @param documents All published ones.
 */
export function publishedDisclaimers(
  documents: readonly StoredDocument[],
  context: Pick<Context, 'today' | 'settled' | 'settings'>,
): PublishedDisclaimers {
  const usable = once(() =>
    documents.flatMap((document) => {
      // A rendition applies where its source does.
      if (renditionIn(document)) return []
      const {data: scope} = scopeFields.safeParse(document)
      const {data: named} = titleField.safeParse(document)
      return scope && named ? [{document, scope, title: named.title}] : []
    }),
  )
  const byId = once(() => new Map(usable().map((one) => [one.scope._id, one])))
  const scopes = once(() => usable().map(({scope}) => scope))
  return {
    get scopes() {
      return scopes()
    },
    titleOf: (id) => byId().get(id)?.title ?? id,
    lackOf: (id) => {
      const found = byId().get(id)
      return found && lackOf(found.document, found.title, context)
    },
  }
}

function lackOf(
  document: StoredDocument,
  title: string,
  context: Pick<Context, 'today' | 'settled' | 'settings'>,
): Lack | undefined {
  const needs = `needs the disclaimer “${title}” (${document._id})`
  const state = context.settled.get(document._id)?.state
  if (state === 'retracted') {
    return {
      message: `${needs}, which was retracted`,
      hint: 'Unpublish that disclaimer if pages no longer need it, or have it approved again.',
    }
  }
  const due = dueDay(document, context)
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
