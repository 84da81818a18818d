// Renders the page that an export would write from a draft, with the same code. If the draft cannot be a
// page, returns the problems.

import {isDocumentType} from '../../model/index.ts'
import type {Person} from '../../model/person.ts'
import {pointersIn, type Pointer} from '../../model/references.ts'
import {decisionOf, review} from '../../model/review.ts'
import type {Plans} from '../../model/standing/plans.ts'
import {settledOf, type Settled} from '../../model/standing/settled.ts'
import {candidateOf} from '../../model/standing/verdict.ts'
import {DatasetChecks, shapeFindings} from '../../model/validate.ts'
import {type Finding, WHOLE} from '../../policy/finding.ts'
import {targetOf} from '../../policy/references.ts'
import {sizeFinding} from '../../policy/size.ts'
import {renderPage} from '../../render/channels/web/render-page.ts'
import type {ImageUse} from '../../render/page/images.ts'
import {Library} from '../../render/page/library.ts'
import {assemblePage, pageDocument} from '../../render/page/page.ts'
import {approvalOf, datesOf, lastApprovalOn, type Approval} from '../../review/approval.ts'
import type {Decision} from '../../review/decision.ts'
import {isAdministrative, isGoverned, isPageType} from '../../review/governed.ts'
import type {SignOff} from '../../review/plan.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {Case} from '../../review/trail.ts'
import {channelNames, type ChannelName} from '../../schemas/data/channels.ts'
import {caseIn, governanceAmong, type Governance} from '../review/governance.ts'
import {pointersShown} from './gather.ts'

export interface ComposedPage {
  readonly html: string
  readonly images: readonly ImageUse[]
  /** Whether exactly this text of the document is approved. */
  readonly isApproved: boolean
  /** Titles of other documents whose unapproved words the page shows. */
  readonly unapproved: readonly string[]
}

export type Composed = ComposedPage | {readonly problems: readonly Finding[]}

/** Takes the place of the reviewer on a page without an approval. */
const noReviewer: Person = {
  _id: 'no-reviewer-yet',
  _type: 'person',
  name: 'no reviewer yet (not approved)',
  roles: ['reviewer'],
}

/**
 * Renders a document with its surroundings.
 *
 * @param around The result of `gather`.
 * @param now ISO 8601. A page without an approval shows this day as its review, and as that of its last change.
 */
export function compose(
  document: StoredDocument,
  around: readonly StoredDocument[],
  now: string,
): Composed {
  const surroundings = around.filter((each) => !isBrokenTable(each))
  const problems = problemsIn(document, surroundings)
  if (problems.length > 0) return {problems}
  const documents = [...surroundings, document, noReviewer]
  const {governance, casesOf} = decisionsIn(surroundings)
  const needed = neededFor(document, surroundings)
  const standings = documents.flatMap((each) =>
    previewStandingOf(each, {
      plans: governance.plans,
      decided: casesOf(each),
      isNeeded: needed.has(each._id),
      now,
    }),
  )
  const settled = standings.map((each) => each.settled)
  const library = Library.of(settled, documents, {isWhole: false})
  const pageIn = assemblePage(pageDocument(document), library)
  const bare = channelNames.filter((channel) => pageIn(channel).disclaimers.length === 0)
  if (bare.length > 0) return {problems: [noDisclaimer(document, bare)]}
  const {files, images} = renderPage(pageIn('web'), library)
  const unapproved = standings.filter(({isApproved}) => !isApproved).map(({settled}) => settled)
  return {
    html: files.map(({content}) => content.toString()).join(''),
    images,
    isApproved: !unapproved.some(({id}) => id === document._id),
    unapproved: unapproved
      .filter(
        ({id, type}) =>
          id !== document._id &&
          id !== noReviewer._id &&
          (needed.has(id) || type === 'clinic' || type === 'siteWords'),
      )
      .map(({title}) => title),
  }
}

/** Whether a document has words around texts, and errors. An export shows other words then. */
function isBrokenTable(document: StoredDocument): boolean {
  return document._type === 'siteWords' && shapeFindings(document, 'siteWords').length > 0
}

