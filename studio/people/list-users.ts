// The users of the lake, or of a hosted project.

import type {SanityClient} from 'sanity'
import {z} from 'zod'
import type {RoleName} from '../../review/roles.ts'

/** A user who can have a page of their own. */
export interface ListedUser {
  readonly id: string
  readonly name: string
  /** What the user signs in with; hosted Sanity does not tell it. */
  readonly username?: string | undefined
}

const project = z.object({
  members: z.array(z.object({id: z.string(), isRobot: z.boolean(), role: z.string().optional()})),
})

const user = z.object({id: z.string(), displayName: z.string(), username: z.string().optional()})

const PROGRAM: RoleName = 'build'

/**
 * The people among the users, in the order of their names.
 *
 * @throws the server's error if the signed-in user may not see them
 */
export async function listUsers(client: SanityClient, signal: AbortSignal): Promise<ListedUser[]> {
  const {projectId = ''} = client.config()
  const ask = (uri: string): Promise<unknown> => client.request({uri, signal})
  const {members} = project.parse(await ask(`/projects/${projectId}`))
  const ids = members.filter(({isRobot, role}) => !isRobot && role !== PROGRAM).map(({id}) => id)
  if (ids.length === 0) return []
  // The answer about one user is no list.
  return z
    .array(user)
    .parse([await ask(`/users/${ids.join(',')}`)].flat())
    .map(({id, displayName, username}) => ({id, name: displayName, username}))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}
