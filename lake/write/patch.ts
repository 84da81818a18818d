// Applies a patch to a document. Sanity's own packages read its paths (JSONMatch) and its text differences.
// https://www.sanity.io/docs/http-reference/patches
//
// A change that does not fit, such as `inc` of a text, changes nothing, as in the Content Lake. Missing
// objects are made on the way to a value, but items of arrays are not: only an insertion adds any.

import {applyPatches, parsePatch} from '@sanity/diff-match-patch'
import {
  getIndexForKey,
  getPathDepth,
  jsonMatch,
  parsePath,
  type PathNode,
  type SingleValuePath,
} from '@sanity/json-match'
import type {z} from 'zod'
import {messageOf} from '../errors.ts'
import type {JsonObject} from '../map-objects.ts'
import type {patchOperations} from './mutation.ts'

type Operations = Omit<z.infer<typeof patchOperations>, 'ifRevisionID'>
type Insertion = NonNullable<Operations['insert']>

/** The new value of a place. Undefined, which JSON does not have, stands for no value. */
type Change = (value: unknown) => unknown

/**
 * The document that a patch makes of another.
 *
 * @throws Error for a path that is not JSONMatch or names nothing inside the document, and for a text
 *   difference that cannot be read
 */
export function patched(document: JsonObject, operations: Operations): JsonObject {
  return changesOf(operations).reduce(
    (patching, {path, change}) => changeAt(patching, placesOf(patching, path), change),
    document,
  )
}

function changesOf(operations: Operations): {path: PathNode; change: Change}[] {
  const {setIfMissing, set, unset = [], diffMatchPatch, inc, dec, insert} = operations
  return [
    ...each(setIfMissing, (value) => (old) => old ?? value),
    ...each(set, (value) => () => value),
    ...unset.map((path) => ({path: parsed(path), change: () => undefined})),
    ...each(diffMatchPatch, (difference) => {
      const patches = parsePatch(difference)
      return (old) =>
        typeof old === 'string' ? applyPatches(patches, old, {allowExceedingIndices: true})[0] : old
    }),
    ...each(inc, increment),
    ...each(dec, (by) => increment(-by)),
    ...(insert ? [insertion(insert)] : []),
  ]
}

function each<T>(
  values: Readonly<Record<string, T>> | undefined,
  changeTo: (value: T) => Change,
): {path: PathNode; change: Change}[] {
  return Object.entries(values ?? {}).map(([path, value]) => ({
    path: parsed(path),
    change: changeTo(value),
  }))
}

function increment(by: number): Change {
  return (old) => (typeof old === 'number' ? old + by : old)
}

function parsed(path: string): PathNode {
  const node = parse(path)
  if (node?.type === 'Path' && getPathDepth(node) > 0) return node
  throw new Error(`the path "${path}" names no value`)
}

function parse(path: string) {
  try {
    return parsePath(path)
  } catch (error) {
    throw new Error(`the path "${path}" cannot be read: ${messageOf(error)}`, {cause: error})
  }
}

function placesOf(document: JsonObject, path: PathNode): SingleValuePath[] {
  return Array.from(jsonMatch(document, path), (match) => match.path)
}

/** A copy of a container with a change at some places. It copies each container once. */
function changeAt(
  container: JsonObject,
  places: readonly SingleValuePath[],
  change: Change,
): JsonObject {
  const entries = new Map(Object.entries(container))
  for (const [name, below] of Map.groupBy(places, ([first]) => first)) {
    if (typeof name !== 'string') continue
    const value = valueAt(entries.get(name), below.map(rest), change)
    if (value === undefined) entries.delete(name)
    else entries.set(name, value)
  }
  return Object.fromEntries(entries)
}

function changeItems(
  items: readonly unknown[],
  places: readonly SingleValuePath[],
  change: Change,
): unknown[] {
  const copy = [...items]
  for (const [index, below] of Map.groupBy(places, ([first]) => indexIn(items, first))) {
    if (index === undefined || index < 0 || index >= items.length) continue
    copy[index] = valueAt(items[index], below.map(rest), change)
  }
  return copy.filter((item) => item !== undefined)
}

// `..a` may match a value and what is in it. What is inside changes first.
function valueAt(value: unknown, places: readonly SingleValuePath[], change: Change): unknown {
  const inside = places.filter((place) => place.length > 0)
  const changed = inside.length > 0 ? valueWithin(value, inside, change) : value
  return inside.length < places.length ? change(changed) : changed
}

function valueWithin(value: unknown, places: readonly SingleValuePath[], change: Change): unknown {
  if (Array.isArray(value)) return changeItems(value, places, change)
  if (typeof value === 'object' && value !== null) return changeAt({...value}, places, change)
  if (value !== undefined && value !== null) return value
  const made = changeAt({}, places, change)
  return Object.keys(made).length === 0 ? value : made
}

function rest([, ...others]: SingleValuePath): SingleValuePath {
  return others
}

function indexIn(
  items: readonly unknown[],
  segment: SingleValuePath[number] | undefined,
): number | undefined {
  if (typeof segment === 'number') return segment < 0 ? items.length + segment : segment
  if (typeof segment !== 'object') return undefined
  return getIndexForKey(items, segment._key)
}

function insertion(insert: Insertion): {path: PathNode; change: Change} {
  const {items, ...where} = insert
  const [text = ''] = Object.values(where)
  const {base: path, ...position} = parsed(text)
  if (path === undefined || position.recursive || position.segment.type !== 'Subscript') {
    throw new Error(`the path "${text}" does not end with items, as list[-1] does`)
  }
  const change = (list: unknown): unknown => {
    if (!Array.isArray(list)) return list
    const indexes = Array.from(jsonMatch(list, position), (match) =>
      match.path.length === 1 ? indexIn(list, match.path[0]) : undefined,
    ).filter((index) => index !== undefined)
    if (indexes.length === 0) return list
    // `list[-1]` of an empty list is -1.
    const sorted = indexes.map((index) => Math.max(index, -1)).toSorted((a, b) => a - b)
    const [first = 0] = sorted
    const start = 'after' in insert ? (sorted.at(-1) ?? 0) + 1 : Math.max(first, 0)
    const replaced = new Set('replace' in insert ? indexes : [])
    return [
      ...list.slice(0, start),
      ...items,
      ...list.slice(start).filter((_item, index) => !replaced.has(start + index)),
    ]
  }
  return {path, change}
}
