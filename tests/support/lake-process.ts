// Serves lakes in processes of their own, for tests that kill these processes.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'

/** A process that runs `lake-server.ts`. */
export class LakeProcess implements AsyncDisposable {
  readonly #child = spawn(process.execPath, [join(import.meta.dirname, 'lake-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // With this cache, all starts after the first are quick.
    env: {...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'countersign-test-compiled')},
  })
  readonly #closed = once(this.#child, 'close')
  readonly #lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]()

  constructor() {
    // Ignores errors from writing to a process that was killed meanwhile.
    this.#child.stdin.on('error', () => {})
  }

  /** Tells it to serve the lake in a folder. Resolves with the origin of the server. */
  serve(dir: string): Promise<string> {
    return this.#ask(dir)
  }

  /** Tells it to import a dataset. Rejects if the process ends first. */
  async import(dataset: string): Promise<void> {
    await this.#ask(dataset)
  }

  async #ask(line: string): Promise<string> {
    this.#child.stdin.write(`${line}\n`)
    const {value, done} = await this.#lines.next()
    if (done) throw new Error('The process ended before it answered')
    return value
  }

  /** Kills it at once, with SIGKILL. Resolves when it has ended. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
  }
}
