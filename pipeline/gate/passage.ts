// What the gate decides on one document. It is a pure function of the document, of the decisions on it, and of what it
// reads of the library, so that an export need not decide twice on a document that did not change.

import {isDocumentType, type DocumentType} from '../../model/index.ts'
import {pointersIn, type Pointer} from '../../model/references.ts'
import {SITE_SETTINGS} from '../../model/site-settings.ts'
import {LONGEST_TITLE} from '../../model/standing/outcome.ts'
import {plansIn, type Plans} from '../../model/standing/plans.ts'
import {reviewersOf, settledOf, titleOf, type Settled} from '../../model/standing/settled.ts'
import {requirementsOf, type Requirements} from '../../model/standing/showable.ts'
import {whyFaulty} from '../../model/standing/unapproved.ts'
import {verdictOn, versionOf, versionsFrom, type Version} from '../../model/standing/verdict.ts'
import type {Withheld} from '../../model/standing/withheld.ts'
import {shapeFindings, type Aim} from '../../model/validate.ts'
import {formerSlugsOf, slugOf} from '../../policy/addresses.ts'
import {shorten, type Finding} from '../../policy/finding.ts'
import {lastApprovalOn} from '../../review/approval.ts'
import type {Decision} from '../../review/decision.ts'
import {hasAddress, isAdministrative, isPageType, type GovernedType} from '../../review/governed.ts'
import {pastStates} from '../../review/history.ts'
import {canonicalJson, type StoredDocument} from '../../review/revision.ts'
import {signerOf, type Signer, type SignerIndex} from '../../review/signer.ts'
import {caseOf, everCountingIn, ruleOn, type Case, type Ruling} from '../../review/trail.ts'
import {digest} from '../digest.ts'
import type {EarlierTexts} from '../release/earlier-texts.ts'
import type {Mark} from '../source/marks.ts'
import {sourceHistory} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'
import type {Claimant} from './addresses.ts'
import type {FileWithFindings} from './decisions.ts'
import {picturesIn, unusableFilesIn, type PicturePlace} from './pictures.ts'
import {findingsAbout} from './rulings.ts'

/** What the gate decides on one document. It is plain data. */
export interface Passage {
  readonly title: string
  readonly findings: readonly Finding[]
  /** Its references, for the check of all references. */
  readonly aims: readonly Aim[]
  /** Of a cited work. */
  readonly status?: unknown
  /** The ids of the works that it cites. */
  readonly cited: readonly string[]
  /** Why readers do not get it as published. */
  readonly withheld?: Withheld | undefined
  /** Why it is withheld although it passes. */
  readonly fault?: string | undefined
  /** Of a page that is not settled, the addresses that its newest text would have. */
  readonly claimant?: Claimant | undefined
  readonly pictures: {
    /** In the text that readers may see. */
    readonly shown: readonly PicturePlace[]
    /** In a newer text that waits for approval. */
    readonly waiting: readonly PicturePlace[]
  }
  /** The text that readers may see: the digest of its canonical JSON. */
  readonly line?: string | undefined
  /** What that text needs, if there is one. */
  readonly requirements?: Requirements | undefined
  /** What a text needed that readers could get once. */
  readonly former?: Requirements | undefined
  readonly settled?: Settled | undefined
  /** The decisions that count or counted on a page. */
  readonly counting?: readonly Decision[] | undefined
  /** Of a disclaimer: its settled revision, or the published one. */
  readonly disclaimer?: StoredDocument | undefined
  /** Of an approved person. */
  readonly signer?: Signer | undefined
  /** Of approved site settings. */
  readonly plans?: Plans | undefined
}

/** A passage, with the text that readers may see. */
export interface PassedDocument {
  readonly passage: Passage
  /** Its canonical JSON, in UTF-8. Absent if the current release has it. */
  readonly text?: Uint8Array | undefined
}

/** What the gate knows while it decides. */
export interface Shelves {
  readonly marks: ReadonlyMap<string, Mark>
  /** The people who may decide on people and settings. */
  readonly published: ReadonlyMap<string, Signer>
  /** The people as approved. Only their words count for content. */
  readonly signers: ReadonlyMap<string, Signer>
  readonly plans: Plans
  /** The texts of earlier releases, for sources without a history. */
  readonly previous: EarlierTexts | undefined
}

/** What the gate knows, one read at a time. */
export class Surroundings {
  readonly #shelves: Shelves
  readonly #onRead: (read: string) => void

  /** @param onRead Called before each read. `answerTo` tells what the same read gives among other shelves. */
  constructor(shelves: Shelves, onRead: (read: string) => void = () => {}) {
    this.#shelves = shelves
    this.#onRead = onRead
  }

