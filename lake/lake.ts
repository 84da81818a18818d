// Opens a lake: puts storage, assets and the HTTP surface together.

import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {assetFolder, assetMemory} from './asset-files.ts'
import {handle, type LakeState} from './handler.ts'
import {Store} from './store.ts'

export interface Lake extends Disposable {
  /** Sanity's HTTP API. Never rejects: whatever goes wrong is a response. */
  readonly fetch: (request: Request) => Promise<Response>
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
   * Who a bearer token belongs to; undefined for an unknown one, which is answered 401 as Sanity
   * does. Without this, every request is `identity`.
   */
  readonly authenticate?: (token: string | undefined) => string | undefined
}

// What import and export reach behind the HTTP surface for: they move more than it lets through.
const states = new WeakMap<Lake, LakeState>()

/**
 * Opens a lake, making a new one where there is none. Several processes may open the same folder.
 * @throws if the folder cannot be used, or was written by a newer version
 */
export function openLake({
  dir,
  projectId = 'countersign',
  dataset = 'production',
  identity = 'system',
  authenticate,
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
    authenticate,
  }
  const close = (): void => {
    closing.abort()
    store[Symbol.dispose]()
  }
  const lake: Lake = {
    fetch: (request) => handle(state, request),
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
