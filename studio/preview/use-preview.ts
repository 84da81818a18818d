// The page of a document, which follows what a writer types.

import {useMemo} from 'react'
import {useClient, type SanityDocument} from 'sanity'
import type {Finding} from '../../policy/finding.ts'
import type {Decision} from '../../review/decision.ts'
import {contentOf, type Revision} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {problemOf, valueOf} from '../review/loadable.ts'
import {useLast, useLoadable} from '../review/use-loadable.ts'
import type {PreviewedPage} from './render.ts'

export interface Preview {
  /** The last page that could be rendered. */
  readonly page: PreviewedPage | undefined
  /** The reasons why the newest text cannot be a page. */
  readonly problems: readonly Finding[]
  /** Why rendering failed, if the text is not the reason. */
  readonly failure: string | undefined
  readonly retry: () => void
}

/** How long the writer must pause before the page is rendered. */
const PAUSE_MS = 400

interface PreviewedText {
  readonly document: SanityDocument | null
  /** The revision of the document. */
  readonly revision: Revision | undefined
  /** All decisions on the document. A new one may change its page. */
  readonly decisions: readonly Decision[]
}

/** The newest page of a document that could be rendered. */
export function usePreview({document, revision, decisions}: PreviewedText): Preview {
  const client = useClient({apiVersion: API_VERSION})
  const ask = useMemo(
    () =>
      document
        ? async (signal: AbortSignal) => {
            const {renderPreview} = await import('./render.ts')
            return renderPreview(client, contentOf(document), signal)
          }
        : undefined,
    // The revision tells whether the text has changed. The document may be a new object with the same text.
    [client, revision, decisions],
  )
  const {loadable, retry} = useLoadable(ask, PAUSE_MS)
  const last = useLast(valueOf(loadable))
  const failure = problemOf(loadable)
  return {
    page: useLast(last && 'html' in last ? last : undefined),
    problems: failure === undefined && last && 'problems' in last ? last.problems : [],
    failure,
    retry,
  }
}
