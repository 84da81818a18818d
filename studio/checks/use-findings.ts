// The findings in an open document, which follow what a writer types.

import {useMemo} from 'react'
import {useClient, type SanityDocument} from 'sanity'
import type {Finding} from '../../policy/finding.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {valueOf} from '../review/loadable.ts'
import {useLast, useLoadable, type Retryable} from '../review/use-loadable.ts'
import {findingsIn, findingsOnceApproved} from './findings.ts'

/** How long the writer must pause before the text is checked. */
export const PAUSE_MS = 300

interface CheckedText {
  readonly findings: readonly Finding[]
  readonly text: SanityDocument
}

export interface Checked extends Retryable<CheckedText> {
  /** The findings in the last text that was checked, perhaps an earlier one; undefined before the first. */
  readonly findings: readonly Finding[] | undefined
  /** That text. */
  readonly text: SanityDocument | undefined
}

/**
 * Checks an open document.
 *
 * @param approver The id of the page of a reviewer, to check the document as it is once they have approved it.
 */
export function useFindings(document: SanityDocument | null, approver?: string): Checked {
  const client = useClient({apiVersion: API_VERSION})
  const ask = useMemo(() => {
    if (!document) return undefined
    return async () => ({
      text: document,
      findings: await (approver === undefined
        ? findingsIn(client, document)
        : findingsOnceApproved(client, document, approver)),
    })
  }, [client, document, approver])
  const checks = useLoadable(ask, PAUSE_MS)
  const last = useLast(valueOf(checks.loadable))
  return {...checks, findings: last?.findings, text: last?.text}
}
