// Explains why readers do not get a published revision. The export and the Studio both show the reason.

import {formatFinding, shorten, type Finding} from '../../policy/finding.ts'
import {referencesIn} from '../../policy/references.ts'
import type {Candidate} from '../../review/approval.ts'
import {decisionOn, type Decision} from '../../review/decision.ts'
import type {StoredDocument} from '../../review/revision.ts'

/**
 * Why readers do not get a revision.
 *
 * @param decisions All valid decisions on its document.
 */
export function whyUnapproved(
  {revision, authors}: Candidate,
  decisions: readonly Decision[],
): string {
  const newest = decisionOn(decisions, revision)
  if (newest?.decision === 'changesRequested') return 'a reviewer has asked for changes'
  if (newest?.decision === 'approved' && authors.includes(newest.reviewer)) {
    return 'only its own author has approved it'
  }
  return decisions.some(({decision}) => decision === 'approved')
    ? 'it was edited after its last approval'
    : 'no reviewer has approved it'
}

/** The error in a reason has at most this many characters. */
const LONGEST_REASON = 300

/**
 * Why readers do not get a document that has errors. The report lists all of them.
 *
 * @param errors At least one.
 */
export function whyFaulty(errors: readonly Finding[]): string {
  const [first] = errors
  const words = first ? shorten(`: ${first.path} ${formatFinding(first)}`, LONGEST_REASON) : ''
  return errors.length === 1
    ? `it has an error${words}`
    : `it has ${errors.length} errors, the first${words}`
}

/** The ids of the people that a document names as its authors. */
export function authorsOf({authors}: StoredDocument): string[] {
  return referencesIn(authors).map(({target}) => target)
}
