// The gate decides for every document of a source which revision readers may see. It writes those
// revisions to the release's approved.ndjson and reports the rest. No other code adds content.

import {contentTypes, model, type DocumentType} from '../../model/index.ts'
import {pointersIn, type Pointer} from '../../model/references.ts'
import {SITE_SETTINGS} from '../../model/site-settings.ts'
import {LONGEST_TITLE, type Passed} from '../../model/standing/outcome.ts'
import {plansIn, type Plans} from '../../model/standing/plans.ts'
import {
  reviewersOf,
  settledOf,
  titleOf,
  type FileSpan,
  type Settled,
} from '../../model/standing/settled.ts'
import {Showable} from '../../model/standing/showable.ts'
import {administrativeSigners, signersOn} from '../../model/standing/signers.ts'
import {whyFaulty} from '../../model/standing/unapproved.ts'
import {verdictOn, versionOf, versionsFrom, type Version} from '../../model/standing/verdict.ts'
import type {Withheld} from '../../model/standing/withheld.ts'
import {DatasetChecks, shapeFindings} from '../../model/validate.ts'
import {formerSlugsOf, slugOf} from '../../policy/addresses.ts'
import {shorten, type Finding} from '../../policy/finding.ts'
import {lastApprovalOn} from '../../review/approval.ts'
import {counted} from '../../review/counted.ts'
import {inOrder, type Decision} from '../../review/decision.ts'
import {EXPORT_REPORT} from '../../review/export-report.ts'
import {isAdministrative, isGoverned, isPageType, type GovernedType} from '../../review/governed.ts'
import {pastStates} from '../../review/history.ts'
import {canonicalJson, contentOf, revisionOf, type StoredDocument} from '../../review/revision.ts'
import {signerOf, type Signer, type Signers} from '../../review/signer.ts'
import {caseOf, everCountingIn, ruleOn, type Case, type Ruling} from '../../review/trail.ts'
import type {ApprovedIndex, ApprovedWriter, WrittenLine} from '../release/approved.ts'
import {UNKNOWN_TYPES_QUERY} from '../source/query.ts'
import {documentsBy, documentsOf, sourceHistory} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'
import {addressesLost, type Claimant} from './addresses.ts'
import {readDecisions, type Decisions} from './decisions.ts'
import {picturesIn, unusableFilesIn, type PicturePlace} from './pictures.ts'
import {findingsAbout} from './rulings.ts'

/** Where texts show pictures of the source. */
interface Pictures {
  /** In texts that readers may see. */
  readonly shown: readonly PicturePlace[]
  /** In newer texts that wait for approval. */
  readonly waiting: readonly PicturePlace[]
}

/** The result of the gate. Documents that need another one which readers do not get are still in it. */
export interface Gated extends Passed {
  /** An error never concerns anything but its document, which is withheld. */
  readonly findings: readonly Finding[]
  readonly pictures: Pictures
  /** The ids of the works that something cites. */
  readonly cited: ReadonlySet<string>
  /** Every published disclaimer: its settled revision, or the published one if none is settled. */
  readonly disclaimers: readonly StoredDocument[]
  /** What was written, in order. */
  readonly written: readonly WrittenLine[]
  /** How many documents the source holds. */
  readonly read: number
  /** How many of them are decisions, whether they count or not. */
  readonly decisions: number
}

/** What the rules may know of a library while the gate is reading it. */
export type SoFar = Pick<Gated, 'settled' | 'cited' | 'disclaimers'>

/** The stage after the gate. It may begin before the gate has read everything. */
export interface NextStage {
  /** Called first, with the number of documents that have a decision. */
  readonly expect: (documents: number) => void
  /** Called for every settled document, with everything that is settled so far, including this one. */
  readonly add: (one: Settled, soFar: SoFar) => void
}

export interface GateOptions {
  /** The day of judgement: YYYY-MM-DD, UTC. */
  readonly today: string
  /** The approved content of the current release, for sources without a history. */
  readonly previous?: ApprovedIndex | undefined
  /** Where approved content is written. Without it, the source is only checked. */
  readonly writer?: ApprovedWriter | undefined
  /** The stage that receives settled documents while the gate reads the others. */
  readonly next?: NextStage | undefined
  /** Called for every document, for progress. */
  readonly onDocument?: () => void
}

/**
 * Passes a whole source through the gate.
 *
 * @throws Failure if the source cannot be read.
 */
