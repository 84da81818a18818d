// Decides which decisions on a document count. The order comes from the log alone: never from a time
// that a person stated.

import {getPublishedId} from '@sanity/client/csm'
import {inOrder, type Decision} from './decision.ts'
import {personOf, userOf} from './person.ts'
import {signOffOf, type Plan} from './plan.ts'
import type {Revision} from './revision.ts'
import {disqualification, type Disqualification, type SignerIndex} from './signer.ts'

/** What one transaction made of a document, under one of its ids. */
export interface TrailEntry {
  /** The position of the transaction in the log. Only the order of positions has a meaning. */
  readonly place: number
  /** The user who sent the transaction. */
  readonly author: string
  /** The time by the clock of the source (ISO 8601, UTC). */
  readonly at: string
  /** The id under which the document is stored: published, a draft, or a version of a release. */
  readonly id: string
  /** Undefined where the transaction deleted the document. */
  readonly revision: Revision | undefined
}

/** A decision, with the entries of the log on its own `review` document, oldest first. */
export interface FiledDecision {
  readonly decision: Decision
  readonly filed: readonly TrailEntry[]
  /** Whether its stated time cannot be true. Only where no log tells the time. */
  readonly isMisdated?: boolean
}

/** What is known about one document and the decisions on it. */
export interface CaseFile {
  /** All entries on the document under all its ids, oldest first. Undefined if the source has no log. */
  readonly trail: readonly TrailEntry[] | undefined
  /** In any order. */
  readonly decisions: readonly FiledDecision[]
  /** The users who may import decisions of other people. */
  readonly administrators: ReadonlySet<string>
}

/** Log entries by the published id of their document. */
export function byDocument(entries: readonly TrailEntry[]): ReadonlyMap<string, TrailEntry[]> {
  return Map.groupBy(entries, ({id}): string => getPublishedId(id))
}

/**
 * The case file of a document.
 *
 * @param subject The published id of the document.
 * @param decisions All decisions on it.
 * @param trails The entries on the document and on the decisions, by published id.
 */
export function caseFileOf(
  subject: string,
  decisions: readonly Decision[],
  trails: ReadonlyMap<string, readonly TrailEntry[]>,
): Omit<CaseFile, 'administrators'> {
  return {
    trail: trails.get(subject) ?? [],
    // A draft of a decision says nothing about the decision.
    decisions: decisions.map((decision) => ({
      decision,
      filed: (trails.get(decision.id) ?? []).filter(({id}) => id === decision.id),
    })),
  }
}

/**
 * The case file of a document of which no log tells.
 *
 * @param isMisdated Whether the time that a decision states cannot be true.
 */
export function withoutLog(
  decisions: readonly Decision[],
  isMisdated: (decision: Decision) => boolean = () => false,
): CaseFile {
  return {
    trail: undefined,
    decisions: decisions.map((decision) => ({
      decision,
      filed: [],
      isMisdated: isMisdated(decision),
    })),
    administrators: new Set(),
  }
}

/** What decides, beside the log, whether a decision counts. */
export interface Terms {
  /** The type of the document. */
  readonly type: string
  readonly signers: SignerIndex
  /** The plan of the text that readers may get. Earlier texts count as approved if they met it too. */
  readonly plan: Plan
}

/** Why a decision does not count. */
export type Objection =
  | 'forged'
  | 'misdated'
  | 'unknownText'
  | 'ownWords'
  | 'superseded'
  | Disqualification

export interface Ruling {
  /** With its place in the log. */
  readonly decision: Decision
  /** Undefined if the decision counts. */
  readonly objection: Objection | undefined
  /** Whether an administrator imported it. */
  readonly isImported: boolean
}

