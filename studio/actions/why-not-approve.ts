// Why the signed-in user cannot approve a text, for the buttons and boxes that do.

import {progressText} from '../../model/standing/progress.ts'
import {lacking} from '../../review/next-review.ts'
import type {Objection} from '../../review/trail.ts'
import type {Loadable} from '../review/loadable.ts'
import {usualKind} from '../review/objection.ts'
import type {OpenText} from '../review/use-review.ts'
import {refusalText} from '../review/wording.ts'

interface Circumstances {
  readonly type: string
  readonly text: OpenText | undefined
  readonly me: string
  readonly objection: Loadable<Objection | undefined>
  /** Whether the text lacks a word that the user may give. */
  readonly isEntitled: boolean
}

/** @returns a sentence; undefined if the user can approve it */
export function whyNotApprove({
  type,
  text,
  me,
  objection,
  isEntitled,
}: Circumstances): string | undefined {
  if (!text || objection.state === 'loading') return 'Looking up who wrote this text…'
  if (objection.state === 'failed') {
    return `The Studio could not look up who wrote this text: ${objection.problem}. Choose Approve to try again.`
  }
  const {value} = objection
  if (!isEntitled && (value === undefined || value === 'notEntitled')) {
    return `This text lacks words (${progressText(lacking(text.requirements))}), and your person page lets you give none of them. Ask an administrator if that is wrong.`
  }
  if (value !== undefined) {
    return refusalText(value, {kind: usualKind(type), reviewer: me})
  }
  if (text.authors.includes(me)) {
    return 'This text names you as its author, so another reviewer has to approve it.'
  }
  return undefined
}
