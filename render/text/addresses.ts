// Every channel renders the same texts, and only the addresses in them differ. So a page's texts are
// rendered once, with a mark where each address goes, and each channel puts its own addresses in.

import {found} from '../page/library.ts'
import type {RenderContext} from './context.ts'

/** Stands on both sides of a mark. Validation lets no control character into any text. */
const EDGE = '\u0001'

const marked = new RegExp(`${EDGE}(page|image) ([^${EDGE}]+)${EDGE}`, 'g')

/** The page's context with marks for addresses: one for each page, whatever the channel. */
export function withoutAddresses({library, numbers}: RenderContext): RenderContext {
  let context = contexts.get(numbers)
  if (!context) {
    context = {
      library,
      numbers,
      addressOf: ({id}) => `${EDGE}page ${id}${EDGE}`,
      imageAddress: (path) => `${EDGE}image ${path}${EDGE}`,
    }
    contexts.set(numbers, context)
  }
  return context
}

/** By the numbers of a page's references, which channels share where they cite the same works. */
const contexts = new WeakMap<RenderContext['numbers'], RenderContext>()

/** Puts a channel's addresses in the places of the marks. */
export function withAddresses(
  html: string,
  {library, addressOf, imageAddress}: RenderContext,
): string {
  return html.replaceAll(marked, (_, kind: string, name: string) =>
    kind === 'page' ? addressOf(found(library.cards, name)) : imageAddress(name),
  )
}
