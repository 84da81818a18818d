// A boxed note or warning.

import {html} from 'ghtml'
import type {Callout} from '../../../model/health-text.ts'
import type {BlockComponent} from '../../page/context.ts'

/** Words before the heading, because not every reader sees the colour and shape of the box. */
const labels: Record<Callout['tone'], string> = {
  note: 'Note',
  seeDoctor: 'See a doctor',
  urgent: 'Urgent',
}

/** The words before the heading. There are none if the heading begins with the same words. */
function labelOf({tone, title}: Callout): string | undefined {
  const label = labels[tone]
  const repeats = new RegExp(`^${label}(?!\\p{L})`, 'iu')
  return repeats.test(title) ? undefined : `${label}:`
}

export const callout: BlockComponent<Callout> = {
  html: (block, _, renderText) => {
    const {tone, title, body} = block
    const label = labelOf(block)
    return html`<div class="callout callout-${tone}" role="note">
      <p class="callout-title">
        !${label === undefined ? '' : html`<span class="callout-label">${label}</span> `}${title}
      </p>
      !${renderText(body)}
    </div>`
  },
  text: (block, _, renderText) => {
    const label = labelOf(block)
    const heading = label === undefined ? block.title : `${label} ${block.title}`
    return `${heading}\n\n${renderText(block.body)}`
  },
}
