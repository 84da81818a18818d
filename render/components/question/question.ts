// One question and its answer, inside another page.

import {html} from 'ghtml'
import type {FaqEmbed} from '../../../model/health-text.ts'
import type {BlockComponent} from '../../page/context.ts'
import {langAttributes} from '../../page/lang.ts'

export const question: BlockComponent<FaqEmbed> = {
  html: ({faq: {_ref}}, context, renderText) => {
    const faq = context.library.get('faq', _ref)
    return html`<div class="question" !${langAttributes(faq.language, context.language)}>
      <p class="question-title">${faq.question}</p>
      !${renderText(faq.answer)}
    </div>`
  },
  text: ({faq: {_ref}}, context, renderText) => {
    const faq = context.library.get('faq', _ref)
    return `${faq.question}\n\n${renderText(faq.answer)}`
  },
}
