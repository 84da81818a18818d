// Slows down what must not be tried too often, such as guessing passwords.

interface Rate {
  /** So many attempts a name has in a window of time. */
  readonly most: number
  readonly windowMs: number
}

/** Counts attempts by name. */
export class Attempts {
  readonly #rate: Rate
  /** The times of attempts. The names with the newest ones are last. */
  readonly #attempts = new Map<string, readonly number[]>()

  constructor(rate: Rate) {
    this.#rate = rate
  }

  /**
   * Counts an attempt before its outcome is known, so that many at once are counted too.
   *
   * @returns false if the name had too many in the last window: then this one must not be tried
   */
  begin(name: string): boolean {
    const now = Date.now()
    const since = now - this.#rate.windowMs
    this.#forget(since)
    const recent = (this.#attempts.get(name) ?? []).filter((time) => time > since)
    if (recent.length >= this.#rate.most) return false
    this.#attempts.delete(name)
    this.#attempts.set(name, [...recent, now])
    return true
  }

  /** In how many seconds a name that was refused has another attempt. */
  secondsToWait(name: string): number {
    const [oldest = 0] = this.#attempts.get(name) ?? []
    return Math.max(1, Math.ceil((oldest + this.#rate.windowMs - Date.now()) / 1000))
  }

  /** Forgets the attempts of a name. */
  succeeded(name: string): void {
    this.#attempts.delete(name)
  }

  #forget(until: number): void {
    for (const [name, times] of this.#attempts) {
      if ((times.at(-1) ?? 0) > until) return
      this.#attempts.delete(name)
    }
  }
}
