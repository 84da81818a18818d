// Carries a login from the login page back to the Studio: a code in the address that can be exchanged
// for a token once, within a minute.

import {randomBytes} from 'node:crypto'
import type {User} from './accounts.ts'

const LIFETIME_MS = 60_000

export class OneTimeSessions {
  readonly #waiting = new Map<string, {readonly user: User; readonly expires: number}>()

  /** Creates a code for a user who has just logged in. */
  open(user: User): string {
    const now = Date.now()
    for (const [code, {expires}] of this.#waiting) if (expires < now) this.#waiting.delete(code)
    const code = randomBytes(32).toString('base64url')
    this.#waiting.set(code, {user, expires: now + LIFETIME_MS})
    return code
  }

  /** The user of this code. Undefined if the code is unknown, used or too old. */
  redeem(code: string): User | undefined {
    const session = this.#waiting.get(code)
    this.#waiting.delete(code)
    return session && session.expires >= Date.now() ? session.user : undefined
  }
}
