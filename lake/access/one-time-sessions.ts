// Carries a login from the login page back to the Studio: a code in the address that can be exchanged
// for a token once, within a minute, by the browser that asked for the login.

import {randomBytes} from 'node:crypto'
import type {User} from './accounts.ts'

interface Session {
  readonly user: User
  readonly state: string
  readonly expires: number
}

const LIFETIME_MS = 60_000

export class OneTimeSessions {
  readonly #waiting = new Map<string, Session>()

  /**
   * Creates a code for a user who has just logged in.
   *
   * @param state what the browser that asked for the login knows, and others do not
   */
  open(user: User, state: string): string {
    const now = Date.now()
    for (const [code, {expires}] of this.#waiting) if (expires < now) this.#waiting.delete(code)
    const code = randomBytes(32).toString('base64url')
    this.#waiting.set(code, {user, state, expires: now + LIFETIME_MS})
    return code
  }

  /** The user of this code. Undefined if the code is unknown, used or too old, or has another state. */
  redeem(code: string, state: string): User | undefined {
    const session = this.#waiting.get(code)
    this.#waiting.delete(code)
    if (session?.state !== state || session.expires < Date.now()) return undefined
    return session.user
  }
}
