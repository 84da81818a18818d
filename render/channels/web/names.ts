// The names under which readers know what pages are about: those of therapies and conditions, with their other names.

import type {Library} from '../../page/library.ts'

/** The names of each therapy and each condition by its id, the usual name first. */
export function namesOf(library: Library): ReadonlyMap<string, readonly string[]> {
  const named = [...library.all('therapyType'), ...library.all('condition')]
  const names = new Map<string, readonly string[]>(
    named.map(({_id, name, aliases = []}) => [_id, [name, ...aliases]]),
  )
  // Pages in every language name the condition that was first written, so it has the names of its translations too.
  for (const {_id, rendition} of library.all('condition')) {
    const original = rendition?.of._ref
    if (original === undefined) continue
    names.set(original, [...(names.get(original) ?? []), ...(names.get(_id) ?? [])])
  }
  return names
}
