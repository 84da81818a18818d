// A card about one therapy type: its name, its summary and the level of evidence.

import {html} from 'ghtml'
import type {TherapyEmbed} from '../../../model/health-text.ts'
import type {TherapyType} from '../../../model/therapy-type.ts'
import {evidenceInWords} from '../../../schemas/data/evidence-levels.ts'
import type {BlockComponent, RenderContext} from '../../page/context.ts'
import {must} from '../../page/library.ts'
import {linesHtml} from '../../page/lines.ts'
import {sourcesHtml, withSources} from '../citation/citation.ts'

export const therapyCard: BlockComponent<TherapyEmbed> = {
  html: ({therapy: {_ref}}, context) =>
    therapyCardHtml(context.library.get('therapyType', _ref), context),
  text: ({therapy: {_ref}}, context) => {
    const therapy = context.library.get('therapyType', _ref)
    const {name, summarySources} = therapy
    const {label, meaning} = evidenceInWords(therapy)
    const summary = withSources(therapy.summary, summarySources, context)
    return `${name}\n${summary}\nEvidence: ${label}. ${meaning}`
  },
}

/** The card on its own, for lists of therapies outside a text. */
export function therapyCardHtml(therapy: TherapyType, context: RenderContext): string {
  const {label, meaning} = evidenceInWords(therapy)
  const address = context.addressOf(must(context.library.card(therapy._id), therapy._id))
  return html`<div class="therapy-card">
    <p class="therapy-card-name"><a href="${address}">${therapy.name}</a></p>
    <p>!${linesHtml(therapy.summary)}!${sourcesHtml(therapy.summarySources, context)}</p>
    <p class="therapy-card-evidence"><strong>Evidence: ${label}.</strong> ${meaning}</p>
  </div>`
}
