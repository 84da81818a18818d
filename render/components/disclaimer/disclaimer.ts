// The disclaimers of a page.

import {html} from 'ghtml'
import type {Disclaimer} from '../../../model/disclaimer.ts'
import type {RenderText} from '../../page/context.ts'

/**
 * The titles and texts of disclaimers, in the given order.
 *
 * @param heading The level of the titles.
 */
export function disclaimersHtml(
  disclaimers: readonly Disclaimer[],
  heading: 'h2' | 'h3',
  renderText: RenderText,
): string {
  return html`!${disclaimers.map(
    ({title, body}) =>
      html`<div class="disclaimer">
        <${heading}>${title}</${heading}>
        !${renderText(body)}
      </div> `,
  )}`
}
