// The render stage: reads a staged release's approved content, and nothing else, and writes the
// files of every channel beside it.
import {join} from 'node:path'

import {approvedLines, parseLine} from './approved.ts'
import type {Channel, RenderedPage} from './channels/channel.ts'
import type {Settled} from './gate.ts'
import {imageBytes, imagePath, type ImageUse} from './images.ts'
import {LibraryBuilder, type Library} from './library.ts'
import {assemblePage, pageDocument} from './page.ts'
import {writeInto, type FileRecord} from './release.ts'
import type {ContentSource} from './source.ts'

interface RenderOptions {
  /** The folder of the staged release. */
  readonly dir: string
  readonly settled: readonly Settled[]
  readonly channels: readonly Channel[]
  /** Where the bytes of images come from. */
  readonly source: ContentSource
  /** Called for every page, for progress. */
  readonly onPage?: () => void
}

/**
 * Renders everything that stands.
 *
 * @returns The files that were written.
 * @throws Failure if the file of an image cannot be had.
 */
export async function render(options: RenderOptions): Promise<FileRecord[]> {
  const {dir, channels, onPage} = options
  const library = await readLibrary(dir, options.settled)
  const output = new Output(dir)
  for await (const line of approvedLines(dir)) {
    const document = pageDocument(parseLine(line))
    if (!document || !library.cards.has(document._id)) continue
    const page = assemblePage(document, library)
    for (const channel of channels) output.add(channel, channel.renderPage(page, library))
    onPage?.()
  }
  for (const channel of channels) output.add(channel, channel.renderSite(library))
  await output.addImages(options.source)
  return output.records
}

async function readLibrary(dir: string, settled: readonly Settled[]): Promise<Library> {
  const builder = new LibraryBuilder()
  for await (const line of approvedLines(dir)) builder.add(parseLine(line))
  return builder.build(settled)
}

/** Writes files of channels, and remembers which images they show. */
class Output {
  readonly records: FileRecord[] = []
  readonly #images = new Map<string, ImageUse>()
  readonly #dir: string

  constructor(dir: string) {
    this.#dir = dir
  }

  add({name}: Channel, {files, images}: RenderedPage): void {
    for (const {path, content} of files) this.#write(join(name, path), content)
    for (const image of images) this.#images.set(join(name, imagePath(image)), image)
  }

  async addImages(source: ContentSource): Promise<void> {
    for (const [path, image] of this.#images) this.#write(path, await imageBytes(image, source))
  }

  #write(path: string, content: string | Uint8Array): void {
    this.records.push(writeInto(this.#dir, path, content))
  }
}
