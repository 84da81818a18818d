// What a channel is: how approved content becomes files for one kind of reader. A new channel is a
// folder beside this file, its name in schemas/channels.ts and a line in index.ts.

import type {ChannelName} from '../../schemas/data/channels.ts'
import type {ImageUse} from '../page/images.ts'
import type {Library} from '../page/library.ts'
import type {Page} from '../page/page.ts'

/** A file of a channel; its path is relative to the channel's folder. */
export interface ChannelFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** What rendering one page gives. */
export interface RenderedPage {
  readonly files: readonly ChannelFile[]
  /** The images that they show, which the channel's folder must hold under `imagePath`. */
  readonly images: readonly ImageUse[]
}

export interface Channel {
  readonly name: ChannelName
  /** The files of one page, put together for this channel. */
  readonly renderPage: (page: Page, library: Library) => RenderedPage
  /** The files that the channel has once: indexes, notices of withdrawal, styles. */
  readonly renderSite: (library: Library) => RenderedPage
}
