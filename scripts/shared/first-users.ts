// The users that a lake starts with.

import {lakeClient, type Accounts, type Lake, type User} from '../../lake/index.ts'
import type {RoleName} from '../../review/roles.ts'

interface FirstUser extends Omit<User, 'email'> {
  readonly role: RoleName
}

/** The people of the sample library. The id of a person's document is `person-<user id>`. */
const people: readonly FirstUser[] = [
  {id: 'dana-okafor', username: 'writer', name: 'Dana Okafor', role: 'writer'},
  {id: 'miriam-hale', username: 'reviewer', name: 'Miriam Hale', role: 'reviewer'},
  {id: 'arjun-mehta', username: 'reviewer-2', name: 'Arjun Mehta', role: 'reviewer'},
  {id: 'noor-haddad', username: 'administrator', name: 'Noor Haddad', role: 'administrator'},
  {id: 'tomas-berg', username: 'administrator-2', name: 'Tomas Berg', role: 'administrator'},
]

/** The administrator of a library that is not the sample. */
const administrator: FirstUser = {
  id: 'administrator',
  username: 'administrator',
  name: 'Administrator',
  role: 'administrator',
}

const build: FirstUser = {id: 'build', username: 'build', name: 'Build job', role: 'build'}

/** Passwords and a token to print once. The lake keeps only their hashes. */
export interface Credentials {
  readonly passwords: readonly {readonly username: string; readonly password: string}[]
  readonly buildToken: string
}

/**
 * Adds the people of the sample library whose documents the lake has, a user for build jobs, and an
 * administrator if none of these people is one.
 */
export async function addFirstUsers(accounts: Accounts, lake: Lake): Promise<Credentials> {
  const known = new Set(
    await lakeClient(lake).fetch<string[]>('*[_type == "person" && _id in $ids]._id', {
      ids: people.map(({id}) => `person-${id}`),
    }),
  )
  const present = people.filter(({id}) => known.has(`person-${id}`))
  const isManaged = present.some(({role}) => role === 'administrator')
  const users = isManaged ? present : [...present, administrator]
  const passwords = []
  for (const user of users) {
    accounts.add({...user, email: undefined})
    const {username} = user
    passwords.push({username, password: await accounts.newPassword(username)})
  }
  accounts.add({...build, email: undefined})
  return {passwords, buildToken: accounts.newToken(build.username, {label: 'first', days: 365})}
}
