// Finds the published documents that a change of another document affects.

import {getPublishedId, type SanityClient} from 'sanity'
import {z} from 'zod'
import {disclaimer} from '../../model/disclaimer.ts'
import {coverageOf} from '../../policy/coverage.ts'
import {applicableDisclaimers} from '../../policy/disclaimers/applies.ts'
import {referencesIn, stringOf} from '../../policy/references.ts'
import {originalOf, renditionIn} from '../../policy/rendition.ts'
import {pageTypes} from '../../review/governed.ts'
import {IS_RECORD} from '../../review/record-types.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {channelNames} from '../../schemas/data/channels.ts'
import {mainLanguage} from '../../schemas/data/languages.ts'
import {COVERAGE, TITLE} from './records.ts'

const shower = z.object({_id: z.string(), _type: z.string(), title: z.string()})

export type Shower = z.output<typeof shower>

const SHOWN_BY_QUERY = `*[references($id) && !(${IS_RECORD})] | order(_type, _id) {_id, _type, ${TITLE}}`

/** The published documents that point at another. */
export async function pagesThatShow(
  client: Pick<SanityClient, 'fetch'>,
  id: string,
  signal: AbortSignal,
): Promise<Shower[]> {
  return z
    .array(shower)
    .parse(await client.fetch<unknown>(SHOWN_BY_QUERY, {id}, {perspective: 'published', signal}))
}

/** The documents that point at another, also drafts. Each is named once. */
export async function referrersOf(
  client: Pick<SanityClient, 'fetch'>,
  id: string,
  signal: AbortSignal,
): Promise<Shower[]> {
  const found = z
    .array(shower)
    .parse(await client.fetch<unknown>(SHOWN_BY_QUERY, {id}, {perspective: 'raw', signal}))
    .map((document) => ({...document, _id: getPublishedId(document._id)}))
  return [...new Map(found.map((document) => [document._id, document])).values()]
}

const THERAPIES_QUERY = `*[_id in $ids] | order(_type, _id) {_id, _type, ${TITLE}}`

/** The published pages that list a clinic: those of its therapies. */
async function pagesThatList(
  client: Pick<SanityClient, 'fetch'>,
  {therapies}: StoredDocument,
  signal: AbortSignal,
): Promise<Shower[]> {
  const ids = referencesIn(therapies).map(({target}) => target)
  return z
    .array(shower)
    .parse(await client.fetch<unknown>(THERAPIES_QUERY, {ids}, {perspective: 'published', signal}))
}

const COVERAGE_QUERY = `*[_type in $types] | order(_type, _id) {
  _id, _type, ${TITLE}, language, country, rendition, evidenceLevel, ${COVERAGE}
}`

const page = shower.extend({
  evidenceLevel: z.string().nullish(),
})

/** The published pages to which a disclaimer applies. */
async function pagesUnder(
  client: Pick<SanityClient, 'fetch'>,
  document: StoredDocument,
  signal: AbortSignal,
): Promise<Shower[]> {
  const {data} = disclaimer.safeParse(document)
  if (!data) return []
  const pages = z
    .array(page.loose())
    .parse(
      await client.fetch<unknown>(
        COVERAGE_QUERY,
        {types: pageTypes},
        {perspective: 'published', signal},
      ),
    )
  const therapies = new Map(
    pages.map((each) => [
      each._id,
      {evidenceLevel: each.evidenceLevel ?? '', original: originalOf(each)},
    ]),
  )
  // A translation stands in place of its source, on pages in its language.
  const isInLanguage = (language: unknown): boolean =>
    !renditionIn(document) || mainLanguage(stringOf(language)) === mainLanguage(data.language)
  return pages.filter((each) => {
    if (!isInLanguage(each.language)) return false
    const covers = coverageOf(each, (id) => therapies.get(id) ?? {evidenceLevel: ''})
    return channelNames.some(
      (channel) => applicableDisclaimers([data], {...covers, channel}).length > 0,
    )
  })
}

/** Whether the text of a document decides which pages show it. Pages do not point at such documents. */
export function choosesPages({_type}: StoredDocument): boolean {
  return _type === 'disclaimer' || _type === 'clinic'
}

/** The published pages that the text of a document chooses. */
export function pagesThatCarry(
  client: Pick<SanityClient, 'fetch'>,
  document: StoredDocument,
  signal: AbortSignal,
): Promise<Shower[]> {
  const find = document._type === 'clinic' ? pagesThatList : pagesUnder
  return find(client, document, signal)
}
