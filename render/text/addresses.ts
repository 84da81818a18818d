// All channels show the same texts with different addresses. A page's texts are therefore rendered
// once, with a mark in place of each address, and each channel then fills in its own addresses.

import type {RenderContext} from '../page/context.ts'
import {must} from '../page/library.ts'

/** Encloses a mark. Validation allows no control character in any text. */
const EDGE = '\u0001'

const marked = new RegExp(`${EDGE}(page|image) ([^${EDGE}]+)${EDGE}`, 'g')

/** The context of a page with marks in place of addresses. */
export function withoutAddresses(context: RenderContext): RenderContext {
  return {
    ...context,
    addressOf: ({id}) => `${EDGE}page ${id}${EDGE}`,
    imageAddress: (path) => `${EDGE}image ${path}${EDGE}`,
  }
}

/** Replaces the marks in some HTML with a channel's addresses. */
export function withAddresses(
  html: string,
  {library, addressOf, imageAddress}: RenderContext,
): string {
  return html.replaceAll(marked, (_, kind: string, name: string) =>
    kind === 'page' ? addressOf(must(library.card(name), name)) : imageAddress(name),
  )
}
