// Shared by the lake's tests: temporary lakes, small pictures, and one way to expect errors.

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ClientError, createClient, type SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {onTestFinished} from 'vitest'
import {
  accessControl,
  Accounts,
  lakeClient,
  openLake,
  serveLake,
  type Lake,
  type LakeOptions,
  type LakeServer,
  type ServeOptions,
} from '../../lake/index.ts'
import {fourEyes} from '../../review/four-eyes.ts'
import {roles, type RoleName} from '../../review/roles.ts'

/** A lake in memory that is closed when the test ends, and a client for it. */
export function freshLake(options: Partial<LakeOptions> = {}): {lake: Lake; client: SanityClient} {
  const lake = openLake({dir: ':memory:', ...options})
  onTestFinished(() => lake.close())
  return {lake, client: lakeClient(lake)}
}

/** A lake in memory behind a port of its own, until the test ends, and a client of that port. */
export async function servedLake(options: Partial<ServeOptions> = {}): Promise<{
  lake: Lake
  server: LakeServer
  client: SanityClient
}> {
  const {lake} = freshLake()
  const server = await serveLake(lake, {port: 0, ...options})
  onTestFinished(() => server.close())
  return {lake, server, client: portClient(server.origin)}
}

/** A client as an application makes one, for a lake that is served somewhere. */
export function portClient(origin: string): SanityClient {
  return createClient({
    projectId: 'countersign',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'raw',
    apiHost: origin,
    useProjectHostname: false,
  })
}

/** Accounts in memory: a user for each role, called by its name, and a second reviewer. */
export function freshAccounts(): {accounts: Accounts; token: (username: Username) => string} {
  const accounts = new Accounts(':memory:')
  onTestFinished(() => accounts[Symbol.dispose]())
  for (const {name} of roles) accounts.add({username: name, name, email: undefined, role: name})
  accounts.add({username: 'other', name: 'Other reviewer', email: undefined, role: 'reviewer'})
  return {
    accounts,
    token: (username) => accounts.newToken(username, {label: 'test', days: 1}),
  }
}

export type Username = RoleName | 'other'

/** A lake in memory with users, and its accounts and clients. */
export function guardedLake(options: Partial<LakeOptions> = {}): {
  lake: Lake
  accounts: Accounts
  /** A client in process that acts as one of the users of `freshAccounts`. */
  as: (username: Username) => SanityClient
} {
  const {accounts, token} = freshAccounts()
  const {lake} = freshLake({access: accessControl(accounts, roles, [fourEyes]), ...options})
  return {lake, accounts, as: (username) => lakeClient(lake, {token: token(username)})}
}

/** A lake with users behind a port of its own, until the test ends. */
export async function guardedServer(options: Partial<LakeOptions> = {}): Promise<{
  lake: Lake
  accounts: Accounts
  server: LakeServer
  /** A client of that port that acts as one of the users. */
  as: (username: Username) => SanityClient
}> {
  const {lake, accounts} = guardedLake(options)
  const server = await serveLake(lake, {port: 0})
  onTestFinished(() => server.close())
  const as = (username: Username): SanityClient =>
    portClient(server.origin).withConfig({
      token: accounts.newToken(username, {label: 'test', days: 1}),
    })
  return {lake, accounts, server, as}
}

/** A folder that is removed when the test ends. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lake-test-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  return folder
}

/** The error that the client raises for a request that the lake refuses. */
export async function refusal(request: Promise<unknown>): Promise<ClientError> {
  const outcome = await request.then(
    () => new Error('The request was not refused'),
    (error: unknown) => error,
  )
  if (outcome instanceof ClientError) return outcome
  throw outcome
}

/** A plain picture in PNG. */
export function picture(width: number, height: number, background = '#3b82f6'): Promise<Buffer> {
  return sharp({create: {width, height, channels: 3, background}})
    .png()
    .toBuffer()
}
