// A work as the fields of a reference, from CSL-JSON.
// https://docs.citationstyles.org/en/stable/specification.html, appendix IV

import {z} from 'zod'
import {citedWork, type CitedWork} from '../../model/cited-work.ts'
import {lowered, raised} from '../../render/text/raised.ts'
import {bareDoi} from '../../schemas/data/forms.ts'

/** The fields that a pasted reference can fill in. */
export type WorkFields = Partial<Omit<CitedWork, '_id' | '_type' | 'author'>> & {
  readonly author?: readonly Name[]
}

interface Name {
  readonly family: string
  readonly given?: string
}

// Programs write numbers as texts and texts as numbers, and leave fields empty.
const words = z
  .union([z.string(), z.number()])
  .transform((value) => plain(String(value)))
  .optional()
  .catch(undefined)
const year = z.coerce.number().int().optional().catch(undefined)

const name = z.object({
  family: words,
  given: words,
  literal: words,
  suffix: words,
  'non-dropping-particle': words,
  'dropping-particle': words,
})

const work = z.object({
  type: words,
  title: words,
  author: z.array(name).catch([]),
  'container-title': z
    .union([words, z.tuple([words], words).transform(([first]) => first)])
    .catch(undefined),
  issued: z
    .object({'date-parts': z.tuple([z.tuple([year], z.unknown())], z.unknown())})
    .transform(({'date-parts': [[first]]}) => first)
    .optional()
    .catch(undefined),
  volume: words,
  issue: words,
  page: words,
  publisher: words,
  DOI: words,
  PMID: words,
  URL: words,
})

const kinds = new Map<string | undefined, CitedWork['type']>([
  ['book', 'book'],
  ['chapter', 'chapter'],
  ['entry-encyclopedia', 'chapter'],
  ['entry-dictionary', 'chapter'],
  ['report', 'report'],
  ['standard', 'report'],
  ['legislation', 'report'],
  ['thesis', 'report'],
  ['webpage', 'webpage'],
  ['post', 'webpage'],
  ['post-weblog', 'webpage'],
])

/**
 * The fields of a reference, from a work in CSL-JSON. A field is left out if the work does not have it, or has
 * it in a form that the reference cannot take.
 *
 * @returns Undefined for a value that is no work.
 */
export function workFields(csl: unknown): WorkFields | undefined {
  const {data} = work.safeParse(csl)
  if (data?.title === undefined || data.title === '') return undefined
  const isArticle = data.type === 'article-journal'
  const doi = fitting('doi', data.DOI === undefined ? undefined : bareDoi(data.DOI))
  const pmid = fitting('pmid', data.PMID)
  const author = data.author.flatMap(nameOf)
  return withoutEmpty({
    type: kinds.get(data.type) ?? 'article-journal',
    title: data.title.replace(/(?<!\.)\.$/, ''),
    author: author.length === 0 ? undefined : author,
    containerTitle: data['container-title'],
    issued: fitting('issued', data.issued),
    volume: data.volume,
    issue: data.issue,
    page: data.page,
    // A reference to an article does not name the publisher of the journal.
    publisher: isArticle ? undefined : data.publisher,
    doi,
    pmid,
    url: doi === undefined && pmid === undefined ? fitting('url', data.URL) : undefined,
  })
}

/** A name as references keep it: particles before the family name, and a suffix after a comma. */
function nameOf(parts: z.output<typeof name>): Name[] {
  const family = joined(' ', parts['non-dropping-particle'], parts.family) ?? parts.literal
  const given = joined(' ', parts.given, parts['dropping-particle'])
  if (family === undefined) return []
  return [
    given === undefined ? {family} : {family, given: joined(', ', given, parts.suffix) ?? given},
  ]
}

function joined(between: string, ...parts: (string | undefined)[]): string | undefined {
  const present = parts.filter((part) => part !== undefined && part !== '')
  return present.length === 0 ? undefined : present.join(between)
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** Words without the markup that Crossref and PubMed put into titles. */
function plain(text: string): string {
  return text
    .replaceAll(/<su([bp])>([^<]*)<\/su[bp]>/gi, (_, kind: string, inner: string) =>
      kind.toLowerCase() === 'p' ? raised(inner) : lowered(inner),
    )
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** A value, if the model takes it for a field. */
function fitting<Value>(field: keyof WorkFields, value: Value): Value | undefined {
  return citedWork.shape[field].safeParse(value).success ? value : undefined
}

function withoutEmpty(fields: {
  [Field in keyof WorkFields]: WorkFields[Field] | undefined
}): WorkFields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  )
}
