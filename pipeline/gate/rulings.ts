// Reports the decisions that do not count, and what can be done about each.

import type {Finding} from '../../policy/finding.ts'
import type {Decision} from '../../review/decision.ts'
import {
  disqualification,
  disqualifications,
  type Disqualification,
  type SignerIndex,
} from '../../review/signer.ts'
import type {Objection, Ruling} from '../../review/trail.ts'

type Text = Pick<Finding, 'rule' | 'path' | 'message' | 'hint'>

/**
 * One finding for each decision that does not count. A retraction counts also if its author is no
 * reviewer any more, because the page must not come back when a reviewer leaves. That is reported too.
 *
 * @param type The type of the document decided on.
 * @param signers The people whose words count for that type.
 */
export function findingsAbout(
  rulings: readonly Ruling[],
  type: string,
  signers: SignerIndex,
): Finding[] {
  return rulings.flatMap(({decision, objection, isImported}) => {
    // An imported history may hold approvals of texts that were not imported. They have no effect.
    if (objection === 'unknownText' && isImported) return []
    // That a later text replaces an earlier one is how it should be.
    if (objection === 'superseded') return []
    // It was reported when it was read.
    if (objection === 'misdated') return []
    if (objection) return [findingOf(decision, texts[objection](decision))]
    const hasLeft =
      decision.decision === 'retracted' &&
      disqualification({...decision, decision: 'changesRequested'}, type, signers) !== undefined
    return hasLeft ? [findingOf(decision, byFormerReviewer(decision))] : []
  })
}

function findingOf({id}: Decision, text: Text): Finding {
  return {severity: 'warning', document: id, type: 'review', ...text}
}

function byFormerReviewer({reviewer}: Decision): Text {
  return {
    rule: 'not-a-reviewer',
    path: 'reviewer',
    message: `points at ${reviewer}, who is not a reviewer, but a retraction counts all the same`,
    hint: 'Have a reviewer approve the document if readers should get it again.',
  }
}

function notEntitled(objection: Disqualification, {rule, hint}: Pick<Text, 'rule' | 'hint'>) {
  return (decision: Decision): Text => ({
    rule,
    path: 'reviewer',
    message: `is by ${decision.reviewer} and does not count, because ${disqualifications[objection](decision)}`,
    hint,
  })
}

const texts: Record<Exclude<Objection, 'superseded' | 'misdated'>, (decision: Decision) => Text> = {
  forged: ({reviewer}) => ({
    rule: 'forged-decision',
    path: 'reviewer',
    message: `names ${reviewer}, but the log says that another user wrote it: it does not count`,
    hint: 'Have the reviewer decide in their own name, and find out who did this.',
  }),
  unknownText: ({subject, filedAt}) => ({
    rule: 'unknown-text',
    path: 'revision',
    message: `approves a text that ${subject} did not have by then (the log dates the decision ${filedAt}): it does not count`,
    hint: 'Have a reviewer read the text as it is now, and decide on that.',
  }),
  ownWords: ({reviewer, subject}) => ({
    rule: 'four-eyes',
    path: 'reviewer',
    message: `is by ${reviewer}, who by the log helped to write ${subject} since its last approved text: it does not count`,
    hint: 'Have another reviewer decide.',
  }),
  noPage: notEntitled('noPage', {
    rule: 'not-a-reviewer',
    hint: 'Have an administrator approve the page of that person, or have another reviewer decide.',
  }),
  notEntitled: notEntitled('notEntitled', {
    rule: 'not-a-reviewer',
    hint: 'Give the person that role, or have a reviewer decide.',
  }),
  notRegistered: notEntitled('notRegistered', {
    rule: 'not-registered',
    hint: 'Correct the registration on that page, or have another reviewer decide.',
  }),
  ownPage: notEntitled('ownPage', {
    rule: 'own-page',
    hint: 'Have another administrator decide.',
  }),
}
