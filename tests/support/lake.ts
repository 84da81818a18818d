// Temporary lakes, small pictures, and the errors of refused requests.

import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ClientError, createClient, type SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {onTestFinished} from 'vitest'
import {
  accessControl,
  Accounts,
  importDataset,
  lakeClient,
  openLake,
  serveLake,
  usersFile,
  type Lake,
  type LakeOptions,
  type LakeServer,
  type ServeOptions,
} from '../../lake/index.ts'
import {contentGuards, type ContentGuard} from '../../model/guards.ts'
import {administratorsAmong} from '../../pipeline/source/administrators.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {roles, type RoleName} from '../../review/roles.ts'
import {writeDataset} from './command.ts'
import {administrator, makeDecision, reviewer} from './library.ts'

/** A lake that is closed when the test ends, and a client for it. It is in memory by default. */
export function freshLake(options: Partial<LakeOptions> = {}): {lake: Lake; client: SanityClient} {
  const lake = openLake({dir: ':memory:', ...options})
  onTestFinished(() => lake.close())
  return {lake, client: lakeClient(lake)}
}

/** A lake in a folder of its own that holds documents, until the test ends, and a client for it. */
export async function lakeWith(
  documents: readonly StoredDocument[],
): Promise<{dir: string; lake: Lake; client: SanityClient}> {
  const folder = await freshFolder()
  const dir = join(folder, 'lake')
  const {lake, client} = freshLake({dir})
  await importDataset(lake, writeDataset(folder, documents))
  return {dir, lake, client}
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

/** A client for a served lake, made as an application makes one. */
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

/** Accounts, in memory by default: a user for each role, with its name, a second reviewer, and a second administrator. */
export function freshAccounts(file = ':memory:'): {
  accounts: Accounts
  token: (username: Username) => string
} {
  const accounts = new Accounts(file)
  onTestFinished(() => accounts[Symbol.dispose]())
  for (const {name} of roles) accounts.add({username: name, name, email: undefined, role: name})
  accounts.add({username: 'other', name: 'Other reviewer', email: undefined, role: 'reviewer'})
  accounts.add({username: 'deputy', name: 'Deputy', email: undefined, role: 'administrator'})
  return {
    accounts,
    token: (username) => accounts.newToken(username, {label: 'test', days: 1}),
  }
}

export type Username = RoleName | 'other' | 'deputy'

/** The approved pages of the reviewers and administrators among the users of `freshAccounts`. */
export const peopleOfAccounts: readonly StoredDocument[] = [
  ...['reviewer', 'other'].map((user) => ({...reviewer, _id: `person-${user}`, name: user})),
  ...['administrator', 'deputy'].map((user) => ({
    ...administrator,
    _id: `person-${user}`,
    name: user,
  })),
].flatMap((page) => {
  const by = page._id === 'person-deputy' ? 'person-administrator' : 'person-deputy'
  return [page, makeDecision(page, 'approved', {by})]
})

/** Gives the reviewers and administrators of a lake with users their pages. */
export function importPeople(lake: Lake): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'people-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  return importDataset(lake, writeDataset(folder, peopleOfAccounts), {author: 'system'})
}

interface LakeWithUsers {
  lake: Lake
  accounts: Accounts
  /** A client in process that acts as one of the users of `freshAccounts`. */
  as: (username: Username) => SanityClient
}

/** A lake with users, in memory by default, and its accounts and clients. It knows no content model. */
export function lakeWithUsers(
  options: Partial<LakeOptions> = {},
  guardsFor: (accounts: Accounts) => ContentGuard[] = () => [],
): LakeWithUsers {
  const {dir} = options
  if (dir !== undefined) mkdirSync(dir, {recursive: true})
  const {accounts, token} = freshAccounts(dir === undefined ? undefined : usersFile(dir))
  const access = accessControl(accounts, roles, guardsFor(accounts))
  const {lake} = freshLake({access, ...options})
  return {lake, accounts, as: (username) => lakeClient(lake, {token: token(username)})}
}

/** The same with the guards of the content model, as `npm start` serves it. */
export function guardedLake(options: Partial<LakeOptions> = {}): LakeWithUsers {
  return lakeWithUsers(options, (accounts) => contentGuards(() => administratorsAmong(accounts)))
}

/** A client of the port is what `as` makes here. */
interface ServerWithUsers extends LakeWithUsers {
  server: LakeServer
}

/** Like `lakeWithUsers`, on a port of its own, until the test ends. */
export function serverWithUsers(options: Partial<LakeOptions> = {}): Promise<ServerWithUsers> {
  return served(lakeWithUsers(options))
}

/** Like `guardedLake`, on a port of its own, until the test ends. */
export function guardedServer(options: Partial<LakeOptions> = {}): Promise<ServerWithUsers> {
  return served(guardedLake(options))
}

async function served({lake, accounts}: LakeWithUsers): Promise<ServerWithUsers> {
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

/** The client's error for a request that the lake refuses. */
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

/** Brings an SVG into a lake as a dataset does, because uploads of SVG are refused. Returns its path. */
export async function importDrawing(lake: Lake, svg: string): Promise<string> {
  const folder = await freshFolder()
  mkdirSync(join(folder, 'images'))
  writeFileSync(join(folder, 'images', 'drawing.svg'), svg)
  const shows = {_sanityAsset: 'image@file://./images/drawing.svg'}
  writeFileSync(
    join(folder, 'data.ndjson'),
    JSON.stringify({_id: 'shows-a-drawing', _type: 'note', drawing: shows}),
  )
  await importDataset(lake, folder)
  return lakeClient(lake).fetch<string>(
    '*[_type == "sanity.imageAsset" && extension == "svg"][0].path',
  )
}
