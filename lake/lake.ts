// Opens a lake: puts storage, assets and the HTTP surface together.

import {join} from 'node:path'
import {once} from '../review/once.ts'
import {callerWith, type Access} from './access/access.ts'
import {SYSTEM} from './access/people.ts'
import {Shares} from './access/shares.ts'
import {ASSETS_FOLDER} from './assets-folder.ts'
import {assetFile} from './assets/assets.ts'
import {assetFolder, assetMemory} from './assets/files.ts'
import type {LakeState} from './call.ts'
import {Feedback, feedbackFile, type Answer} from './feedback/feedback.ts'
import {handle} from './http/api.ts'
import {studioOrigins} from './origins.ts'
import {Store, type DocumentMark} from './store/store.ts'

export interface Lake extends Disposable {
  /** Sanity's HTTP API. Never rejects: every error becomes a response. */
  readonly fetch: (request: Request) => Promise<Response>
  /** The origins whose pages may use it, besides its own. */
  readonly allowedOrigins: readonly string[]
  readonly dataset: string
  /**
   * The user id of a token whose user may read every document, and so may see what others have open.
   * Undefined for others. Without access control, always the lake's own identity.
   */
  readonly identify: (token: string | undefined) => string | undefined
  /**
   * Keeps what a reader answered about a page, for users who may read every document.
   *
   * @returns false if the page never had that revision. Then nothing is kept.
   */
  readonly keepAnswer: (answer: Answer) => boolean
  close(): void
}

export interface LakeOptions {
  /** A folder with `lake.db` and `assets/`, created if needed. `:memory:` stores nothing on disk. */
  readonly dir: string | ':memory:'
  readonly projectId?: string
  readonly dataset?: string
  /** Recorded as the author of what this process writes. */
  readonly identity?: string
  /**
   * Who may do what. Without it, every request has the rights of `identity`, who may do everything.
   * That suits a process that owns the lake's files, but not a lake that is served.
   */
  readonly access?: Access | undefined
  /**
   * The origins whose pages may use the lake, besides its own. The default is the Studio's
   * development server.
   */
  readonly allowedOrigins?: readonly string[]
  /**
   * How long a query or a transaction may take. Other requests wait meanwhile, so the limit is lower than
   * the minutes that Sanity allows. A user who has used as much of the lake's time comes after the others.
   */
  readonly queryTimeoutMs?: number
  /** How long one image may take, because anyone may request one. */
  readonly imageTimeoutMs?: number
}

// Import and export bypass the HTTP surface, because they move more data than its limits allow.
const states = new WeakMap<Lake, LakeState>()

/**
 * Opens a lake, or creates one if there is none. Several processes may open the same folder.
 *
 * @throws if the folder cannot be used, or was written by a newer version
 */
export function openLake({
  dir,
  projectId = 'countersign',
  dataset = 'production',
  identity = SYSTEM.id,
  access,
  allowedOrigins = studioOrigins,
  queryTimeoutMs = 10_000,
  imageTimeoutMs = 20_000,
}: LakeOptions): Lake {
  const inMemory = dir === ':memory:'
  const store = new Store(inMemory ? ':memory:' : join(dir, 'lake.db'))
  const files = inMemory ? assetMemory() : assetFolder(join(dir, ASSETS_FOLDER))
  const opened = new DisposableStack()
  const feedback = once(() => opened.use(new Feedback(inMemory ? ':memory:' : feedbackFile(dir))))
  const closing = new AbortController()
  const state: LakeState = {
    store,
    feedback,
    closing: closing.signal,
    home: {projectId, dataset, files},
    identity,
    access,
    allowedOrigins,
    queryTimeoutMs,
    imageTimeoutMs,
    shares: new Shares(queryTimeoutMs),
  }
  const close = (): void => {
    closing.abort()
    store[Symbol.dispose]()
    opened.dispose()
  }
  const lake: Lake = {
    fetch: (request) => handle(state, request),
    allowedOrigins,
    dataset,
    identify: (token) => {
      if (!access) return identity
      const caller = token === undefined ? undefined : callerWith(access, token)
      return caller?.permissions.allowsAll('read') ? caller.user.id : undefined
    },
    keepAnswer: (answer) => {
      if (!store.history.hasText(answer.page, answer.revision)) return false
      feedback().add(answer)
      return true
    },
    close,
    [Symbol.dispose]: close,
  }
  states.set(lake, state)
  return lake
}

/** What tells which published documents of a lake changed, in order of id. */
export function documentMarks(lake: Lake): readonly DocumentMark[] {
  return stateOf(lake).store.marks()
}

/** Another text after each change of the file of an asset; undefined if there is no such file. */
export async function assetMark(lake: Lake, id: string): Promise<string | undefined> {
  const file = assetFile(id)
  return file && stateOf(lake).home.files.mark(file.kind, file.name)
}

/** The state behind a lake that `openLake` opened. Not for use outside this folder. */
export function stateOf(lake: Lake): LakeState {
  const state = states.get(lake)
  if (!state) throw new TypeError('Not a lake that openLake opened')
  return state
}
