// Reads references from documents whose fields may hold any value.

import {onceFor} from '../review/once.ts'
import type {StoredDocument} from '../review/revision.ts'

/** A reference in a list: the id of its target, and its position as a step of a path. */
interface ListedReference {
  readonly target: string
  readonly step: ReturnType<typeof segment>
}

/** How a Sanity path names a field, or an item of a list. */
type Step = string | ReturnType<typeof segment>

/** A reference somewhere in a document. */
export interface PlacedReference {
  readonly target: string
  /** The field that holds it, or that holds its list. */
  readonly field: string
  /** The object with this field. */
  readonly holder: object
  /** The steps of a path that lead to the reference. */
  readonly steps: readonly Step[]
  /** How many of these steps lead to the holder. */
  readonly depth: number
}

/** All references of a document, in document order, whatever its fields are called. Several rules ask for them. */
export const allReferences = onceFor(referencesOf)

function referencesOf(document: StoredDocument): readonly PlacedReference[] {
  const references: PlacedReference[] = []
  // One stack for the whole walk, because most of a document is text and never needs a path.
  const steps: Step[] = []

  const visit = (value: object, field: string, holder: object, depth: number): void => {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index]
        if (!isObject(item)) continue
        steps.push(segment(item, index))
        visit(item, field, holder, depth)
        steps.pop()
      }
    } else if ('_ref' in value && typeof value._ref === 'string') {
      references.push({target: value._ref, field, holder, steps: [...steps], depth})
    } else {
      for (const name in value) {
        const member: unknown = Reflect.get(value, name)
        if (!isObject(member)) continue
        steps.push(name)
        visit(member, name, value, steps.length - 1)
        steps.pop()
      }
    }
  }

  visit(document, '', document, 0)
  return references
}

/** The id that a reference points to; undefined if the value is not a reference. */
export function targetOf(value: unknown): string | undefined {
  return isObject(value) && '_ref' in value && typeof value._ref === 'string'
    ? value._ref
    : undefined
}

/** The references in a list, in order. Other values are left out. */
export function referencesIn(list: unknown): ListedReference[] {
  return (Array.isArray(list) ? list : []).flatMap((item: unknown, index) => {
    const target = targetOf(item)
    return target === undefined ? [] : [{target, step: segment(item, index)}]
  })
}

/** The keys that can stand in a Sanity path. It has no escapes, so a dot or a bracket would end the key. */
const PLAIN_KEY = /^[^.[\]\n\r\u2028\u2029]+$/

/** How a Sanity path names an array item: by its key, or by its index if it has no key that a path can hold. */
export function segment(item: unknown, index: number): number | {readonly _key: string} {
  const _key = keyOf(item)
  return _key !== undefined && PLAIN_KEY.test(_key) ? {_key} : index
}

/** A value if it is a string, and otherwise an empty one. `String` fails for an object that cannot become one. */
export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The key of an array item; undefined if it has none. */
export function keyOf(item: unknown): string | undefined {
  return isObject(item) && '_key' in item && typeof item._key === 'string' ? item._key : undefined
}

/** The objects in a list; empty if the value is not a list. */
export function itemsOf(list: unknown): object[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
