// The pages of conditions: a list of them, and a page for each with what the library has about it.

import {html} from 'ghtml'
import type {Condition} from '../../../../model/condition.ts'
import {interfaceWords} from '../../../../schemas/data/interface-words.ts'
import {fill} from '../../../page/fill.ts'
import {must, type Library} from '../../../page/library.ts'
import {linesHtml} from '../../../page/lines.ts'
import {wordsFor} from '../../../page/page.ts'
import {sitePart, type ChannelFile} from '../../channel.ts'
import {cardList} from '../card-list.ts'
import {layout} from '../layout.ts'
import {reviewedLines, stack} from '../parts.ts'
import {CONDITIONS_PAGE, conditionAddress} from './addresses.ts'

/** Conditions have names in the language of the site only, so the pages are there in that language only. */
export const conditionPages = sitePart('conditions', (library) => {
  const conditions = library
    .all('condition')
    .toSorted((a, b) => (a.slug.current < b.slug.current ? -1 : 1))
  if (conditions.length === 0) return []
  return [listPage(conditions, library), ...conditions.map((one) => conditionPage(one, library))]
})

function listPage(conditions: readonly Condition[], library: Library): ChannelFile {
  const {language} = library
  const words = interfaceWords(language).conditions
  const main = stack(
    html`<h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>`,
    html`<ul class="card-list">
      !${conditions.map(
        (condition) =>
          html`<li class="card">
            <h2><a href="${conditionAddress(condition)}">${condition.name}</a></h2>
            <p>!${linesHtml(condition.description)}</p>
          </li> `,
      )}
    </ul>`,
  )
  const frame = {title: words.title, description: words.lead, language, address: CONDITIONS_PAGE}
  return {
    path: CONDITIONS_PAGE,
    content: layout({...frame, current: 'conditions', main}, library),
  }
}

function conditionPage(condition: Condition, library: Library): ChannelFile {
  const {language} = library
  const words = interfaceWords(language)
  const {_id: id, name, aliases = [], description} = condition
  const address = conditionAddress(condition)
  const at = {address, language}
  const main = stack(
    html`<p class="kicker">${words.conditions.kind}</p>
      <h1>${name}</h1>`,
    aliases.length === 0
      ? ''
      : html`<p class="aliases">${fill(words.therapy.alsoCalled, {names: aliases.join(', ')})}</p>`,
    html`<p class="lead">!${linesHtml(description)}</p>`,
    html`<div class="reviewed">
      !${reviewedLines({approval: must(library.approval(id), id), words: wordsFor(id, library)}, language)}
    </div>`,
    cardList({id: 'articles', heading: words.site.articles, cards: library.pagesAbout(id)}, at),
    cardList(
      {id: 'treatments', heading: words.index.treatments, cards: library.treatmentsBeside(id)},
      at,
    ),
  )
  const trail = [{label: words.conditions.title, address: CONDITIONS_PAGE}]
  return {
    path: address,
    content: layout({title: name, description, ...at, trail, main}, library),
  }
}
