// The registry of document types: for each, the query that asks for it and the schema that checks
// it. A new document type is a schema file, a query, a Zod schema, and one line here; that line
// does not compile unless query and schema agree.

import type {z} from 'zod'
import * as queries from '../pipeline/source/query.ts'
import type {Bookkeeping} from '../review/revision.ts'
import type * as Results from '../sanity.types.ts'
import {article} from './article.ts'
import {citedWork} from './cited-work.ts'
import {clinic} from './clinic.ts'
import {condition} from './condition.ts'
import {disclaimer} from './disclaimer.ts'
import {faq} from './faq.ts'
import {glossaryTerm} from './glossary-term.ts'
import {imageAsset} from './image-asset.ts'
import {person} from './person.ts'
import {review} from './review.ts'
import {siteSettings} from './site-settings.ts'
import {therapyType} from './therapy-type.ts'

/**
 * The shape of a type, made comparable: optional fields become required fields that may be
 * undefined, so that a field known to one side only shows; and the marker that typegen puts on
 * references (a symbol, never in the data) goes.
 */
type Shape<T> = T extends readonly (infer Item)[]
  ? Shape<Item>[]
  : T extends object
    ? {
        [Field in keyof T as Field extends string ? Field : never]-?:
          | Shape<Exclude<T[Field], undefined>>
          | (undefined extends T[Field] ? undefined : never)
      }
    : T

type Same<A, B> = [Shape<A>] extends [Shape<B>]
  ? [Shape<B>] extends [Shape<A>]
    ? true
    : false
  : false

/** The lake's bookkeeping is not content: it is taken off before anything is checked. */
type Content<Document> = Document extends unknown ? Omit<Document, Bookkeeping> : never

/** Pairs a query with its schema. Compiles only if what the schema accepts is what the query gives. */
function pair<Result extends unknown[]>() {
  return <Schema extends z.ZodType>(
    query: string,
    schema: Same<z.input<Schema>, Content<Result[number]>> extends true ? Schema : never,
  ) => ({query, schema})
}

export const model = {
  'sanity.imageAsset': pair<Results.IMAGE_ASSETS_QUERY_RESULT>()(
    queries.IMAGE_ASSETS_QUERY,
    imageAsset,
  ),
  siteSettings: pair<Results.SITE_SETTINGS_QUERY_RESULT>()(
    queries.SITE_SETTINGS_QUERY,
    siteSettings,
  ),
  person: pair<Results.PERSONS_QUERY_RESULT>()(queries.PERSONS_QUERY, person),
  condition: pair<Results.CONDITIONS_QUERY_RESULT>()(queries.CONDITIONS_QUERY, condition),
  clinic: pair<Results.CLINICS_QUERY_RESULT>()(queries.CLINICS_QUERY, clinic),
  glossaryTerm: pair<Results.GLOSSARY_TERMS_QUERY_RESULT>()(
    queries.GLOSSARY_TERMS_QUERY,
    glossaryTerm,
  ),
  citedWork: pair<Results.CITED_WORKS_QUERY_RESULT>()(queries.CITED_WORKS_QUERY, citedWork),
  disclaimer: pair<Results.DISCLAIMERS_QUERY_RESULT>()(queries.DISCLAIMERS_QUERY, disclaimer),
  faq: pair<Results.FAQS_QUERY_RESULT>()(queries.FAQS_QUERY, faq),
  therapyType: pair<Results.THERAPY_TYPES_QUERY_RESULT>()(queries.THERAPY_TYPES_QUERY, therapyType),
  article: pair<Results.ARTICLES_QUERY_RESULT>()(queries.ARTICLES_QUERY, article),
  review: pair<Results.REVIEWS_QUERY_RESULT>()(queries.REVIEWS_QUERY, review),
}

/** A document type of the content model, or Sanity's own type for an uploaded image. */
export type DocumentType = keyof typeof model

/** Whether the content model knows a type. */
export function isDocumentType(type: string): type is DocumentType {
  return Object.hasOwn(model, type)
}

/** The types that hold content, in the order above: each after those that it mostly points at. */
export const contentTypes = Object.keys(model)
  .filter(isDocumentType)
  .filter((type) => type !== 'review')