export async function gate(source: ContentSource, options: GateOptions): Promise<Gated> {
  const passage = new GatePass(source, options)
  const decisions = await readDecisions(source, options.today, (content) =>
    passage.countRecord(content),
  )
  options.next?.expect(decisions.files.size)
  passage.report(decisions.findings)
  await passage.prepare(decisions)
  for await (const document of unknownDocuments(source)) passage.passUnknown(document)
  passage.reportUnknown()
  for (const type of contentTypes) {
    for await (const document of documentsOf(source, type)) {
      const content = contentOf(document)
      if (isGoverned(type)) {
        await passage.passGoverned(content, type)
      } else {
        passage.passUngoverned(content, type)
      }
    }
  }
  passage.reportRest()
  await passage.resolveAddresses()
  return {...passage.result(), decisions: decisions.read}
}

/** One pass of a source through the gate, with everything that was collected so far. */
class GatePass {
  readonly #source: ContentSource
  readonly #options: GateOptions
  readonly #checks = new DatasetChecks()
  readonly #showable = new Showable()
  readonly #settled: Settled[] = []
  readonly #ungoverned: Pick<Withheld, 'id' | 'type' | 'title'>[] = []
  readonly #withheld: Withheld[] = []
  /** The ids of the documents of each type that the model does not know. */
  readonly #unknown = new Map<string, [string, ...string[]]>()
  readonly #findings: Finding[] = []
  readonly #faults = new Map<string, string>()
  readonly #cited = new Set<string>()
  readonly #shownPictures: PicturePlace[] = []
  readonly #waitingPictures: PicturePlace[] = []
  readonly #disclaimers: StoredDocument[] = []
  readonly #written: WrittenLine[] = []
  /** The newest texts of pages that are not settled. */
  readonly #waiting: Claimant[] = []
  #files: Decisions['files'] = new Map()
  /** The documents whose decisions were ruled on. */
  readonly #ruled = new Set<string>()
  /** The decisions that count or counted on pages, by the id of the page. */
  readonly #counting = new Map<string, readonly Decision[]>()
  /** The people as published, without retracted ones. Of these, administrators may approve people and settings. */
  #published: Signers = new Map()
  /** The people as approved. Only their words count for content. */
  readonly #signers = new Map<string, Signer>()
  /** Undefined until the site settings were read. */
  #plans: Plans = []
  #read = 0

  constructor(source: ContentSource, options: GateOptions) {
    this.#source = source
    this.#options = options
  }

