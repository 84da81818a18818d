// The registry of document types: for each, the Zod schema that checks it, paired with the type that
// typegen finds in the Studio's schema. A line does not compile unless the two agree.

import type {z} from 'zod'
import type {KnownType} from '../review/governed.ts'
import type {Bookkeeping} from '../review/revision.ts'
import type * as Types from '../sanity.types.ts'
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
import {siteWords} from './site-words.ts'
import {therapyType} from './therapy-type.ts'
import {warningSigns} from './warning-signs.ts'

/**
 * The shape of a value, made comparable. Which fields are required is left out: typegen cannot know it
 * inside blocks and geopoints, where Zod is stricter. The symbol with which typegen marks references is
 * left out too: it is never in the data.
 */
type Shape<T> = T extends readonly (infer Item)[]
  ? Shape<Item>[]
  : T extends object
    ? {
        [Field in keyof T as Field extends string ? Field : never]-?: Shape<
          Exclude<T[Field], undefined>
        >
      }
    : T

type Same<A, B> = [Shape<A>] extends [Shape<B>]
  ? [Shape<B>] extends [Shape<A>]
    ? true
    : false
  : false

type Presence<T> = undefined extends T ? 'optional' : 'required'

/** The lake's bookkeeping is not content: it is removed before any check. */
type Content<Document> = Document extends unknown ? Omit<Document, Bookkeeping> : never

/** The fields that only one of two documents has or requires, or that have different types. */
type Differing<A, B> = {
  [Field in keyof A | keyof B]-?: Field extends keyof A & keyof B
    ? [
        Presence<A[Field]>,
        Same<Exclude<A[Field], undefined>, Exclude<B[Field], undefined>>,
      ] extends [Presence<B[Field]>, true]
      ? never
      : Field
    : Field
}[keyof A | keyof B]

/** Asks for nothing if two types are the same. Otherwise the compiler's message names the fields. */
type Agreement<A, B> = [Differing<A, B>] extends [never]
  ? unknown
  : {'schemas/ and model/ differ in': Differing<A, B>}

/** Pairs a document type with its Zod schema. Compiles only if the schema accepts exactly that type. */
function pair<Document>() {
  return <Schema extends z.ZodType>(
    schema: Schema & Agreement<z.input<Schema>, Content<Document>>,
  ): {readonly schema: Schema} => ({schema})
}

export const model = {
  'sanity.imageAsset': {schema: imageAsset},
  siteSettings: pair<Types.SiteSettings>()(siteSettings),
  person: pair<Types.Person>()(person),
  condition: pair<Types.Condition>()(condition),
  clinic: pair<Types.Clinic>()(clinic),
  siteWords: pair<Types.SiteWords>()(siteWords),
  glossaryTerm: pair<Types.GlossaryTerm>()(glossaryTerm),
  citedWork: pair<Types.CitedWork>()(citedWork),
  disclaimer: pair<Types.Disclaimer>()(disclaimer),
  warningSigns: pair<Types.WarningSigns>()(warningSigns),
  faq: pair<Types.Faq>()(faq),
  therapyType: pair<Types.TherapyType>()(therapyType),
  article: pair<Types.Article>()(article),
  review: pair<Types.Review>()(review),
} satisfies {readonly [Type in KnownType]?: unknown}

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
