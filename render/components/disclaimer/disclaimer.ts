// The disclaimers of a page, highest priority first.

import {html} from 'ghtml'
import type {Disclaimer} from '../../../model/disclaimer.ts'
import type {RenderContext} from '../../text/context.ts'
import {sharedHtml} from '../../text/shared.ts'

/** @param heading Of which level their titles are. */
export function disclaimersHtml(
  disclaimers: readonly Disclaimer[],
  heading: 'h2' | 'h3',
  context: RenderContext,
): string {
  return html`!${disclaimers.map(
    ({title, body}) =>
      html`<div class="disclaimer">
        <${heading}>${title}</${heading}>
        !${sharedHtml(body, context)}
      </div> `,
  )}`
}
