// What each endpoint receives: the parsed request, and who sent it.

import type {Access, Caller} from './access/access.ts'
import type {Share, Shares} from './access/shares.ts'
import type {AssetHome} from './assets/assets.ts'
import type {Feedback} from './feedback/feedback.ts'
import type {QueryContext} from './query/context.ts'
import type {Store} from './store/store.ts'

/** What the endpoints work on. */
export interface LakeState {
  readonly store: Store
  /** What readers answered about pages. Opened when it is first asked for. */
  readonly feedback: () => Feedback
  readonly home: AssetHome
  /** The author of every request, in a lake without access control. */
  readonly identity: string
  /** Undefined if everyone who can reach the lake may use it. */
  readonly access: Access | undefined
  /** The origins whose pages may use the lake, besides its own. */
  readonly allowedOrigins: readonly string[]
  /** How long a query may take. */
  readonly queryTimeoutMs: number
  /** How long one image may take. */
  readonly imageTimeoutMs: number
  /** What each user may use of the lake's time and memory. */
  readonly shares: Shares
  /** Aborted when the lake closes, so that no listener waits for a closed database. */
  readonly closing: AbortSignal
}

/** A request that needs no token. */
export interface OpenCall {
  readonly state: LakeState
  readonly request: Request
  readonly url: URL
  /** Without the `v`. */
  readonly apiVersion: string
  /** The parts of the path that the route's pattern names. */
  readonly path: Readonly<Record<string, string>>
}

/** A request from a known caller. */
export interface Call extends OpenCall {
  readonly caller: Caller
  readonly context: QueryContext
  readonly share: Share
  /** Does work in the share's turn, unless the request or the lake ends before. */
  readonly run: <T>(work: () => T) => Promise<T>
  /**
   * Counts bytes that the request has in memory until it is answered.
   *
   * @throws LakeError 429 if the user has too many in memory
   */
  readonly hold: (bytes: number) => void
}
