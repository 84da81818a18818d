// The gate decides for every document of a source which revision readers may see. It writes those
// revisions to the release's approved.ndjson and reports the rest. No other code adds content.

import {contentTypes, model, type DocumentType} from '../../model/index.ts'
import {pointersIn, type Pointer} from '../../model/references.ts'
import {settledOf, titleOf, type Settled} from '../../model/standing/settled.ts'
import {Showable} from '../../model/standing/showable.ts'
import {verdictOn, versionOf, versionsFrom, type Shortfall} from '../../model/standing/verdict.ts'
import {DatasetChecks, shapeFindings} from '../../model/validate.ts'
import type {Finding} from '../../policy/finding.ts'
import type {Decision} from '../../review/decision.ts'
import {EXPORT_REPORT} from '../../review/export-report.ts'
import {isGoverned, type GovernedType} from '../../review/governed.ts'
import {pastStates} from '../../review/history.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import type {ApprovedIndex, ApprovedWriter} from '../release/approved.ts'
import {UNKNOWN_TYPES_QUERY} from '../source/query.ts'
import {documentsBy, documentsOf, sourceHistory} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'
import {readDecisions} from './decisions.ts'

/** A document whose newest published text readers do not see. */
export interface Withheld extends Shortfall {
  readonly id: string
  readonly type: string
  /** Its title as published. It is for reports, not for readers. */
  readonly title: string
}

/** The result of the gate. Pages that need a page which readers do not get are still in it. */
export interface Gated {
  readonly settled: readonly Settled[]
  readonly withheld: readonly Withheld[]
  /** If one of these is an error, nothing that was written may be released. */
  readonly findings: readonly Finding[]
  readonly showable: Showable
  /** The ids of the works that something cites. */
  readonly cited: ReadonlySet<string>
  /** Every published disclaimer: its settled revision, or the published one if none is settled. */
  readonly disclaimers: readonly StoredDocument[]
  /** How many documents the source holds. */
  readonly read: number
}

/** What the rules may know of a library while the gate is reading it. */
export type SoFar = Pick<Gated, 'settled' | 'cited' | 'disclaimers'>

export interface GateResult {
  /** In order of type and id, without documents that need another one which cannot be shown. */
  readonly settled: readonly Settled[]
  readonly withheld: readonly Withheld[]
}

/** The stage after the gate. It may begin before the gate has read everything. */
export interface NextStage {
  /** Called first, with the number of documents that have a decision. */
  readonly expect: (documents: number) => void
  /** Called for every settled document, with everything that is settled so far, including this one. */
  readonly add: (one: Settled, soFar: SoFar) => void
}

export interface GateOptions {
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
export async function gate(source: ContentSource, options: GateOptions = {}): Promise<Gated> {
  const passage = new Passage(source, options)
  const decisions = await readDecisions(source, (content) => passage.countRecord(content))
  options.next?.expect(decisions.bySubject.size)
  passage.report(decisions.findings)
  passage.report(await unknownTypes(source))
  for (const type of contentTypes) {
    for await (const document of documentsOf(source, type)) {
      const content = contentOf(document)
      if (isGoverned(type)) {
        await passage.passGoverned(content, type, decisions.bySubject.get(content._id) ?? [])
      } else {
        passage.passUngoverned(content, type)
      }
    }
  }
  return passage.result()
}

/** One pass of a source through the gate, with everything that was collected so far. */
class Passage {
  readonly #source: ContentSource
  readonly #options: GateOptions
  readonly #checks = new DatasetChecks()
  readonly #showable = new Showable()
  readonly #settled: Settled[] = []
  readonly #withheld: Withheld[] = []
  readonly #findings: Finding[] = []
  readonly #cited = new Set<string>()
  readonly #disclaimers: StoredDocument[] = []
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
    this.#checks.add(content, pointers)
    for (const {target, to} of pointers) if (to[0] === 'citedWork') this.#cited.add(target)
    return pointers
  }

