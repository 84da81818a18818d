// The render stage: reads a staged release's approved content, and nothing else, and writes the
// files of every channel beside it. Pages do not depend on each other, so those of a large library
// are shared out over threads.
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'

import type {Channel} from './channels/channel.ts'
import type {Settled} from './settled.ts'
import {imageBytes} from './imageBytes.ts'
import {writeInto, type FileRecord} from './release.ts'
import {renderShare, type Rendered, type Share} from './render/share.ts'
import type {ContentSource} from './source.ts'

interface RenderOptions {
  /** The folder of the staged release. */
  readonly dir: string
  readonly settled: readonly Settled[]
  readonly channels: readonly Channel[]
  /** Where the bytes of images come from. */
  readonly source: ContentSource
  /** Called for every page, for progress. */
  readonly onPage: () => void
}

/** Fewer pages than this are rendered sooner than another thread has started. */
const pagesPerThread = 500

/**
 * Renders everything that stands.
 *
 * @returns The files that were written.
 * @throws Failure if the file of an image cannot be had.
 */
export async function render(options: RenderOptions): Promise<FileRecord[]> {
  const {dir, settled, source, onPage} = options
  const affordable = Math.floor(settled.length / pagesPerThread)
  const count = Math.max(1, Math.min(availableParallelism(), affordable))
  const common = {
    dir,
    settled,
    channels: options.channels.map(({name}) => name),
    taken: new Int32Array(new SharedArrayBuffer(4)),
  }
  const helpers = Array.from({length: count - 1}, () =>
    renderInThread({...common, site: false}, onPage),
  )
  // All are waited for, also when one fails: whoever clears up must not be overtaken.
  const outcomes = await Promise.allSettled([
    renderShare({...common, site: true}, onPage),
    ...helpers,
  ])
  const rendered = outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
  const files = rendered.flatMap((part) => part.files)
  const images = new Map(rendered.flatMap((part) => [...part.images]))
  for (const [path, image] of images) {
    files.push(writeInto(dir, path, await imageBytes(image, source)))
  }
  return files
}

/** What a thread says: that another page is done, or at last what it has rendered. */
export type ThreadMessage = {readonly page: true} | Rendered

function renderInThread(share: Share, onPage: () => void): Promise<Rendered> {
  const {promise, resolve, reject} = Promise.withResolvers<Rendered>()
  const worker = new Worker(new URL('render/worker.ts', import.meta.url), {
    workerData: share,
    // Node itself takes the types off. A loader would only slow the start.
    execArgv: [],
    // Rendering leaves much litter: a larger nursery would only hold more of it at a time.
    resourceLimits: {maxYoungGenerationSizeMb: 24},
  })
  worker.on('message', (message: ThreadMessage) => {
    if ('page' in message) onPage()
    else resolve(message)
  })
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('A rendering thread ended before its work was done')))
  return promise
}
