// The page of a therapy type.

import {html} from 'ghtml'
import type {Clinic} from '../../../model/clinic.ts'
import type {HealthText} from '../../../model/health-text.ts'
import type {SeriousRisk, TherapyType} from '../../../model/therapy-type.ts'
import {evidenceInWords} from '../../../schemas/data/evidence-levels.ts'
import {frequencyOptions, titleOf} from '../../../schemas/data/options.ts'
import {citationHtml} from '../../components/citation/citation.ts'
import type {RenderContext} from '../../page/context.ts'
import {mustGet} from '../../page/library.ts'
import {linesHtml} from '../../page/lines.ts'
import {CLINICS_NOTICE, clinicsOffering, type Page} from '../../page/page.ts'
import {renderHtml} from '../../text/html.ts'
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
  const {name, summary, seo, language, slug, aliases = []} = document
  const clinics = clinicsOffering(document._id, library)
  const address = pageAddress({type: document._type, slug: slug.current})
  const sections = [
    textSection('what-it-is', 'What it is', document.description, context),
    textSection('how-it-is-given', 'How it is given', document.administration, context),
    evidenceSection(document, context),
    sideEffectsSection(document.sideEffects),
    seriousRisksSection(document.seriousRisks ?? [], context),
    section(
      'regulation',
      'Regulatory status',
      html`<p>!${linesHtml(document.regulatoryStatus)}</p>`,
    ),
    clinicsSection(clinics),
  ].filter((part) => part !== undefined)
  const headings = [
    ...sections.map(({id, heading}) => ({id, text: heading})),
    ...closingHeadings(page),
  ]
  const main = stack(
    '<article>',
    html`<p class="kicker">Treatment</p>
      <h1>${name}</h1>`,
    aliases.length === 0 ? '' : html`<p class="aliases">Also called: ${aliases.join(', ')}</p>`,
    html`<p class="lead">!${linesHtml(summary)}</p>`,
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
}

function section(id: string, heading: string, inner: string): Section {
  const content = html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    !${inner}
  </section>`
  return {id, heading, content}
}

function textSection(
  id: string,
  heading: string,
  text: HealthText,
  context: RenderContext,
): Section {
  return section(id, heading, renderHtml(text, context))
}

function evidenceSection(therapy: TherapyType, context: RenderContext): Section {
  const {evidenceLevel, evidence} = therapy
  const {label, meaning} = evidenceInWords(therapy)
  const level = html`<p class="evidence-level evidence-${evidenceLevel}">
    <strong>Level of evidence: ${label}.</strong> ${meaning}
  </p>`
  return section('evidence', 'What the evidence says', `${level}\n${renderHtml(evidence, context)}`)
}

function sideEffectsSection(effects: readonly string[]): Section {
  return section(
    'side-effects',
    'Common side effects',
    html`<ul>
      !${effects.map((effect) => html`<li>${effect}</li> `)}
    </ul>`,
  )
}

function seriousRisksSection(
  risks: readonly SeriousRisk[],
  {numbers}: RenderContext,
): Section | undefined {
  if (risks.length === 0) return undefined
  const items = risks.map(
    ({risk, frequency, sources = []}) =>
      html`<li>
        ${risk}:
        ${titleOf(frequencyOptions, frequency)}!${sources.map(({_ref}) =>
          citationHtml('', mustGet(numbers, _ref)),
        )}
      </li> `,
  )
  return section(
    'serious-risks',
    'Serious risks',
    html`<ul>
      !${items}
    </ul>`,
  )
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
