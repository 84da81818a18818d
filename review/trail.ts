// Decides which decisions on a document count. The order comes from the log alone: never from a time
// that a person stated.

import {getPublishedId} from '@sanity/client/csm'
import {inOrder, type Decision} from './decision.ts'
import {personOf, userOf} from './person.ts'
import {signOffOf, type Plan} from './plan.ts'
import type {Revision} from './revision.ts'
import {disqualification, type Disqualification, type Signers} from './signer.ts'

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

/** The case file of a document of which no log tells. */
export function withoutLog(decisions: readonly Decision[]): CaseFile {
  return {
    trail: undefined,
    decisions: decisions.map((decision) => ({decision, filed: []})),
    administrators: new Set(),
  }
}

/** What decides, beside the log, whether a decision counts. */
export interface Terms {
  /** The type of the document. */
  readonly type: string
  readonly signers: Signers
  /** The plan of the text that readers may get. Earlier texts count as approved if they met it too. */
  readonly plan: Plan
}

/** Why a decision does not count. */
export type Objection = 'forged' | 'unknownText' | 'ownWords' | Disqualification

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
 * for changes ends those of its text. Without a log, only the second point can be checked.
 *
 * @returns one ruling a decision, in the order of the log
 */
export function ruleOn({trail, decisions, administrators}: CaseFile, terms: Terms): Ruling[] {
  const lineage = trail && new Lineage(trail)
  const words = new Words(terms.plan)
  const filings = new Map(
    decisions.map((one) => {
      const {decision, ...filing} = lineage
        ? filingOf(one, lineage, administrators)
        : {decision: one.decision, isGenuine: true, isImported: false}
      return [{...decision, fields: terms.signers.get(decision.reviewer)?.fields ?? []}, filing]
    }),
  )
  return inOrder([...filings.keys()]).map((decision) => {
    const {isGenuine, isImported} = filings.get(decision) ?? {isGenuine: false, isImported: false}
    const objection = isGenuine
      ? (disqualification(decision, terms.type, terms.signers) ??
        (lineage && objectionTo(decision, lineage, words.approved)))
      : 'forged'
    if (objection === undefined) words.add(decision)
    return {decision, objection, isImported}
  })
}

/** The words that count so far, and the texts that met the plan with them. */
class Words {
  readonly approved = new Set<Revision>()
  readonly #plan: Plan
  readonly #words = new Map<Revision, Decision[]>()

  constructor(plan: Plan) {
    this.#plan = plan
  }

  add(decision: Decision): void {
    const {revision} = decision
    switch (decision.decision) {
      case 'approved': {
        const words = [...(this.#words.get(revision) ?? []), decision]
        this.#words.set(revision, words)
        if (signOffOf(this.#plan, words).state === 'met') this.approved.add(revision)
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
    // The time of an import says nothing about the time of the decision.
    decision: {
      ...decision,
      place: Math.max(last.place, text),
      filedAt: isImported ? undefined : last.at,
    },
    isGenuine: entries.every((entry) => isOwn(entry) || administrators.has(entry.author)),
    isImported,
  }
}

/** The first appearance of a text. */
interface Birth {
  readonly place: number
  readonly author: string
  /** Of two births in one transaction, the one with the lower number came first. */
  readonly number: number
  /**
   * The texts that it may have been made from: the one that it replaced. Where it replaced none, those
   * that the document had under its other ids.
   */
  readonly parents: readonly Revision[]
}

/**
 * Which text came from which. Only text that the document never had before counts as written:
 * publishing, discarding, and starting a draft from the published text write nothing.
 */
class Lineage {
  readonly #births = new Map<Revision, Birth>()

  constructor(trail: readonly TrailEntry[]) {
    const current = new Map<string, Revision>()
    for (const {id, revision, author, place} of trail) {
      if (revision === undefined) {
        current.delete(id)
        continue
      }
      if (!this.#births.has(revision)) {
        const replaced = current.get(id)
        const parents = replaced === undefined ? [...current.values()] : [replaced]
        this.#births.set(revision, {place, author, number: this.#births.size, parents})
      }
      current.set(id, revision)
    }
  }

  birthOf(revision: Revision): Birth | undefined {
    return this.#births.get(revision)
  }

  /**
   * The users who wrote any of a text since the last approved text: all who wrote anything in the
   * document in between, under any of its ids, and all who wrote the texts that it was made from.
   */
  writersOf(revision: Revision, approved: ReadonlySet<Revision>): Set<string> {
    const own = this.#births.get(revision)
    if (!own) return new Set()
    return new Set([...this.#since(own, approved), ...this.#ancestry(own, approved)])
  }

  /** The authors of everything between the last approved text and this one. */
  #since(own: Birth, approved: ReadonlySet<Revision>): string[] {
    const earlier = [...this.#births].filter(([, {number}]) => number < own.number)
    const base = earlier.findLastIndex(([text]) => approved.has(text))
    return [...earlier.slice(base + 1).map(([, {author}]) => author), own.author]
  }

  /** The authors of a text and of those that it was made from, back to approved ones. */
  #ancestry(own: Birth, approved: ReadonlySet<Revision>): string[] {
    const births = [own]
    const seen = new Set<Revision>()
    for (const {parents} of births) {
      for (const parent of parents) {
        const birth = this.#births.get(parent)
        if (!birth || approved.has(parent) || seen.has(parent)) continue
        seen.add(parent)
        births.push(birth)
      }
    }
    return births.map(({author}) => author)
  }
}
