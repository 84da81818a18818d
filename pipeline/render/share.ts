// Renders pages of a release: what one thread does.
import {setImmediate} from 'node:timers/promises'

import {ApprovedReader, approvedDocuments, type Place} from '../approved.ts'
import type {Channel, RenderedPage} from '../channels/channel.ts'
import {channels} from '../channels/index.ts'
import type {Settled} from '../settled.ts'
import {imagePath, type ImageUse} from '../images.ts'
import {LibraryBuilder, type Library} from '../library.ts'
import {assemblePage, pageDocument} from '../page.ts'
import {writeInto, type FileRecord} from '../release.ts'

/** What a thread needs to know, all of it plain data. */
export interface Share {
  /** The folder of the staged release. */
  readonly dir: string
  readonly settled: readonly Settled[]
  /** The names of the channels. */
  readonly channels: readonly string[]
  /** Whether this thread also renders what a channel has once. */
  readonly site: boolean
  /**
   * How many pages have been taken by any thread: one number, shared by all, so that threads which
   * start sooner or run faster do more.
   */
  readonly taken: Int32Array<SharedArrayBuffer>
}

/** What was written, and what is still to be. */
export interface Rendered {
  readonly files: FileRecord[]
  /** The images that pages show, by their path in the release. */
  readonly images: Map<string, ImageUse>
}

/** Pages are taken so many at a time. */
const batch = 20

/**
 * Renders pages until there are none left that no other thread has taken.
 *
 * @param onPage Called for every page, for progress.
 */
export async function renderShare(share: Share, onPage: () => void): Promise<Rendered> {
  const {dir, settled, site, taken} = share
  const wanted = channels.filter(({name}) => share.channels.includes(name))
  const library = await readLibrary(dir, settled)
  const files: FileRecord[] = []
  const images = new Map<string, ImageUse>()
  const write = ({name}: Channel, rendered: RenderedPage): void => {
    for (const {path, content} of rendered.files) {
      files.push(writeInto(dir, `${name}/${path}`, content))
    }
    for (const image of rendered.images) images.set(`${name}/${imagePath(image)}`, image)
  }

  using reader = new ApprovedReader(dir)
  const places = pagePlaces(settled, library)
  for (;;) {
    const first = Atomics.add(taken, 0, batch)
    if (first >= places.length) break
    for (const place of places.slice(first, first + batch)) {
      const pageIn = assemblePage(pageDocument(reader.read(place)), library)
      for (const channel of wanted)
        write(channel, channel.renderPage(pageIn(channel.name), library))
      onPage()
    }
    // Lets the messages of other threads in, and the progress bar draw.
    await setImmediate()
  }
  if (site) for (const channel of wanted) write(channel, channel.renderSite(library))
  return {files, images}
}

/** Where the pages' documents are. */
const pagePlaces = (settled: readonly Settled[], {cards}: Library): Place[] =>
  settled.flatMap(({id, place}) => (place && cards.has(id) ? [place] : []))

/** Everything but the articles, which come last in the file. */
async function readLibrary(dir: string, settled: readonly Settled[]): Promise<Library> {
  const builder = new LibraryBuilder()
  for await (const content of approvedDocuments(dir)) {
    if (!builder.add(content)) break
  }
  return builder.build(settled)
}
