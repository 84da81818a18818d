// A boxed note or warning.

import {html} from 'ghtml'
import type {Callout} from '../../../model/health-text.ts'
import type {BlockComponent} from '../../text/context.ts'
import {renderHtml} from '../../text/html.ts'
import {renderText} from '../../text/plain-text.ts'

/** Said before the heading, since colour and shape do not reach everybody. */
const labels: Record<Callout['tone'], string> = {
  note: 'Note',
  seeDoctor: 'See a doctor',
  urgent: 'Urgent',
}

export const callout: BlockComponent<Callout> = {
  html: ({tone, title, body}, context) =>
    html`<div class="callout callout-${tone}" role="note">
      <p class="callout-title"><span class="callout-label">${labels[tone]}:</span> ${title}</p>
      !${renderHtml(body, context)}
    </div>`,
  text: ({tone, title, body}, context) =>
    `${labels[tone]}: ${title}\n\n${renderText(body, context)}`,
}
