// Shares work on many documents, none of which depends on another, out over threads.
import {availableParallelism} from 'node:os'
import {setImmediate} from 'node:timers/promises'
import {parentPort, Worker, workerData} from 'node:worker_threads'

/** What one thread is to do of the work. */
export interface Share {
  /** Whether this thread also does what is to be done once. */
  readonly isFirst: boolean
  /**
   * Gives items until there are none left that no other thread has taken.
   *
   * @param items All of them, the same in every thread.
   */
  readonly take: <Item>(items: readonly Item[]) => AsyncIterable<Item>
}

/** What each thread does. The task, and what comes of it, are plain data. */
type Work<Task, Part> = (task: Task, share: Share) => Promise<Part>

interface Sharing<Task, Part> {
  readonly work: Work<Task, Part>
  /** The module of a thread that helps: it calls `help` with the same work. */
  readonly helper: URL
  readonly task: Task
  /** How many documents there are. */
  readonly documents: number
  /** Called for every item that any thread is done with. */
  readonly onProgress: OnProgress
}

export type OnProgress = (done: number, total: number) => void

/** Fewer documents than this are done with sooner than another thread has started. */
const documentsPerThread = 500

/** Items are taken so many at a time. */
const batch = 20

/**
 * Does work, on as many threads as there are documents for.
 *
 * @returns What came of it in each thread, that of this one first.
 */
export async function shareOut<Task, Part>(
  sharing: Sharing<Task, Part>,
): Promise<[Part, ...Part[]]> {
  const {work, helper, task, documents, onProgress} = sharing
  const affordable = Math.floor(documents / documentsPerThread)
  const count = Math.max(1, Math.min(availableParallelism(), affordable))
  const taken = new Int32Array(new SharedArrayBuffer(4))
  let done = 0
  const onItem: OnItem = (total) => onProgress(++done, total)
  const helpers = Array.from({length: count - 1}, () =>
    helped<Task, Part>(helper, {task, taken}, onItem),
  )
  // All are waited for, also when one fails: whoever clears up must not be overtaken.
  const [own, ...others] = await Promise.allSettled([
    work(task, {isFirst: true, take: taking(taken, onItem)}),
    ...helpers,
  ])
  return [fulfilled(own), ...others.map(fulfilled)]
}

/** Does the share of a thread that helps, and says how far it is. */
export async function help<Task, Part>(work: Work<Task, Part>): Promise<void> {
  const {task, taken}: Help<Task> = workerData
  const say = (message: Message<Part>): void => parentPort?.postMessage(message)
  const part = await work(task, {
    isFirst: false,
    take: taking(taken, (total) => say({total})),
  })
  say({part})
}

/** What a thread that helps is given. */
interface Help<Task> {
  readonly task: Task
  readonly taken: Taken
}

/**
 * How many items have been taken by any thread: one number, shared by all, so that threads which
 * start sooner or run faster do more.
 */
type Taken = Int32Array<SharedArrayBuffer>

/** Is told when an item is done, and how many there are. */
type OnItem = (total: number) => void

/** What a thread that helps says: that another item is done, or at last what came of its share. */
type Message<Part> = {readonly total: number} | {readonly part: Part}

const taking = (taken: Taken, onItem: OnItem): Share['take'] =>
  async function* <Item>(items: readonly Item[]) {
    for (;;) {
      const first = Atomics.add(taken, 0, batch)
      if (first >= items.length) return
      for (const item of items.slice(first, first + batch)) {
        yield item
        onItem(items.length)
      }
      // Lets the messages of other threads in, and the progress bar draw.
      await setImmediate()
    }
  }

function helped<Task, Part>(helper: URL, given: Help<Task>, onItem: OnItem): Promise<Part> {
  const {promise, resolve, reject} = Promise.withResolvers<Part>()
  const worker = new Worker(helper, {
    workerData: given,
    // Node itself takes the types off. A loader would only slow the start.
    execArgv: [],
    // Documents leave much litter: a larger nursery would only hold more of it at a time.
    resourceLimits: {maxYoungGenerationSizeMb: 24},
  })
  worker.on('message', (message: Message<Part>) => {
    if ('part' in message) resolve(message.part)
    else onItem(message.total)
  })
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('A thread ended before its work was done')))
  return promise
}

function fulfilled<Part>(outcome: PromiseSettledResult<Part>): Part {
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
