// The gate decides for every document of a source which revision readers may see. It writes those
// revisions to the release's approved content and reports the rest. No other code adds content.

import {imageFromId} from '../../model/image-asset.ts'
import {contentTypes, isDocumentType, type DocumentType} from '../../model/index.ts'
import {LONGEST_TITLE, type Passed} from '../../model/standing/outcome.ts'
import {NO_PLANS, type Plans} from '../../model/standing/plans.ts'
import type {Settled, TextPlace} from '../../model/standing/settled.ts'
import {Showable} from '../../model/standing/showable.ts'
import {administrativeSigners, signersOn} from '../../model/standing/signers.ts'
import {whyFaulty} from '../../model/standing/unapproved.ts'
import type {Withheld} from '../../model/standing/withheld.ts'
import {DatasetChecks} from '../../model/validate.ts'
import {formerSlugsOf, slugOf} from '../../policy/addresses.ts'
import {shorten, type Finding} from '../../policy/finding.ts'
import {counted} from '../../review/counted.ts'
import {inOrder, type Decision} from '../../review/decision.ts'
import {EXPORT_REPORT} from '../../review/export-report.ts'
import {hasAddress, isGoverned, isPageType} from '../../review/governed.ts'
import {contentOf, revisionOf, type StoredDocument} from '../../review/revision.ts'
import type {Signer} from '../../review/signer.ts'
import type {ApprovedBefore} from '../approved/before.ts'
import type {ApprovedWriter} from '../approved/writer.ts'
import type {Memory} from '../memory/memory.ts'
import type {EarlierTexts} from '../release/earlier-texts.ts'
import type {Mark} from '../source/marks.ts'
import {documentsWith} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'
import {digester, Reads, type DigestOf} from '../steps/reads.ts'
import {inputDigest, StepsOf} from '../steps/steps.ts'
import {addressesLost, type Claimant} from './addresses.ts'
import {
  readDecisions,
  type Decisions,
  type FileWithFindings,
  type KnownDecisions,
} from './decisions.ts'
import {
  caseOn,
  earlierTexts,
  passGone,
  passGoverned,
  passUngoverned,
  Surroundings,
  type Passage,
  type PassedDocument,
} from './passage.ts'
import type {PicturePlace} from './pictures.ts'

/** Where texts show pictures of the source. */
interface PicturePlaces {
  /** In texts that readers may see. */
  readonly shown: readonly PicturePlace[]
  /** In newer texts that wait for approval. */
  readonly waiting: readonly PicturePlace[]
}

/** The result of the gate. Documents that need another one which readers do not get are still in it. */
export interface Gated extends Passed {
  /** An error never concerns anything but its document, which is withheld. */
  readonly findings: readonly Finding[]
  readonly pictures: PicturePlaces
  /** The ids of the works that something cites. */
  readonly cited: ReadonlySet<string>
  /** Every published disclaimer: its settled revision, or the published one if none is settled. */
  readonly disclaimers: readonly StoredDocument[]
  /** How many documents the source holds. */
  readonly read: number
  /** The decisions of the source, whether they count or not. */
  readonly decisions: KnownDecisions
}

/** What the rules may know of a library while the gate is reading it. */
export type SoFar = Pick<Gated, 'settled' | 'cited' | 'disclaimers'>

/** The stage after the gate. It may begin before the gate has read everything. */
export interface NextStage {
  /** Called first, with about the number of documents that changed. */
  readonly expect: (documents: number) => void
  /**
   * Called for every settled document, with everything that is settled so far, including this one.
   *
   * @param place Of a text that the current release does not have: where `flush` of the writer writes it.
   */
  readonly add: (one: Settled, soFar: SoFar, place: TextPlace | undefined) => void
}

export interface GateOptions {
  /** The day of judgement: YYYY-MM-DD, UTC. */
  readonly today: string
  /** What earlier exports decided. */
  readonly steps: GateSteps
  /** The decisions that an earlier export knew. */
  readonly decisions: KnownDecisions
  /** The approved content of the current release. */
  readonly before?: ApprovedBefore | undefined
  /** The texts of earlier releases, for sources without a history. */
  readonly previous?: EarlierTexts | undefined
  /** Where approved content is written. */
  readonly writer: ApprovedWriter
  /** The stage that receives settled documents while the gate reads the others. */
  readonly next: NextStage
  /** Called for every document, for progress. */
  readonly onDocument?: () => void
}

/**
 * Passes a whole source through the gate.
 *
 * @throws Failure if the source cannot be read.
 */
