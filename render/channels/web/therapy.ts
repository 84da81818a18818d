// The page of a therapy type.

import {html} from 'ghtml'
import type {Clinic} from '../../../model/clinic.ts'
import type {HealthText} from '../../../model/health-text.ts'
import type {SeriousRisk, SideEffect, TherapyType} from '../../../model/therapy-type.ts'
import {evidenceInWords} from '../../../schemas/data/evidence-levels.ts'
import {frequencyOptions, titleOf} from '../../../schemas/data/options.ts'
import {sourcesHtml} from '../../components/citation/citation.ts'
import type {RenderContext} from '../../page/context.ts'
import {linesHtml} from '../../page/lines.ts'
import {CLINICS_NOTICE, clinicsOffering, type Page} from '../../page/page.ts'
import {headingsOf, renderHtml, type PageHeading} from '../../text/html.ts'
import {pageAddress} from './context.ts'
import {layout} from './layout.ts'
import {
  aboutSection,
  closingHeadings,
  contentsList,
  disclaimersSection,
  firstDisclaimers,
  referencesSection,
  reviewedBox,
  stack,
} from './parts.ts'
import {therapyData} from './structured-data.ts'

export function therapyPage(page: Page<TherapyType>, context: RenderContext): string {
  const {document} = page
  const {library} = context
  const {name, summary, summarySources, seo, language, slug, aliases = []} = document
  const clinics = clinicsOffering(document._id, library)
  const address = pageAddress({type: document._type, slug: slug.current})
  const {description, administration, evidence} = document
  const [ofDescription, ofAdministration, ofEvidence] = headingsOf(
    [description, administration, evidence],
    library,
  )
  const sections = [
    textSection('what-it-is', 'What it is', description, context, ofDescription),
    textSection('how-it-is-given', 'How it is given', administration, context, ofAdministration),
    evidenceSection(document, context, ofEvidence),
    sideEffectsSection(document.sideEffects, context),
    seriousRisksSection(document.seriousRisks ?? [], context),
    section(
      'regulation',
      'Regulatory status',
      html`<p>!${linesHtml(document.regulatoryStatus)}</p>`,
    ),
    clinicsSection(clinics),
  ].filter((part) => part !== undefined)
  const headings = [
    ...sections.flatMap(({id, heading, inner}) => [{id, text: heading}, ...inner]),
    ...closingHeadings(page),
  ]
  const main = stack(
    '<article>',
    html`<p class="kicker">Treatment</p>
      <h1>${name}</h1>`,
    aliases.length === 0 ? '' : html`<p class="aliases">Also called: ${aliases.join(', ')}</p>`,
    html`<p class="lead">!${linesHtml(summary)}!${sourcesHtml(summarySources, context)}</p>`,
    firstDisclaimers(page, context),
    reviewedBox(page),
    contentsList(headings),
    '<div class="prose">',
    ...sections.map(({content}) => content),
    '</div>',
    disclaimersSection(page, context),
    referencesSection(page.works, context, language),
    aboutSection(page),
    '</article>',
  )
  return layout(
    {
      title: seo?.title ?? name,
      description: seo?.description ?? summary,
      language,
      root: '../',
      address,
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
  const {label, meaning} = evidenceInWords(therapy)
  const level = html`<p class="evidence-level evidence-${evidenceLevel}">
    <strong>Level of evidence: ${label}.</strong> ${meaning}
  </p>`
  return section(
    'evidence',
    'What the evidence says',
    `${level}\n${renderHtml(evidence, context, 2)}`,
    inner,
  )
}

function sideEffectsSection(effects: readonly SideEffect[], context: RenderContext): Section {
  return section(
    'side-effects',
    'Common side effects',
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
    'Serious risks',
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
    const often = frequency === undefined ? '' : `: ${titleOf(frequencyOptions, frequency)}`
    return html`<li>${words}${often}!${sourcesHtml(sources, context)}</li> `
  })
  return html`<ul>
    !${items}
  </ul>`
}

function clinicsSection(clinics: readonly Clinic[]): Section | undefined {
  if (clinics.length === 0) return undefined
  const items = clinics.map(({name, address, phone, website}) => {
    const place = [
      address.street,
      address.city,
      address.region,
      address.postalCode,
      address.country,
    ]
    return html`<li>
      <strong
        >!${website === undefined ? html`${name}` : html`<a href="${website}">${name}</a>`}</strong
      ><br />${place.filter((part) => part !== undefined).join(', ')}!${
        phone === undefined
          ? ''
          : html`<br /><a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a>`
      }
    </li> `
  })
  return section(
    'clinics',
    'Clinics that offer it',
    html`<p>${CLINICS_NOTICE}</p>
      <ul class="clinics">
        !${items}
      </ul>`,
  )
}
