// What the API says about users: https://www.sanity.io/docs/http-reference/users
// and the settings that the Studio stores for each of them.

import {z} from 'zod'
import {parseJson, readJson} from '../body.ts'
import type {Call} from '../call.ts'
import {httpError} from '../errors.ts'
import type {User} from './accounts.ts'
import type {Role} from './grants.ts'

export function currentUser({caller: {user, role}}: Call): Response {
  return Response.json({
    ...publicUser(user),
    name: user.name,
    email: user.email ?? '',
    profileImage: null,
    provider: 'countersign',
    role: role.name,
    roles: [publicRole(role)],
  })
}

/** The author of what programs change without a server, such as the import of a dataset. */
export const SYSTEM: User = {
  id: 'system',
  username: 'system',
  name: 'System',
  email: undefined,
  role: 'administrator',
}

/** The user with an id. For several ids with commas between them, a list of the users that exist. */
export function usersById({state, caller, path}: Call): Response {
  const ids = (path.ids ?? '').split(',').map((id) => (id === 'me' ? caller.user.id : id))
  const users = state.access ? state.access.accounts.usersById(ids) : [caller.user]
  const known = [...users, SYSTEM].filter(({id}) => ids.includes(id))
  if (ids.length > 1) return Response.json(known.map(publicUser))
  const [user] = known
  if (!user) throw httpError(404, `There is no user "${ids.join()}"`)
  return Response.json(publicUser(user))
}

/** The members of a project, in the shape in which the API lists them. */
export function members({state, caller}: Pick<Call, 'state' | 'caller'>): object[] {
  const {accounts, roles} = state.access ?? {accounts: undefined, roles: [caller.role]}
  return (accounts?.users() ?? [caller.user]).map((user) => ({
    id: user.id,
    role: user.role,
    roles: roles.filter(({name}) => name === user.role).map(publicRole),
    isCurrentUser: user.id === caller.user.id,
    isRobot: false,
  }))
}

const keyValues = z.array(z.object({key: z.string().min(1).max(200), value: z.unknown()})).max(100)
const MAX_SETTINGS_BYTES = 100_000

export function readSettings({state, caller, path}: Call): Response {
  const found = (path.keys ?? '').split(',').flatMap((key) => {
    const value = state.access?.accounts.setting(caller.user.id, key)
    return value === undefined ? [] : [{key, value: parseJson(value, 'The setting')}]
  })
  return Response.json(found)
}

export async function writeSettings(call: Call): Promise<Response> {
  const {state, caller} = call
  const pairs = await readJson(call, MAX_SETTINGS_BYTES, keyValues)
  for (const {key, value} of pairs) {
    state.access?.accounts.setSetting(caller.user.id, key, JSON.stringify(value ?? null))
  }
  return Response.json(pairs)
}

function publicUser({id, username, name}: User) {
  return {id, username, displayName: name, imageUrl: null}
}

function publicRole({name, title, description}: Role) {
  return {name, title, description}
}
