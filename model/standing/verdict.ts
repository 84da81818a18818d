// Decides which published revision of a governed document readers get, and explains why it is not the
// newest. The gate and the Studio's checks both use it.

import type {Finding} from '../../policy/finding.ts'
import {standingOf, type Candidate, type Standing} from '../../review/approval.ts'
import {isGoverned, type GovernedType} from '../../review/governed.ts'
import {
  canonicalJson,
  contentOf,
  digestOf,
  revisionOf,
  type StoredDocument,
} from '../../review/revision.ts'
import type {Case} from '../../review/trail.ts'
import {pointersIn, type Pointer} from '../references.ts'
import {shapeFindings} from '../validate.ts'
import {planOf, type Plans} from './plans.ts'
import {authorsOf, whyFaulty, whyUnapproved} from './unapproved.ts'

/** A published revision with the text that a release would carry. */
export interface Version extends Candidate {
  readonly content: StoredDocument
  readonly canonical: string
}

export function versionOf(content: StoredDocument, plans: Plans): Version {
  const canonical = canonicalJson(content)
  return {
    content,
    canonical,
    revision: digestOf(canonical),
    authors: authorsOf(content),
    plan: planOf(content, plans),
    reviewInterval: content.reviewInterval,
  }
}

/** A stored document, as far as its approval depends on it. Its plan is the one of the text as it is. */
export function candidateOf(document: StoredDocument, plans: Plans): Candidate {
  return {
    revision: revisionOf(document),
    authors: authorsOf(document),
    plan: planOf(contentOf(document), plans),
    reviewInterval: document.reviewInterval,
  }
}

/**
 * The published versions of a document, newest first.
 *
 * @param earlier Texts before the current one, newest first; read only as far as needed.
 */
export async function* versionsFrom(
  current: Version,
  earlier: AsyncIterable<StoredDocument>,
  plans: Plans,
): AsyncGenerator<Version> {
  yield current
  for await (const document of earlier) yield versionOf(contentOf(document), plans)
}

/** Why readers do not get the newest published text, and what they get instead. */
export interface Shortfall {
  readonly reason: string
  /** The last approved text, or nothing. */
  readonly shown: 'lastApproved' | 'nothing'
}

type SettledStanding = Extract<Standing<Version>, {state: 'approved' | 'retracted'}>

interface Verdict {
  /** Absent if readers get nothing, not even a notice. */
  readonly standing?: SettledStanding
  /** Absent if the standing is that of the newest published text. */
  readonly shortfall?: Shortfall
}

interface Matter {
  readonly type: GovernedType
  /** What is wrong with the shape of the newest version. */
  readonly errors: readonly Finding[]
  /** Newest first. */
  readonly published: AsyncIterable<Version>
  /** The decisions on the document. */
  readonly decided: Case
  /** Whether the target of a reference in an older version still exists. */
  readonly resolves: (pointer: Pointer) => boolean
}

/**
 * Decides what readers get of one governed document. A newest text with errors waits like any other
 * that is not approved. If it is approved all the same, the text before it does not come back. A
 * retraction counts whatever is wrong with the text.
 */
export async function verdictOn(
  current: Version,
  {type, errors, published, decided, resolves}: Matter,
): Promise<Verdict> {
  const standing = await standingOf(published, decided)
  const fault = errors.length === 0 ? undefined : whyFaulty(errors)
  if (standing.state !== 'unapproved' && standing.candidate === current) {
    if (fault === undefined) return {standing}
    const shortfall: Shortfall = {reason: fault, shown: 'nothing'}
    return standing.state === 'retracted' ? {standing, shortfall} : {shortfall}
  }
  const reason = fault ?? whyUnapproved(current, decided)
  if (standing.state === 'unapproved') return {shortfall: {reason, shown: 'nothing'}}
  if (standing.state === 'retracted') return {standing, shortfall: {reason, shown: 'nothing'}}
  const obstacle = obstacleTo(standing.candidate, type, resolves)
  return obstacle === undefined
    ? {standing, shortfall: {reason, shown: 'lastApproved'}}
    : {shortfall: {reason: `${reason}; ${obstacle}`, shown: 'nothing'}}
}

/** Why an approved older version cannot be shown: the content around it may have changed since. */
function obstacleTo(
  {content}: Version,
  type: GovernedType,
  resolves: Matter['resolves'],
): string | undefined {
  if (shapeFindings(content, type).length > 0) {
    return 'its last approved text no longer fits the content model'
  }
  const gone = pointersIn(content).find(
    (pointer) => pointer.kind === 'needs' && !pointer.to.some(isGoverned) && !resolves(pointer),
  )
  return gone && `its last approved text needs ${gone.target}, which is gone`
}
