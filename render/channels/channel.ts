// The interface of a channel, which turns approved content into files for one kind of reader.

import type {ChannelName} from '../../schemas/data/channels.ts'
import type {ImageUse} from '../page/images.ts'
import type {Library} from '../page/library.ts'
import type {Page} from '../page/page.ts'

/** A file of a channel. The path is relative to the channel's folder. */
export interface ChannelFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** The files of a page or of the whole channel, and the images that they show. */
export interface RenderedPage {
  readonly files: readonly ChannelFile[]
  /** The channel's folder must hold each image at its `imagePath`. */
  readonly images: readonly ImageUse[]
}

export interface Channel {
  readonly name: ChannelName
  /** The files of one page. The page must be assembled for this channel. */
  readonly renderPage: (page: Page, library: Library) => RenderedPage
  /** The files that the channel has once: indexes, notices, redirects. */
  readonly renderSite: (library: Library) => RenderedPage
}
