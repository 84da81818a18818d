// Makes the preview of a document. The Studio loads this file only when a user opens a preview, because
// the rendering code and its citation styles are large.

import type {Finding} from '../../policy/finding.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {compose} from './compose.ts'
import {gather, type PageClient} from './gather.ts'
import {standalone} from './standalone.ts'
import {styles} from './styles.ts'

export interface PreviewedPage {
  /** A page that loads nothing but its images. */
  readonly html: string
  /** Titles of other documents whose unapproved words the page shows. */
  readonly unapproved: readonly string[]
}

export type Rendered = PreviewedPage | {readonly problems: readonly Finding[]}

/**
 * Renders a document as an export would.
 *
 * @param document The document's content, under its published id.
 * @throws Error if the lake does not answer.
 */
export async function renderPreview(
  client: PageClient,
  document: StoredDocument,
  signal: AbortSignal,
): Promise<Rendered> {
  const {documents, imageUrls} = await gather(client, document, signal)
  const composed = compose(document, documents, new Date().toISOString())
  if ('problems' in composed) return composed
  return {html: standalone(composed, {imageUrls, styles}), unapproved: composed.unapproved}
}
