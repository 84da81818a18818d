// Distributes work on many independent items over threads. The threads can start before all items
// are known.

import {on, once} from 'node:events'
import {availableParallelism} from 'node:os'
import {setImmediate} from 'node:timers/promises'
import {setFlagsFromString} from 'node:v8'
import {parentPort, Worker, workerData, type MessagePort} from 'node:worker_threads'

/** One thread's part of the work. */
export interface Share<Item> {
  /** Whether this thread also does the work that is needed only once. */
  readonly isFirst: boolean
  /** Items that no other thread takes. It ends when all items are taken. */
  readonly items: AsyncIterable<Item>
}

/** What each thread does. Task, items and result must be plain data. */
type Work<Task, Item, Part> = (task: Task, share: Share<Item>) => Promise<Part>

export type OnProgress = (done: number, total: number) => void

interface Sharing<Task, Item, Part> {
  readonly work: Work<Task, Item, Part>
  /** The module that a helping thread runs. It calls `help` with the same work. */
  readonly helper: URL
  /** The approximate number of items. */
  readonly expected: number
}

/** A thread takes as long to start as this many items take to process. */
const ITEMS_PER_THREAD = 500

/** The number of items that a thread takes at a time. */
export const BATCH = 20

/** Work that is distributed over threads. They start at once, and end when it is disposed of. */
export class SharedWork<Task, Item, Part> implements AsyncDisposable {
  readonly #work: Work<Task, Item, Part>
  readonly #items: Item[] = []
  readonly #counts: Counts = new Int32Array(new SharedArrayBuffer(8))
  readonly #helpers: readonly Helper<Task, Item, Part>[]
  #begun: {readonly task: Task} | undefined

  constructor({work, helper, expected}: Sharing<Task, Item, Part>) {
    this.#work = work
    const affordable = Math.floor(expected / ITEMS_PER_THREAD)
    // One core is for this thread.
    const count = Math.min(availableParallelism() - 1, affordable)
    this.#helpers = Array.from({length: count}, () => new Helper(helper, this.#counts))
  }

  /** Tells every thread the task. */
  begin(task: Task): void {
    this.#begun = {task}
    for (const one of this.#helpers) one.begin(task)
  }

  /** Adds items. Helping threads may take them at once. */
  add(items: readonly Item[]): void {
    for (const item of items) this.#items.push(item)
    for (const one of this.#helpers) one.give(items)
  }

  /**
   * Does the remaining work. Call it when all items are added.
   *
   * @param onProgress Called for every item that this thread has finished.
   * @returns The result of each thread, starting with this one.
   */
  async finish(onProgress: OnProgress): Promise<[Part, ...Part[]]> {
    if (!this.#begun) throw new Error('begin() was not called')
    for (const one of this.#helpers) one.dismiss()
    // Wait for all threads even if one fails: the caller may then remove files that they use.
    const [own, ...others] = await Promise.allSettled([
      this.#work(this.#begun.task, {isFirst: true, items: this.#own(onProgress)}),
      ...this.#helpers.map(({part}) => part),
    ])
    onProgress(this.#items.length, this.#items.length)
    return [fulfilled(own), ...others.map(fulfilled)]
  }

  async *#own(onProgress: OnProgress): AsyncGenerator<Item> {
    let given = 0
    for await (const item of taking(this.#counts, this.#items)) {
      yield item
      onProgress(Atomics.load(this.#counts, DONE), this.#items.length)
      // Lets the progress bar redraw, and lets the user interrupt.
      if (++given % BATCH === 0) await setImmediate()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#helpers.map((one) => one.end()))
  }
}

/** The number of items that all threads together have taken, and finished. Threads share it. */
type Counts = Int32Array<SharedArrayBuffer>
const TAKEN = 0
const DONE = 1

/** A message to a helping thread: first the task, then items, then that there are no more. */
type Message<Task, Item> =
  | {readonly task: Task}
  | {readonly items: readonly Item[]}
  | {readonly isComplete: true}

/** A helping thread, as the main thread sees it. */
class Helper<Task, Item, Part> {
  readonly part: Promise<Part>
  readonly #worker: Worker

  constructor(module: URL, counts: Counts) {
    // Threads share the compiled WebAssembly with which Node strips types. The V8 of Node 24 may free a
    // part of it while another thread takes it up, and ends the process. So V8 keeps all of it.
    setFlagsFromString('--no-wasm-code-gc')
    this.#worker = new Worker(module, {
      workerData: counts,
      // Node strips the types itself. A loader would only slow the start. A CPU profile covers all threads.
      execArgv: process.execArgv.filter((option) => option.startsWith('--cpu-prof')),
      // Parsing creates much short-lived garbage. A bigger young generation would only raise peak memory.
      resourceLimits: {maxYoungGenerationSizeMb: 24},
    })
    this.part = partOf(this.#worker)
    // It may fail before finish() awaits it. That is not an unhandled rejection.
    this.part.catch(() => {})
  }

  begin(task: Task): void {
    this.#tell({task})
  }

  give(items: readonly Item[]): void {
    this.#tell({items})
  }

  /** Tells the thread that there are no more items. */
  dismiss(): void {
    this.#tell({isComplete: true})
  }

  #tell(message: Message<Task, Item>): void {
    this.#worker.postMessage(message)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

async function partOf<Part>(worker: Worker): Promise<Part> {
  const left = once(worker, 'exit').then(() => {
    throw new Error('A thread ended before its work was done')
  })
  const [part] = await Promise.race([once(worker, 'message'), left])
  return part
}

/** Does a helping thread's part of the work, and sends the result to the main thread. */
export async function help<Task, Item, Part>(work: Work<Task, Item, Part>): Promise<void> {
  if (!parentPort) throw new Error('This module must run in a thread of its own')
  const messages = received<Task, Item>(parentPort)
  const {value: first} = await messages.next()
  if (!first || !('task' in first))
    throw new Error('The first message to a thread must be its task')
  const items = taking(workerData, itemsOf(messages))
  parentPort.postMessage(await work(first.task, {isFirst: false, items}))
}

async function* received<Task, Item>(port: MessagePort): AsyncGenerator<Message<Task, Item>> {
  for await (const [message] of on(port, 'message')) yield message
}

async function* itemsOf<Task, Item>(
  messages: AsyncIterable<Message<Task, Item>>,
): AsyncGenerator<Item> {
  for await (const message of messages) {
    if (!('items' in message)) return
    yield* message.items
  }
}

/**
 * The items that this thread claims. Every thread goes through all items in the same order; it claims
 * the next BATCH positions when it has passed those that it claimed before, and skips the positions
 * that other threads claimed. Threads that start sooner or run faster claim more.
 *
 * @param items All items, the same in every thread.
 */
async function* taking<Item>(
  counts: Counts,
  items: Iterable<Item> | AsyncIterable<Item>,
): AsyncGenerator<Item> {
  let position = 0
  let claimedFrom = 0
  let claimedTo = 0
  for await (const item of items) {
    if (position === claimedTo) {
      claimedFrom = Atomics.add(counts, TAKEN, BATCH)
      claimedTo = claimedFrom + BATCH
    }
    if (position >= claimedFrom) {
      yield item
      Atomics.add(counts, DONE, 1)
    }
    position += 1
  }
}

function fulfilled<Part>(outcome: PromiseSettledResult<Part>): Part {
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
