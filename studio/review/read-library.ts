// Reads the whole library, page by page, so that thousands of documents need little memory.

import {isDraftId} from '@sanity/client/csm'
import {z} from 'zod'
import {imageFromId} from '../../model/image-asset.ts'
import {contentTypes} from '../../model/index.ts'
import type {Settled} from '../../model/standing/settled.ts'
import {allBatches} from '../../review/batches.ts'
import {today} from '../../review/days.ts'
import type {Decision} from '../../review/decision.ts'
import {isGoverned} from '../../review/governed.ts'
import {historyOf} from '../../review/history.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'
import type {LakeClient} from '../checks/load-context.ts'
import {governanceOf, type Governance} from './governance.ts'
import {
  DECISIONS_BATCH_QUERY,
  decisionRecord,
  GOVERNANCE_QUERY,
  parseGovernance,
  wellFormed,
} from './records.ts'
import {Verdicts} from './verdicts.ts'

/** Of a picture, its id says all that matters. */
const IMAGES_BATCH_QUERY = `*[_type == "sanity.imageAsset" && _id > $after] | order(_id) [0...1000] {_id, _type}`

/** Drafts and published documents. They are read whole, because a revision is a digest of everything in them. */
const DOCUMENTS_BATCH_QUERY = `*[_type == $type && !(_id in path("versions.**")) && _id > $after] | order(_id) [0...200]`

const storedDocuments = z.array(storedDocument)
const anyRecords = z.array(z.looseObject({id: z.string()}))

export type Ask = (query: string, params?: Record<string, string>) => Promise<unknown>

/** A function that queries the lake. It rejects if the lake does not answer. */
export function asking(client: LakeClient, signal: AbortSignal): Ask {
  return (query, params = {}) => client.fetch<unknown>(query, params, {perspective: 'raw', signal})
}

export interface ReadLibrary {
  readonly governance: Governance
  readonly decisions: readonly Decision[]
  /** On everything that is published. */
  readonly verdicts: Verdicts
}

/**
 * Reads everything that readers might get.
 *
 * @param onGoverned Called for each draft and published document that needs an approval.
 * @throws Error if the lake does not answer
 */
export async function readLibrary(
  client: LakeClient,
  signal: AbortSignal,
  onGoverned: (document: StoredDocument, governance: Governance) => void = () => {},
): Promise<ReadLibrary> {
  const ask = asking(client, signal)
  const governance = governanceOf(parseGovernance(await ask(GOVERNANCE_QUERY)))
  const decisions = await recordsBy(DECISIONS_BATCH_QUERY, decisionRecord, ask)
  const history = historyOf(client, signal)
  const verdicts = new Verdicts({governance, decisions, history, today: today()})
  for await (const {_id} of documentsBy(IMAGES_BATCH_QUERY, {}, ask)) {
    await verdicts.add(imageFromId(_id, client.config()))
  }
  for (const type of contentTypes.filter((one) => one !== 'sanity.imageAsset')) {
    for await (const document of documentsBy(DOCUMENTS_BATCH_QUERY, {type}, ask)) {
      if (isGoverned(type)) onGoverned(document, governance)
      if (!isDraftId(document._id)) await verdicts.add(contentOf(document))
    }
  }
  return {governance, decisions, verdicts}
}

/**
 * The pages that readers get now, and would not get if a document was retracted, without the document itself.
 *
 * @param id The published id.
 * @throws Error if the lake does not answer
 */
export async function pagesFallingWith(
  client: LakeClient,
  id: string,
  signal: AbortSignal,
): Promise<readonly Settled[]> {
  const {verdicts} = await readLibrary(client, signal)
  return verdicts.fallingWith(id)
}

/** All documents that a paged query gives. */
function documentsBy(
  query: string,
  params: Record<string, string>,
  ask: Ask,
): AsyncGenerator<StoredDocument> {
  return allBatches(
    async (after) => storedDocuments.parse(await ask(query, {...params, after})),
    ({_id}) => _id,
  )
}

/** All well-formed records that a paged query gives. */
export async function recordsBy<Item>(
  query: string,
  shape: z.ZodType<Item>,
  ask: Ask,
): Promise<Item[]> {
  const items: unknown[] = []
  for await (const item of allBatches(
    async (after) => anyRecords.parse(await ask(query, {after})),
    ({id}) => id,
  )) {
    items.push(item)
  }
  return wellFormed(shape).parse(items)
}
