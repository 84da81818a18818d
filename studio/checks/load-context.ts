// What editorial rules may know of the library, asked of the lake for one document.

import type {SanityClient} from 'sanity'
import {z} from 'zod'
import {ContextBuilder} from '../../model/policy-context.ts'
import {pointersIn} from '../../model/references.ts'
import {settledOf, settledRecord} from '../../model/standing/settled.ts'
import {verdictOn, versionOf, versionsFrom} from '../../model/standing/verdict.ts'
import type {Context, SettledRecord} from '../../policy/rule.ts'
import {today} from '../../review/days.ts'
import type {Decision} from '../../review/decision.ts'
import {isGoverned} from '../../review/governed.ts'
import {historyOf, pastStates, type HistoryClient} from '../../review/history.ts'
import {contentOf, revisionOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {BY_REVIEWERS, DECISION, decisionRecord} from '../review/records.ts'

/**
 * Small types, of which a library has few; the document in question as it is published; and those to
 * which it leads. And of all these what reviewers decided.
 */
const CONTEXT_QUERY = `{
  "documents": *[_type in $types || _id in $ids] | order(_id),
  "decisions": *[${BY_REVIEWERS} && (subject._ref in $ids || subject->_type in $types)] ${DECISION},
  "cited": count(*[_type != "review" && _type != "submission" && references($id)]) > 0
}`

const types = ['siteSettings', 'person', 'clinic', 'disclaimer', 'therapyType', 'glossaryTerm']

const answer = z.object({
  documents: z.array(storedDocument),
  decisions: z.array(decisionRecord),
  cited: z.boolean(),
})

/** What is used of a client. */
export type LakeClient = Pick<SanityClient, 'fetch'> & HistoryClient

/**
 * What rules may know when they judge a document: the same as when an export judges it, but for one
 * thing. What is approved and held for want of something else counts as approved here: to tell would
 * be to judge the whole library.
 *
 * @param document Its content, under its published id.
 * @throws Error if the lake does not answer
 */
export async function loadContext(client: LakeClient, document: StoredDocument): Promise<Context> {
  const id = document._id
  const ids = [id, ...leadsTo(document)]
  const {documents, decisions, cited} = answer.parse(
    await client.fetch<unknown>(CONTEXT_QUERY, {types, ids, id}, {perspective: 'published'}),
  )
  const published = documents.map(contentOf)
  const settled = await settledAmong(published, decisions, client)
  const approvedText = (subject: string): StoredDocument | undefined => {
    const found = settled.get(subject)
    return found?.record.state === 'approved' ? found.content : undefined
  }
  // What is approved is judged beside what is approved; what is not, beside what is published.
  const own = approvedText(id)
  const isApproved = own !== undefined && revisionOf(own) === revisionOf(document)
  const builder = new ContextBuilder()
  for (const each of published) {
    const known = isApproved && isGoverned(each._type) ? approvedText(each._id) : each
    if (known) builder.add(known)
  }
  return builder.build({
    today: today(),
    settled: new Map([...settled].map(([subject, {record}]) => [subject, record])),
    cited: new Set(cited ? [id] : []),
    disclaimers: published
      .filter(({_type}) => _type === 'disclaimer')
      .map((each) => settled.get(each._id)?.content ?? each),
  })
}

/** The ids of what a document links to or is about. Of what it shows, rules need not know where it stands. */
function leadsTo(document: StoredDocument): string[] {
  return [
    ...new Set(pointersIn(document).flatMap(({kind, target}) => (kind === 'leads' ? target : []))),
  ]
}

interface SettledText {
  /** The text that a reviewer settled. */
  readonly content: StoredDocument
  readonly record: SettledRecord
}

/** What reviewers settled of documents, by their ids: by the same function as the gate of an export. */
async function settledAmong(
  published: readonly StoredDocument[],
  decisions: readonly Decision[],
  client: LakeClient,
): Promise<Map<string, SettledText>> {
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  const settled = new Map<string, SettledText>()
  for (const document of published) {
    const {_id: id, _type: type} = document
    if (!isGoverned(type)) continue
    const current = versionOf(document)
    const {standing} = await verdictOn(current, {
      type,
      published: versionsFrom(current, pastStates(historyOf(client), id)),
      decisions: decisionsOn.get(id) ?? [],
      resolves: () => true,
    })
    if (!standing) continue
    const {content} = standing.candidate
    settled.set(id, {content, record: settledRecord(settledOf(content, {type, ...standing}))})
  }
  return settled
}