  /** The type of a published document, if the model knows it. */
  typeOf(id: string): string | undefined {
    this.#onRead(`type ${id}`)
    const type = this.#shelves.marks.get(id)?.type
    return type !== undefined && isDocumentType(type) ? type : undefined
  }

  /** Those whose decisions count for documents of a type. */
  signersFor(type: string): SignerIndex {
    return isAdministrative(type)
      ? {get: (id) => this.#published(id)}
      : {
          get: (id) => {
            this.#onRead(`signer ${id}`)
            return this.#shelves.signers.get(id)
          },
        }
  }

  isPublished(person: string): boolean {
    return this.#published(person) !== undefined
  }

  #published(id: string): Signer | undefined {
    this.#onRead(`published ${id}`)
    return this.#shelves.published.get(id)
  }

  get plans(): Plans {
    this.#onRead('plans')
    return this.#shelves.plans
  }

  /** The text of a document in the newest release that has one. */
  previous(id: string): StoredDocument | undefined {
    this.#onRead(`previous ${id}`)
    return this.#shelves.previous?.get(id)
  }

  /** What a read gives. */
  answerTo(read: string): unknown {
    const [kind, id = ''] = read.split(' ')
    switch (kind) {
      case 'type':
        return this.typeOf(id)
      case 'signer':
        return this.#shelves.signers.get(id)
      case 'published':
        return this.#published(id)
      case 'plans':
        return this.plans
      case 'previous':
        return this.previous(id)
      default:
        return undefined
    }
  }
}

interface Matter {
  readonly source: ContentSource
  /** The decisions on the document, if there are any. */
  readonly file: FileWithFindings | undefined
  readonly surroundings: Surroundings
}

/** A document that needs no approval passes if it fits its schema. */
export function passUngoverned(
  content: StoredDocument,
  type: DocumentType,
  source: ContentSource,
): PassedDocument {
  const {_id: id} = content
  const pointers = pointersIn(content)
  const errors = errorsIn(content, {type, pointers, source})
  const aims = aimsOf(content, pointers, source)
  const title = shorten(titleOf(content), LONGEST_TITLE)
  const none = {...aims, title, pictures: {shown: [], waiting: []}}
  if (errors.length === 0) {
    const canonical = canonicalJson(content)
    const requirements = requirementsOf(content, pointers)
    return {
      text: Buffer.from(canonical),
      passage: {...none, findings: [], line: digest(canonical), requirements},
    }
  }
  // A picture matters where a text shows it, so it is judged there.
  if (type === 'sanity.imageAsset') return {passage: {...none, findings: []}}
  const reason = whyFaulty(errors)
  return {
    passage: {
      ...none,
      findings: errors,
      withheld: {id, type, title, reason, shown: 'nothing'},
      fault: reason,
    },
  }
}

/**
 * Of a document that needs approval, the settled revision passes, if there is one.
 *
 * @throws Failure if the source refuses or cannot be reached.
 */
export async function passGoverned(
  content: StoredDocument,
  type: GovernedType,
  {source, file, surroundings}: Matter,
): Promise<PassedDocument> {
  const {_id: id} = content
  const pointers = pointersIn(content)
  const errors = errorsIn(content, {type, pointers, source})
  const decided = caseOn(file, {type, signers: surroundings.signersFor(type)})
  const {plans} = surroundings
  const current = versionOf(content, plans)
  const versions = versionsFrom(current, earlierTexts(source, id, surroundings), plans)
  const {standing, shortfall} = await verdictOn(current, {
    type,
    errors,
    published: type === SITE_SETTINGS ? wellFormed(versions, type) : versions,
    decided,
    resolves: (pointer) => isThere(pointer, surroundings),
  })
  const {plan} = standing?.candidate ?? current
  const rulings = decided.under(plan)
  const isCurrent = standing?.candidate === current
  const isShown = standing?.state === 'approved'
  const counting = standing && hasAddress(type) ? everCountingIn(rulings) : undefined
  const settled = standing && settledOf(standing.candidate.content, {type, ...standing})
  const shown = isShown ? standing.candidate : undefined
  const needs = shown === undefined ? [] : isCurrent ? pointers : pointersIn(shown.content)
  const title = shorten(titleOf(content), LONGEST_TITLE)
  const reviewers = settled === undefined || isAdministrative(type) ? [] : reviewersOf(settled)
  return {
    text: shown && Buffer.from(shown.canonical),
    passage: {
      title,
      ...aimsOf(content, pointers, source),
      findings: [
        ...errors,
        ...(file?.findings ?? []),
        ...rulingFindings(rulings, type, surroundings),
        ...(settled?.state === 'retracted' ? noticeFindings(settled) : []),
      ],
      withheld: shortfall && {id, type, title, ...shortfall},
      fault:
        id === SITE_SETTINGS && !isShown
          ? (shortfall?.reason ?? 'an administrator has retracted it')
          : undefined,
      claimant:
        !isCurrent && hasAddress(type)
          ? {id, type, slug: slugOf(content), formerSlugs: formerSlugsOf(content), isSettled: false}
          : undefined,
      pictures: {
        shown: shown ? picturesThere(shown.content, needs, surroundings) : [],
        waiting: isCurrent ? [] : picturesThere(content, pointers, surroundings),
      },
      line: shown?.revision,
      requirements: shown && requirementsOf(shown.content, needs, reviewers),
      former:
        !isShown && lastApprovalOn(current, decided)
          ? requirementsOf(content, pointers)
          : undefined,
      settled,
      counting,
      disclaimer: type === 'disclaimer' ? (standing?.candidate.content ?? content) : undefined,
      signer: shown && type === 'person' ? signerOf(shown.content) : undefined,
      plans: shown && type === SITE_SETTINGS ? plansIn(shown.content) : undefined,
    },
  }
}

