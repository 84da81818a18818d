// Works out once a library what rules ask for with every document.

/** The same function, which remembers what it gave for each object as long as that is in use. */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, {readonly value: Value}>()
  return (key) => {
    const known = made.get(key) ?? {value: make(key)}
    made.set(key, known)
    return known.value
  }
}
