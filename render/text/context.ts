// What a component needs to know of the page that it stands on and of the channel that it is
// rendered for.

import type {Library, PageCard} from '../page/library.ts'

export interface RenderContext {
  readonly library: Library
  /** The number of each cited work on this page, by its id: one map for each page. */
  readonly numbers: ReadonlyMap<string, number>
  /** The address of a page in this channel. */
  readonly addressOf: (card: PageCard) => string
  /** The address of an image in this channel, from its `imagePath`. */
  readonly imageAddress: (path: string) => string
}

/** How one kind of block is rendered. */
export interface BlockComponent<Block> {
  readonly html: (block: Block, context: RenderContext) => string
  /** For readers who get words only. Nothing that matters may be lacking. */
  readonly text: (block: Block, context: RenderContext) => string
}

/** Makes a function of a page's context remember what it made for each page. */
export function oncePer<Made>(make: (context: RenderContext) => Made) {
  const made = new WeakMap<RenderContext, Made>()
  return (context: RenderContext): Made => {
    const known = made.get(context)
    if (known !== undefined) return known
    const fresh = make(context)
    made.set(context, fresh)
    return fresh
  }
}
