// How large an answer may be. The lake puts most answers together in memory before it sends them.

import {httpError} from '../errors.ts'

const MAX_ANSWER_BYTES = 100_000_000

/**
 * Passes on the parts of an answer: bytes, or texts, whose characters count as a byte each.
 *
 * @throws LakeError 400 as soon as all parts together are too large
 */
export function* withinAnswer<T extends string | Uint8Array>(
  parts: Iterable<T>,
): Generator<T, void> {
  let size = 0
  for (const part of parts) {
    size += part.length
    if (size > MAX_ANSWER_BYTES) {
      const limit = `${MAX_ANSWER_BYTES / 1_000_000} MB`
      throw httpError(400, `The answer would have more than ${limit}: ask for less at once`)
    }
    yield part
  }
}