/**
 * Rules on all decisions on one document. A decision counts if
 * 1. the log shows that its named reviewer wrote it, or that an administrator imported it;
 * 2. the page of the reviewer entitles to it (`signer.ts`);
 * 3. for an approval: the document, its draft or one of its versions had that text by then;
 * 4. for an approval: the reviewer wrote none of the text since the last approved text, which is one that met
 *    the plan. It is found by the place where the text arose, not by the place of its approval. So a
 *    renewed approval of the published text changes nothing for a draft.
 * A retraction ends all approvals before it: text written earlier has to be approved as a whole. A request
 * for changes ends those of its text. So does the publication of another text that met the plan: the one
 * that it replaced does not come back by being published again. Without a log, only the second point can be
 * checked, and the stated times tell the order. So a decision does not count if its time cannot be true. A
 * retraction does, because a wrong clock must not bring a page back.
 *
 * @returns one ruling a decision, in the order of the log
 */
export function ruleOn({trail, decisions, administrators}: CaseFile, terms: Terms): Ruling[] {
  const lineage = trail && new Lineage(trail)
  const filings = new Map(
    decisions.map((one) => {
      const {decision, ...filing} = lineage
        ? filingOf(one, lineage, administrators)
        : {decision: one.decision, isGenuine: true, isImported: false, isMisdated: one.isMisdated}
      return [{...decision, fields: terms.signers.get(decision.reviewer)?.fields ?? []}, filing]
    }),
  )
  const ordered = inOrder([...filings.keys()]).map((decision) => {
    const filing = filings.get(decision) ?? {isGenuine: false, isImported: false}
    const objection =
      objectionToFiling(decision, filing) ?? disqualification(decision, terms.type, terms.signers)
    return {decision, objection, isImported: filing.isImported}
  })
  const words = new Words(terms.plan, sentBackIn(ordered))
  const rulings = ordered.map((ruling): Ruling => {
    const {decision} = ruling
    const objection =
      ruling.objection ?? (lineage && objectionTo(decision, lineage, words.approved))
    if (objection === undefined) words.add(decision)
    return {...ruling, objection}
  })
  return trail ? rulings.map(endedBy(trail, rulings, words.everApproved)) : rulings
}

function objectionToFiling(
  {decision}: Decision,
  {isGenuine, isMisdated = false}: {isGenuine: boolean; isMisdated?: boolean | undefined},
): Objection | undefined {
  if (!isGenuine) return 'forged'
  return isMisdated && decision !== 'retracted' ? 'misdated' : undefined
}

/** The texts whose newest decision asks for changes. No text that builds on them is free of their writers. */
function sentBackIn(rulings: readonly Ruling[]): Set<Revision> {
  const newest = new Map(
    rulings.flatMap(({decision, objection}) =>
      objection ? [] : [[decision.revision, decision.decision]],
    ),
  )
  return new Set([...newest].flatMap(([text, kind]) => (kind === 'changesRequested' ? text : [])))
}

/** Ends the approvals of texts that were replaced, by the publication of another approved text. */
function endedBy(
  trail: readonly TrailEntry[],
  rulings: readonly Ruling[],
  approved: ReadonlySet<Revision>,
): (ruling: Ruling) => Ruling {
  const approvedAt = new Map(
    rulings.flatMap(({decision, objection}) =>
      objection || decision.decision !== 'approved'
        ? []
        : [[decision.revision, decision.place ?? Infinity]],
    ),
  )
  const replacements: TrailEntry[] = []
  for (const entry of trail) {
    const {id, revision} = entry
    if (id !== getPublishedId(id) || revision === undefined || !approved.has(revision)) continue
    const other = replacements.findLast((one) => one.revision !== revision)
    // Publishing a replaced text again replaces nothing.
    if (!other || (approvedAt.get(revision) ?? 0) >= other.place) replacements.push(entry)
  }
  const last = replacements.at(-1)
  const other = replacements.findLast(({revision}) => revision !== last?.revision)
  return (ruling) => {
    const {decision, objection} = ruling
    if (objection || decision.decision !== 'approved') return ruling
    const end = decision.revision === last?.revision ? other : last
    const isEnded = end !== undefined && (decision.place ?? Infinity) < end.place
    return isEnded ? {...ruling, objection: 'superseded'} : ruling
  }
}