export async function gate(source: ContentSource, options: GateOptions): Promise<Gated> {
  const marks = await source.marks()
  const decisions = await readDecisions(source, marks, {
    before: options.decisions,
    today: options.today,
  })
  const pass = new GatePass(source, options, {marks, decisions})
  await pass.run()
  return pass.result()
}

/** What the gate remembers. */
export interface GateSteps {
  /** Deciding on one document. */
  readonly gate: StepsOf<Passage>
  /** Finding out who may decide on people and settings. There is one such step. */
  readonly signers: StepsOf<readonly (readonly [id: string, signer: Signer])[]>
}

/** @param memory Without one, no step is known. */
export function gateSteps(memory: Memory | undefined): GateSteps {
  return {gate: new StepsOf('gate', memory), signers: new StepsOf('signers', memory)}
}

/** What the gate has at hand when it decides on a document. */
interface Turn {
  readonly type: DocumentType
  readonly file: FileWithFindings | undefined
  readonly digestOf: DigestOf
}

/** How many documents the gate reads at once. */
const BATCH = 50

/** One pass of a source through the gate, with everything that was collected so far. */
class GatePass {
  readonly #source: ContentSource
  readonly #options: GateOptions
  readonly #marks: ReadonlyMap<string, Mark>
  readonly #decisions: Decisions
  readonly #checks = new DatasetChecks()
  readonly #showable = new Showable()
  readonly #settled: Settled[] = []
  readonly #ungoverned: Pick<Withheld, 'id' | 'type' | 'title'>[] = []
  readonly #withheld: Withheld[] = []
  readonly #findings: Finding[] = []
  readonly #faults = new Map<string, string>()
  readonly #cited = new Set<string>()
  readonly #pictures = {shown: new Array<PicturePlace>(), waiting: new Array<PicturePlace>()}
  readonly #disclaimers: StoredDocument[] = []
  /** The newest texts of pages that are not settled. */
  readonly #waiting: Claimant[] = []
  /** The decisions that count or counted on pages, by the id of the page. */
  readonly #counting = new Map<string, readonly Decision[]>()
  /** What else of the source decides on documents. */
  readonly #sourceDigest: string
  #published: ReadonlyMap<string, Signer> = new Map()
  readonly #signers = new Map<string, Signer>()
  /** Empty until the site settings were read. */
  #plans: Plans = NO_PLANS
  #read = 0

  constructor(
    source: ContentSource,
    options: GateOptions,
    known: {readonly marks: ReadonlyMap<string, Mark>; readonly decisions: Decisions},
  ) {
    this.#source = source
    this.#options = options
    this.#marks = known.marks
    this.#decisions = known.decisions
    this.#sourceDigest = inputDigest(source.hasHistory, [...source.unusableFiles])
  }

  async run(): Promise<void> {
    this.#countRecords()
    this.#findings.push(...this.#decisions.findings)
    this.#published = new Map(await this.#readPublished())
    this.#passUnknown()
    this.#options.next.expect(this.#decisions.changed)
    const byType = Map.groupBy(this.#marks.keys(), (id) => this.#marks.get(id)?.type ?? '')
    for (const type of contentTypes) {
      const ids = byType.get(type) ?? []
      for (let start = 0; start < ids.length; start += BATCH) {
        await this.#passBatch(ids.slice(start, start + BATCH), type)
      }
    }
    await this.#passGone()
    await this.#resolveAddresses()
  }

  /** Decisions point at documents that may be gone, so their references are not checked. */
  #countRecords(): void {
    for (const [_id, {type: _type}] of this.#marks) {
      if (_type !== 'review') continue
      this.#count()
      this.#checks.add({_id, _type}, [])
    }
  }

