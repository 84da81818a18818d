// Who the caller is, and what the caller may do.

import {httpError, sessionError} from '../errors.ts'
import type {Accounts, User} from './accounts.ts'
import {Attempts} from './attempts.ts'
import {Permissions, unrestricted, type Role} from './grants.ts'
import type {Guard} from './guard.ts'
import {OneTimeSessions} from './one-time-sessions.ts'

/** What a lake needs to identify users. */
export interface Access {
  readonly accounts: Accounts
  readonly roles: readonly Role[]
  readonly guards: readonly Guard[]
  readonly sessions: OneTimeSessions
  readonly attempts: Attempts
}

/** How often a name may try to log in without success. */
const LOGINS = {most: 10, windowMs: 15 * 60_000}

/** Who sent a request. */
export interface Caller {
  readonly user: User
  readonly role: Role
  readonly permissions: Permissions
  /** The bearer token; undefined for a process that holds the lake's files. */
  readonly token: string | undefined
}

/** @param guards rules that apply to every user, beyond what roles grant */
export function accessControl(
  accounts: Accounts,
  roles: readonly Role[],
  guards: readonly Guard[] = [],
): Access {
  return {accounts, roles, guards, sessions: new OneTimeSessions(), attempts: new Attempts(LOGINS)}
}

/** The caller in a process that holds the lake's files. This caller may read and write everything. */
export function trustedCaller(identity: string): Caller {
  return {
    user: {
      id: identity,
      username: identity,
      name: identity,
      email: undefined,
      role: 'administrator',
    },
    role: {
      name: 'administrator',
      title: 'Administrator',
      description: 'May do everything',
      grants: unrestricted.grants,
    },
    permissions: unrestricted,
    token: undefined,
  }
}

/**
 * Who sent a request, by its bearer token.
 *
 * @throws LakeError 401 if the token is missing, unknown or expired
 */
export function callerOf(access: Access, request: Request): Caller {
  const header = request.headers.get('authorization')
  if (header === null) throw httpError(401, 'This dataset is private: a token is needed')
  const token = /^Bearer (?<token>\S+)$/i.exec(header)?.groups?.token
  const caller = token === undefined ? undefined : callerWith(access, token)
  if (caller) return caller
  if (token !== undefined && access.accounts.hasExpired(token)) {
    throw sessionError('SIO-401-AEX', 'The session has expired: log in again, or use a new token')
  }
  throw sessionError('SIO-401-ANF', 'Session not found: the token is unknown, or was revoked')
}

/** The caller with this token. Undefined if the token is unknown, or the user's role no longer exists. */
export function callerWith({accounts, roles}: Access, token: string): Caller | undefined {
  const user = accounts.userOfToken(token)
  const role = roles.find(({name}) => name === user?.role)
  if (!user || !role) return undefined
  return {user, role, permissions: new Permissions(role.grants, user.id), token}
}