  /** Counts a document of the source and notes what it points at. */
  count(content: StoredDocument): Pointer[] {
    this.#read += 1
    this.#options.onDocument?.()
    const pointers = pointersIn(content)
    // Files that the dataset cannot give are reported with the reason.
    const {unusableFiles} = this.#source
    this.#checks.add(
      content,
      pointers.filter(({target}) => !unusableFiles.has(target)),
    )
    for (const {target, to} of pointers) if (to[0] === 'citedWork') this.#cited.add(target)
    return pointers
  }

  /** Counts a decision. Its references cannot make content wrong, so they are not checked. */
  countRecord(content: StoredDocument): void {
    this.#read += 1
    this.#options.onDocument?.()
    this.#checks.add(content, [])
  }

  /** Takes the decisions, and reads who may decide on people and settings. */
  async prepare({files}: Decisions): Promise<void> {
    this.#files = files
    const pages: StoredDocument[] = []
    for await (const document of documentsOf(this.#source, 'person'))
      pages.push(contentOf(document))
    const signers = signersOn(pages)
    this.#published = administrativeSigners(pages, ({_id}) => this.#caseOf(_id, 'person', signers))
  }

  #errorsIn(
    content: StoredDocument,
    type: DocumentType,
    pointers: readonly Pointer[],
  ): readonly Finding[] {
    return [...shapeFindings(content, type), ...unusableFilesIn(content, pointers, this.#source)]
  }

  report(findings: readonly Finding[]): void {
    this.#findings.push(...findings)
  }

  /** Counts a document of an unknown type. */
  passUnknown({_id, _type}: StoredDocument): void {
    this.#read += 1
    this.#options.onDocument?.()
    const ids = this.#unknown.get(_type)
    if (ids) ids.push(_id)
    else this.#unknown.set(_type, [_id])
  }

  /** Withholds documents of unknown types: all of one type together, because a dataset may hold thousands. */
  reportUnknown(): void {
    for (const [type, ids] of this.#unknown) {
      const [id] = ids
      const finding: Finding = {
        rule: 'unknown-type',
        severity: 'error',
        document: id,
        type,
        path: '_type',
        message: `is "${shorten(type, LONGEST_TITLE)}", which the content model does not know${inAll(ids)}`,
        hint: 'Remove the document, or add its type to the schemas and to the model.',
      }
      this.#findings.push(finding)
      this.#withheld.push({
        id,
        type,
        title: id,
        reason: whyFaulty([finding]),
        shown: 'nothing',
        ...(ids.length > 1 && {count: ids.length}),
      })
    }
  }

  /** A document that needs no approval passes if it fits its schema. */
  passUngoverned(content: StoredDocument, type: DocumentType): void {
    const {_id: id} = content
    const pointers = this.count(content)
    const errors = this.#errorsIn(content, type, pointers)
    const title = shorten(titleOf(content), LONGEST_TITLE)
    if (errors.length === 0) {
      this.#ungoverned.push({id, type, title})
      this.#write(content)
      this.#showable.add(content, pointers)
      return
    }
    // A picture matters where a text shows it, so it is judged there.
    if (type === 'sanity.imageAsset') return
    this.report(errors)
    const reason = whyFaulty(errors)
    this.#withheld.push({id, type, title, reason, shown: 'nothing'})
    this.#faults.set(id, reason)
  }

  /** Of a document that needs approval, the settled revision passes, if there is one. */
  async passGoverned(content: StoredDocument, type: GovernedType): Promise<void> {
    const {_id: id} = content
    const pointers = this.count(content)
    const errors = this.#errorsIn(content, type, pointers)
    this.report(errors)
    const decided = this.#caseOf(id, type)
    const current = versionOf(content, this.#plans)
    const versions = versionsFrom(current, this.#earlierTexts(id), this.#plans)
    const {standing, shortfall} = await verdictOn(current, {
      type,
      errors,
      published: type === SITE_SETTINGS ? wellFormed(versions, type) : versions,
      decided,
      resolves: (pointer) => this.#checks.resolves(pointer),
    })
    const {plan} = standing?.candidate ?? current
    this.#rule(id, type, decided.under(plan))
    if (shortfall)
      this.#withheld.push({id, type, title: shorten(titleOf(content), LONGEST_TITLE), ...shortfall})
    if (type === 'disclaimer') this.#disclaimers.push(standing?.candidate.content ?? content)
    if (standing?.candidate !== current && isPageType(type)) {
      const formerSlugs = formerSlugsOf(content)
      this.#waiting.push({id, type, slug: slugOf(content), formerSlugs, isSettled: false})
    }
    if (standing?.candidate !== current) {
      this.#waitingPictures.push(...this.#picturesIn(content, pointers))
    }
    if (id === SITE_SETTINGS && standing?.state !== 'approved') {
      this.#faults.set(id, shortfall?.reason ?? 'an administrator has retracted it')
    }
    if (standing?.state !== 'approved' && lastApprovalOn(current, decided)) {
      this.#showable.addFormer(content, pointers)
    }
    if (!standing) return
    const {candidate} = standing
    const one = settledOf(candidate.content, {type, ...standing})
    if (isPageType(type)) this.#counting.set(id, everCountingIn(decided.under(plan)))
    if (standing.state === 'retracted') {
      this.#checkNotice(one)
      this.#settle(one)
      return
    }
    if (type === 'person') this.#signers.set(id, signerOf(candidate.content))
    if (type === SITE_SETTINGS) this.#plans = plansIn(candidate.content)
    this.#settle({...one, place: this.#write(candidate.content, candidate.canonical)})
    const needs = candidate === current ? pointers : pointersIn(candidate.content)
    this.#showable.add(candidate.content, needs, isAdministrative(type) ? [] : reviewersOf(one))
    this.#shownPictures.push(...this.#picturesIn(candidate.content, needs))
  }

  /** The places of pictures that the source has. Others are reported as missing. */
  #picturesIn(content: StoredDocument, pointers: readonly Pointer[]): PicturePlace[] {
    return picturesIn(
      content,
      pointers.filter((pointer) => this.#checks.resolves(pointer)),
    )
  }

  #caseOf(id: string, type: string, signers = this.#signersFor(type)): Case {
    const file = this.#files.get(id)
    return file ? caseOf(file, {type, signers}) : {decisions: [], under: () => []}
  }

  #signersFor(type: string): Signers {
    return isAdministrative(type) ? this.#published : this.#signers
  }

  #rule(id: string, type: string, rulings: readonly Ruling[]): void {
    this.#ruled.add(id)
    // People whose pages are not approved are reported themselves.
    const known = rulings.filter(
      ({decision, objection}) => objection !== 'noPage' || !this.#published.has(decision.reviewer),
    )
    this.report(findingsAbout(known, type, this.#signersFor(type)))
  }

  /** Reports decisions on documents that the source no longer holds. */
  reportRest(): void {
    for (const [id, file] of this.#files) {
      if (this.#ruled.has(id)) continue
      const terms = {type: '', plan: [], signers: this.#signersFor('')}
      this.#rule(id, '', ruleOn(file, terms))
    }
  }

  #settle(one: Settled): void {
    this.#settled.push(one)
    this.#options.next?.add(one, {
      settled: this.#settled,
      cited: this.#cited,
      disclaimers: this.#disclaimers,
    })
  }

  #write(content: StoredDocument, canonical = canonicalJson(content)): FileSpan | undefined {
    const place = this.#options.writer?.add(canonical)
    if (place) this.#written.push({id: content._id, place})
    return place
  }

  /** Warns if a retracted page leaves no notice, because its address cannot be the name of a file. */
  #checkNotice({id, type, slug}: Settled): void {
    if (!isPageType(type) || slug !== undefined) return
    this.#findings.push({
      rule: 'no-notice',
      severity: 'warning',
      document: id,
      type,
      path: 'slug.current',
      message: 'is no usable address in the retracted text, so the page leaves no notice',
      hint: 'Tell build jobs to remove the page, if readers ever had it.',
    })
  }

  /**
   * Decides which of several pages keeps an address. The others are withheld. A retracted page that
   * loses its address stays retracted, and leaves no notice.
   */
  async resolveAddresses(): Promise<void> {
    const pages = new Map(
      this.#settled.filter(({type}) => isPageType(type)).map((one) => [one.id, one]),
    )
    const claimants = [...pages.values()].map(({id, type, slug, formerSlugs}): Claimant => ({
      id,
      type,
      slug,
      formerSlugs,
      isSettled: true,
    }))
    const lost = await addressesLost([...claimants, ...this.#waiting], async (id, slug) => {
      const one = pages.get(id)
      return one && (await this.#firstApproval(one, slug, this.#counting.get(id) ?? []))
    })
    for (const {claimant, slug, finding} of lost) {
      this.#findings.push(finding)
      if (!claimant.isSettled) continue
      this.#faults.set(claimant.id, whyFaulty([finding]))
      if (pages.get(claimant.id)?.state === 'retracted') this.#takeAddress(claimant.id, slug)
    }
  }

  #takeAddress(id: string, lost: string): void {
    const index = this.#settled.findIndex((one) => one.id === id)
    const one = this.#settled[index]
    if (!one) return
    this.#settled[index] = {
      ...one,
      slug: one.slug === lost ? undefined : one.slug,
      formerSlugs: one.formerSlugs.filter((slug) => slug !== lost),
    }
  }

  /** The first approval of a text of a page at an address, as far as its texts were kept. */
  async #firstApproval(
    {id, decision}: Settled,
    slug: string,
    decisions: readonly Decision[],
  ): Promise<Decision | undefined> {
    const revisions = new Set([decision.revision])
    for await (const text of this.#earlierTexts(id)) {
      if (slugOf(text) === slug || formerSlugsOf(text).includes(slug)) {
        revisions.add(revisionOf(text))
      }
    }
    return inOrder(
      decisions.filter((one) => one.decision === 'approved' && revisions.has(one.revision)),
    )[0]
  }

  #earlierTexts(id: string): AsyncGenerator<StoredDocument> {
    return earlierTexts(this.#source, id, this.#options.previous)
  }

  result(): Omit<Gated, 'decisions'> {
    const references = this.#checks.findings()
    const findings = [...this.#findings, ...references]
    // A reference is checked in the newest text. If that is withheld already, readers get another.
    const waiting = new Set(this.#withheld.map(({id}) => id))
    for (const [id, errors] of Map.groupBy(references, ({document}) => document)) {
      if (!waiting.has(id)) this.#faults.set(id, whyFaulty(errors))
    }
    return {
      settled: this.#settled,
      ungoverned: this.#ungoverned,
      withheld: this.#withheld,
      findings,
      faults: this.#faults,
      pictures: {shown: this.#shownPictures, waiting: this.#waitingPictures},
      showable: this.#showable,
      cited: this.#cited,
      disclaimers: this.#disclaimers,
      written: this.#written,
      read: this.#read,
    }
  }
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
async function* earlierTexts(
  source: ContentSource,
  id: string,
  previous: ApprovedIndex | undefined,
): AsyncGenerator<StoredDocument> {
  if (source.hasHistory) {
    yield* pastStates(sourceHistory(source), id)
  } else {
    const document = previous?.get(id)
    if (document) yield document
  }
}

/** How many documents a report names of those that have the same error. */
const EXAMPLES = 3

/** In which documents an error is, if it is in more than one. */
function inAll(ids: readonly string[]): string {
  if (ids.length === 1) return ''
  const which = ids.length > EXAMPLES ? ', such as ' : ': '
  return `, in ${counted(ids.length, 'document')}${which}${ids.slice(0, EXAMPLES).join(', ')}`
}

/** Types that are not content. Readers see nothing of them. */
const behindTheScenes = ['submission', EXPORT_REPORT, 'sanity.fileAsset', 'system.release']

/** Documents of types that the model does not know. */
function unknownDocuments(source: ContentSource): AsyncGenerator<StoredDocument> {
  const known: string[] = [...Object.keys(model), ...behindTheScenes]
  return documentsBy(source, UNKNOWN_TYPES_QUERY, {known})
}