  #count(): void {
    this.#read += 1
    this.#options.onDocument?.()
  }

  /** Who may decide on people and settings. */
  async #readPublished(): Promise<readonly (readonly [string, Signer])[]> {
    const people = [...this.#marks].flatMap(([id, {type}]) => (type === 'person' ? id : []))
    const input = inputDigest(people.map((id) => this.#given(id)))
    const {signers: step} = this.#options.steps
    const known = step.find('', input)
    if (known) {
      step.add('', known, () => '')
      return known.result
    }
    const pages = (await documentsWith(this.#source, people)).map(contentOf)
    const files = await this.#decisions.filesOn(people)
    const signers = signersOn(pages)
    const published = administrativeSigners(pages, ({_id}) =>
      caseOn(files.get(_id), {type: 'person', signers}),
    )
    const result = people.flatMap((id): (readonly [string, Signer])[] => {
      const signer = published.get(id)
      return signer ? [[id, signer]] : []
    })
    step.add('', {input, reads: [], result}, () => '')
    return result
  }

  /** Everything that the gate is given about a document: plain data. */
  #given(id: string): unknown {
    return [id, this.#marks.get(id), this.#decisions.given(id), this.#sourceDigest]
  }

  get #shelves() {
    return {
      marks: this.#marks,
      published: this.#published,
      signers: this.#signers,
      plans: this.#plans,
      previous: this.#options.previous,
    }
  }

  #digester(): DigestOf {
    const around = new Surroundings(this.#shelves)
    return digester((read) => around.answerTo(read))
  }

  /** Withholds documents of unknown types: all of one type together, because a dataset may hold thousands. */
  #passUnknown(): void {
    const unknown = [...this.#marks].filter(
      ([id, {type}]) => !isDocumentType(type) && !behindTheScenes.has(type) && !id.startsWith('_.'),
    )
    for (const [type, found] of Map.groupBy(unknown, ([, {type}]) => type)) {
      for (const _ of found) this.#count()
      const [first] = found
      if (first) this.#withholdUnknown(type, first[0], found)
    }
  }

  #withholdUnknown(type: string, id: string, found: readonly (readonly [string, Mark])[]): void {
    const finding: Finding = {
      rule: 'unknown-type',
      severity: 'error',
      document: id,
      type,
      path: '_type',
      message: `is "${shorten(type, LONGEST_TITLE)}", which the content model does not know${inAll(found.map(([one]) => one))}`,
      hint: 'Remove the document, or add its type to the schemas and to the model.',
    }
    this.#findings.push(finding)
    this.#withheld.push({
      id,
      type,
      title: id,
      reason: whyFaulty([finding]),
      shown: 'nothing',
      ...(found.length > 1 && {count: found.length}),
    })
  }

  /** Decides on some documents of one type, in order. Only those are read that earlier exports did not decide on. */
  async #passBatch(ids: readonly string[], type: DocumentType): Promise<void> {
    const digestOf = this.#digester()
    // The id of a picture tells everything, so there is nothing to recall.
    const known = new Map(
      type === 'sanity.imageAsset' ? [] : ids.map((id) => [id, this.#recall(id, digestOf)]),
    )
    const others = ids.filter((id) => known.get(id) === undefined)
    const contents = new Map(
      (await this.#contentsOf(others, type)).map((content) => [content._id, content]),
    )
    const files = await this.#decisions.filesOn(others)
    for (const id of ids) {
      const content = contents.get(id)
      const passed =
        known.get(id) ??
        (content && (await this.#pass(content, {type, file: files.get(id), digestOf})))
      if (passed) this.#collect({id, type}, passed)
    }
  }

  async #contentsOf(ids: readonly string[], type: DocumentType): Promise<StoredDocument[]> {
    if (type === 'sanity.imageAsset') {
      return ids.map((id) => imageFromId(id, this.#source.client.config()))
    }
    return (await documentsWith(this.#source, ids)).map(contentOf)
  }

  /** What an earlier export decided on a document, if it holds still and its text is at hand. */
  #recall(id: string, digestOf: DigestOf): PassedDocument | undefined {
    const {steps, before} = this.#options
    const step = steps.gate.find(id, inputDigest(this.#given(id)))
    if (!step || !steps.gate.holds(step, digestOf)) return undefined
    const {line} = step.result
    if (line !== undefined && !before?.lineOf(id, line)) return undefined
    steps.gate.add(id, step, digestOf)
    return {passage: step.result}
  }

  async #pass(content: StoredDocument, {type, file, digestOf}: Turn): Promise<PassedDocument> {
    const reads = new Reads()
    const surroundings = new Surroundings(this.#shelves, reads.note)
    const passed = isGoverned(type)
      ? await passGoverned(content, type, {source: this.#source, file, surroundings})
      : passUngoverned(content, type, this.#source)
    if (type !== 'sanity.imageAsset') this.#keep(content._id, passed.passage, {reads, digestOf})
    return passed
  }

  #keep(
    id: string,
    result: Passage,
    by: {readonly reads: Reads; readonly digestOf: DigestOf},
  ): void {
    const input = inputDigest(this.#given(id))
    this.#options.steps.gate.add(id, {input, reads: by.reads.names, result}, by.digestOf)
  }

  /** Adds up what was decided on a document. */
  #collect(
    {id, type}: {readonly id: string; readonly type: DocumentType},
    {passage, text}: PassedDocument,
  ): void {
    const {settled, requirements, former, fault, withheld, claimant, status} = passage
    this.#count()
    this.#checks.add({_id: id, _type: type, status}, passage.aims)
    for (const work of passage.cited) this.#cited.add(work)
    this.#findings.push(...passage.findings)
    if (withheld) this.#withheld.push(withheld)
    if (fault !== undefined) this.#faults.set(id, fault)
    if (claimant) this.#waiting.push(claimant)
    if (passage.disclaimer) this.#disclaimers.push(passage.disclaimer)
    if (passage.counting) this.#counting.set(id, passage.counting)
    if (passage.signer) this.#signers.set(id, passage.signer)
    if (passage.plans) this.#plans = passage.plans
    this.#pictures.shown.push(...passage.pictures.shown)
    this.#pictures.waiting.push(...passage.pictures.waiting)
    const place =
      passage.line === undefined ? undefined : this.#write({id, type, sha256: passage.line}, text)
    if (settled) this.#settle(settled, place)
    else if (requirements) this.#ungoverned.push({id, type, title: passage.title})
    if (requirements) this.#showable.add(requirements)
    if (former) this.#showable.addFormer(former)
  }

  /** Adds a text to the approved content. Without one, the current release has it. */
  #write(
    {id, type, sha256}: {readonly id: string; readonly type: DocumentType; readonly sha256: string},
    text: Uint8Array | undefined,
  ): TextPlace | undefined {
    const {writer, before} = this.#options
    if (text) return writer.add({id, type, sha256}, text)
    const line = before?.lineOf(id, sha256)
    if (line) writer.keep(line, type)
    return undefined
  }

  #settle(one: Settled, place: TextPlace | undefined): void {
    this.#settled.push(one)
    const soFar = {settled: this.#settled, cited: this.#cited, disclaimers: this.#disclaimers}
    this.#options.next.add(one, soFar, place)
  }

  /** Reports decisions on documents that the source no longer holds. */
  async #passGone(): Promise<void> {
    const digestOf = this.#digester()
    const gone = [...this.#decisions.subjects].filter((id) => !isContent(this.#marks.get(id)?.type))
    const known = new Map(gone.map((id) => [id, this.#recall(id, digestOf)?.passage]))
    const files = await this.#decisions.filesOn(gone.filter((id) => !known.get(id)))
    for (const id of gone) {
      const file = files.get(id)
      const passage = known.get(id) ?? (file && this.#passOneGone(id, {file, digestOf}))
      this.#findings.push(...(passage?.findings ?? []))
    }
  }

  #passOneGone(
    id: string,
    {file, digestOf}: {readonly file: FileWithFindings; readonly digestOf: DigestOf},
  ): Passage {
    const reads = new Reads()
    const passage = passGone(file, new Surroundings(this.#shelves, reads.note))
    this.#keep(id, passage, {reads, digestOf})
    return passage
  }

  /**
   * Decides which of several pages keeps an address. The others are withheld. A retracted page that
   * loses its address stays retracted, and leaves no notice.
   */
  async #resolveAddresses(): Promise<void> {
    const pages = new Map(this.#settled.filter(takesAddress).map((one) => [one.id, one]))
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
    for await (const text of earlierTexts(this.#source, id, new Surroundings(this.#shelves))) {
      if (slugOf(text) === slug || formerSlugsOf(text).includes(slug)) {
        revisions.add(revisionOf(text))
      }
    }
    return inOrder(
      decisions.filter((one) => one.decision === 'approved' && revisions.has(one.revision)),
    )[0]
  }

  result(): Gated {
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
      pictures: this.#pictures,
      showable: this.#showable,
      cited: this.#cited,
      disclaimers: this.#disclaimers,
      read: this.#read,
      decisions: this.#decisions.known,
    }
  }
}

/** Whether there is a file at the address of a settled document. Only pages leave a notice when they are retracted. */
function takesAddress({type, state}: Settled): boolean {
  return isPageType(type) || (hasAddress(type) && state !== 'retracted')
}

/** Whether documents of a type pass the gate one by one. */
function isContent(type: string | undefined): boolean {
  return contentTypes.some((one) => one === type)
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
const behindTheScenes = new Set(['submission', EXPORT_REPORT, 'sanity.fileAsset', 'system.release'])
