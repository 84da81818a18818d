// Why a decision of the signed-in user would not count. The lake refuses such decisions too.

import {candidateOf} from '../../model/standing/verdict.ts'
import type {Decision, DecisionKind} from '../../review/decision.ts'
import {trailOf, type AskHistory} from '../../review/history.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {kindsFor, type SignOffKind} from '../../review/sign-off-kind.ts'
import {disqualification, type Disqualification} from '../../review/signer.ts'
import {byDocument, caseFileOf, objectionToApproval, type Objection} from '../../review/trail.ts'
import type {Governance} from './governance.ts'

export interface ApprovalQuestion {
  /** A draft or a published document. */
  readonly document: StoredDocument
  readonly user: string
  /** The kind of word that the user would give. */
  readonly kind: SignOffKind
  /** All decisions on the document. */
  readonly decisions: readonly Decision[]
  readonly governance: Pick<Governance, 'plans' | 'signersFor'>
}

/**
 * Why an approval of a document by a user would not count; undefined if it would.
 *
 * @throws Error if the lake does not answer
 */
export async function objectionTo(
  ask: AskHistory,
  {document, user, kind, decisions, governance}: ApprovalQuestion,
): Promise<Objection | undefined> {
  const {_id: subject, _type: type} = contentOf(document)
  const {revision, plan} = candidateOf(document, governance.plans)
  const entries = await trailOf(ask, [subject, ...decisions.map(({id}) => id)])
  const known = caseFileOf(subject, decisions, byDocument(entries))
  // The lake judges who may have filed a decision. The Studio takes all of them as genuine.
  const administrators = new Set(
    known.decisions.flatMap(({filed}) => filed.map(({author}) => author)),
  )
  return objectionToApproval(
    user,
    {subject, revision, kind, now: new Date().toISOString()},
    {...known, administrators},
    {type, signers: governance.signersFor(type), plan},
  )
}

/**
 * Why a person may not request changes or retract; undefined if they may.
 *
 * @param me The id of the person.
 */
export function objectionToOther(
  decision: Exclude<DecisionKind, 'approved'>,
  {
    type,
    me,
    governance,
  }: {
    readonly type: string
    readonly me: string
    readonly governance: Pick<Governance, 'signersFor'>
  },
): Disqualification | undefined {
  const signers = governance.signersFor(type)
  // A retraction counts also if its reviewer has left. But a user without a page can file none.
  if (!signers.has(me)) return 'noPage'
  const one: Decision = {
    id: '',
    subject: '',
    revision: '',
    decision,
    kind: usualKind(type),
    reviewer: me,
    decidedAt: new Date().toISOString(),
  }
  return disqualification(one, type, signers)
}

/** The kind of word that documents of a type need, if no plan says otherwise. */
export function usualKind(type: string): SignOffKind {
  return kindsFor(type)[0] ?? 'clinical'
}
