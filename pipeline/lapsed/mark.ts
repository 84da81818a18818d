// Marks the works of a library that a list says no longer stand. The new texts are drafts, because each is a new
// revision and needs a new approval.

import type {SanityClient} from '@sanity/client'
import {getPublishedId, isDraftId, isVersionId} from '@sanity/client/csm'
import {z} from 'zod'
import {fieldsOf, storedDocument} from '../../review/revision.ts'
import {valuesOf, workStatusOptions} from '../../schemas/data/options.ts'
import {DOCUMENTS_QUERY} from '../source/query.ts'
import {documentsBy} from '../source/read.ts'
import {requestFrom} from '../source/request.ts'
import {draftsClient, type ContentSource} from '../source/source.ts'
import {namesOf, type Listed} from './list.ts'

const storedWork = storedDocument.extend({_rev: z.string()})

type StoredWork = z.output<typeof storedWork>

/** A cited work of the library: its draft, its published text, or both. */
interface Work {
  readonly id: string
  readonly draft?: StoredWork
  readonly published?: StoredWork
}

/** What a list changes in the text of a work. */
interface Marks {
  readonly status?: Listed['status']
  readonly supersededBy?: {readonly _type: 'reference'; readonly _ref: string}
}

/** A work of the library that is on a list. */
export interface FoundWork extends Omit<Listed, 'names' | 'newer'> {
  /** The published id. */
  readonly id: string
  readonly title: string
  /** The id of the newer work, if the library has published it. */
  readonly newer: string | undefined
  /** Whether its newest text does not say so yet. */
  readonly isNew: boolean
}

export interface Marked {
  readonly found: readonly FoundWork[]
  /** How many rows the list has. */
  readonly rows: number
  /** How many of these name no work, or one that still stands. */
  readonly passedOver: number
  /** The ids of the drafts that were written. */
  readonly drafts: readonly string[]
}

/**
 * Writes the status of every work that is on a list, in one transaction. A work that says so already, or
 * something worse, stays as it is.
 *
 * @param isTrial Whether nothing is to be written.
 * @throws Failure if the list or the source cannot be read, or the drafts not be written.
 */
export async function markListed(
  source: ContentSource,
  list: AsyncIterable<Listed | undefined>,
  isTrial: boolean,
): Promise<Marked> {
  const client = isTrial ? undefined : draftsClient(source)
  const works = await worksOf(source)
  const named = works.flatMap((work) => namesOfWork(work).map((name) => ({name, work})))
  const byName = Map.groupBy(named, ({name}) => name)
  const worksNamed = (name: string): Work[] => (byName.get(name) ?? []).map(({work}) => work)
  let rows = 0
  let passedOver = 0
  const worst = new Map<Work, Listed>()
  for await (const listed of list) {
    rows += 1
    if (!listed) passedOver += 1
    for (const work of new Set(listed?.names.flatMap(worksNamed))) {
      const known = worst.get(work)
      if (listed && rankOf(listed.status) > rankOf(known?.status)) worst.set(work, listed)
    }
  }
  const judged = [...worst].map(([work, listed]) => {
    const newer = listed.newer === undefined ? [] : worksNamed(listed.newer)
    return judge(work, listed, newer.find((one) => one.published && one !== work)?.id)
  })
  const changed = judged.filter(({found}) => found.isNew)
  if (client) await write(client, source.description, changed)
  return {
    found: judged.map(({found}) => found),
    rows,
    passedOver,
    drafts: client ? changed.map(({work}) => `drafts.${work.id}`) : [],
  }
}

/** All cited works, in order of id. */
async function worksOf(source: ContentSource): Promise<Work[]> {
  const raw = {...source, client: source.client.withConfig({perspective: 'raw'})}
  const works = new Map<string, Work>()
  for await (const document of documentsBy(raw, DOCUMENTS_QUERY, {type: 'citedWork'})) {
    const text = storedWork.parse(document)
    if (isVersionId(text._id)) continue
    const id = getPublishedId(text._id)
    works.set(id, {
      ...(works.get(id) ?? {id}),
      ...(isDraftId(text._id) ? {draft: text} : {published: text}),
    })
  }
  return [...works.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** A draft may correct the DOI of the published text. */
function namesOfWork({draft, published}: Work): string[] {
  return [...new Set([...namesOf(published ?? {}), ...namesOf(draft ?? {})])]
}

const statuses: readonly unknown[] = valuesOf(workStatusOptions)

/** The worse the status, the higher. */
function rankOf(status: unknown): number {
  return Math.max(0, statuses.indexOf(status))
}

interface Judged {
  readonly work: Work
  readonly found: FoundWork
  readonly marks: Marks
}

function judge(work: Work, listed: Listed, newer: string | undefined): Judged {
  const text = work.draft ?? work.published
  const {status, date, reason} = listed
  const isWorse = rankOf(status) > rankOf(text?.['status'])
  const isReplaced =
    status === 'superseded' &&
    newer !== undefined &&
    text?.['supersededBy'] === undefined &&
    rankOf(status) >= rankOf(text?.['status'])
  const title = String(text?.['title'] ?? work.id)
  return {
    work,
    found: {id: work.id, title, status, date, reason, newer, isNew: isWorse || isReplaced},
    marks: {
      ...(isWorse && {status}),
      ...(isReplaced && {supersededBy: {_type: 'reference', _ref: newer}}),
    },
  }
}

/** Writes all drafts or none. If a draft was changed since it was read, none is written. */
async function write(
  client: SanityClient,
  description: string,
  changed: readonly Judged[],
): Promise<void> {
  if (changed.length === 0) return
  const transaction = changed.reduce((all, {work: {id, draft, published}, marks}) => {
    if (draft) return all.patch(draft._id, {set: marks, ifRevisionID: draft._rev})
    return published ? all.create({...fieldsOf(published), ...marks, _id: `drafts.${id}`}) : all
  }, client.transaction())
  await requestFrom(description, () => transaction.commit())
}
