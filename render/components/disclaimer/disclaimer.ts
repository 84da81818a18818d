// The disclaimers of a page.

import {html} from 'ghtml'
import type {Disclaimer} from '../../../model/disclaimer.ts'
import type {RenderContext, RenderText} from '../../page/context.ts'
import {langAttributes} from '../../page/lang.ts'

/**
 * The titles and texts of disclaimers, in the given order.
 *
 * @param heading The level of the titles.
 */
export function disclaimersHtml(
  disclaimers: readonly Disclaimer[],
  heading: 'h2' | 'h3',
  context: RenderContext,
  renderText: RenderText,
): string {
  return html`!${disclaimers.map(
    ({title, body, language}) =>
      html`<div class="disclaimer"!${langAttributes(language, context.language)}>
        <${heading}>${title}</${heading}>
        !${renderText(body)}
      </div> `,
  )}`
}
