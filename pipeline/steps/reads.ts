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
    const digested = known.get(read) ?? digest(JSON.stringify(answerTo(read), plain) ?? 'nothing')
    known.set(read, digested)
    return digested
  }
}

/** JSON has no maps and sets. */
function plain(_: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value
}