  /** Counts a decision. Its references cannot make content wrong, so they are not checked. */
  countRecord(content: StoredDocument): void {
    this.#read += 1
    this.#options.onDocument?.()
    this.#checks.add(content, [])
  }

  report(findings: readonly Finding[]): void {
    this.#findings.push(...findings)
  }

  /** A document that needs no approval passes if it fits its schema. */
  passUngoverned(content: StoredDocument, type: DocumentType): void {
    this.count(content)
    const problems = shapeFindings(content, type)
    this.report(problems)
    if (problems.length === 0) this.#options.writer?.add(versionOf(content).canonical)
  }

  /** Of a document that needs approval, the settled revision passes, if there is one. */
  async passGoverned(
    content: StoredDocument,
    type: GovernedType,
    decisions: readonly Decision[],
  ): Promise<void> {
    const pointers = this.count(content)
    const problems = shapeFindings(content, type)
    this.report(problems)
    if (problems.length > 0) return
    const current = versionOf(content)
    const {standing, shortfall} = await verdictOn(current, {
      type,
      published: versionsFrom(
        current,
        earlierTexts(this.#source, content._id, this.#options.previous),
      ),
      decisions,
      resolves: (pointer) => this.#checks.resolves(pointer),
    })
    if (shortfall) {
      this.#withheld.push({id: content._id, type, title: titleOf(content), ...shortfall})
    }
    if (type === 'disclaimer') this.#disclaimers.push(standing?.candidate.content ?? content)
    if (!standing) return
    const {candidate} = standing
    const one = settledOf(candidate.content, {type, ...standing})
    if (standing.state !== 'approved') {
      this.#settle(one)
      return
    }
    this.#settle({...one, place: this.#options.writer?.add(candidate.canonical)})
    this.#showable.add(
      candidate.content,
      candidate === current ? pointers : pointersIn(candidate.content),
    )
  }

  #settle(one: Settled): void {
    this.#settled.push(one)
    this.#options.next?.add(one, {
      settled: this.#settled,
      cited: this.#cited,
      disclaimers: this.#disclaimers,
    })
  }

  result(): Gated {
    return {
      settled: this.#settled,
      withheld: this.#withheld,
      findings: [...this.#findings, ...this.#checks.findings()],
      showable: this.#showable,
      cited: this.#cited,
      disclaimers: this.#disclaimers,
      read: this.#read,
    }
  }
}

/**
 * What readers get in the end. A page that needs a page which readers do not get is withheld too.
 *
 * @param refused The reason for each approved document that readers still may not see, by its id.
 */
export function conclude(
  {settled, withheld, showable}: Gated,
  refused: ReadonlyMap<string, string> = new Map(),
): GateResult {
  const reasons = showable.reasons(refused)
  const held = settled.flatMap(({id, type, title}): Withheld[] => {
    const reason = reasons.get(id)
    return reason === undefined ? [] : [{id, type, title, reason, shown: 'nothing'}]
  })
  return {
    settled: settled.filter(({id}) => !reasons.has(id)),
    withheld: [
      ...withheld.filter(({id, shown}) => shown === 'nothing' || !reasons.has(id)),
      ...held,
    ],
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

/** Types that are not content. Readers see nothing of them. */
const behindTheScenes = ['submission', EXPORT_REPORT, 'sanity.fileAsset', 'system.release']

async function unknownTypes(source: ContentSource): Promise<Finding[]> {
  const known: string[] = [...Object.keys(model), ...behindTheScenes]
  const findings: Finding[] = []
  for await (const {_id, _type} of documentsBy(source, UNKNOWN_TYPES_QUERY, {known})) {
    findings.push({
      rule: 'unknown-type',
      severity: 'error',
      document: _id,
      type: _type,
      path: '_type',
      message: `is "${_type}", which the content model does not know`,
      hint: 'Remove the document, or add its type to the schemas and to the model.',
    })
  }
  return findings
}
