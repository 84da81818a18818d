// A boxed note or warning.

import {html} from 'ghtml'
import type {Callout} from '../../../model/health-text.ts'
import type {BlockComponent, RenderContext} from '../../page/context.ts'

/**
 * The words before the heading, because not every reader sees the colour and shape of the box. There are none if the
 * heading begins with the same words.
 */
function labelOf({tone, title}: Callout, {words}: RenderContext): string | undefined {
  const label = words.callout[tone]
  const repeats = new RegExp(`^${label}(?!\\p{L})`, 'iu')
  return repeats.test(title) ? undefined : `${label}:`
}

export const callout: BlockComponent<Callout> = {
  html: (block, context, renderText) => {
    const {tone, title, body} = block
    const label = labelOf(block, context)
    return html`<div class="callout callout-${tone}" role="note">
      <p class="callout-title">
        !${label === undefined ? '' : html`<span class="callout-label">${label}</span> `}${title}
      </p>
      !${renderText(body)}
    </div>`
  },
  text: (block, context, renderText) => {
    const label = labelOf(block, context)
    const heading = label === undefined ? block.title : `${label} ${block.title}`
    return `${heading}\n\n${renderText(block.body)}`
  },
}
