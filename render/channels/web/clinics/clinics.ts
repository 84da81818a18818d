// The clinic finder: all clinics by country and region. If they need several pages, the first one leads to the others.

import {html} from 'ghtml'
import type {Clinic} from '../../../../model/clinic.ts'
import type {InterfaceWords} from '../../../../schemas/data/interface-words.ts'
import {fill} from '../../../page/fill.ts'
import {wordsIn} from '../../../page/lang.ts'
import type {Edition, Library} from '../../../page/library.ts'
import {collatorOf, countryName} from '../../../page/names.ts'
import {wordsFor} from '../../../page/page.ts'
import type {ChannelFile} from '../../channel.ts'
import nearMe from '../bundled/near-me.json' with {type: 'json'}
import {layout} from '../layout.ts'
import {reviewersSection, stack} from '../parts.ts'
import {clinicsData} from '../structured-data.ts'
import {entryHtml} from './entry.ts'
import {nearMeTemplate} from './near-me.ts'
import {CLINICS_FILE, planned, regionsOf, type PagePlan, type Region} from './places.ts'

/** The bytes that the clinics of a page may take. With the rest, a page stays under 60 kB. */
const ROOM = 44_000

/** The regions of a country, with its name in the language of a page. */
interface Country {
  readonly id: string
  readonly name: string
  readonly regions: readonly Region[]
}

/** A page of the finder in one language. */
interface FinderPage {
  readonly plan: PagePlan
  readonly countries: readonly Country[]
  readonly edition: Edition
  readonly library: Library
}

/** The pages of the finder in all languages; none if readers get no clinic. */
export function clinicFiles(library: Library): ChannelFile[] {
  const clinics = library.all('clinic')
  if (clinics.length === 0) return []
  const regions = regionsOf(clinics, library.language)
  const plans = planned(regions, weigher(library), ROOM)
  return library.editions.flatMap((edition) => {
    const pages = plans.map((plan) => ({
      plan,
      countries: countriesOf(plan.regions, edition),
      edition,
      library,
    }))
    const isWhole = plans.length === 1
    return [
      ...(isWhole ? [] : [overview(plans, edition, library)]),
      ...pages.map((page) => listPage(page, isWhole)),
    ]
  })
}

/** The bytes of a clinic in the language in which it takes most, so that each language has the same pages. */
function weigher(library: Library): (clinic: Clinic) => number {
  const encoder = new TextEncoder()
  const {editions} = library
  const weights = new Map<Clinic, number>()
  return (clinic) => {
    let weight = weights.get(clinic)
    if (weight === undefined) {
      const texts = editions.map(
        (edition) =>
          entryHtml(clinic, 4, edition, library) +
          JSON.stringify(clinicsData([clinic], edition, library)),
      )
      weight = Math.max(...texts.map((text) => encoder.encode(text).length))
      weights.set(clinic, weight)
    }
    return weight
  }
}

function countriesOf(regions: readonly Region[], {language}: Edition): Country[] {
  const {compare} = collatorOf(language)
  return [...Map.groupBy(regions, ({country}) => country)]
    .map(([country, inCountry]) => ({
      id: country.toLowerCase(),
      name: countryName(country, language),
      regions: inCountry,
    }))
    .toSorted((a, b) => compare(a.name, b.name))
}

/** A page that lists clinics. */
function listPage(page: FinderPage, isWhole: boolean): ChannelFile {
  const {plan, countries, edition, library} = page
  const {language} = edition
  const words = library.words(language)
  const clinics = plan.regions.flatMap((region) => region.clinics)
  const main = stack(
    html`<h1>${isWhole ? words.clinics.title : titleOf(page)}</h1>`,
    isWhole
      ? html`<p class="lead">${words.clinics.lead}</p>`
      : html`<p><a href="${CLINICS_FILE}">${words.clinics.all}</a></p>`,
    noticeHtml(words),
    nearMeTemplate(clinics, edition, library),
    jumpLinks(countries, words),
    ...countries.map((country) => countryHtml(country, page)),
    reviewersSection(
      clinics.flatMap(({_id}) => wordsFor(_id, library)),
      words,
      words.clinics.reviewers,
    ),
  )
  return finderFile(page, isWhole ? words.clinics.title : titleOf(page), main)
}

/** The page that leads to the others. */
function overview(plans: readonly PagePlan[], edition: Edition, library: Library): ChannelFile {
  const {language} = edition
  const words = library.words(language)
  const {compare} = collatorOf(language)
  const countries = [...Map.groupBy(plans, ({regions}) => regions[0]?.country ?? '')]
    .map(([country, parts]) => ({
      id: country.toLowerCase(),
      name: countryName(country, language),
      parts,
    }))
    .toSorted((a, b) => compare(a.name, b.name))
  const main = stack(
    html`<h1>${words.clinics.title}</h1>
      <p class="lead">${words.clinics.lead}</p>`,
    noticeHtml(words),
    nearMeTemplate([], edition, library),
    ...countries.map(
      ({id, name, parts}) =>
        html`<section aria-labelledby="${id}" data-place>
          <h2 id="${id}">${name}</h2>
          <ul class="clinic-places">
            !${parts.flatMap((plan) => placeLinks(plan, words))}
          </ul>
        </section>`,
    ),
  )
  const plan = {file: CLINICS_FILE, regions: [], number: 1}
  return finderFile({plan, edition, library, countries: []}, words.clinics.title, main)
}

