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

/** The files of a page or of a part of the channel, and the images that they show. */
export interface RenderedPage {
  readonly files: readonly ChannelFile[]
  /** The channel's folder must hold all files of each image (`imageFiles`). */
  readonly images: readonly ImageUse[]
}

/**
 * Files that a channel has once, such as its index. They are made again only if something changes that they read, so
 * what reads much and what reads little are different parts.
 */
export interface SitePart {
  /** Unlike that of any other part of the channel. */
  readonly name: string
  readonly render: (library: Library) => RenderedPage
}

/** A part without images. */
export function sitePart(
  name: string,
  filesOf: (library: Library) => readonly ChannelFile[],
): SitePart {
  return {name, render: (library) => ({files: filesOf(library), images: []})}
}

export interface Channel {
  readonly name: ChannelName
  /** The files of one page. The page must be assembled for this channel. */
  readonly renderPage: (page: Page, library: Library) => RenderedPage
  readonly site: readonly SitePart[]
}