/** Every error that would hold back this page even after an approval. */
function problemsIn(document: StoredDocument, surroundings: readonly StoredDocument[]): Finding[] {
  const tooLarge = [document, ...surroundings].flatMap((each) => sizeFinding(each) ?? [])
  if (tooLarge.length > 0) return tooLarge
  const checks = new DatasetChecks()
  checks.add(document, pointersIn(document))
  for (const each of surroundings) checks.add(each, pointersShown(each))
  const misshapen = [document, ...surroundings].flatMap((each) =>
    isDocumentType(each._type) ? shapeFindings(each, each._type) : [],
  )
  return [...misshapen, ...checks.findings()]
}

function noDisclaimer({_id, _type}: StoredDocument, bare: readonly ChannelName[]): Finding {
  return {
    rule: 'no-disclaimer',
    severity: 'error',
    document: _id,
    type: _type,
    path: WHOLE,
    message: `has no disclaimer in the channel ${bare.join(', ')}: no published and approved disclaimer applies to it`,
    hint: 'Get a disclaimer approved that applies to every page, or to these therapies.',
  }
}

/** Who may sign off, and the case of each document, by the decisions that surround a document. */
function decisionsIn(documents: readonly StoredDocument[]): {
  readonly governance: Governance
  readonly casesOf: (document: StoredDocument) => Case
} {
  const decisions = documents.flatMap((document) => {
    const {data} = review.safeParse(document)
    return data ? [decisionOf(data)] : []
  })
  const governance = governanceAmong(documents, decisions)
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  return {
    governance,
    casesOf: ({_id, _type}) => caseIn(governance, _type, decisionsOn.get(_id) ?? []),
  }
}

/**
 * The ids of the document and of all documents whose words its page needs. A page shows neither the decisions
 * on people and site settings nor the administrators who made them. Of a page to which it only links, it shows
 * nothing.
 */
function neededFor(document: StoredDocument, surroundings: readonly StoredDocument[]): Set<string> {
  const own = neededAmong(pointersIn(document))
  const administrative = new Set(
    surroundings.flatMap(({_id, _type}) => (isAdministrative(_type) ? [_id] : [])),
  )
  const shown = surroundings.filter(
    ({_id, _type, subject}) =>
      !administrative.has(targetOf(subject) ?? '') && (!isPageType(_type) || own.includes(_id)),
  )
  return new Set([
    document._id,
    noReviewer._id,
    'siteSettings',
    ...own,
    ...neededAmong(shown.flatMap(pointersShown)),
  ])
}

function neededAmong(pointers: readonly Pointer[]): string[] {
  return pointers.filter(({kind}) => kind === 'needs').map(({target}) => target)
}

interface Circumstances {
  readonly plans: Plans
  readonly decided: Case
  readonly isNeeded: boolean
  readonly now: string
}

interface PreviewStanding {
  readonly settled: Settled
  readonly isApproved: boolean
}

/**
 * The standing of a document in the preview: its approval, or a placeholder if the page needs the
 * document. A document that the page only links to, or can leave out, also counts with an earlier
 * approval, because an export would take that earlier text.
 */
function previewStandingOf(
  document: StoredDocument,
  {plans, decided, isNeeded, now}: Circumstances,
): PreviewStanding[] {
  const {_id, _type: type} = document
  if (!isGoverned(type)) return []
  const approved = (approval: Approval): Settled =>
    settledOf(document, {type, state: 'approved', ...approval})
  const candidate = candidateOf(document, plans)
  const approval = approvalOf(candidate, decided)
  if (approval) return [{settled: approved(approval), isApproved: true}]
  if (isNeeded) {
    const placeholder: Decision = {
      id: 'not-approved',
      subject: _id,
      revision: candidate.revision,
      decision: 'approved',
      kind: 'clinical',
      reviewer: noReviewer._id,
      decidedAt: now,
    }
    const signOff: SignOff = {state: 'open', requirements: [], words: [placeholder]}
    const dates = datesOf(candidate, decided, placeholder)
    return [
      {
        settled: approved({decision: placeholder, signOff, dates, sameMessage: []}),
        isApproved: false,
      },
    ]
  }
  const last = lastApprovalOn(candidate, decided)
  const earlier = last && approvalOf({...candidate, revision: last.revision}, decided)
  return earlier ? [{settled: approved(earlier), isApproved: false}] : []
}
