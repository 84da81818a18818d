// Remembers what a function returned for an object, for as long as the object is in use.

/**
 * Wraps a function of one object so that it runs once for each object.
 *
 * @param make a pure function of the object; objects are told apart by identity
 */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, {readonly value: Value}>()
  return (key) => {
    const known = made.get(key) ?? {value: make(key)}
    made.set(key, known)
    return known.value
  }
}
