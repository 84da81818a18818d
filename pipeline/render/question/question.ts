// One question and its answer, inside another page.
import {html} from 'ghtml'

import {found} from '../../library.ts'
import type {FaqEmbed} from '../../model/healthText.ts'
import type {BlockComponent} from '../context.ts'
import {renderHtml} from '../html.ts'
import {renderText} from '../text.ts'

export const question: BlockComponent<FaqEmbed> = {
  html: ({faq: {_ref}}, context) => {
    const faq = found(context.library.faqs, _ref)
    return html`<div class="question">
      <p class="question-title">${faq.question}</p>
      !${renderHtml(faq.answer, context)}
    </div>`
  },
  text: ({faq: {_ref}}, context) => {
    const faq = found(context.library.faqs, _ref)
    return `${faq.question}\n\n${renderText(faq.answer, context)}`
  },
}
