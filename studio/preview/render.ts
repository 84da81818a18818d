// From a document to what its preview shows. Loaded when the first preview is opened: the pipeline,
// with its styles of citation, is much for a browser to read.

import type {SanityClient} from 'sanity'
import type {Finding} from '../../policy/finding.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {compose} from './compose.ts'
import {gather} from './gather.ts'
import {standalone} from './standalone.ts'
import {styles} from './styles.ts'

export interface PreviewedPage {
  /** A page that needs nothing beside it but its images. */
  readonly html: string
  /** Titles of other documents that it shows, in words that nobody has approved. */
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
  client: SanityClient,
  document: StoredDocument,
  signal: AbortSignal,
): Promise<Rendered> {
  const {documents, imageUrls} = await gather(client, document, signal)
  const composed = compose(document, documents, new Date().toISOString())
  if ('problems' in composed) return composed
  return {html: standalone(composed, {imageUrls, styles}), unapproved: composed.unapproved}
}
