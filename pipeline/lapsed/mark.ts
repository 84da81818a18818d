// Marks the works of a library that a list says no longer stand. The new texts are drafts, because each is a new
// revision and needs a new approval.

import type {SanityClient} from '@sanity/client'
import {getPublishedId, isDraftId, isVersionId} from '@sanity/client/csm'
import {z} from 'zod'
import {named} from '../../policy/evidence/lapsed.ts'
import {circleFrom, circleProblem} from '../../policy/evidence/supersession.ts'
import {targetOf} from '../../policy/references.ts'
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
export interface FoundWork extends Omit<Listed, 'line' | 'names' | 'newer'> {
  /** The published id. */
  readonly id: string
  readonly title: string
  /** The id of the newer work, if the library has published it. */
  readonly newer: string | undefined
  /** Whether its newest text does not say so yet. */
  readonly isNew: boolean
}

/** A row that marks nothing, because what it says of works of the library cannot be true. */
export interface RefusedRow {
  readonly line: number
  /** The ids of these works. */
  readonly works: readonly string[]
  /** What is wrong, as a phrase that follows the line. */
  readonly problem: string
  readonly hint: string
}

export interface Marked {
  readonly found: readonly FoundWork[]
  readonly refused: readonly RefusedRow[]
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
  const names = works.flatMap((work) => namesOfWork(work).map((name) => ({name, work})))
  const byName = Map.groupBy(names, ({name}) => name)
  const worksNamed = (name: string): Work[] => (byName.get(name) ?? []).map(({work}) => work)
  let rows = 0
  let passedOver = 0
  const torn: RefusedRow[] = []
  const worst = new Map<Work, Listed>()
  for await (const listed of list) {
    rows += 1
    if (!listed) {
      passedOver += 1
      continue
    }
    const ofNames = listed.names.map(worksNamed)
    const refused = tornBetween(listed, ofNames)
    if (refused) {
      torn.push(refused)
      continue
    }
    for (const work of new Set(ofNames.flat())) {
      if (rankOf(listed.status) > rankOf(worst.get(work)?.status)) worst.set(work, listed)
    }
  }
  const judged = [...worst].map(([work, listed]) => {
    const newer = listed.newer === undefined ? [] : worksNamed(listed.newer)
    return judge(work, listed, newer.find((one) => one.published)?.id)
  })
  const circles = circlesAmong(works, judged)
  const sound = judged.filter((one) => !circles.has(one))
  const changed = sound.filter(({found}) => found.isNew)
  if (client) await write(client, source.description, changed)
  return {
    found: sound.map(({found}) => found),
    refused: [...torn, ...circles.values()].toSorted((a, b) => a.line - b.line),
    rows,
    passedOver,
    drafts: client ? changed.map(({work}) => `drafts.${work.id}`) : [],
  }
}

/** Refuses a row whose DOI belongs to other works than its PMID. */
function tornBetween(
  {line}: Listed,
  [ofDoi = [], ofPmid = []]: readonly (readonly Work[])[],
): RefusedRow | undefined {
  const [first] = ofDoi
  const [second] = ofPmid
  if (!first || !second || ofDoi.some((work) => ofPmid.includes(work))) return undefined
  return {
    line,
    works: [...ofDoi, ...ofPmid].map(({id}) => id),
    problem: `names two references: its DOI is that of ${nameOf(first)}, and its PMID that of ${nameOf(second)}`,
    hint: 'Correct the row, or the wrong reference in the Studio. If both are one work, give both of them its DOI and its PMID.',
  }
}

/** Refuses the rows by which works would supersede each other. */
function circlesAmong(
  works: readonly Work[],
  judged: readonly Judged[],
): ReadonlyMap<Judged, RefusedRow> {
  const marks = new Map(judged.map((one) => [one.work.id, one.marks]))
  const newer = new Map(
    works.map((work) => {
      const text = {...newestOf(work), ...marks.get(work.id)}
      return [work.id, text.status === 'superseded' ? targetOf(text['supersededBy']) : undefined]
    }),
  )
  return new Map(
    judged.flatMap((one) => {
      if (!one.marks.supersededBy) return []
      const circle = circleFrom(one.work.id, (id) => newer.get(id))
      if (circle.length === 0) return []
      const refused: RefusedRow = {
        line: one.line,
        works: circle,
        problem: `says of ${nameOf(one.work)} that its newer work ${circleProblem(circle)}`,
        hint: 'Correct the row, or the newer work of these references in the Studio.',
      }
      return [[one, refused]]
    }),
  )
}

/** The text of a work that a mark would change. */
function newestOf({draft, published}: Work): StoredWork | undefined {
  return draft ?? published
}

function titleIn(work: Work): string {
  return String(newestOf(work)?.['title'] ?? work.id)
}

function nameOf(work: Work): string {
  return `${work.id} ${named(titleIn(work))}`
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
  /** The line of the list that says it. */
  readonly line: number
  readonly found: FoundWork
  readonly marks: Marks
}

function judge(work: Work, listed: Listed, newer: string | undefined): Judged {
  const text = newestOf(work)
  const {line, status, date, reason} = listed
  const isWorse = rankOf(status) > rankOf(text?.['status'])
  const isReplaced =
    status === 'superseded' &&
    newer !== undefined &&
    text?.['supersededBy'] === undefined &&
    rankOf(status) >= rankOf(text?.['status'])
  return {
    work,
    line,
    found: {
      id: work.id,
      title: titleIn(work),
      status,
      date,
      reason,
      newer,
      isNew: isWorse || isReplaced,
    },
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
