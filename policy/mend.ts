// What a program may write in place of what a rule reports, because it cannot change what the text says. The
// Studio's button and `npm run validate -- --fix` both write what the rule says here.

import {studioPath} from '@sanity/client/csm'
import type {StoredDocument} from '../review/revision.ts'
import {isObject, itemsOf, segment} from './references.ts'

/** New values by their paths. */
export type Mend = Readonly<Record<string, unknown>>

/** A document with new values at some places. Only a field of the document itself may be new. */
export function mended(document: StoredDocument, mend: Mend): StoredDocument {
  const result = {...document}
  for (const [path, value] of Object.entries(mend)) {
    const [field, ...rest] = studioPath.fromString(path)
    if (typeof field === 'string')
      Object.assign(result, {[field]: withValue(result[field], rest, value)})
  }
  return result
}

type Steps = ReturnType<typeof studioPath.fromString>

function withValue(whole: unknown, [step, ...rest]: Steps, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(whole)) {
    return whole.map((item: unknown, index) =>
      isAt(step, item, index) ? withValue(item, rest, value) : item,
    )
  }
  if (!isObject(whole) || typeof step !== 'string') return whole
  return {...whole, [step]: withValue(Reflect.get(whole, step), rest, value)}
}

function isAt(step: Steps[number], item: unknown, index: number): boolean {
  if (typeof step === 'number') return step === index
  return typeof step === 'object' && '_key' in step && isObject(item) && '_key' in item
    ? item._key === step._key
    : false
}

/** The value at a place. `studioPath.get` fails where a list holds null. */
export function valueAt(whole: unknown, [step, ...rest]: Steps): unknown {
  if (step === undefined) return whole
  if (Array.isArray(whole)) {
    return valueAt(
      whole.find((item, index) => isAt(step, item, index)),
      rest,
    )
  }
  return isObject(whole) && typeof step === 'string'
    ? valueAt(Reflect.get(whole, step), rest)
    : undefined
}

/** The values that these places have now, to take a mend back. */
export function valuesAt(document: StoredDocument, paths: readonly string[]): Mend {
  return Object.fromEntries(
    paths.map((path) => [path, valueAt(document, studioPath.fromString(path))]),
  )
}

/**
 * Removes characters from a passage. It may be a text, or a block whose words stand in several spans.
 *
 * @param path The passage's.
 * @param removed Whether the character with this number, from the beginning of the passage, is removed.
 */
export function without(
  document: StoredDocument,
  path: string,
  removed: (index: number) => boolean,
): Mend {
  const value = valueAt(document, studioPath.fromString(path))
  if (typeof value === 'string') return {[path]: kept(value, 0, removed)}
  const children = isObject(value) && 'children' in value ? itemsOf(value.children) : []
  let start = 0
  const mend: Record<string, unknown> = {}
  for (const [index, child] of children.entries()) {
    if (!('text' in child) || typeof child.text !== 'string') continue
    const {text} = child
    const left = kept(text, start, removed)
    const steps = [...studioPath.fromString(path), 'children', segment(child, index), 'text']
    if (left !== text) mend[studioPath.toString(steps)] = left
    start += text.length
  }
  return mend
}

function kept(text: string, start: number, removed: (index: number) => boolean): string {
  return text
    .split('')
    .filter((_, index) => !removed(start + index))
    .join('')
}
