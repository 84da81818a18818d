// Which person, as readers are told, a user of the source is.

const PERSON = 'person-'

/** The id of the `person` document of a user of the lake. */
export function personOf(user: string): string {
  return `${PERSON}${user}`
}

/** The user that a `person` document belongs to; undefined if it belongs to no user. */
export function userOf(person: string): string | undefined {
  return person.startsWith(PERSON) ? person.slice(PERSON.length) : undefined
}
