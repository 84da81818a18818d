// One question and its answer, inside another page.
import {html} from 'ghtml'

import {found} from '../../library.ts'
import type {FaqEmbed} from '../../model/healthText.ts'
import type {BlockComponent} from '../context.ts'
import {sharedHtml, sharedText} from '../shared.ts'

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
