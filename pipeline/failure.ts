// An expected failure: something that the user can fix, with a message that says how.

import type {Finding} from '../policy/finding.ts'
import {counted} from './counted.ts'

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

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({severity}) => severity === 'error')
}

/** @throws Failure with all of the findings, if one of them is an error. */
export function refuseErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(({severity}) => severity === 'error')
  if (errors.length === 0) return
  const documents = new Set(errors.map(({document}) => document)).size
  throw new Failure(
    `The content has ${counted(errors.length, 'error')} in ${counted(documents, 'document')}.`,
    'Fix these documents. Nothing was exported, and the current release did not change.',
    {findings},
  )
}