/** What decisions say about a document that the source no longer holds. */
export function passGone(file: FileWithFindings, surroundings: Surroundings): Passage {
  const terms = {type: '', plan: [], signers: surroundings.signersFor('')}
  return {
    title: '',
    findings: [...file.findings, ...rulingFindings(ruleOn(file.file, terms), '', surroundings)],
    aims: [],
    cited: [],
    pictures: {shown: [], waiting: []},
  }
}

/** What the check of all references needs to know of a document. */
function aimsOf(
  {status}: StoredDocument,
  pointers: readonly Pointer[],
  {unusableFiles}: ContentSource,
): Pick<Passage, 'aims' | 'cited' | 'status'> {
  const cited = pointers.flatMap(({target, to}) => (to[0] === 'citedWork' ? target : []))
  return {
    status,
    cited: [...new Set(cited)],
    aims: pointers.flatMap(({target, to, path, weak}) =>
      // Files that the dataset cannot give are reported with the reason.
      weak || unusableFiles.has(target) ? [] : {target, to, path, weak},
    ),
  }
}

function errorsIn(
  content: StoredDocument,
  {
    type,
    pointers,
    source,
  }: {
    readonly type: DocumentType
    readonly pointers: readonly Pointer[]
    readonly source: ContentSource
  },
): readonly Finding[] {
  return [...shapeFindings(content, type), ...unusableFilesIn(content, pointers, source)]
}

/** The case of a document, which may have no decisions. */
export function caseOn(
  file: FileWithFindings | undefined,
  terms: Parameters<typeof caseOf>[1],
): Case {
  return file ? caseOf(file.file, terms) : {decisions: [], under: () => []}
}

function rulingFindings(
  rulings: readonly Ruling[],
  type: string,
  surroundings: Surroundings,
): Finding[] {
  // People whose pages are not approved are reported themselves.
  const known = rulings.filter(
    ({decision, objection}) =>
      objection !== 'noPage' || !surroundings.isPublished(decision.reviewer),
  )
  return findingsAbout(known, type, surroundings.signersFor(type))
}

function isThere({target, to}: Pointer, surroundings: Surroundings): boolean {
  const type = surroundings.typeOf(target)
  return type !== undefined && to.includes(type)
}

/** The places of pictures that the source has. Others are reported as missing. */
function picturesThere(
  content: StoredDocument,
  pointers: readonly Pointer[],
  surroundings: Surroundings,
): PicturePlace[] {
  const pictures = pointers.filter(({to}) => to[0] === 'sanity.imageAsset')
  return picturesIn(
    content,
    pictures.filter((pointer) => isThere(pointer, surroundings)),
  )
}

/** Warns if a retracted page leaves no notice, because its address cannot be the name of a file. */
function noticeFindings({id, type, slug}: Settled): Finding[] {
  if (!isPageType(type) || slug !== undefined) return []
  return [
    {
      rule: 'no-notice',
      severity: 'warning',
      document: id,
      type,
      path: 'slug.current',
      message: 'is no usable address in the retracted text, so the page leaves no notice',
      hint: 'Tell build jobs to remove the page, if readers ever had it.',
    },
  ]
}

/**
 * The versions without an error. In place of site settings with one, the last without one pass: every page
 * depends on them, and without them the library's changes to the rules would be lost.
 */
async function* wellFormed(
  versions: AsyncIterable<Version>,
  type: GovernedType,
): AsyncGenerator<Version> {
  for await (const version of versions) {
    if (shapeFindings(version.content, type).length === 0) yield version
  }
}

/** The earlier published texts of a document, newest first, as far as they were kept. */
export async function* earlierTexts(
  source: ContentSource,
  id: string,
  surroundings: Surroundings,
): AsyncGenerator<StoredDocument> {
  if (source.hasHistory) {
    yield* pastStates(sourceHistory(source), id)
  } else {
    const document = surroundings.previous(id)
    if (document) yield document
  }
}
