// Finds the therapies that a text names, by their names and other names.

import {onceFor} from '../review/once.ts'
import type {Context, TherapyRecord} from './rule.ts'
import type {Passage} from './text/passages.ts'
import {oneOf} from './text/phrases.ts'

export interface TherapyNames {
  /** Matches the name of any therapy. */
  readonly pattern: RegExp
  /** The therapies that have a name, by the name in small letters. */
  readonly therapies: ReadonlyMap<string, readonly TherapyRecord[]>
}

/** The names of all therapies; undefined if there are none. */
export const therapyNames = onceFor((therapies: Context['therapies']): TherapyNames | undefined => {
  const named = [...therapies.values()].flatMap((therapy) =>
    therapy.names.map((name) => ({therapy, name: bare(name).toLowerCase()})),
  )
  const byName = Map.groupBy(
    named.filter(({name}) => name !== ''),
    ({name}) => name,
  )
  if (byName.size === 0) return undefined
  const sources = [...byName.keys()].map((name) =>
    name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`),
  )
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${oneOf(...sources)}(?![\\p{L}\\p{N}])`, 'iu'),
    therapies: new Map([...byName].map(([name, all]) => [name, all.map(({therapy}) => therapy)])),
  }
})

/** A name without a note in brackets after it. */
function bare(name: string): string {
  return name.replace(/\s*\([^()]*\)\s*$/, '').trim()
}

/** The ids of the therapies that texts name. */
export function therapiesNamed(
  passages: readonly Passage[],
  {therapies}: Pick<Context, 'therapies'>,
): ReadonlySet<string> {
  return finderFor(therapies)(passages)
}

/** Several rules ask this of the same texts. */
const finderFor = onceFor((therapies: Context['therapies']) => {
  const names = therapyNames(therapies)
  return onceFor((passages: readonly Passage[]): ReadonlySet<string> => {
    if (!names) return new Set()
    const all = new RegExp(names.pattern, 'giu')
    return new Set(
      passages
        .filter(({text}) => names.pattern.test(text))
        .flatMap(({text}) => Array.from(text.matchAll(all), ([words]) => words.toLowerCase()))
        .flatMap((words) => names.therapies.get(words) ?? [])
        .map(({id}) => id),
    )
  })
})
