// Opens a lake: puts storage, assets and the HTTP surface together.

import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {callerWith, type Access} from './access/access.ts'
import {assetFolder, assetMemory} from './assets/files.ts'
import type {LakeState} from './call.ts'
import {handle} from './http/handler.ts'
import {studioOrigins} from './origins.ts'
import {Store} from './store/store.ts'

export interface Lake extends Disposable {
  /** Sanity's HTTP API. Never rejects: whatever goes wrong is a response. */
  readonly fetch: (request: Request) => Promise<Response>
  /** The origins whose pages may use it, besides its own. */
  readonly allowedOrigins: readonly string[]
  readonly dataset: string
  /** Who has a token: whoever asks, in a lake without access control; undefined for nobody. */
  readonly identify: (token: string | undefined) => string | undefined
  close(): void
}

export interface LakeOptions {
  /** A folder, made if need be, that holds `lake.db` and `assets/`; or nothing on disk at all. */
  readonly dir: string | ':memory:'
  readonly projectId?: string
  readonly dataset?: string
  /** Recorded as the author of what this process writes. */
  readonly identity?: string
  /**
   * Who may do what. Without it every request is that of `identity`, who may do everything: for
   * those who hold the lake's files anyway, not for a lake that is served.
   */
  readonly access?: Access | undefined
  /**
   * The origins whose pages may use the lake, besides its own. Unless told otherwise, the Studio's
   * development server.
   */
  readonly allowedOrigins?: readonly string[]
  /**
   * How long a query may take, and a transaction three times as long. Everybody else waits
   * meanwhile, so it is less than the minute that Sanity grants.
   */
  readonly queryTimeoutMs?: number
}

// What import and export reach behind the HTTP surface for: they move more than it lets through.
const states = new WeakMap<Lake, LakeState>()

/**
 * Opens a lake, making a new one where there is none. Several processes may open the same folder.
 *
 * @throws if the folder cannot be used, or was written by a newer version
 */
export function openLake({
  dir,
  projectId = 'countersign',
  dataset = 'production',
  identity = 'system',
  access,
  allowedOrigins = studioOrigins,
  queryTimeoutMs = 10_000,
}: LakeOptions): Lake {
  const inMemory = dir === ':memory:'
  if (!inMemory) mkdirSync(dir, {recursive: true})
  const store = new Store(inMemory ? ':memory:' : join(dir, 'lake.db'))
  const files = inMemory ? assetMemory() : assetFolder(join(dir, 'assets'))
  const closing = new AbortController()
  const state: LakeState = {
    store,
    closing: closing.signal,
    home: {projectId, dataset, files},
    identity,
    access,
    allowedOrigins,
    queryTimeoutMs,
  }
  const close = (): void => {
    closing.abort()
    store[Symbol.dispose]()
  }
  const lake: Lake = {
    fetch: (request) => handle(state, request),
    allowedOrigins,
    dataset,
    identify: (token) => {
      if (!access) return identity
      return token === undefined ? undefined : callerWith(access, token)?.user.id
    },
    close,
    [Symbol.dispose]: close,
  }
  states.set(lake, state)
  return lake
}

/** The state behind a lake that `openLake` opened. Not for use outside this folder. */
export function stateOf(lake: Lake): LakeState {
  const state = states.get(lake)
  if (!state) throw new TypeError('Not a lake that openLake opened')
  return state
}
