// One question and its answer, inside another page.

import {html} from 'ghtml'
import type {FaqEmbed} from '../../../model/health-text.ts'
import {found} from '../../page/library.ts'
import type {BlockComponent} from '../../text/context.ts'
import {sharedHtml, sharedText} from '../../text/shared.ts'

export const question: BlockComponent<FaqEmbed> = {
  html: ({faq: {_ref}}, context) => {
    const faq = found(context.library.faqs, _ref)
    return html`<div class="question">
      <p class="question-title">${faq.question}</p>
      !${sharedHtml(faq.answer, context)}
    </div>`
  },
  text: ({faq: {_ref}}, context) => {
    const faq = found(context.library.faqs, _ref)
    return `${faq.question}\n\n${sharedText(faq.answer, context)}`
  },
}
