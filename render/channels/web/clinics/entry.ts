// One clinic in the list of clinics. The script of the page sorts and filters by the attributes of the entry.

import {html} from 'ghtml'
import type {Clinic} from '../../../../model/clinic.ts'
import type {InterfaceWords} from '../../../../schemas/data/interface-words.ts'
import {fill} from '../../../page/fill.ts'
import {langAttributes, wordsIn} from '../../../page/lang.ts'
import {must, type Edition, type Library, type PageCard} from '../../../page/library.ts'
import {countryName, languageName} from '../../../page/names.ts'
import {wordsFor} from '../../../page/page.ts'
import {pageAddress, rootFrom} from '../context.ts'
import {reviewedLines, stack} from '../parts.ts'
import {addressLine, phoneLink} from './contact.ts'
import {hoursHtml} from './hours.ts'

/** A therapy of a clinic. */
export interface Offer {
  /** The id of the therapy in the language in which it was first written. */
  readonly id: string
  /** The page in the language of the reader, or else the page that there is. */
  readonly card: PageCard
}

/** The therapies of a clinic whose pages readers get, each once. */
export function offersOf({therapies = []}: Clinic, {folder}: Edition, library: Library): Offer[] {
  const offers = therapies.flatMap(({_ref}): [string, Offer][] => {
    const own = library.card(_ref)
    if (!own) return []
    const translated = library.translationsOf(_ref).find((card) => card.folder === folder)
    const card = own.folder === folder ? own : (translated ?? own)
    return [[own.original, {id: own.original, card}]]
  })
  return [...new Map(offers).values()]
}

/** A map at the place. The link alone loads nothing. */
function mapAddress({lat, lng}: Clinic['location']): string {
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=17/${lat}/${lng}`
}

/**
 * An entry of the list, as HTML.
 *
 * @param rank The level of the heading that it has in the list by region.
 */
export function entryHtml(clinic: Clinic, rank: 3 | 4, edition: Edition, library: Library): string {
  const {_id, name, address, location} = clinic
  const {language} = edition
  const reviewed = {approval: must(library.approval(_id), _id), words: wordsFor(_id, library)}
  const place = addressLine(address, countryName(address.country, language))
  const heading = html`<h${rank} class="clinic-name" data-name>!${wordsIn(name, library.language, language)}</h${rank}>`
  return stack(
    `<li class="card clinic" data-at="${location.lat},${location.lng}">`,
    heading,
    html`<p>${place}</p>`,
    contactHtml(clinic, library.words(language)),
    factsHtml(clinic, edition, library),
    html`<div class="hint">!${reviewedLines(reviewed, language, library)}</div>`,
    '</li>',
  )
}

function contactHtml({name, phone, website, location}: Clinic, {clinics}: InterfaceWords): string {
  const links = [
    phone === undefined ? '' : phoneLink(phone),
    website === undefined
      ? ''
      : html`<a href="${website}" rel="noreferrer" aria-label="${fill(clinics.websiteOf, {name})}"
          >${clinics.website}</a
        >`,
    html`<a
      href="${mapAddress(location)}"
      rel="noreferrer"
      aria-label="${fill(clinics.mapOf, {name})}"
      >${clinics.map}</a
    >`,
  ]
  return html`<ul class="clinic-links">
    !${links.filter((link) => link !== '').map((link) => html`<li>!${link}</li> `)}
  </ul>`
}

/** What a clinic says about itself, as far as it does. */
function factsHtml(clinic: Clinic, edition: Edition, library: Library): string {
  const {openingHours = [], openingNote, languages = [], accessibility = []} = clinic
  const {language} = edition
  const words = library.words(language)
  const {clinics} = words
  const hours = openingHours.length === 0 ? '' : hoursHtml(openingHours, language, words)
  const note =
    openingNote === undefined
      ? ''
      : html`<p>!${wordsIn(openingNote, library.language, language)}</p>`
  const facts = [
    {term: clinics.hours, detail: `${hours}${note}`},
    {
      term: clinics.languages,
      detail: listHtml(
        [...new Set(languages)].map(
          (tag) => html`<li data-language="${tag}">${languageName(tag, language)}</li>`,
        ),
      ),
    },
    {
      term: clinics.accessibility,
      detail: listHtml(
        [...new Set(accessibility)].map(
          (feature) =>
            html`<li data-accessibility="${feature}">${words.accessibility[feature]}</li>`,
        ),
      ),
    },
    {
      term: clinics.therapies,
      detail: listHtml(
        offersOf(clinic, edition, library).map((offer) => offerHtml(offer, edition)),
      ),
    },
  ].filter(({detail}) => detail !== '')
  if (facts.length === 0) return ''
  return html`<dl class="clinic-facts">
    !${facts.map(
      ({term, detail}) =>
        html`<div>
          <dt>${term}</dt>
          <dd>!${detail}</dd>
        </div> `,
    )}
  </dl>`
}

function offerHtml({id, card}: Offer, {folder, language}: Edition): string {
  return html`<li data-therapy="${id}">
    <a href="${rootFrom(folder)}${pageAddress(card)}" !${langAttributes(card.language, language)}
      >${card.title}</a
    >
  </li>`
}

/** @param items HTML. */
function listHtml(items: readonly string[]): string {
  return items.length === 0
    ? ''
    : html`<ul class="clinic-list">
        !${items}
      </ul>`
}
