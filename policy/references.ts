// Reads references from documents whose fields may hold any value.

/** A reference in a list: the id of its target, and its position as a step of a path. */
interface ListedReference {
  readonly target: string
  readonly step: ReturnType<typeof segment>
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
