// The findings of the editorial rules in a document while a writer types. The marks in the form and the
// pane beside it share them.

import {titleOf} from '../../model/standing/settled.ts'
import {check} from '../../policy/check.ts'
import type {Finding} from '../../policy/finding.ts'
import {stringOf} from '../../policy/references.ts'
import {factsOf} from '../../policy/rendition.ts'
import type {Context, SettledRecord} from '../../policy/rule.ts'
import {today} from '../../review/days.ts'
import {onceFor} from '../../review/once.ts'
import {contentOf, revisionOf, type Revision, type StoredDocument} from '../../review/revision.ts'
import {loadContext, type LakeClient} from './load-context.ts'

/** How long the context of a document is reused. A writer types faster than a library changes. */
const FRESH_MS = 10_000

/** The Studio shows so many findings of one kind. A browser would take seconds to show thousands. */
export const MOST_SHOWN = 100

interface Known {
  readonly context: Promise<Context>
  readonly until: number
}

const known = new Map<string, Known>()

/** The form, its marks and the pane ask about the same text, each with an object of its own, so it is checked once. */
const checkerIn = onceFor((context: Context) => {
  let last: {readonly revision: Revision; readonly findings: Finding[]} | undefined
  return (document: StoredDocument): Finding[] => {
    const revision = revisionOf(document)
    if (last?.revision !== revision) {
      last = {revision, findings: check(contentOf(document), context)}
    }
    return last.findings
  }
})

/**
 * The findings in a document.
 *
 * @param document A draft or a published document.
 * @throws Error if the lake does not answer
 */
export async function findingsIn(client: LakeClient, document: StoredDocument): Promise<Finding[]> {
  return inOrder(checkerIn(await contextFor(client, document))(document))
}

/** Errors come first, and findings of one rule together. */
export function inOrder<One extends Pick<Finding, 'rule' | 'severity'>>(
  findings: readonly One[],
): One[] {
  return (['error', 'warning'] as const).flatMap((severity) =>
    [...Map.groupBy(findings, ({rule}) => rule).values()]
      .flat()
      .filter((finding) => finding.severity === severity),
  )
}

/**
 * Findings that say the same, together: of one rule, with messages that differ in names, numbers, days or addresses
 * only. They keep the order of the first of each.
 */
export function alike(findings: readonly Finding[]): Finding[][] {
  return [...Map.groupBy(findings, ({rule, message}) => `${rule} ${patternOf(message)}`).values()]
}

/** A message without what differs from place to place. */
function patternOf(message: string): string {
  return message.replaceAll(
    /“[^”]*”|"[^"]*"|https?:\S+|(?:\p{Lu}\p{Ll}+ )?\d+(?:[-.,]\s?\d+)*/gu,
    '…',
  )
}

/**
 * The findings that a document will have once a reviewer has approved it today. What an approval cures, such as a
 * review that is overdue, is not among them.
 *
 * @param document A draft or a published document.
 * @param reviewer The id of the page of the reviewer.
 * @throws Error if the lake does not answer
 */
export async function findingsOnceApproved(
  client: LakeClient,
  document: StoredDocument,
  reviewer: string,
): Promise<Finding[]> {
  const context = await contextFor(client, document)
  const content = contentOf(document)
  const record = context.settled.get(content._id)
  const approved: SettledRecord = {
    type: content._type,
    state: 'approved',
    title: titleOf(content),
    language: stringOf(content.language),
    facts: factsOf(content),
    revision: revisionOf(content),
    slug: record?.slug,
    reviewers: [...(record?.reviewers ?? []), reviewer],
    decidedOn: today(),
    firstPublished: record?.firstPublished ?? today(),
    nextReview: undefined,
  }
  const settled = {
    get: (id: string) => (id === content._id ? approved : context.settled.get(id)),
  }
  return check(content, {...context, settled})
}

async function contextFor(client: LakeClient, document: StoredDocument): Promise<Context> {
  const content = contentOf(document)
  const remembered = known.get(content._id)
  if (remembered && remembered.until > Date.now()) return remembered.context
  const context = loadContext(client, content)
  known.set(content._id, {context, until: Date.now() + FRESH_MS})
  try {
    return await context
  } catch (error) {
    // A failure is not remembered, so the next call tries again.
    known.delete(content._id)
    throw error
  }
}
