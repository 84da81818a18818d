// The Studio's schema as data, for tests that go through every field.

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'

/** What a field may hold. */
export type Value =
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

/** What `npm run generate` extracts from the Studio's schema, by the name of the type. */
export const types = new Map(
  schema
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/schema.json'), 'utf8')))
    .map((entry): [string, Value] => [
      entry.name,
      entry.type === 'type' ? entry.value : {type: 'object', attributes: entry.attributes},
    ]),
)
