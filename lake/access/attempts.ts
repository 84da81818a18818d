// Slows down password guessing.

const MOST = 10
const WINDOW_MS = 15 * 60_000

/** Counts failed attempts by name. */
export class Attempts {
  readonly #failures = new Map<string, number[]>()

  /** False if the name had ten failures in the last quarter of an hour. */
  mayTry(name: string): boolean {
    return this.#recent(name).length < MOST
  }

  failed(name: string): void {
    this.#failures.set(name, [...this.#recent(name), Date.now()])
  }

  succeeded(name: string): void {
    this.#failures.delete(name)
  }

  #recent(name: string): number[] {
    const since = Date.now() - WINDOW_MS
    const recent = (this.#failures.get(name) ?? []).filter((time) => time > since)
    if (recent.length === 0) this.#failures.delete(name)
    return recent
  }
}
