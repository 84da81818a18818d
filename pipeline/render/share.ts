// What one thread does: it renders pages of a release.

import type {FileSpan, Settled} from '../../model/standing/settled.ts'
import type {Channel, RenderedPage} from '../../render/channels/channel.ts'
import {channels} from '../../render/channels/index.ts'
import {imagePath, type ImageUse} from '../../render/page/images.ts'
import {Library} from '../../render/page/library.ts'
import {assemblePage, pageDocument} from '../../render/page/page.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {ApprovedReader, documentsBesideArticles} from '../release/approved.ts'
import {writeInto, type FileRecord} from '../release/release.ts'
import type {Share} from '../threads.ts'
import {staticFiles} from './static-files.ts'

/** What a thread needs to know. It must be plain data. */
interface Rendering {
  /** The folder of the staged release. */
  readonly dir: string
  readonly settled: readonly Settled[]
  /** The names of the channels. */
  readonly channels: readonly string[]
}

/** The files that one thread wrote, and the images that are still to be written. */
interface Rendered {
  readonly files: FileRecord[]
  /** The images of the pages, by their path in the release. */
  readonly images: Map<string, ImageUse>
}

/** Renders pages. The first thread also writes the files that a channel has once. */
export async function renderShare(
  {dir, settled, channels: names}: Rendering,
  {isFirst, items}: Share<FileSpan>,
): Promise<Rendered> {
  const wanted = channels.filter(({name}) => names.includes(name))
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
  for await (const place of items) {
    const pageIn = assemblePage(pageDocument(reader.read(place)), library)
    for (const channel of wanted) write(channel, channel.renderPage(pageIn(channel.name), library))
  }
  if (isFirst) {
    for (const channel of wanted) {
      write(channel, channel.renderSite(library))
      write(channel, {files: staticFiles(channel.name), images: []})
    }
  }
  return {files, images}
}

async function readLibrary(dir: string, settled: readonly Settled[]): Promise<Library> {
  const documents: StoredDocument[] = []
  for await (const content of documentsBesideArticles(dir)) documents.push(content)
  return new Library(settled, documents)
}
