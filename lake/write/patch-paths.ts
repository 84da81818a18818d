// The paths of a patch. An index in one can make an array of any length, or a loop of any number of steps,
// before anything of it can be seen in the document.

import type {ParsedPatch} from './mutation.ts'

/** How far an index in a path may be from the start of an array, or from its end. */
export const MAX_INDEX = 100_000

/**
 * A text in quotes, which is skipped, or an index or an end of a range. A number after a comparison is a
 * value instead.
 */
const INDEX = /"(?:[^"\\]|\\.)*(?:"|$)|'(?:[^'\\]|\\.)*(?:'|$)|[[:,] *(?<index>-?\d+)/gs

/** All paths of a patch. */
export function pathsOf(patch: ParsedPatch): string[] {
  const {set, setIfMissing, unset = [], inc, dec, insert, diffMatchPatch} = patch
  const named = [set, setIfMissing, inc, dec, diffMatchPatch].flatMap((operation = {}) =>
    Object.keys(operation),
  )
  const {items: _, ...places} = insert ?? {items: []}
  return [...named, ...unset, ...Object.values(places)]
}

/** An index in a path that is too far from both ends of any array; undefined if there is none. */
export function farIndexIn(paths: readonly string[]): string | undefined {
  for (const path of paths) {
    for (const {groups} of path.matchAll(INDEX)) {
      const index = groups?.index
      if (Math.abs(Number(index)) > MAX_INDEX) return index
    }
  }
  return undefined
}
