// Reads from the lake what the editorial rules may know about the library when they check one document.

import type {SanityClient} from 'sanity'
import {z} from 'zod'
import {ContextBuilder, smallTypes} from '../../model/policy-context.ts'
import {pointersIn} from '../../model/references.ts'
import {settledOf, settledRecord} from '../../model/standing/settled.ts'
import {verdictOn, versionOf, versionsFrom} from '../../model/standing/verdict.ts'
import {shapeFindings} from '../../model/validate.ts'
import {targetOf} from '../../policy/references.ts'
import type {Context, SettledRecord} from '../../policy/rule.ts'
import {today} from '../../review/days.ts'
import type {Decision} from '../../review/decision.ts'
import {isGoverned} from '../../review/governed.ts'
import {historyOf, pastStates, type HistoryClient} from '../../review/history.ts'
import {IS_RECORD} from '../../review/record-types.ts'
import {contentOf, revisionOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import {caseIn, governanceAmong, type Governance} from '../review/governance.ts'
import {DECISION, decisionRecord, wellFormed} from '../review/records.ts'

/**
 * Reads all documents of small types, the published version of the document itself, the documents
 * to which it leads, their translations, and the works that it cites, with the decisions on all of these.
 */
const CONTEXT_QUERY = `{
  "documents": *[_type in $types || _id in $ids || rendition.of._ref in $ids] | order(_id),
  "decisions": *[_type == "review" && (subject._ref in $ids || subject->_type in $types || subject->rendition.of._ref in $ids)] ${DECISION},
  "cited": count(*[!(${IS_RECORD}) && references($id)]) > 0
}`

/** The last two are not part of what the builder takes: the rules get them as facts. */
const types = [...smallTypes, 'disclaimer', 'siteWords']

const answer = z.object({
  documents: z.array(storedDocument),
  decisions: wellFormed(decisionRecord),
  cited: z.boolean(),
})

/** The parts of Sanity's client that this needs. */
export type LakeClient = Pick<SanityClient, 'fetch'> & HistoryClient

/**
 * What the rules may know when they check a document. It is the same as in an export, with one
 * exception: an approved page that an export holds back, because it shows something unapproved, counts
 * as approved here. To find such pages, the whole library would have to be checked.
 *
 * @param document Its content, under its published id.
 * @throws Error if the lake does not answer
 */
export async function loadContext(client: LakeClient, document: StoredDocument): Promise<Context> {
  const id = document._id
  const {documents, decisions, cited} = await readContext(client, id, [id, ...asksAbout(document)])
  const published = documents.map(contentOf)
  const governance = governanceAmong(published, decisions)
  const settled = await settledAmong(published, {decisions, governance, client})
  const approvedText = (subject: string): StoredDocument | undefined => {
    const found = settled.get(subject)
    return found?.record.state === 'approved' ? found.content : undefined
  }
  // An approved text is checked beside approved texts, and an unapproved one beside published texts.
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

/** @param ids The ids of the document and of those that the rules may ask about. */
async function readContext(
  client: LakeClient,
  id: string,
  ids: readonly string[],
): Promise<z.output<typeof answer>> {
  const found = answer.parse(
    await client.fetch<unknown>(CONTEXT_QUERY, {types, ids, id}, {perspective: 'published'}),
  )
  // Findings name the works that have superseded others. Few works are superseded.
  const newer = found.documents.flatMap(({supersededBy}) => targetOf(supersededBy) ?? [])
  const unread = newer.filter((work) => !ids.includes(work))
  return unread.length === 0 ? found : readContext(client, id, [...ids, ...unread])
}

/**
 * The ids of the documents that a document links to, cites or is about. The rules need no decisions on
 * others.
 */
function asksAbout(document: StoredDocument): string[] {
  const pointers = pointersIn(document)
  const asked = pointers.filter(({kind, to}) => kind === 'leads' || to.includes('citedWork'))
  return [...new Set(asked.map(({target}) => target))]
}

interface SettledText {
  /** The text that a reviewer settled. */
  readonly content: StoredDocument
  readonly record: SettledRecord
}

interface Judged {
  readonly decisions: readonly Decision[]
  readonly governance: Governance
  readonly client: LakeClient
}

/** The settled texts by their ids. The gate of an export finds them with the same function. */
async function settledAmong(
  published: readonly StoredDocument[],
  {decisions, governance, client}: Judged,
): Promise<Map<string, SettledText>> {
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  const settled = new Map<string, SettledText>()
  for (const document of published) {
    const {_id: id, _type: type} = document
    if (!isGoverned(type)) continue
    const current = versionOf(document, governance.plans)
    const {standing} = await verdictOn(current, {
      type,
      errors: shapeFindings(document, type),
      published: versionsFrom(current, pastStates(historyOf(client), id), governance.plans),
      decided: caseIn(governance, type, decisionsOn.get(id) ?? []),
      resolves: () => true,
    })
    if (!standing) continue
    const {content} = standing.candidate
    settled.set(id, {content, record: settledRecord(settledOf(content, {type, ...standing}))})
  }
  return settled
}
