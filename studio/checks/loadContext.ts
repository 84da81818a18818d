// What editorial rules may know of the library, asked of the lake for one document.
import type {SanityClient} from 'sanity'
import {z} from 'zod'

import {ContextBuilder} from '../../pipeline/policyContext.ts'
import {pointersIn} from '../../pipeline/references.ts'
import type {Context, StandingRecord} from '../../policy/rule.ts'
import {dayOf, today} from '../../review/days.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'

/**
 * What rules know of whole: small types, of which a library has few. And of documents that the one
 * in question has to do with, or that stand on every page, what readers get of them.
 */
const CONTEXT_QUERY = `{
  "documents": *[_type in $types],
  "decisions": *[
    _type == "review" && decision != "changesRequested" && "reviewer" in reviewer->roles &&
    (subject._ref in $ids || subject->_type == "disclaimer")
  ] | order(decidedAt) {
    "id": subject._ref, decision, "reviewer": reviewer._ref, nextReview, decidedAt,
    "type": subject->_type, "slug": subject->slug.current
  },
  "cited": count(*[_type != "review" && _type != "submission" && references($id)]) > 0
}`

const types = ['siteSettings', 'person', 'clinic', 'disclaimer', 'therapyType', 'glossaryTerm']

const answer = z.object({
  documents: z.array(z.looseObject({_id: z.string(), _type: z.string()})),
  decisions: z.array(
    z.object({
      id: z.string(),
      decision: z.enum(['approved', 'retracted']),
      reviewer: z.string(),
      nextReview: z.iso.date().nullable(),
      decidedAt: z.string(),
      type: z.string().nullable(),
      slug: z.string().nullable(),
    }),
  ),
  cited: z.boolean(),
})

/**
 * What rules may know when they judge a document.
 *
 * @param document Its content, under its published id.
 * @throws Error if the lake does not answer
 */
export async function loadContext(
  client: Pick<SanityClient, 'fetch'>,
  document: StoredDocument,
): Promise<Context> {
  const id = document._id
  const ids = [...new Set([id, ...pointersIn(document).map(({target}) => target)])].toSorted()
  const {
    documents: published,
    decisions,
    cited,
  } = answer.parse(
    await client.fetch<unknown>(CONTEXT_QUERY, {types, ids, id}, {perspective: 'published'}),
  )
  const documents = published.map(contentOf)
  const builder = new ContextBuilder()
  for (const each of documents) builder.add(each)
  // The newest comes last and counts.
  const standings = new Map<string, StandingRecord>(
    decisions.map(({id: subject, decision, reviewer, nextReview, decidedAt, type, slug}) => [
      subject,
      {
        type: type ?? '',
        state: decision,
        slug: slug ?? undefined,
        reviewer,
        decidedOn: dayOf(decidedAt),
        nextReview: nextReview ?? undefined,
      },
    ]),
  )
  return builder.build({
    today: today(),
    standings,
    cited: new Set(cited ? [id] : []),
    disclaimers: documents.filter(({_type}) => _type === 'disclaimer'),
  })
}