/** The words that count so far, and the texts that met the plan with them. */
class Words {
  readonly approved = new Set<Revision>()
  /** Also those whose approval has ended since. */
  readonly everApproved = new Set<Revision>()
  readonly #plan: Plan
  readonly #sentBack: ReadonlySet<Revision>
  readonly #words = new Map<Revision, Decision[]>()

  /** @param sentBack The texts that never free the reviewers who wrote them. */
  constructor(plan: Plan, sentBack: ReadonlySet<Revision>) {
    this.#plan = plan
    this.#sentBack = sentBack
  }

  add(decision: Decision): void {
    const {revision} = decision
    switch (decision.decision) {
      case 'approved': {
        const words = [...(this.#words.get(revision) ?? []), decision]
        this.#words.set(revision, words)
        const {state} = signOffOf(this.#plan, words)
        if (state !== 'open') this.everApproved.add(revision)
        if (state === 'met' && !this.#sentBack.has(revision)) this.approved.add(revision)
        break
      }
      case 'changesRequested':
        this.#words.delete(revision)
        this.approved.delete(revision)
        break
      case 'retracted':
        this.#words.clear()
        this.approved.clear()
        break
    }
  }
}

/**
 * Why an approval would not count if a user filed it now.
 *
 * @param user The id of the user, without `person-`.
 * @param now The time by the clock of the source (ISO 8601).
 */
export function objectionToApproval(
  user: string,
  {subject, revision, kind, now}: Pick<Decision, 'subject' | 'revision' | 'kind'> & {now: string},
  {trail, decisions, administrators}: CaseFile,
  terms: Terms,
): Objection | undefined {
  const decision: Decision = {
    id: '',
    subject,
    revision,
    decision: 'approved',
    kind,
    reviewer: personOf(user),
    decidedAt: now,
  }
  const filed = [{place: Infinity, author: user, at: now, id: '', revision: ''}]
  const rulings = ruleOn(
    {trail, decisions: [...decisions, {decision, filed}], administrators},
    terms,
  )
  return rulings.find((ruling) => ruling.decision.id === decision.id)?.objection
}

/** The decisions that count. */
export function countingIn(rulings: readonly Ruling[]): Decision[] {
  return rulings.flatMap(({decision, objection}) => (objection ? [] : [decision]))
}

/** The decisions that count, and those that did until another text replaced theirs. */
export function everCountingIn(rulings: readonly Ruling[]): Decision[] {
  return rulings.flatMap(({decision, objection}) =>
    objection === undefined || objection === 'superseded' ? [decision] : [],
  )
}

/** The decisions on one document, and how they are ruled on under a plan. */
export interface Case {
  /** In any order, whether they count or not. */
  readonly decisions: readonly Decision[]
  readonly under: (plan: Plan) => readonly Ruling[]
}

/** The case of a document, which rules once for each plan. */
export function caseOf(file: CaseFile, {type, signers}: Omit<Terms, 'plan'>): Case {
  const known = new Map<string, Ruling[]>()
  return {
    decisions: file.decisions.map(({decision}) => decision),
    under: (plan) => {
      const key = JSON.stringify(plan)
      const rulings = known.get(key) ?? ruleOn(file, {type, signers, plan})
      known.set(key, rulings)
      return rulings
    },
  }
}

function objectionTo(
  {decision, revision, reviewer, place}: Decision,
  lineage: Lineage,
  approved: ReadonlySet<Revision>,
): Objection | undefined {
  if (decision !== 'approved') return undefined
  const birth = lineage.birthOf(revision)
  if (!birth || place === undefined || birth.place > place) return 'unknownText'
  const user = userOf(reviewer)
  const isOwn = user !== undefined && lineage.writersOf(revision, approved).has(user)
  return isOwn ? 'ownWords' : undefined
}

/**
 * Where and by whom a decision was filed. An id that was used before says nothing about the document
 * that has it now, so only entries since the last deletion count.
 */
function filingOf(
  {decision, filed}: FiledDecision,
  lineage: Lineage,
  administrators: ReadonlySet<string>,
): {decision: Decision; isGenuine: boolean; isImported: boolean} {
  const deletion = filed.findLastIndex(({revision}) => revision === undefined)
  const entries = filed.slice(deletion + 1)
  const last = entries.at(-1)
  if (!last) return {decision, isGenuine: false, isImported: false}
  const isOwn = ({author}: TrailEntry): boolean => personOf(author) === decision.reviewer
  const isImported = !isOwn(last) && administrators.has(last.author)
  // An import in several transactions may bring a decision before the text that it is about.
  const birth = lineage.birthOf(decision.revision)
  const text = birth && isImported && administrators.has(birth.author) ? birth.place : last.place
  return {
    decision: {
      ...decision,
      // A clock that is ahead must not put off the next review.
      decidedAt: earlier(decision.decidedAt, last.at),
      place: Math.max(last.place, text),
      // The time of an import says nothing about the time of the decision.
      filedAt: isImported ? undefined : last.at,
    },
    isGenuine: entries.every((entry) => isOwn(entry) || administrators.has(entry.author)),
    isImported,
  }
}

/** The earlier of two times (ISO 8601, with any offset). */
function earlier(one: string, other: string): string {
  return Date.parse(one) <= Date.parse(other) ? one : other
}

/** A text of the document: when it first appeared, and until when the document had it under some id. */
interface Life {
  readonly revision: Revision
  readonly author: string
  /** The place of its first appearance. */
  readonly place: number
  /** The number of the entry that brought it. */
  readonly from: number
  /** The number of the entry that replaced or deleted it for the last time. */
  until: number
}

/**
 * Which text came from which. Only text that the document never had before counts as written:
 * publishing, discarding, and starting a draft from the published text write nothing.
 */
class Lineage {
  /** In the order of their appearance. */
  readonly #lives: Life[] = []
  readonly #byRevision = new Map<Revision, Life>()

  constructor(trail: readonly TrailEntry[]) {
    const current = new Map<string, Life>()
    for (const [number, {id, revision, author, place}] of trail.entries()) {
      const replaced = current.get(id)
      if (replaced) replaced.until = number
      current.delete(id)
      if (revision === undefined) continue
      const life =
        this.#byRevision.get(revision) ?? this.#begin({revision, author, place, from: number})
      current.set(id, life)
    }
    for (const life of current.values()) life.until = Infinity
  }

  #begin(begun: Omit<Life, 'until'>): Life {
    const life = {...begun, until: begun.from}
    this.#lives.push(life)
    this.#byRevision.set(begun.revision, life)
    return life
  }

  birthOf(revision: Revision): Pick<Life, 'author' | 'place'> | undefined {
    return this.#byRevision.get(revision)
  }

  /**
   * The users who wrote any of a text since the last approved text: all who wrote anything in the document
   * in between, under any of its ids, and all who wrote a text that the document had, not yet approved, when
   * this one or one that it may come from was written.
   */
  writersOf(revision: Revision, approved: ReadonlySet<Revision>): Set<string> {
    const own = this.#byRevision.get(revision)
    if (!own) return new Set()
    const writers = new Set([own.author])
    const earlier = this.#lives.slice(0, this.#lives.indexOf(own))
    let isSinceApproved = true
    let written = own.from
    for (const life of earlier.toReversed()) {
      if (approved.has(life.revision)) {
        isSinceApproved = false
        continue
      }
      const isSource = life.until >= written
      if (isSource) written = life.from
      if (isSource || isSinceApproved) writers.add(life.author)
    }
    return writers
  }
}
