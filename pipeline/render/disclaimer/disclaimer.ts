// The disclaimers of a page, highest priority first.
import {html} from 'ghtml'

import type {Disclaimer} from '../../model/disclaimer.ts'
import type {RenderContext} from '../context.ts'
import {sharedHtml} from '../shared.ts'

export const disclaimersHtml = (
  disclaimers: readonly Disclaimer[],
  context: RenderContext,
): string =>
  html`!${disclaimers.map(
    ({title, body}) =>
      html`<div class="disclaimer">
        <h3>${title}</h3>
        !${sharedHtml(body, context)}
      </div> `,
  )}`
