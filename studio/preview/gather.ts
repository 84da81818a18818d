// Fetches what a page shows besides its own words: the documents that it points at, what these show in
// turn, the disclaimers that may apply, and all decisions on these.

import type {SanityClient} from 'sanity'
import {z} from 'zod'
import {imageFromId} from '../../model/image-asset.ts'
import {pointersIn} from '../../model/references.ts'
import {namedConditions} from '../../policy/coverage.ts'
import {renditionIn} from '../../policy/rendition.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'

/** The parts of Sanity's client that this needs. */
export interface PageClient extends Pick<SanityClient, 'fetch'> {
  readonly config: () => {readonly projectId?: string; readonly dataset?: string}
}

/** Addresses of image files, by the ids of the assets. */
export type ImageUrls = ReadonlyMap<string, string>

export interface Surroundings {
  readonly documents: readonly StoredDocument[]
  readonly imageUrls: ImageUrls
}

/**
 * Documents that a page may show without a reference to them. One question is enough: the navigation
 * has a link to the questions if there are any.
 */
const ALWAYS_QUERY = `[
  ...*[_type in ["siteSettings", "siteWords", "disclaimer"]],
  ...*[_type == "clinic" && count(therapies[_ref in $ids]) > 0],
  ...*[_type == "condition" && rendition.of._ref in $conditions],
  ...*[_type == "faq" && _id in *[_type == "review" && decision == "approved"].subject._ref][0...1]
]`

/** Published documents come after drafts, so that they replace them. An export takes them too. */
const ROUND_QUERY = `{
  "documents": [
    ...*[_id in $drafts],
    ...*[_id in $ids && _type != "sanity.imageAsset"],
    ...*[_type == "review" && !(_id in path("drafts.**")) && subject._ref in $ids]
  ],
  "images": *[_type == "sanity.imageAsset" && _id in $ids] {_id, url}
}`

const round = z.object({
  documents: z.array(storedDocument),
  images: z.array(z.object({_id: z.string(), url: z.string()})),
})

/** A page shows the text of these types with everything that the text needs. */
const shownWithAll = new Set(['faq', 'disclaimer', 'citedWork', 'review'])

/** The references of a document that matter when another page shows it. Of a therapy, that page shows the summary. */
export function pointersShown(document: StoredDocument) {
  const {_id, _type, summarySources} = document
  if (shownWithAll.has(_type)) return pointersIn(document)
  return _type === 'therapyType' ? pointersIn({_id, _type, summarySources}) : []
}

/**
 * Fetches the surroundings of a document.
 *
 * @param document The document's content, under its published id.
 * @throws Error if the lake does not answer.
 */
export async function gather(
  client: PageClient,
  document: StoredDocument,
  signal: AbortSignal,
): Promise<Surroundings> {
  const {_id: id} = document
  const always = await client.fetch<unknown>(
    ALWAYS_QUERY,
    // Clinics name the therapy that was first written, and texts the condition, also where they are translated.
    {ids: [id, renditionIn(document)?.of ?? id], conditions: namedConditions(document)},
    {perspective: 'published', signal},
  )
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
    for (const {_id, url} of answer.images) {
      imageUrls.set(_id, url)
      documents.set(_id, imageFromId(_id, client.config()))
    }
  }
  documents.delete(id)
  return {documents: [...documents.values()], imageUrls}
}
