// A card about one therapy type: its name, its summary and the level of evidence.

import {html} from 'ghtml'
import type {TherapyEmbed} from '../../../model/health-text.ts'
import type {TherapyType} from '../../../model/therapy-type.ts'
import type {BlockComponent, RenderContext} from '../../page/context.ts'
import {evidenceInWords} from '../../page/evidence.ts'
import {fill} from '../../page/fill.ts'
import {langAttributes} from '../../page/lang.ts'
import {must} from '../../page/library.ts'
import {linesHtml} from '../../page/lines.ts'
import {sourcesHtml, withSources} from '../citation/citation.ts'

export const therapyCard: BlockComponent<TherapyEmbed> = {
  html: ({therapy: {_ref}}, context) =>
    therapyCardHtml(context.library.get('therapyType', _ref), context),
  text: ({therapy: {_ref}}, context) => {
    const therapy = context.library.get('therapyType', _ref)
    const {name, summarySources} = therapy
    const {level, meaning} = evidenceOn(therapy, context)
    const summary = withSources(therapy.summary, summarySources, context)
    return `${name}\n${summary}\n${level} ${meaning}`
  },
}

/** The card on its own, for lists of therapies outside a text. */
export function therapyCardHtml(therapy: TherapyType, context: RenderContext): string {
  const {level, meaning} = evidenceOn(therapy, context)
  const address = context.addressOf(must(context.library.card(therapy._id), therapy._id))
  const lang = langAttributes(therapy.language, context.language)
  return html`<div class="therapy-card">
    <p class="therapy-card-name"!${lang}><a href="${address}">${therapy.name}</a></p>
    <p!${lang}>!${linesHtml(therapy.summary)}!${sourcesHtml(therapy.summarySources, context)}</p>
    <p class="therapy-card-evidence"><strong>${level}</strong> ${meaning}</p>
  </div>`
}

function evidenceOn(therapy: TherapyType, {words}: RenderContext) {
  const {label, meaning} = evidenceInWords(therapy, words)
  return {level: fill(words.evidence.levelOnCard, {level: label}), meaning}
}
