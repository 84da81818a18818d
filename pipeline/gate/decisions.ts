// Reads the reviewers' decisions from a source, with what the log of the source tells about them.

import {decisionOf, review} from '../../model/review.ts'
import {shapeFindings} from '../../model/validate.ts'
import type {Finding} from '../../policy/finding.ts'
import {misdated} from '../../policy/freshness/dates.ts'
import {todayIs} from '../../policy/today.ts'
import {dayOf} from '../../review/days.ts'
import type {Decision} from '../../review/decision.ts'
import {trailOf} from '../../review/history.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {byDocument, caseFileOf, withoutLog, type CaseFile} from '../../review/trail.ts'
import type {Mark} from '../source/marks.ts'
import {documentsWith, sourceHistory} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'

/** What is known of one `review` document. */
interface KnownDecision {
  /** The state in which it was read (`Mark`). */
  readonly state: string
  /** Undefined if the document is malformed. */
  readonly decision?: Decision | undefined
  /** What is wrong with it. */
  readonly findings: readonly Finding[]
}

/** The decisions of a source by the ids of their documents. It is plain data, so that an export can keep it. */
export type KnownDecisions = readonly (readonly [id: string, known: KnownDecision])[]

/** A decision, with the state in which it was read. */
interface Filed {
  readonly decision: Decision
  readonly state: string
}

/** All well-formed decisions of a source, by the ids of the documents that they are about. */
export class Decisions {
  readonly #source: ContentSource
  readonly #today: string
  readonly #bySubject: ReadonlyMap<string, readonly Filed[]>
  readonly #administrators: ReadonlySet<string>
  /** For the next export. */
  readonly known: KnownDecisions
  /** How many of them were read now. */
  readonly changed: number

  /** @param today The day of judgement: YYYY-MM-DD, UTC. */
  constructor(
    source: ContentSource,
    {
      known,
      changed,
      administrators,
      today,
    }: Pick<Decisions, 'known' | 'changed'> & {
      readonly administrators: ReadonlySet<string>
      readonly today: string
    },
  ) {
    this.#source = source
    this.#today = today
    this.#administrators = administrators
    this.known = known
    this.changed = changed
    this.#bySubject = Map.groupBy(
      known.flatMap(([, {state, decision}]) => (decision ? {decision, state} : [])),
      ({decision: {subject}}) => subject,
    )
  }

  /** The ids of the documents that have a decision. */
  get subjects(): Iterable<string> {
    return this.#bySubject.keys()
  }

  /** About decisions that are malformed. */
  get findings(): Finding[] {
    return this.known.flatMap(([, {findings}]) => findings)
  }

  /** What the decisions on a document depend on, besides the log about the document: plain data. */
  given(subject: string): unknown {
    const filed = this.#bySubject.get(subject) ?? []
    return [
      filed.map(({decision: {id}, state}) => [id, state]),
      filed.length > 0 ? [...this.#administrators].toSorted() : [],
      // Without a log, a decision must not be dated after today.
      filed.length > 0 && !this.#source.hasHistory ? this.#today : '',
    ]
  }

  /**
   * The decisions on some documents, with what the log tells about them.
   *
   * @throws Failure if the source refuses or cannot be reached.
   */
  async filesOn(subjects: readonly string[]): Promise<Map<string, FileWithFindings>> {
    const bySubject = subjects.flatMap((subject): [string, Decision[]][] => {
      const own = this.#bySubject.get(subject)?.map(({decision}) => decision)
      return own ? [[subject, own]] : []
    })
    return this.#source.hasHistory
      ? this.#withLog(bySubject)
      : new Map(bySubject.map(([subject, own]) => [subject, undated(own, this.#today)]))
  }

  async #withLog(
    bySubject: readonly [string, Decision[]][],
  ): Promise<Map<string, FileWithFindings>> {
    const files = new Map<string, FileWithFindings>()
    for (let start = 0; start < bySubject.length; start += BATCH) {
      const batch = bySubject.slice(start, start + BATCH)
      const ids = batch.flatMap(([subject, own]) => [subject, ...own.map(({id}) => id)])
      const trails = byDocument(await trailOf(sourceHistory(this.#source), ids))
      for (const [subject, own] of batch) {
        const file = caseFileOf(subject, own, trails)
        files.set(subject, {file: {...file, administrators: this.#administrators}, findings: []})
      }
    }
    return files
  }
}

/** How many documents to look up at once, with all decisions on them. */
const BATCH = 20

export interface FileWithFindings {
  readonly file: CaseFile
  /** About decisions whose dates cannot be true. */
  readonly findings: readonly Finding[]
}

/** Without a log, only their dates can show that decisions are not what they say. */
function undated(own: readonly Decision[], today: string): FileWithFindings {
  const misdatings = new Map(
    own.flatMap((decision) => {
      const flaw = misdated(dayOf(decision.decidedAt), todayIs(today))
      return flaw === undefined ? [] : [[decision.id, misdatedFinding(decision, flaw)]]
    }),
  )
  return {file: withoutLog(own, ({id}) => misdatings.has(id)), findings: [...misdatings.values()]}
}

/**
 * Reads the decisions of a source. Those that are malformed are reported. None of them stops an export: one bad
 * decision, which no user can delete, would stop every export.
 *
 * @param marks The published documents of the source.
 * @param before What an earlier export knew. Decisions that have not changed since then are not read again.
 * @param today The day of judgement: YYYY-MM-DD, UTC.
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function readDecisions(
  source: ContentSource,
  marks: ReadonlyMap<string, Mark>,
  {before, today}: {readonly before: KnownDecisions; readonly today: string},
): Promise<Decisions> {
  const earlier = new Map(before)
  const reviews = [...marks].filter(([, {type}]) => type === 'review')
  const isKnown = (id: string, state: string): boolean => earlier.get(id)?.state === state
  const changed = reviews.flatMap(([id, {state}]) => (isKnown(id, state) ? [] : id))
  const read = new Map(
    (await documentsWith(source, changed)).map((document) => [document._id, decisionIn(document)]),
  )
  const known = reviews.flatMap(([id, {state}]): [string, KnownDecision][] => {
    const decision = read.get(id)
    if (decision) return [[id, {state, ...decision}]]
    const same = earlier.get(id)
    return same?.state === state ? [[id, same]] : []
  })
  const administrators = source.hasHistory ? await source.administrators() : new Set<string>()
  return new Decisions(source, {known, changed: changed.length, administrators, today})
}

function decisionIn(document: StoredDocument): Omit<KnownDecision, 'state'> {
  const content = contentOf(document)
  const problems = shapeFindings(content, 'review')
  return problems.length > 0
    ? {findings: problems.map(malformedFinding)}
    : {decision: decisionOf(review.parse(content)), findings: []}
}

function malformedFinding(problem: Finding): Finding {
  return {
    ...problem,
    severity: 'warning',
    message: `${problem.message}: the decision does not count`,
    hint: 'Have a reviewer decide again.',
  }
}

function misdatedFinding({id, subject, decision}: Decision, flaw: string): Finding {
  const consequence =
    decision === 'retracted'
      ? {
          message: `${flaw}, but the retraction of ${subject} counts all the same`,
          hint: 'Correct the time in the dataset: it tells which approvals are newer.',
        }
      : {
          message: `${flaw}: the decision on ${subject} does not count`,
          hint: 'Correct the time in the dataset, or have a reviewer decide again.',
        }
  return {
    rule: 'misdated-decision',
    severity: 'warning',
    document: id,
    type: 'review',
    path: 'decidedAt',
    ...consequence,
  }
}
