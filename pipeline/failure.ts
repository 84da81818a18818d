// An expected failure: something that a person can mend, said so that they can.

import type {Finding} from '../policy/finding.ts'

export class Failure extends Error {
  override readonly name = 'Failure'
  /** What to do about it. */
  readonly hint: string
  /** The problems in the content, where it is the content that failed. */
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
