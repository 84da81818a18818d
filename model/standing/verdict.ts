// What readers get of one governed document: which of its published revisions a reviewer has settled,
// and why that is not the newest, if it is not. For the gate, and for the Studio's checks.

import {standingOf, type Candidate, type Standing} from '../../review/approval.ts'
import type {Decision} from '../../review/decision.ts'
import {isGoverned, type GovernedType} from '../../review/governed.ts'
import {canonicalJson, digestOf, type StoredDocument} from '../../review/revision.ts'
import {pointersIn, type Pointer} from '../references.ts'
import {shapeFindings} from '../validate.ts'
import {authorsOf, whyUnapproved} from './unapproved.ts'

/** A published revision with the text that a release would carry. */
export interface Version extends Candidate {
  readonly content: StoredDocument
  readonly canonical: string
}

export function versionOf(content: StoredDocument): Version {
  const canonical = canonicalJson(content)
  return {content, canonical, revision: digestOf(canonical), authors: authorsOf(content)}
}

/** Why readers do not get the newest published text, and what they get instead. */
export interface Shortfall {
  readonly reason: string
  /** The last approved text, or nothing of it. */
  readonly shown: 'lastApproved' | 'nothing'
}

type SettledStanding = Extract<Standing<Version>, {state: 'approved' | 'retracted'}>

interface Verdict {
  /** What readers get of the document, if anything. */
  readonly standing?: SettledStanding
  /** Why that is not the newest published text, if it is not. */
  readonly shortfall?: Shortfall
}

interface Case {
  readonly type: GovernedType
  /** Newest first. */
  readonly published: AsyncIterable<Version>
  /** Those on the document that count. */
  readonly decisions: readonly Decision[]
  /** Whether what an older version points at is still there. */
  readonly resolves: (pointer: Pointer) => boolean
}

/** Decides what readers get of one governed document. */
export async function verdictOn(
  current: Version,
  {type, published, decisions, resolves}: Case,
): Promise<Verdict> {
  const standing = await standingOf(published, decisions)
  if (standing.state !== 'unapproved' && standing.candidate === current) return {standing}
  const reason = whyUnapproved(current, decisions)
  if (standing.state === 'unapproved') return {shortfall: {reason, shown: 'nothing'}}
  if (standing.state === 'retracted') return {standing, shortfall: {reason, shown: 'nothing'}}
  const obstacle = obstacleTo(standing.candidate, type, resolves)
  return obstacle === undefined
    ? {standing, shortfall: {reason, shown: 'lastApproved'}}
    : {shortfall: {reason: `${reason}; ${obstacle}`, shown: 'nothing'}}
}

/** Why an older version cannot be shown although it is approved: the content around it has moved on. */
function obstacleTo(
  {content}: Version,
  type: GovernedType,
  resolves: Case['resolves'],
): string | undefined {
  if (shapeFindings(content, type).length > 0) {
    return 'its last approved text no longer fits the content model'
  }
  const gone = pointersIn(content).find(
    (pointer) => pointer.kind === 'needs' && !pointer.to.some(isGoverned) && !resolves(pointer),
  )
  return gone && `its last approved text needs ${gone.target}, which is gone`
}
