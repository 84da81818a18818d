// What a pasted reference adds to one that a writer has begun.

import type {CitedWork} from '../../model/cited-work.ts'
import type {WorkFields} from './cited-work.ts'

type Stored = Omit<CitedWork, '_id' | '_type'>

export interface FilledIn {
  /** The values of fields that were empty, as the lake keeps them. */
  readonly added: Partial<Stored>
  /** The names of fields that hold something else already. */
  readonly kept: readonly string[]
}

/**
 * Never replaces what a writer typed.
 *
 * @param makeKey Makes the key of an author.
 */
export function missingFields(
  work: Readonly<Record<string, unknown>>,
  {author, ...fields}: WorkFields,
  makeKey: () => string,
): FilledIn {
  const authors = author?.map((name) => ({_type: 'name' as const, _key: makeKey(), ...name}))
  const pasted: Partial<Stored> = {...fields, ...(authors ? {author: authors} : {})}
  // The Studio fills in the kind of a new reference.
  const now = isEmpty(work['title']) ? {...work, type: undefined} : work
  const entries = Object.entries(pasted)
  return {
    added: Object.fromEntries(entries.filter(([name]) => isEmpty(now[name]))),
    kept: entries
      .filter(([name, value]) => !isEmpty(now[name]) && !isSame(now[name], value))
      .map(([name]) => name),
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Compares what readers see. Keys differ from list to list. */
function isSame(one: unknown, other: unknown): boolean {
  return wordsOf(one) === wordsOf(other)
}

function wordsOf(value: unknown): string {
  return JSON.stringify(value, (field, part: unknown) =>
    field.startsWith('_') ? undefined : typeof part === 'string' ? part.trim() : part,
  )
}
