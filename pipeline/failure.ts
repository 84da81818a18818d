// An expected failure: something that the user can fix, with a message that says how.

import {diskTrouble} from '../disk/trouble.ts'
import type {Finding} from '../policy/finding.ts'

export class Failure extends Error {
  override readonly name = 'Failure'
  /** What the user can do about it. */
  readonly hint: string
  /** The problems in the content, if the content is the cause. */
  readonly findings: readonly Finding[]

  constructor(
    message: string,
    hint: string,
    options: {cause?: unknown; findings?: readonly Finding[]} = {},
  ) {
    super(message, {cause: options.cause})
    this.hint = hint
    this.findings = options.findings ?? []
  }
}

/**
 * The failure that an error of the disk is. Undefined for any other error.
 *
 * @param task What could not be done, as a sentence.
 */
export function diskFailure(error: unknown, task: string): Failure | undefined {
  const trouble = diskTrouble(error)
  return trouble && new Failure(`${task} ${trouble.message}`, trouble.hint, {cause: error})
}
