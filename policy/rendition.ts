// What a document is a rendition of, and what it must share with that document. The gate has not checked its shape yet.

import {z} from 'zod'
import {isPageType} from '../review/governed.ts'
import type {StoredDocument} from '../review/revision.ts'
import {formKinds, type FormKind} from '../schemas/data/options.ts'
import {countryOf, coveredTherapies, namedConditions} from './coverage.ts'

const rendition = z
  .object({of: z.object({_ref: z.string()}), revision: z.string(), kind: z.string()})
  .optional()

/** A document in another form. */
export interface Rendition {
  /** The id of the document whose message it has. */
  readonly of: string
  /** The revision of that document from which it was made. */
  readonly revision: string
  readonly isTranslation: boolean
  /** If it is in the language of its source: the kind of its form. */
  readonly form?: FormKind | undefined
}

/** The document that was translated, if a document is a translation. */
export function originalOf(document: StoredDocument): string | undefined {
  const found = renditionIn(document)
  return found?.isTranslation ? found.of : undefined
}

/** What a document is a rendition of; undefined if it is none. */
export function renditionIn(document: StoredDocument): Rendition | undefined {
  const {data} = rendition.safeParse(document.rendition)
  return (
    data && {
      of: data.of._ref,
      revision: data.revision,
      isTranslation: data.kind === 'translation',
      form: formKinds.find((kind) => kind === data.kind),
    }
  )
}

/** An approved text, as far as it decides which renditions still say what it says. */
interface ApprovedText {
  readonly revision: string
  /** The earlier approved revisions with the same message. */
  readonly sameMessage?: readonly string[] | undefined
}

/**
 * Whether a rendition says what the approved text of its source says: it follows that text, or an earlier one with
 * the same message. Everything that tells whether a rendition is behind asks this.
 */
export function isUpToDate({revision}: Pick<Rendition, 'revision'>, source: ApprovedText): boolean {
  return source.revision === revision || (source.sameMessage ?? []).includes(revision)
}

/** What a text states by fields other than its words: values and ids, by the name of the field. */
export type Facts = Readonly<Record<string, readonly string[]>>

/** The fields of each type whose values are facts. */
const factFields: Readonly<Partial<Record<string, readonly string[]>>> = {
  article: ['audience'],
  therapyType: ['evidenceLevel', 'evidenceSetting', 'approvedBy'],
  disclaimer: ['scope', 'placement', 'evidenceLevels', 'channels', 'jurisdictions'],
}

/** The facts that a text states, and the therapies and conditions that it is about. */
export function factsOf(document: StoredDocument): Facts {
  const fields = factFields[document._type] ?? []
  return {
    ...Object.fromEntries(fields.map((field) => [field, valuesIn(document[field])])),
    therapies: coveredTherapies(document),
    conditions: namedConditions(document),
    country: isPageType(document._type) ? valuesIn(countryOf(document)) : [],
  }
}

/** The words in a field that holds one, or a list of them, in an order of their own. */
function valuesIn(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.filter((one) => typeof one === 'string').toSorted()
}
