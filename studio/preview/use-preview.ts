// A document's page, kept up with what is typed.

import {useEffect, useState} from 'react'
import {useClient, type SanityDocument} from 'sanity'
import type {Finding} from '../../policy/finding.ts'
import type {Decision} from '../../review/decision.ts'
import {contentOf, type Revision} from '../../review/revision.ts'
import {API_VERSION} from '../environment.ts'
import type {PreviewedPage} from './render.ts'

export interface Preview {
  /** The last page that could be rendered. */
  readonly page: PreviewedPage | undefined
  /** What keeps the newest text from being a page. */
  readonly problems: readonly Finding[]
  /** Why nothing could be rendered, where that is no fault of the text. */
  readonly failure: string | undefined
}

/** How long typing must pause. */
const PAUSE_MS = 400

interface PreviewedText {
  readonly document: SanityDocument | null
  /** The revision that the document is in. */
  readonly revision: Revision | undefined
  /** Those on the document: a new one may change what its page says. */
  readonly decisions: readonly Decision[]
}

/** Keeps a document's page: the newest that could be rendered. */
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
    // The same revision is the same text, whichever object holds it.
  }, [client, revision, decisions])
  return preview
}
