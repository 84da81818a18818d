// Finds the documents that wait for the words of a person.

import {getDraftId} from '@sanity/client/csm'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {isWaiting} from '../../review/status.ts'
import {caseIn, governanceOf} from './governance.ts'
import type {RequestRecords} from './records.ts'

type Request = RequestRecords['submissions'][number]

/**
 * The documents of which an open request asks a person, unless the person has answered it.
 *
 * @param records The requests that ask the person, with all decisions on their documents.
 * @param me The id of the person.
 * @returns the oldest open request about each, the oldest first
 */
export function waitingFor(
  {submissions, decisions, ...records}: RequestRecords,
  me: string,
): Request[] {
  const governance = governanceOf(records)
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  const open = submissions.filter((submission) => {
    const {subject, type = '', revision, requirements, submittedAt} = submission
    const decided = decisionsOn.get(subject) ?? []
    const isAnswered = decided.some(
      (one) =>
        one.reviewer === me &&
        one.revision === revision &&
        Date.parse(one.decidedAt) >= Date.parse(submittedAt),
    )
    const text = {revision, plan: requirements}
    const facts = {decided: caseIn(governance, type, decided), submissions: [submission]}
    return !isAnswered && isWaiting(text, facts)
  })
  const ordered = open.toSorted((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt))
  return [...Map.groupBy(ordered, ({subject}) => subject).values()].flatMap((alike) =>
    alike.slice(0, 1),
  )
}

/** A request whose document still has a text to decide on. */
export interface WaitingRequest extends Request {
  /** Whether the text was changed after the request. */
  readonly isChanged: boolean
}

/**
 * The requests whose texts are still there. A text that was discarded is gone. A text that was changed has to be
 * submitted again.
 *
 * @param documents The drafts and the published texts of their documents.
 */
export function withTexts(
  requests: readonly Request[],
  documents: readonly StoredDocument[],
): WaitingRequest[] {
  const byId = new Map(documents.map((document) => [document._id, document]))
  return requests.flatMap((request) => {
    const {subject, revision} = request
    const draft = byId.get(getDraftId(subject))
    const texts = [draft, byId.get(subject)].flatMap((text) => text ?? [])
    const isThere = texts.some((text) => revisionOf(text) === revision)
    return isThere || draft ? [{...request, isChanged: !isThere}] : []
  })
}
