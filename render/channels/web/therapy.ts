// The page of a therapy type.

import {html} from 'ghtml'
import type {Clinic} from '../../../model/clinic.ts'
import type {HealthText} from '../../../model/health-text.ts'
import type {SeriousRisk, SideEffect, TherapyType} from '../../../model/therapy-type.ts'
import {sourcesHtml} from '../../components/citation/citation.ts'
import {languageFolder} from '../../page/addresses.ts'
import type {RenderContext} from '../../page/context.ts'
import {evidenceInWords} from '../../page/evidence.ts'
import {fill} from '../../page/fill.ts'
import {linesHtml} from '../../page/lines.ts'
import {clinicsOffering, firstPictureOf, type Page} from '../../page/page.ts'
import {headingsOf, renderHtml, type PageHeading} from '../../text/html.ts'
import {addressLine, phoneLink} from './clinics/contact.ts'
import {CLINICS_FILE} from './clinics/places.ts'
import {rootFrom} from './context.ts'
import {helpfulNeeds, helpfulSection} from './feedback/helpful.ts'
import {layout} from './layout.ts'
import {socialPicture} from './machines/social.ts'
import {
  aboutSection,
  behindNotice,
  formsNotice,
  closingHeadings,
  contentsList,
  disclaimersSection,
  firstDisclaimers,
  referencesSection,
  relatedSection,
  reviewedBox,
  stack,
  translationsOf,
} from './parts.ts'
import {therapyData} from './structured-data.ts'

/** The clinics that the page of a therapy lists. The finder lists all of them. */
const MOST_CLINICS = 5

/** @param address Where it is in the channel. */
export function therapyPage(
  page: Page<TherapyType>,
  context: RenderContext,
  address: string,
): string {
  const {document} = page
  const {library, words} = context
  const {name, summary, summarySources, seo, language, aliases = []} = document
  const clinics = clinicsOffering(document, library)
  const {description, administration, evidence} = document
  const [ofDescription, ofAdministration, ofEvidence] = headingsOf(
    [description, administration, evidence],
    library,
  )
  const sections = [
    textSection('what-it-is', words.therapy.description, description, context, ofDescription),
    textSection(
      'how-it-is-given',
      words.therapy.administration,
      administration,
      context,
      ofAdministration,
    ),
    evidenceSection(document, context, ofEvidence),
    sideEffectsSection(document.sideEffects, context),
    seriousRisksSection(document.seriousRisks ?? [], context),
    section(
      'regulation',
      words.therapy.regulation,
      html`<p>!${linesHtml(document.regulatoryStatus)}</p>`,
    ),
    clinicsSection(clinics, context, address),
  ].filter((part) => part !== undefined)
  const headings = [
    ...sections.flatMap(({id, heading, inner}) => [{id, text: heading}, ...inner]),
    ...closingHeadings(page, words),
  ]
  const main = stack(
    '<article>',
    html`<p class="kicker">${words.therapy.kind}</p>
      <h1>${name}</h1>`,
    aliases.length === 0
      ? ''
      : html`<p class="aliases">${fill(words.therapy.alsoCalled, {names: aliases.join(', ')})}</p>`,
    html`<p class="lead">!${linesHtml(summary)}!${sourcesHtml(summarySources, context)}</p>`,
    formsNotice(document, context),
    behindNotice(page, context),
    firstDisclaimers(page, context),
    reviewedBox(page, context),
    contentsList(headings, words),
    '<div class="prose">',
    ...sections.map(({content}) => content),
    '</div>',
    disclaimersSection(page, context),
    referencesSection(page.works, context),
    aboutSection(page, context),
    '</article>',
    relatedSection(document._id, context),
    helpfulSection(page, {title: name, question: words.helpful.pageQuestion}, context),
  )
  return layout(
    {
      title: seo?.title ?? name,
      description: seo?.description ?? summary,
      language,
      address,
      isArticle: true,
      picture: socialPicture(firstPictureOf(document), library),
      translations: translationsOf(document._id, library),
      trail: [
        {
          label: words.index.treatments,
          address: `${languageFolder(language, library.language)}index.html#treatments`,
        },
      ],
      needs: helpfulNeeds(library),
      structuredData: therapyData(page, address, library),
      main,
    },
    library,
  )
}

interface Section {
  readonly id: string
  readonly heading: string
  readonly content: string
  /** The headings inside it that the list of contents shows. */
  readonly inner: readonly PageHeading[]
}

function section(
  id: string,
  heading: string,
  body: string,
  inner: readonly PageHeading[] = [],
): Section {
  const content = html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    !${body}
  </section>`
  return {id, heading, content, inner}
}

function textSection(
  id: string,
  heading: string,
  text: HealthText,
  context: RenderContext,
  inner?: readonly PageHeading[],
): Section {
  return section(id, heading, renderHtml(text, context, 2), inner)
}

function evidenceSection(
  therapy: TherapyType,
  context: RenderContext,
  inner?: readonly PageHeading[],
): Section {
  const {evidenceLevel, evidence} = therapy
  const {words} = context
  const {label, meaning} = evidenceInWords(therapy, words)
  const level = html`<p class="evidence-level evidence-${evidenceLevel}">
    <strong>${fill(words.evidence.level, {level: label})}</strong> ${meaning}
  </p>`
  return section(
    'evidence',
    words.therapy.evidence,
    `${level}\n${renderHtml(evidence, context, 2)}`,
    inner,
  )
}

function sideEffectsSection(effects: readonly SideEffect[], context: RenderContext): Section {
  return section(
    'side-effects',
    context.words.therapy.sideEffects,
    harmsList(
      effects.map(({effect, ...harm}) => ({...harm, words: effect})),
      context,
    ),
  )
}

function seriousRisksSection(
  risks: readonly SeriousRisk[],
  context: RenderContext,
): Section | undefined {
  if (risks.length === 0) return undefined
  return section(
    'serious-risks',
    context.words.therapy.seriousRisks,
    harmsList(
      risks.map(({risk, ...harm}) => ({...harm, words: risk})),
      context,
    ),
  )
}

interface Harm extends Omit<SideEffect, 'effect'> {
  readonly words: string
}

/** Harms, each with how often it happens and the numbers of its sources. */
function harmsList(harms: readonly Harm[], context: RenderContext): string {
  const items = harms.map(({words, frequency, sources}) => {
    const often = frequency === undefined ? '' : `: ${context.words.frequency[frequency]}`
    return html`<li>${words}${often}!${sourcesHtml(sources, context)}</li> `
  })
  return html`<ul>
    !${items}
  </ul>`
}

function clinicsSection(
  clinics: readonly Clinic[],
  {library, language, words}: RenderContext,
  at: string,
): Section | undefined {
  if (clinics.length === 0) return undefined
  const items = clinics.slice(0, MOST_CLINICS).map(({name, address, phone, website}) => {
    return html`<li>
      <strong
        >!${website === undefined ? html`${name}` : html`<a href="${website}">${name}</a>`}</strong
      ><br />${addressLine(address, address.country)}!${
        phone === undefined ? '' : html`<br />!${phoneLink(phone)}`
      }
    </li> `
  })
  const finder = rootFrom(at) + languageFolder(language, library.language) + CLINICS_FILE
  const link =
    clinics.length > MOST_CLINICS
      ? fill(words.clinics.moreClinics, {count: clinics.length})
      : words.clinics.finder
  return section(
    'clinics',
    words.therapy.clinics,
    html`<p>${words.therapy.clinicsNotice}</p>
      <ul class="clinics">
        !${items}
      </ul>
      <p><a href="${finder}">${link}</a></p>`,
  )
}
