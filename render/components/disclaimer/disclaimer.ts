// The disclaimers of a page, highest priority first.

import {html} from 'ghtml'
import type {Disclaimer} from '../../../model/disclaimer.ts'
import type {RenderText} from '../../page/context.ts'

/** @param heading The level of their titles. */
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
