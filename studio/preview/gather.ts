// Fetches what a page shows beside its own words: what it points at, what that shows in turn, the
// disclaimers that may apply, and all decisions on these.

import type {SanityClient} from 'sanity'
import {z} from 'zod'
import {pointersIn} from '../../model/references.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'

/** Addresses of the files of images, by the ids of their assets. */
export type ImageUrls = ReadonlyMap<string, string>

export interface Surroundings {
  readonly documents: readonly StoredDocument[]
  readonly imageUrls: ImageUrls
}

/**
 * What is on pages without being pointed at. The question is there because the navigation leads to
 * the questions where there are any.
 */
const ALWAYS_QUERY = `[
  ...*[_type in ["siteSettings", "disclaimer"]],
  ...*[_type == "clinic" && $id in therapies[]._ref],
  ...*[_type == "faq" && _id in *[_type == "review" && decision == "approved"].subject._ref][0...1]
]`

/** Published documents come last, to stand before drafts: they are what an export takes. */
const ROUND_QUERY = `{
  "documents": [
    ...*[_id in $drafts],
    ...*[_id in $ids && _type != "sanity.imageAsset"],
    ...*[_type == "review" && !(_id in path("drafts.**")) && subject._ref in $ids]
  ],
  "images": *[_type == "sanity.imageAsset" && _id in $ids] {
    _id, _type, path, sha1hash, mimeType, url,
    "width": coalesce(metadata.dimensions.width, 0),
    "height": coalesce(metadata.dimensions.height, 0)
  }
}`

const round = z.object({
  documents: z.array(storedDocument),
  images: z.array(storedDocument.extend({url: z.string()})),
})

/** Of these a page shows running text; of others only what they say themselves. */
const shownWithAll = new Set(['faq', 'disclaimer', 'review'])

/** What else must be fetched to show a document on another's page. */
export function pointersShown(document: StoredDocument) {
  return shownWithAll.has(document._type) ? pointersIn(document) : []
}

/**
 * Fetches the surroundings of a document.
 *
 * @param document The document's content, under its published id.
 * @throws Error if the lake does not answer.
 */
export async function gather(
  client: SanityClient,
  document: StoredDocument,
  signal: AbortSignal,
): Promise<Surroundings> {
  const {_id: id} = document
  const always = await client.fetch<unknown>(ALWAYS_QUERY, {id}, {perspective: 'published', signal})
  const documents = new Map<string, StoredDocument>()
  const imageUrls = new Map<string, string>()
  const asked = new Set<string>()
  let news = z.array(storedDocument).parse(always).map(contentOf)
  let pointers = pointersIn(document)
  for (;;) {
    for (const found of news) documents.set(found._id, found)
    const targets = [...pointers, ...news.flatMap(pointersShown)].map(({target}) => target)
    const ids = [...new Set([id, ...documents.keys(), ...targets])].filter((id) => !asked.has(id))
    if (ids.length === 0) break
    for (const wanted of ids) asked.add(wanted)
    const drafts = ids.map((wanted) => `drafts.${wanted}`)
    const answer = round.parse(
      await client.fetch<unknown>(ROUND_QUERY, {ids, drafts}, {perspective: 'raw', signal}),
    )
    news = answer.documents.map(contentOf)
    pointers = []
    for (const {url, ...image} of answer.images) {
      imageUrls.set(image._id, url)
      documents.set(image._id, image)
    }
  }
  documents.delete(id)
  return {documents: [...documents.values()], imageUrls}
}
