// What a step of an export read, beside what it was given. A step gets the library only through something that notes
// each read by a name. Later the names tell whether the step would read the same again.

import {digest} from '../digest.ts'

/** Gives the digest of what a read gives now. */
export type DigestOf = (read: string) => string

/** The reads of one step, each once. */
export class Reads {
  readonly #names = new Set<string>()

  /** Notes a read. */
  readonly note = (name: string): void => {
    this.#names.add(name)
  }

  get names(): string[] {
    return [...this.#names]
  }
}

/** One digest of what several reads give. */
export function seenBy(reads: readonly string[], digestOf: DigestOf): string {
  return digest(reads.map(digestOf).join('\n'))
}

/**
 * Digests what reads give. It asks for each only once.
 *
 * @param answerTo Gives what a read gives: plain data, with maps and sets, or undefined if there is nothing.
 */
export function digester(answerTo: (read: string) => unknown): DigestOf {
  const known = new Map<string, string>()
  return (read) => {
    const earlier = known.get(read)
    if (earlier !== undefined) return earlier
    const digested = shortOf(answerTo(read))
    known.set(read, digested)
    return digested
  }
}

/** Shorter texts stand for themselves, so none of them can be the digest of another. */
const DIGEST_LENGTH = 64

/** A short text that is the same for the same data only. */
function shortOf(data: unknown): string {
  // Asking about each value takes longer than all the rest.
  const json = JSON.stringify(data, hasCollection(data) ? asArray : undefined) ?? ''
  return json.length < DIGEST_LENGTH ? json : digest(json)
}

/** JSON has no maps and sets. */
function asArray(_: string, value: unknown): unknown {
  return isCollection(value) ? [...value] : value
}

function isCollection(value: unknown): value is Iterable<unknown> {
  return value instanceof Map || value instanceof Set
}

function hasCollection(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return isCollection(value) || Object.values(value).some(hasCollection)
}
