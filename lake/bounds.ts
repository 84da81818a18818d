// How large a document may be. https://www.sanity.io/docs/content-lake/technical-limits

import {MAX_DEPTH} from './nesting.ts'

/** Sanity's limit for a document as JSON. */
const MAX_BYTES = 32_000_000

/** The longest line of JSON that may be a document: an escape such as `\u00e9` takes six bytes. */
export const MAX_LINE_BYTES = 6 * MAX_BYTES

/** Far more than a person writes in one field. */
const MAX_CHARACTERS = 1_000_000

/**
 * The bound that a document exceeds, for a sentence that begins with "a document cannot"; undefined if it
 * exceeds none. A patch can put one large value in many places, so this stops as soon as it can tell.
 */
export function boundExceededBy(document: object): string | undefined {
  const open: {value: unknown; depth: number}[] = [{value: document, depth: 0}]
  let bytes = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const {value, depth} = next
    if (typeof value === 'string' && value.length > MAX_CHARACTERS) {
      return `hold a text of more than ${MAX_CHARACTERS} characters`
    }
    if (typeof value !== 'object' || value === null) {
      bytes += Buffer.byteLength(JSON.stringify(value) ?? '')
    } else {
      if (depth === MAX_DEPTH) return `be nested more than ${MAX_DEPTH} levels deep`
      const names = Object.keys(value)
      const members: unknown[] = Object.values(value)
      for (const member of members) open.push({value: member, depth: depth + 1})
      if (!Array.isArray(value)) for (const name of names) open.push({value: name, depth})
      bytes += punctuation(names.length, Array.isArray(value))
    }
    if (bytes > MAX_BYTES) return `have more than ${MAX_BYTES} bytes of JSON`
  }
  return undefined
}

/** The brackets and commas of an array or object, and the colons of an object. */
function punctuation(members: number, isArray: boolean): number {
  return 1 + Math.max(members, 1) + (isArray ? 0 : members)
}
