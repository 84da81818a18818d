// What stands after the gate.

import {ADDRESS_FORM, formerSlugsOf, slugOf} from '../../policy/addresses.ts'
import type {SettledRecord} from '../../policy/rule.ts'
import {dayOf} from '../../review/days.ts'
import type {Decision} from '../../review/decision.ts'
import type {GovernedType} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'

/** Where a line stands in the file, in bytes. */
export interface FileSpan {
  readonly offset: number
  readonly length: number
}

/** A governed document whose standing a reviewer has settled: readers may see it, or are told that it is gone. */
export interface Settled {
  readonly id: string
  readonly type: GovernedType
  readonly state: 'approved' | 'retracted'
  readonly decision: Decision
  /** The heading, address and summary of the settled revision, where it has them. */
  readonly title: string
  readonly slug?: string | undefined
  readonly summary?: string | undefined
  /** Where its page stood before. */
  readonly formerSlugs: readonly string[]
  /** Where its text was written, if it was. */
  readonly place?: FileSpan | undefined
}

/** What a decision settles of a document: its heading, address and summary are those of the revision. */
export function settledOf(
  content: StoredDocument,
  {type, state, decision}: Pick<Settled, 'type' | 'state' | 'decision'>,
): Settled {
  return {
    id: content._id,
    type,
    state,
    decision,
    title: titleOf(content),
    slug: slugOf(content),
    summary: textAt(content, 'summary'),
    // Each names a file, and no schema may have seen them yet.
    formerSlugs: formerSlugsOf(content).filter((slug) => ADDRESS_FORM.test(slug)),
  }
}

/** What the editorial rules may know of a settled document. */
export function settledRecord({type, state, slug, decision}: Settled): SettledRecord {
  return {
    type,
    state,
    slug,
    reviewer: decision.reviewer,
    decidedOn: dayOf(decision.decidedAt),
    nextReview: decision.nextReview,
  }
}

/** The heading of a document, whichever field holds it in its type. */
export function titleOf(content: StoredDocument): string {
  return (
    textAt(content, 'title') ??
    textAt(content, 'name') ??
    textAt(content, 'question') ??
    content._id
  )
}

function textAt(content: StoredDocument, field: string): string | undefined {
  const value = content[field]
  return typeof value === 'string' ? value : undefined
}
