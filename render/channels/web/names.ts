// The names under which readers know what pages are about: those of therapies and conditions, with their other names.

import type {Library} from '../../page/library.ts'

/** The names of each therapy and each condition by its id, the usual name first. */
export function namesOf(library: Library): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...library.all('therapyType'), ...library.all('condition')].map(
      ({_id, name, aliases = []}) => [_id, [name, ...aliases]],
    ),
  )
}
