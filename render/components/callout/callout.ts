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

export const callout: BlockComponent<Callout> = {
  html: ({tone, title, body}, _, renderText) =>
    html`<div class="callout callout-${tone}" role="note">
      <p class="callout-title"><span class="callout-label">${labels[tone]}:</span> ${title}</p>
      !${renderText(body)}
    </div>`,
  text: ({tone, title, body}, _, renderText) => `${labels[tone]}: ${title}\n\n${renderText(body)}`,
}
