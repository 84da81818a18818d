// The gate: for every document of a source, which revision may readers see? Writes those that may
// be seen to the release's approved.ndjson, and reports the rest. Nothing else lets words through.

import {contentTypes, model} from '../../model/index.ts'
import {pointersIn, type Pointer} from '../../model/references.ts'
import {settledOf, titleOf, type Settled} from '../../model/standing/settled.ts'
import {Showable} from '../../model/standing/showable.ts'
import {verdictOn, versionOf, type Shortfall, type Version} from '../../model/standing/verdict.ts'
import {DatasetChecks, shapeFindings} from '../../model/validate.ts'
import type {Finding} from '../../policy/finding.ts'
import {EXPORT_REPORT} from '../../review/export-report.ts'
import {isGoverned} from '../../review/governed.ts'
import {pastStates} from '../../review/history.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import type {ApprovedIndex, ApprovedWriter} from '../release/approved.ts'
import {UNKNOWN_TYPES_QUERY} from '../source/query.ts'
import {documentsOf, historyOf} from '../source/read.ts'
import type {ContentSource} from '../source/source.ts'
import {readDecisions} from './decisions.ts'

/** A document of which readers do not see the newest published text. */
export interface Withheld extends Shortfall {
  readonly id: string
  readonly type: string
  /** Its title as published: for people who look at reports, not for readers. */
  readonly title: string
}

/** What stands, before pages are held back for want of others. */
export interface Gated {
  readonly settled: readonly Settled[]
  readonly withheld: readonly Withheld[]
  /** If one of these is an error, nothing of what was written may be released. */
  readonly findings: readonly Finding[]
  readonly showable: Showable
  /** The ids of the works that something cites. */
  readonly cited: ReadonlySet<string>
  /** Every disclaimer that is published, approved or not: as settled, else as it is. */
  readonly disclaimers: readonly StoredDocument[]
  /** How many documents the source holds. */
  readonly read: number
}

/** What rules may know of a library that the gate goes through. */
export type SoFar = Pick<Gated, 'settled' | 'cited' | 'disclaimers'>

export interface GateResult {
  /** In order of type and id. Those that cannot be shown for want of another document are not in it. */
  readonly settled: readonly Settled[]
  readonly withheld: readonly Withheld[]
}

/** What follows on the gate, and may begin before it is done. */
export interface NextStage {
  /** Is told first how many documents anybody has decided on. */
  readonly expect: (documents: number) => void
  /** Is given every document that is settled, with all that is by then, itself included. */
  readonly add: (one: Settled, soFar: SoFar) => void
}

export interface GateOptions {
  /** The approved content of the release that stands, for sources without a history. */
  readonly standing?: ApprovedIndex | undefined
  /** Where approved content goes. Left out, the source is only checked. */
  readonly writer?: ApprovedWriter | undefined
  /**
   * Whether whoever calls will parse every article that is shown, as rendering does. The gate then
   * leaves their shape to that, where the work is shared out over threads.
   */
  readonly articlesAreParsedLater?: boolean
  /** Who goes on with what is settled while the rest is still read. */
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
  const checks = new DatasetChecks()
  const showable = new Showable()
  const settled: Settled[] = []
  const withheld: Withheld[] = []
  const cited = new Set<string>()
  const disclaimers: StoredDocument[] = []
  let read = 0
  const count = (content: StoredDocument): Pointer[] => {
    read += 1
    options.onDocument?.()
    const pointers = pointersIn(content)
    checks.add(content, pointers)
    for (const {target, to} of pointers) if (to[0] === 'citedWork') cited.add(target)
    return pointers
  }

  const settle = (one: Settled): void => {
    settled.push(one)
    options.next?.add(one, {settled, cited, disclaimers})
  }

  const decisions = await readDecisions(source, count)
  options.next?.expect(decisions.bySubject.size)
  const findings = [...decisions.findings, ...(await unknownTypes(source))]

  for (const type of contentTypes) {
    for await (const document of documentsOf(source, model[type].query)) {
      const content = contentOf(document)
      const pointers = count(content)
      const current = versionOf(content)
      const isSound = (): boolean => {
        const problems = shapeFindings(content, type)
        findings.push(...problems)
        return problems.length === 0
      }
      if (!isGoverned(type)) {
        if (isSound()) options.writer?.add(current.canonical)
        continue
      }

      const {standing, shortfall} = await verdictOn(current, {
        type,
        published: versions(source, current, options.standing),
        decisions: decisions.bySubject.get(content._id) ?? [],
        resolves: (pointer) => checks.resolves(pointer),
      })
      const isParsedLater =
        options.articlesAreParsedLater &&
        type === 'article' &&
        standing?.state === 'approved' &&
        !shortfall
      if (!isParsedLater && !isSound()) continue
      if (shortfall) {
        withheld.push({id: content._id, type, title: titleOf(content), ...shortfall})
      }
      if (type === 'disclaimer') disclaimers.push(standing?.candidate.content ?? content)
      if (standing?.state === 'approved') {
        const {candidate} = standing
        const place = options.writer?.add(candidate.canonical)
        settle({...settledOf(candidate.content, {type, ...standing}), place})
        showable.add(
          candidate.content,
          candidate === current ? pointers : pointersIn(candidate.content),
        )
      } else if (standing) {
        settle(settledOf(standing.candidate.content, {type, ...standing}))
      }
    }
  }

  return {
    settled,
    withheld,
    findings: [...findings, ...checks.findings()],
    showable,
    cited,
    disclaimers,
    read,
  }
}

/**
 * Says what readers get in the end: a page that needs another which they do not get waits with it.
 *
 * @param refused Documents that are approved and still not for readers, by id, each with the reason.
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

/** The published revisions of a document, newest first: what stands now, then what stood before. */
async function* versions(
  source: ContentSource,
  current: Version,
  standing: ApprovedIndex | undefined,
): AsyncGenerator<Version> {
  yield current
  const {_id} = current.content
  if (source.hasHistory) {
    for await (const document of pastStates(historyOf(source), _id))
      yield versionOf(contentOf(document))
  } else {
    const document = standing?.get(_id)
    if (document) yield versionOf(contentOf(document))
  }
}

/** Types that are no content: nothing of them is for readers. */
const behindTheScenes = ['submission', EXPORT_REPORT, 'sanity.fileAsset', 'system.release']

async function unknownTypes(source: ContentSource): Promise<Finding[]> {
  const known: string[] = [...Object.keys(model), ...behindTheScenes]
  const findings: Finding[] = []
  for await (const {_id, _type} of documentsOf(source, UNKNOWN_TYPES_QUERY, {known})) {
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
