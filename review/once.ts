// Makes a value at most once: one value, or one for each object.

/**
 * Returns a function that makes a value at its first call, and gives the same value at every later one. It puts off
 * what takes long to make until it is needed.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: {readonly value: Value} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}

/**
 * Wraps a function of one object so that it runs once for each object. It remembers what the function returned for
 * as long as the object is in use.
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

/**
 * Wraps a function of a text so that it runs once for each text. It remembers all of them, so there must be few.
 *
 * @param make a pure function
 */
export function onceForEach<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, {readonly value: Value}>()
  return (key) => {
    const known = made.get(key) ?? {value: make(key)}
    made.set(key, known)
    return known.value
  }
}
