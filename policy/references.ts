// Reads references out of documents that may hold anything.

/** A reference in a list: what it points at, and where it stands there: its key, or its index. */
interface ListedReference {
  readonly target: string
  readonly step: {readonly _key: string} | number
}

/** The id that a reference points at, if it is one. */
export const targetOf = (value: unknown): string | undefined =>
  isObject(value) && '_ref' in value && typeof value._ref === 'string' ? value._ref : undefined

/** The references of a list, in its order. What is none is left out. */
export const referencesIn = (list: unknown): ListedReference[] =>
  (Array.isArray(list) ? list : []).flatMap((item: unknown, index) => {
    const target = targetOf(item)
    return target === undefined ? [] : [{target, step: stepTo(item, index)}]
  })

const stepTo = (item: unknown, index: number): ListedReference['step'] =>
  isObject(item) && '_key' in item && typeof item._key === 'string' && item._key !== ''
    ? {_key: item._key}
    : index

/** The objects of a list; none, if it is no list. */
export const itemsOf = (list: unknown): object[] =>
  Array.isArray(list) ? list.filter(isObject) : []

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
