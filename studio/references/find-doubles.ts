// Finds references to one work.

import {getPublishedId, type SanityClient} from 'sanity'
import {z} from 'zod'
import {TITLE} from '../review/records.ts'

/** What tells which work a reference is about. The values come from a form, so they can be anything. */
interface Identity {
  /** The published id of the reference. */
  readonly id: string
  readonly doi: unknown
  readonly pmid: unknown
  readonly title: unknown
}

const double = z.object({_id: z.string(), title: z.string()})

export type Double = z.output<typeof double>

// DOIs have no case (https://www.doi.org/doi-handbook/HTML/case-sensitivity.html).
const DOUBLES_QUERY = `*[_type == "citedWork" && (
  lower(doi) == $doi || pmid == $pmid || lower(title) == $title
)] | order(_id) {_id, ${TITLE}}`

/** Other references with the DOI, the PMID or the title of one, in any case of letters. */
export async function doublesOf(
  client: Pick<SanityClient, 'fetch'>,
  {id, doi, pmid, title}: Identity,
  signal: AbortSignal,
): Promise<Double[]> {
  const parameters = {doi: known(doi), pmid: known(pmid), title: known(title)}
  if (Object.values(parameters).every((value) => value === NONE)) return []
  const found = z
    .array(double)
    .parse(await client.fetch<unknown>(DOUBLES_QUERY, parameters, {perspective: 'drafts', signal}))
  return found.filter(({_id}) => getPublishedId(_id) !== id)
}

/** No reference has it. */
const NONE = '\u0000'

function known(value: unknown): string {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return text === '' ? NONE : text
}