/** The links to the regions of a page. There may be hundreds of them, so they are short. */
function placeLinks({file, number, regions}: PagePlan, words: InterfaceWords): string[] {
  return regions.map((region) => {
    const place = regionName(region, words)
    const label = number === 1 ? place : fill(words.clinics.pageNumber, {place, number})
    // A page of one region needs no way to its heading, which it may not have.
    const at = regions.length === 1 ? file : `${file}#${region.id}`
    const count = fill(words.clinics.count, {count: region.clinics.length})
    const link = html`<a href="${at}" data-name>${label}</a>`
    return html`<li data-at="${boxOf(region.clinics)}">
      !${link} <span class="hint">${count}</span>
    </li>`
  })
}

function finderFile(
  {plan, edition, library}: FinderPage,
  title: string,
  main: string,
): ChannelFile {
  const {folder, language} = edition
  const {file, regions} = plan
  const path = folder + file
  const {clinics} = library.words(language)
  const content = layout(
    {
      title,
      description: clinics.description,
      language,
      address: path,
      translations: library.editions
        .filter((other) => other.folder !== folder)
        .map((other) => ({language: other.language, address: other.folder + file})),
      structuredData:
        regions.length === 0
          ? undefined
          : clinicsData(
              regions.flatMap((region) => region.clinics),
              edition,
              library,
            ),
      needs: {scripts: [nearMe]},
      current: 'clinics',
      main,
    },
    library,
  )
  return {path, content}
}

function noticeHtml({clinics}: InterfaceWords): string {
  return html`<p class="clinics-notice">${clinics.notice}</p>`
}

/** "Clinics in Oregon, United States", and which page it is. */
function titleOf({plan, countries, edition, library}: FinderPage): string {
  const words = library.words(edition.language)
  const [first] = plan.regions
  const country = countries[0]?.name ?? ''
  const region = plan.regions.length === 1 && first ? regionName(first, words) : undefined
  const title = fill(words.clinics.pageTitle, {
    place: region === undefined ? country : `${region}, ${country}`,
  })
  return plan.number === 1
    ? title
    : fill(words.clinics.pageNumber, {place: title, number: plan.number})
}

function regionName({name}: Region, {clinics}: InterfaceWords): string {
  return name ?? clinics.otherPlaces
}

/** Whether a country has regions that deserve headings. */
function hasRegions({regions}: Country): boolean {
  return regions.some(({name}) => name !== undefined)
}

/** Links to the regions of the page. One region needs none. */
function jumpLinks(countries: readonly Country[], words: InterfaceWords): string {
  if (countries.flatMap(({regions}) => regions).length < 2) return ''
  return html`<nav class="contents clinic-contents" aria-labelledby="places">
    <h2 id="places">${words.clinics.places}</h2>
    <ul>
      !${countries.map((country) => {
        const inner = hasRegions(country)
          ? html`<ul>
              !${country.regions.map(
                (region) =>
                  html`<li><a href="#${region.id}">${regionName(region, words)}</a></li> `,
              )}
            </ul>`
          : ''
        return html`<li><a href="#${country.id}">${country.name}</a>!${inner}</li> `
      })}
    </ul>
  </nav>`
}

function countryHtml(country: Country, {edition, library}: FinderPage): string {
  const {id, name, regions} = country
  const {language} = edition
  const words = library.words(language)
  const isDivided = hasRegions(country)
  const listOf = ({clinics}: Region): string =>
    html`<ul class="card-list">
      !${clinics.map((clinic) => `${entryHtml(clinic, isDivided ? 4 : 3, edition, library)}\n`)}
    </ul>`
  return html`<section aria-labelledby="${id}" data-place>
    <h2 id="${id}">${name}</h2>
    !${regions.map((region) =>
      isDivided
        ? html`<section aria-labelledby="${region.id}" data-place>
            <h3 id="${region.id}">
              !${region.name === undefined ? html`${words.clinics.otherPlaces}` : wordsIn(region.name, library.language, language)}
            </h3>
            !${listOf(region)}
          </section> `
        : `${listOf(region)}\n`,
    )}
  </section>`
}

/** The box around clinics: its south, west, north and east, in degrees. */
function boxOf(clinics: readonly Clinic[]): string {
  const lats = clinics.map(({location}) => location.lat)
  const lngs = clinics.map(({location}) => location.lng)
  const edges = [Math.min(...lats), Math.min(...lngs), Math.max(...lats), Math.max(...lngs)]
  return edges.map((degrees) => Number(degrees.toFixed(2))).join(',')
}
