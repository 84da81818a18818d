// Shares the lake among its users. All their requests use one thread and one memory, so a user who asks
// for very much would keep the others waiting, even if each request is within its own limits.

import {setTimeout} from 'node:timers/promises'
import {httpError} from '../errors.ts'

/** The part of the lake's time that a user gets who wants all of it while others use the lake too. */
const PART = 1 / 4

/** How long other users count as using the lake after their last request. */
const ACTIVE_MS = 60_000

/** How often a request that waits looks whether it may go on. */
const CHECK_MS = 1000

/** What the bodies and the answers of one user's requests may have in memory. */
const MAX_HELD_BYTES = 300_000_000

/** What one user may use of the lake. */
export interface Share {
  /**
   * Does work that blocks all other requests meanwhile. A user who has just used more than the share
   * waits first.
   *
   * @param cancelled aborted when nothing waits for the result any more
   * @throws LakeError 503 if it was cancelled while it waited, and anything that `work` throws
   */
  run<T>(work: () => T, cancelled: AbortSignal): Promise<T>
  /**
   * Counts bytes that stay in memory until the returned function is called.
   *
   * @throws LakeError 429 if they are too many together with those that stay already
   */
  hold(bytes: number): () => void
  /** Does the same without refusing any: for what cannot be taken back any more. */
  keep(bytes: number): () => void
}

/** The shares of all users of a lake. */
export class Shares {
  readonly #shares = new Map<string, UserShare>()
  readonly #atOnceMs: number

  /** @param atOnceMs how much of the lake's time a user may use before others come first */
  constructor(atOnceMs: number) {
    this.#atOnceMs = atOnceMs
  }

  /** @param user an id */
  of(user: string): Share {
    const known = this.#shares.get(user)
    if (known) return known
    const share = new UserShare(this.#atOnceMs, () => this.#isUsedByOthers(share))
    this.#shares.set(user, share)
    return share
  }

  #isUsedByOthers(share: UserShare): boolean {
    const since = performance.now() - ACTIVE_MS
    return this.#shares.values().some((other) => other !== share && other.lastUsed > since)
  }
}

class UserShare implements Share {
  /** When it last asked for time, as `performance.now()` tells it. */
  lastUsed = -Infinity
  readonly #atOnceMs: number
  readonly #isUsedByOthers: () => boolean
  /** The time used, less what the user's part has paid back until `#paidAt`. */
  #usedMs = 0
  #paidAt = 0
  #heldBytes = 0

  constructor(atOnceMs: number, isUsedByOthers: () => boolean) {
    this.#atOnceMs = atOnceMs
    this.#isUsedByOthers = isUsedByOthers
  }

  async run<T>(work: () => T, cancelled: AbortSignal): Promise<T> {
    this.lastUsed = performance.now()
    for (let ms = this.#waitMs(); ms > 0; ms = this.#waitMs()) {
      await setTimeout(Math.min(ms, CHECK_MS), undefined, {signal: cancelled}).catch(() => {
        throw httpError(503, 'The request was cancelled before its turn came')
      })
    }
    const started = performance.now()
    try {
      return work()
    } finally {
      this.#pay()
      // No more than that: a user who was alone for long should not wait for long once others come.
      this.#usedMs = Math.min(this.#usedMs + performance.now() - started, 2 * this.#atOnceMs)
    }
  }

  hold(bytes: number): () => void {
    if (this.#heldBytes + bytes > MAX_HELD_BYTES) {
      throw httpError(429, 'Too much at once. Wait for the answers to earlier requests first')
    }
    return this.keep(bytes)
  }

  keep(bytes: number): () => void {
    this.#heldBytes += bytes
    let held = bytes
    return () => {
      this.#heldBytes -= held
      held = 0
    }
  }

  #waitMs(): number {
    this.#pay()
    const tooMuch = this.#usedMs - this.#atOnceMs
    return tooMuch > 0 && this.#isUsedByOthers() ? tooMuch / PART : 0
  }

  #pay(): void {
    const now = performance.now()
    this.#usedMs = Math.max(0, this.#usedMs - (now - this.#paidAt) * PART)
    this.#paidAt = now
  }
}
