// Slows down password guessing.

const MOST = 10
const WINDOW_MS = 15 * 60_000

/** Counts attempts by name until one of them succeeds. */
export class Attempts {
  /** The times of attempts. The names with the newest ones are last. */
  readonly #attempts = new Map<string, readonly number[]>()

  /**
   * Counts an attempt before its outcome is known, so that many at once are counted too.
   *
   * @returns false if the name had ten in the last quarter of an hour: then this one must not be tried
   */
  begin(name: string): boolean {
    const now = Date.now()
    this.#forget(now - WINDOW_MS)
    const recent = (this.#attempts.get(name) ?? []).filter((time) => time > now - WINDOW_MS)
    if (recent.length >= MOST) return false
    this.#attempts.delete(name)
    this.#attempts.set(name, [...recent, now])
    return true
  }

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
