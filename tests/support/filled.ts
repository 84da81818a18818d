// Finds the fields in which an editor can type words. It reads the schema that `npm run generate` extracts
// from the Studio, so it also finds fields that no other code knows yet.

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'

/** Fields that hold no words of a text, by the type that has them, each with the reason. */
export const notWords: Readonly<Record<string, string>> = {
  'slug.current': 'an address',
  'slug.source': 'the name of a field',
  'article.formerSlugs': 'addresses',
  'therapyType.formerSlugs': 'addresses',
  'faq.formerSlugs': 'addresses',
  'link.href': 'an address',
  'figure.credit': 'a name and a licence',
  'span.marks': 'names of marks, and keys of their definitions',
  'article.firstPublished': 'a day',
  'article.lastModified': 'a day',
  'therapyType.approvedBy': 'a choice from a list',
  'disclaimer.evidenceLevels': 'choices from a list',
  'disclaimer.channels': 'choices from a list',
  'disclaimer.jurisdictions': 'country codes',
  'answer.rule': 'the id of a rule',
  'answer.sentence': 'a copy of a sentence of the text',
  'answer.reason': 'a word to the reviewer, which readers do not see',
}

type Value =
  | {readonly type: 'string'; readonly value?: string | undefined}
  | {readonly type: 'number' | 'boolean' | 'null' | 'unknown'}
  | {readonly type: 'inline'; readonly name: string}
  | {readonly type: 'array'; readonly of: Value}
  | {readonly type: 'union'; readonly of: readonly Value[]}
  | {
      readonly type: 'object'
      readonly attributes: Readonly<Record<string, {readonly value: Value}>>
      /** What an array's member is, beside its key. */
      readonly rest?: Value | undefined
    }

const value: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.object({type: z.literal('string'), value: z.string().optional()}),
    z.object({type: z.enum(['number', 'boolean', 'null', 'unknown'])}),
    z.object({type: z.literal('inline'), name: z.string()}),
    z.object({type: z.literal('array'), of: value}),
    z.object({type: z.literal('union'), of: z.array(value)}),
    z.object({
      type: z.literal('object'),
      attributes: z.record(z.string(), z.object({value})),
      rest: value.optional(),
    }),
  ]),
)

const attributes = z.record(z.string(), z.object({value}))

const schema = z.array(
  z.union([
    z.object({type: z.literal('document'), name: z.string(), attributes}),
    z.object({type: z.literal('type'), name: z.string(), value}),
  ]),
)

/** What `npm run generate` extracts from the Studio's schema. */
const types = new Map(
  schema
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/schema.json'), 'utf8')))
    .map((entry): [string, Value] => [
      entry.name,
      entry.type === 'type' ? entry.value : {type: 'object', attributes: entry.attributes},
    ]),
)

/**
 * A document of a type in which every string that an editor can type is a word of its own.
 *
 * @returns The document, and for each word where it is: its type and its field.
 */
export function filled(type: string) {
  const words = new Map<string, string>()

  const fill = (of: Value, owner: string, field: string, within: readonly string[]): unknown[] => {
    switch (of.type) {
      case 'string': {
        if (of.value !== undefined) return [of.value]
        const word = `word${words.size}x`
        words.set(word, `${owner}.${field}`)
        return [word]
      }
      case 'number':
        return [1]
      case 'boolean':
        return [true]
      case 'array':
        return [fill(of.of, owner, field, within)]
      case 'union':
        return of.of.every((one) => one.type === 'string')
          ? fill(of.of[0] ?? {type: 'null'}, owner, field, within)
          : of.of.flatMap((one) => fill(one, owner, field, within))
      case 'inline': {
        const inlined = types.get(of.name)
        return !inlined || within.includes(of.name)
          ? []
          : fill(inlined, owner, field, [...within, of.name])
      }
      case 'object': {
        const name = of.attributes._type?.value
        const inner = name?.type === 'string' && name.value !== undefined ? name.value : owner
        const rest = of.rest ? fill(of.rest, owner, field, within) : []
        return [
          Object.assign(
            {},
            ...rest,
            Object.fromEntries(
              Object.entries(of.attributes).flatMap(([key, {value}]) => {
                const isBookkeeping = key.startsWith('_') && key !== '_type'
                const [first] = isBookkeeping ? [] : fill(value, inner, key, within)
                return first === undefined ? [] : [[key, first]]
              }),
            ),
          ),
        ]
      }
      default:
        return []
    }
  }

  const [document] = fill({type: 'inline', name: type}, type, '', [])
  return {document: z.looseObject({_type: z.string()}).parse(document), words}
}
