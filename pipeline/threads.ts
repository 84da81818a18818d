// Shares work on many items, none of which depends on another, out over threads. They may begin
// while items are still being found.

import {on, once} from 'node:events'
import {availableParallelism} from 'node:os'
import {setImmediate} from 'node:timers/promises'
import {parentPort, Worker, workerData, type MessagePort} from 'node:worker_threads'

/** What one thread is to do of the work. */
export interface Share<Item> {
  /** Whether this thread also does what is to be done once. */
  readonly isFirst: boolean
  /** Items that no other thread has taken, until there are none left. */
  readonly items: AsyncIterable<Item>
}

/** What each thread does. The task, the items and what comes of them are plain data. */
type Work<Task, Item, Part> = (task: Task, share: Share<Item>) => Promise<Part>

export type OnProgress = (done: number, total: number) => void

interface Sharing<Task, Item, Part> {
  readonly work: Work<Task, Item, Part>
  /** The module of a thread that helps: it calls `help` with the same work. */
  readonly helper: URL
  /** About how many items there will be. */
  readonly expected: number
}

/** Fewer items than this are done with sooner than another thread has started. */
const ITEMS_PER_THREAD = 500

/** Items are taken so many at a time. */
export const BATCH = 20

/** Work that is shared out, on threads that start at once. Disposing of it ends them. */
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

  /** Says what is to be done. */
  begin(task: Task): void {
    this.#begun = {task}
    for (const one of this.#helpers) one.begin(task)
  }

  /** Adds items, which threads that help may take at once. */
  add(items: readonly Item[]): void {
    for (const item of items) this.#items.push(item)
    for (const one of this.#helpers) one.give(items)
  }

  /**
   * Does what is left, once all items are added.
   *
   * @param onProgress Called for every item that this thread is done with.
   * @returns What came of it in each thread, that of this one first.
   */
  async finish(onProgress: OnProgress): Promise<[Part, ...Part[]]> {
    if (!this.#begun) throw new Error('Nobody has said what is to be done')
    for (const one of this.#helpers) one.dismiss()
    // All are waited for, also when one fails: whoever clears up must not be overtaken.
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
      // Lets the progress bar draw, and an interrupt in.
      if (++given % BATCH === 0) await setImmediate()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#helpers.map((one) => one.end()))
  }
}

/** How many items have been taken, and done, by any thread: shared by all. */
type Counts = Int32Array<SharedArrayBuffer>
const TAKEN = 0
const DONE = 1

/** What a thread that helps is told: what to do, then items, and that there are no more. */
type Message<Task, Item> =
  | {readonly task: Task}
  | {readonly items: readonly Item[]}
  | {readonly isComplete: true}

/** A thread that helps, seen from the one that it helps. */
class Helper<Task, Item, Part> {
  readonly part: Promise<Part>
  readonly #worker: Worker

  constructor(module: URL, counts: Counts) {
    this.#worker = new Worker(module, {
      workerData: counts,
      // Node itself takes the types off. A loader would only slow the start.
      execArgv: [],
      // Documents leave much litter: a larger nursery would only hold more of it at a time.
      resourceLimits: {maxYoungGenerationSizeMb: 24},
    })
    this.part = partOf(this.#worker)
    // It may fail before anybody waits for it. Whoever does is told.
    this.part.catch(() => {})
  }

  begin(task: Task): void {
    this.#tell({task})
  }

  give(items: readonly Item[]): void {
    this.#tell({items})
  }

  /** Says that there are no more items. */
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

/** Does the share of a thread that helps. */
export async function help<Task, Item, Part>(work: Work<Task, Item, Part>): Promise<void> {
  if (!parentPort) throw new Error('This module is for a thread of its own')
  const messages = received<Task, Item>(parentPort)
  const {value: first} = await messages.next()
  if (!first || !('task' in first)) throw new Error('A thread is told its task first')
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
 * Of items those that no other thread takes. Threads that start sooner or run faster take more.
 *
 * @param items All of them, the same in every thread.
 */
async function* taking<Item>(
  counts: Counts,
  items: Iterable<Item> | AsyncIterable<Item>,
): AsyncGenerator<Item> {
  let index = 0
  let [from, to] = [0, 0]
  for await (const item of items) {
    if (index === to) {
      from = Atomics.add(counts, TAKEN, BATCH)
      to = from + BATCH
    }
    if (index >= from) {
      yield item
      Atomics.add(counts, DONE, 1)
    }
    index += 1
  }
}

function fulfilled<Part>(outcome: PromiseSettledResult<Part>): Part {
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
