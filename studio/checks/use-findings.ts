// The findings in an open document, which follow what a writer types.

import {useEffect, useState} from 'react'
import {useClient, type SanityDocument} from 'sanity'
import type {Finding} from '../../policy/finding.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {findingsIn} from './findings.ts'

/** How long the writer must pause before the text is checked. */
const PAUSE_MS = 300

export interface Checked {
  /** The findings in the text at the last pause; undefined before the first one. */
  readonly findings: readonly Finding[] | undefined
  /** Why the text could not be checked. */
  readonly problem: string | undefined
}

export function useFindings(document: SanityDocument | null): Checked {
  const client = useClient({apiVersion: API_VERSION})
  const [checked, setChecked] = useState<Checked>({findings: undefined, problem: undefined})
  useEffect(() => {
    if (!document) return undefined
    let left = false
    const show = (change: Partial<Checked>): void => {
      if (!left) setChecked((before) => ({...before, problem: undefined, ...change}))
    }
    const timer = setTimeout(() => {
      findingsIn(client, document).then(
        (findings) => show({findings}),
        (error: unknown) => show({problem: error instanceof Error ? error.message : String(error)}),
      )
    }, PAUSE_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [client, document])
  return checked
}
