// The page of a document, which follows what a writer types.

import {useEffect, useState} from 'react'
import {useClient, type SanityDocument} from 'sanity'
import type {Finding} from '../../policy/finding.ts'
import type {Decision} from '../../review/decision.ts'
import {contentOf, type Revision} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import type {PreviewedPage} from './render.ts'

export interface Preview {
  /** The last page that could be rendered. */
  readonly page: PreviewedPage | undefined
  /** The reasons why the newest text cannot be a page. */
  readonly problems: readonly Finding[]
  /** Why rendering failed, if the text is not the reason. */
  readonly failure: string | undefined
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
  const [preview, setPreview] = useState<Preview>({
    page: undefined,
    problems: [],
    failure: undefined,
  })
  useEffect(() => {
    if (!document) return undefined
    const leaving = new AbortController()
    const show = (change: Partial<Preview>): void => {
      if (leaving.signal.aborted) return
      setPreview(({page}) => ({page, problems: [], failure: undefined, ...change}))
    }
    const refresh = async (): Promise<void> => {
      const {renderPreview} = await import('./render.ts')
      const rendered = await renderPreview(client, contentOf(document), leaving.signal)
      show('problems' in rendered ? rendered : {page: rendered})
    }
    const timer = setTimeout(() => {
      refresh().catch((error: unknown) => {
        show({failure: error instanceof Error ? error.message : String(error)})
      })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
    // The revision tells whether the text has changed. The document may be a new object with the same text.
  }, [client, revision, decisions])
  return preview
}
