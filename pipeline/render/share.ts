// Renders one share of a release's pages: what one thread does.
import {approvedLines, parseLine} from '../approved.ts'
import type {Channel, RenderedPage} from '../channels/channel.ts'
import {channels} from '../channels/index.ts'
import type {Settled} from '../gate.ts'
import {imagePath, type ImageUse} from '../images.ts'
import {LibraryBuilder, type Library} from '../library.ts'
import {assemblePage, pageDocument} from '../page.ts'
import {writeInto, type FileRecord} from '../release.ts'

/** Which part of the work, all of it plain data, so that it can be sent to another thread. */
export interface Share {
  /** The folder of the staged release. */
  readonly dir: string
  readonly settled: readonly Settled[]
  /** The names of the channels. */
  readonly channels: readonly string[]
  /** This share of so many. The first also renders what a channel has once. */
  readonly index: number
  readonly count: number
}

/** What was written, and what is still to be. */
export interface Rendered {
  readonly files: FileRecord[]
  /** The images that pages show, by their path in the release. */
  readonly images: Map<string, ImageUse>
}

/** @param onPage Called for every page, for progress. */
export async function renderShare(share: Share, onPage: () => void): Promise<Rendered> {
  const {dir, settled, index, count} = share
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

  let line = 0
  for await (const text of approvedLines(dir)) {
    if (line++ % count !== index) continue
    const document = pageDocument(parseLine(text))
    if (!document || !library.cards.has(document._id)) continue
    const page = assemblePage(document, library)
    for (const channel of wanted) write(channel, channel.renderPage(page, library))
    onPage()
  }
  if (index === 0) for (const channel of wanted) write(channel, channel.renderSite(library))
  return {files, images}
}

/** Everything but the articles, which come last in the file. */
async function readLibrary(dir: string, settled: readonly Settled[]): Promise<Library> {
  const builder = new LibraryBuilder()
  for await (const text of approvedLines(dir)) {
    if (!builder.add(parseLine(text))) break
  }
  return builder.build(settled)
}
