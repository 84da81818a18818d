// What the script of the clinic finder puts on the page. It is in a template, which browsers do not show. So a reader
// without scripts gets no button that does nothing.

import {html} from 'ghtml'
import type {Clinic} from '../../../../model/clinic.ts'
import type {InterfaceWords} from '../../../../schemas/data/interface-words.ts'
import {regionOf} from '../../../../schemas/data/languages.ts'
import {accessibilityOptions} from '../../../../schemas/data/options.ts'
import {langAttributes} from '../../../page/lang.ts'
import type {Edition, Library} from '../../../page/library.ts'
import {collatorOf, languageName} from '../../../page/names.ts'
import {offersOf} from './entry.ts'

/** The countries whose roads are signed in miles. */
const milesIn: ReadonlySet<string | undefined> = new Set(['US', 'GB', 'LR'])

/**
 * The controls that sort and filter a list.
 *
 * @param filtered The clinics that the filters of the page can choose among. Without any, there are no filters.
 */
export function nearMeTemplate(
  filtered: readonly Clinic[],
  edition: Edition,
  library: Library,
): string {
  const {language} = edition
  const words = library.words(language)
  const {nearMe} = words
  const country = regionOf(language) ?? regionOf(library.language)
  const unit = milesIn.has(country) ? 'mile' : 'kilometer'
  return html`<template
    id="near-me"
    data-unit="${unit}"
    data-away="${nearMe.away}"
    data-searching="${nearMe.searching}"
    data-sorted="${nearMe.sorted}"
    data-unsorted="${nearMe.unsorted}"
    data-refused="${nearMe.refused}"
    data-unavailable="${nearMe.unavailable}"
    data-shown="${nearMe.shown}"
  >
    <section class="near-me" aria-labelledby="near-me-title">
      <h2 id="near-me-title">${nearMe.title}</h2>
      !${filtersHtml(filtered, words, edition, library)}
      <p class="near-me-buttons">
        <button class="button" type="button" data-sort>${nearMe.sort}</button>
        <button class="button" type="button" data-unsort hidden>${nearMe.unsort}</button>
      </p>
      <p class="hint" data-privacy>${nearMe.privacy}</p>
      <p class="near-me-status" role="status"></p>
    </section>
    <section class="by-distance" aria-labelledby="by-distance" hidden>
      <h2 id="by-distance">${nearMe.heading}</h2>
      <ol class="card-list"></ol>
    </section>
  </template>`
}

interface Choice {
  readonly value: string
  readonly label: string
  /** The attributes of the label's language, as HTML. */
  readonly lang?: string
}

function filtersHtml(
  clinics: readonly Clinic[],
  words: InterfaceWords,
  edition: Edition,
  library: Library,
): string {
  const {language} = edition
  const {nearMe} = words
  const therapies = clinics
    .flatMap((clinic) => offersOf(clinic, edition, library))
    .map(({id, card}) => ({
      value: id,
      label: card.title,
      lang: langAttributes(card.language, language),
    }))
  const languages = clinics
    .flatMap((clinic) => clinic.languages ?? [])
    .map((tag) => ({value: tag, label: languageName(tag, language)}))
  const offered = new Set(clinics.flatMap(({accessibility = []}) => accessibility))
  const features = accessibilityOptions.filter(({value}) => offered.has(value))
  const selects = [
    selectHtml('therapy', nearMe.therapy, nearMe.anyTherapy, ordered(therapies, language)),
    selectHtml('language', nearMe.language, nearMe.anyLanguage, ordered(languages, language)),
  ].join('')
  const boxes =
    features.length === 0
      ? ''
      : html`<fieldset>
          <legend>${words.clinics.accessibility}</legend>
          !${features.map(
            ({value}) =>
              html`<label
                ><input type="checkbox" data-filter="accessibility" value="${value}" />
                ${words.accessibility[value]}</label
              > `,
          )}
        </fieldset>`
  return (selects === '' ? '' : `<div class="near-me-choices">${selects}</div>`) + boxes
}

/** Choices, each once, in order of their labels. */
function ordered(choices: readonly Choice[], language: string): Choice[] {
  const {compare} = collatorOf(language)
  const unique = new Map(choices.map((choice) => [choice.value, choice]))
  return [...unique.values()].toSorted((a, b) => compare(a.label, b.label))
}

function selectHtml(name: string, label: string, any: string, choices: readonly Choice[]): string {
  if (choices.length === 0) return ''
  return html`<label
    ><span>${label}</span>
    <select data-filter="${name}">
      <option value="">${any}</option>
      !${choices.map(({value, label, lang = ''}) => html`<option value="${value}" !${lang}>${label}</option> `)}
    </select></label
  > `
}
