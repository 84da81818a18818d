// Checks the imports of source files against the table of floors. What the table does not allow is
// refused, whatever its spelling.

import {importsOf, type Import} from './imports.ts'
import {PLACES, type Area} from './table.ts'

const WHAT_TO_DO =
  'Move the code to a place that may import this, or pass what it needs as an argument.'
const PLAIN_PATH = 'Write the relative path of a file in this project, or the name of a package.'

function longestPrefix(path: string, names: readonly string[]): string | undefined {
  return names
    .filter((name) => path === name || path.startsWith(`${name}/`))
    .toSorted((a, b) => b.length - a.length)[0]
}

function placeOf(file: string): (Area & {readonly name: string}) | undefined {
  const name = longestPrefix(file, Object.keys(PLACES))
  const place = name === undefined ? undefined : PLACES[name]
  return name === undefined || place === undefined ? undefined : {...place, name}
}

/** What holds a file inside its place, and on which floor. Undefined if no floor of the place does. */
function floorOf(file: string, place: string, floors: readonly (readonly string[])[]) {
  const name = longestPrefix(file.slice(place.length + 1), floors.flat())
  return name === undefined
    ? undefined
    : {name, level: floors.findIndex((floor) => floor.includes(name))}
}

function listed(names: readonly string[]): string {
  return names.join(', ') || 'nothing'
}

/** Why the table does not allow a file to be where it is. */
function misplaced(file: string): string | undefined {
  const place = placeOf(file)
  if (place === undefined) {
    return `${file} is in no folder of the table. Add it to scripts/floors/table.ts and ARCHITECTURE.md.`
  }
  return place.floors !== undefined && floorOf(file, place.name, place.floors) === undefined
    ? `${file} is on no floor of ${place.name}. Add it to the floors in scripts/floors/table.ts.`
    : undefined
}

/** Why the table does not allow an import. */
function forbidden({file, target}: Import): string | undefined {
  const from = placeOf(file)
  if (from === undefined) return undefined
  if (target.kind === 'unknown') return `It leads to nothing that this check knows. ${PLAIN_PATH}`
  if (target.kind === 'node') {
    return (
      from.packages && `${from.name} runs in a browser too and must not need Node. ${WHAT_TO_DO}`
    )
  }
  if (target.kind === 'package') {
    return from.packages === undefined || from.packages.includes(target.name)
      ? undefined
      : `${from.name} runs in a browser too and may import only these packages: ${listed(from.packages)}. If ${target.name} needs no Node, add it to scripts/floors/table.ts.`
  }
  const to = placeOf(target.name)
  if (to?.name !== from.name) {
    return to !== undefined && (from.imports === 'all' || from.imports.includes(to.name))
      ? undefined
      : `This is ${target.name}. ${from.name} may import only from: ${listed([...from.imports])}. ${WHAT_TO_DO}`
  }
  if (from.floors === undefined) return undefined
  const lower = floorOf(target.name, from.name, from.floors)
  const upper = floorOf(file, from.name, from.floors)
  if (upper === undefined || lower?.name === upper.name) return undefined
  return lower !== undefined && lower.level < upper.level
    ? undefined
    : `This is ${target.name}. In ${from.name}, ${upper.name} may import only from: ${listed(from.floors.slice(0, upper.level).flat())}. ${WHAT_TO_DO}`
}

/** The circles of files that import each other, each once. */
function circles(imports: readonly Import[]): string[] {
  const graph = Map.groupBy(imports, ({file}) => file)
  const done = new Set<string>()
  const found: string[] = []
  function follow(file: string, trail: readonly string[]): void {
    const start = trail.indexOf(file)
    if (start !== -1) {
      const circle = [...trail.slice(start), file].join(' → ')
      found.push(`These files import each other: ${circle}. Move what both need to a third file.`)
    }
    if (done.has(file)) return
    done.add(file)
    for (const {target} of graph.get(file) ?? []) {
      if (target.kind === 'file') follow(target.name, [...trail, file])
    }
  }
  for (const file of graph.keys()) follow(file, [])
  return found
}

/**
 * What the table of floors does not allow, a line each.
 *
 * @param sources the source files, by their path in this project
 */
export function floorProblems(sources: ReadonlyMap<string, string>): string[] {
  const imports = [...sources].flatMap(([file, source]) => importsOf(file, source))
  return [
    ...[...sources.keys()].map(misplaced),
    ...imports.map((one) => {
      const reason = forbidden(one)
      return reason && `${one.file}:${one.line} imports ${one.specifier}. ${reason}`
    }),
    ...circles(imports),
  ].filter((problem) => problem !== undefined)
}
