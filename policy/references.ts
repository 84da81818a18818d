// Reads references out of documents that may hold anything.

/** A reference in a list: what it points at, and where it stands there. */
interface ListedReference {
  readonly target: string
  readonly step: ReturnType<typeof segment>
}

/** The id that a reference points at, if it is one. */
export function targetOf(value: unknown): string | undefined {
  return isObject(value) && '_ref' in value && typeof value._ref === 'string'
    ? value._ref
    : undefined
}

/** The references of a list, in its order. What is none is left out. */
export function referencesIn(list: unknown): ListedReference[] {
  return (Array.isArray(list) ? list : []).flatMap((item: unknown, index) => {
    const target = targetOf(item)
    return target === undefined ? [] : [{target, step: segment(item, index)}]
  })
}

/** How Sanity names a member of an array: by its key, or by its index where it has none to name. */
export function segment(item: unknown, index: number): number | {readonly _key: string} {
  return isObject(item) && '_key' in item && typeof item._key === 'string' && item._key !== ''
    ? {_key: item._key}
    : index
}

/** The objects of a list; none, if it is no list. */
export function itemsOf(list: unknown): object[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
