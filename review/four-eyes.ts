// Reviewers cannot approve their own text. The lake checks this before it accepts an approval.

import {z} from 'zod'
import {earlierThan, helpedWrite, userOf} from './authorship.ts'
import {withDraft} from './history.ts'
import {revisionOf, type StoredDocument} from './revision.ts'

/** What the lake can say about the past. */
interface EarlierRecords {
  readonly history: (
    ids: readonly string[],
  ) => Iterable<{author: string; at: string; document: StoredDocument | undefined}>
  readonly referring: (id: string) => Iterable<StoredDocument>
}

const approval = z.object({
  _id: z.string(),
  _type: z.literal('review'),
  decision: z.literal('approved'),
  subject: z.object({_ref: z.string()}),
  revision: z.string(),
  reviewer: z.object({_ref: z.string()}),
  decidedAt: z.string(),
})

/**
 * Refuses an approval by a reviewer who wrote any of the text since it was last approved.
 *
 * @returns the reason, for the reviewer; undefined for any other document
 */
export function fourEyes(
  document: StoredDocument,
  {history, referring}: EarlierRecords,
): string | undefined {
  const {data} = approval.safeParse(document)
  const user = data && userOf(data.reviewer._ref)
  if (!data || user === undefined) return undefined
  const subject = data.subject._ref
  const others = [...referring(subject)].flatMap((other) => approval.safeParse(other).data ?? [])
  const changes = Array.from(history(withDraft(subject)), ({author, at, document: state}) => ({
    author,
    at,
    revision: state && revisionOf(state),
  }))
  if (!helpedWrite(user, changes, earlierThan(data, others))) return undefined
  return `You wrote some of the text of "${subject}" since its last approval, so another reviewer has to approve it`
}
