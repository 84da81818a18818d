// Changes the objects inside a JSON object.

export type JsonObject = Readonly<Record<string, unknown>>

/**
 * A copy of a JSON object in which `change` has replaced it and each object in it, the innermost first.
 *
 * @param change receives an object, and whether it is an item of an array
 */
export function mapObjects(
  object: JsonObject,
  change: (object: JsonObject, isItem: boolean) => JsonObject,
): JsonObject {
  const copy = (value: object, isItem: boolean): JsonObject => {
    const entries = Object.entries(value).map(([name, child]) => [name, inside(child, false)])
    return change(Object.fromEntries(entries), isItem)
  }
  const inside = (value: unknown, isItem: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => inside(item, true))
    return typeof value === 'object' && value !== null ? copy(value, isItem) : value
  }
  return copy(object, false)
}
