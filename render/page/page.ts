// Puts together what one page shows in a channel: its document, the disclaimers that apply, the works
// that it cites, and the words of the people who approved all of these.

import type {z} from 'zod'
import type {Article} from '../../model/article.ts'
import type {CitedWork} from '../../model/cited-work.ts'
import type {Clinic} from '../../model/clinic.ts'
import {placementOf, type Disclaimer, type Placement} from '../../model/disclaimer.ts'
import type {Faq} from '../../model/faq.ts'
import type {Figure, HealthText, MarkDef, PlainHealthText} from '../../model/health-text.ts'
import {model} from '../../model/index.ts'
import type {Person} from '../../model/person.ts'
import {pointersIn} from '../../model/references.ts'
import type {TherapyType} from '../../model/therapy-type.ts'
import {countryOf, coveredTherapies, namedConditions} from '../../policy/coverage.ts'
import {applicableDisclaimers} from '../../policy/disclaimers/applies.ts'
import {isUpToDate} from '../../policy/rendition.ts'
import type {Approval} from '../../review/approval.ts'
import type {Decision} from '../../review/decision.ts'
import {isAdministrative, isPageType, type PageType} from '../../review/governed.ts'
import {onceFor} from '../../review/once.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {ChannelName} from '../../schemas/data/channels.ts'
import {mainLanguage} from '../../schemas/data/languages.ts'
import {emptyPageTexts, type PageTexts} from './context.ts'
import {must, type Library, type PageCard} from './library.ts'

/** What a page shows in one channel. */
export interface Page<Document extends PageDocument = PageDocument> {
  readonly document: Document
  readonly approval: Approval
  /** The words by which readers may see it, the oldest first. */
  readonly words: readonly Word[]
  /** The therapies that it covers. */
  readonly therapies: readonly TherapyType[]
  /** Highest priority first. It is never empty. */
  readonly disclaimers: readonly Disclaimer[]
  /** In the order in which the page first cites them. */
  readonly works: readonly CitedWork[]
  /** The number of each cited work on the page, by its id. */
  readonly numbers: ReadonlyMap<string, number>
  /** The cache of its rendered texts. */
  readonly texts: PageTexts
  /**
   * The words for every document whose text the page shows. Those for the page itself come first. Whose
   * word approves the page of a person is not for readers.
   */
  readonly approvals: readonly Word[]
}

export type PageDocument = z.output<(typeof model)[PageType]['schema']>

/** An approval by which readers may see a document, with the person who gave it. */
export interface Word {
  readonly decision: Decision
  readonly reviewer: Person
}

/**
 * Reads a page's document from approved content.
 *
 * @throws Error if readers do not get documents of its type as pages.
 */
export function pageDocument(content: StoredDocument): PageDocument {
  const {_id, _type: type} = content
  if (!isPageType(type)) throw new Error(`${_id} is not a page but a ${type}`)
  return model[type].schema.parse(content)
}

/**
 * Assembles a page for each channel. Only its disclaimers can differ. Channels with the same ones get the same page.
 * Others that number works alike share the numbers and the cache of rendered texts, so that each text is rendered once.
 *
 * @returns A function from a channel to the page in that channel.
 */
export function assemblePage<Document extends PageDocument>(
  document: Document,
  library: Library,
): (channel: ChannelName) => Page<Document> {
  const therapies = coveredTherapies(document).flatMap(
    (id) => library.find('therapyType', id) ?? [],
  )
  const covered = therapies.map((therapy) => ({...therapy, original: originalIn(therapy)}))
  const covers = {
    therapies: covered,
    conditions: namedConditions(document),
    country: countryOf(document),
  }
  const first = sourcesOfSummary(document)
  const cited = citedBelowSummary(document, therapies, library)
  const embedded = embeddedIn(document, library)
  const clinics = document._type === 'therapyType' ? clinicsOffering(document, library) : []
  const made: Page<Document>[] = []
  const [originals, translated] = disclaimersFor(document.language, library)
  const inOwnLanguage = (disclaimer: Disclaimer): Disclaimer =>
    translated.get(disclaimer._id) ?? disclaimer
  const words = wordsFor(document._id, library)
  return (channel) => {
    const disclaimers = applicableDisclaimers(originals, {...covers, channel}).map(inOwnLanguage)
    const same = made.find((page) => isSameList(page.disclaimers, disclaimers))
    if (same) return same
    const citedBy = (placement: Placement): string[] =>
      citedIn(
        placed(disclaimers, placement).map(({body}) => body),
        library,
      )
    const works = [...new Set([...first, ...citedBy('top'), ...cited, ...citedBy('end')])].map(
      (id) => library.get('citedWork', id),
    )
    const alike = made.find((page) => isSameList(page.works, works))
    const newer = works.flatMap((work) => newerThan(work, library) ?? [])
    const others = [...disclaimers, ...works, ...newer, ...clinics].map(({_id}) => _id)
    const page = {
      document,
      approval: must(library.approval(document._id), document._id),
      words,
      therapies,
      disclaimers,
      works,
      numbers: alike?.numbers ?? numbersOf(works),
      texts: alike?.texts ?? emptyPageTexts(),
      approvals: [
        ...words,
        ...[...new Set([...others, ...embedded])].flatMap((id) => wordsFor(id, library)),
      ],
    }
    made.push(page)
    return page
  }
}

/** The document of which a document is a rendition of any kind, if it is one. */
function originalIn({rendition}: Pick<PageDocument, 'rendition'>): string | undefined {
  return rendition?.of._ref
}

/** The disclaimers that decide where they apply, and for readers of a language the translations of some, by their ids. */
function disclaimersFor(
  language: string,
  library: Library,
): [originals: Disclaimer[], translated: ReadonlyMap<string, Disclaimer>] {
  const all = library.all('disclaimer')
  const main = mainLanguage(language)
  const translated = all.flatMap((disclaimer): [string, Disclaimer][] => {
    const {rendition} = disclaimer
    return rendition?.kind === 'translation' && mainLanguage(disclaimer.language) === main
      ? [[rendition.of._ref, disclaimer]]
      : []
  })
  return [all.filter(({rendition}) => rendition === undefined), new Map(translated)]
}

/** Whether another message of its source is approved than the one that a rendition has. */
export function isBehind({rendition}: Pick<PageDocument, 'rendition'>, library: Library): boolean {
  if (!rendition) return false
  const approval = library.approval(rendition.of._ref)
  return (
    approval === undefined ||
    !isUpToDate(rendition, {
      revision: approval.decision.revision,
      sameMessage: approval.sameMessage,
    })
  )
}

/**
 * The page that a translation is behind: a text with another message is approved, or one that the translation shows a
 * translation of. Undefined if it is not behind.
 */
export function aheadOf(page: Page, library: Library): PageCard | undefined {
  const {rendition} = page.document
  if (!rendition) return undefined
  const shown = [page.document, ...partsOf(page, library)]
  return shown.some((one) => isBehind(one, library)) ? library.card(rendition.of._ref) : undefined
}

/** What a page shows besides its own text that can be a rendition. */
function partsOf({document, disclaimers, therapies}: Page, library: Library) {
  const embedded = embeddedIn(document, library).flatMap(
    (id) =>
      library.find('faq', id) ??
      library.find('therapyType', id) ??
      library.find('warningSigns', id) ??
      [],
  )
  return [...disclaimers, ...therapies, ...embedded]
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}

/** The disclaimers of a page that have a placement. */
export function placed(
  disclaimers: readonly Disclaimer[],
  placement: Placement,
): readonly Disclaimer[] {
  return disclaimers.filter((disclaimer) => placementOf(disclaimer) === placement)
}

/** The work that has superseded another, if readers get it. A page names it beside the reference. */
export function newerThan(
  {status, supersededBy}: CitedWork,
  library: Library,
): CitedWork | undefined {
  return status === 'superseded' && supersededBy !== undefined
    ? library.find('citedWork', supersededBy._ref)
    : undefined
}

/** Numbers works in the order in which they are cited, from 1. */
export function numbersOf(works: readonly CitedWork[]): Map<string, number> {
  return new Map(works.map(({_id}, position) => [_id, position + 1]))
}

/** The words by which readers may see a document, the oldest first. */
export function wordsFor(id: string, library: Library): Word[] {
  return must(library.approval(id), id).signOff.words.map((decision) => ({
    decision,
    reviewer: library.get('person', decision.reviewer),
  }))
}

/**
 * The governed documents whose words a page shows, in document order. A question brings along what its answer
 * shows.
 */
function embeddedIn(document: PageDocument, library: Library): string[] {
  const {targets, questions} = neededBy(document)
  const within = questions.flatMap((id) => {
    const answer = library.find('faq', id)
    return answer ? neededBy(answer).targets : []
  })
  return [...new Set([...targets, ...within])].filter((id) => library.approval(id) !== undefined)
}

/** The documents that a page shows, and which of them are questions. Many pages show the same question. */
const neededBy = onceFor((document: PageDocument) => {
  const needed = pointersIn(document).filter(
    ({kind, to}) => kind === 'needs' && !to.some(isAdministrative),
  )
  return {
    targets: needed.map(({target}) => target),
    questions: needed.flatMap(({target, to}) => (to.includes('faq') ? [target] : [])),
  }
})

/** The works that report the side effects and the serious risks of a therapy, in the order of its page. */
function sourcesOfHarms({sideEffects, seriousRisks = []}: TherapyType): string[] {
  return [...sideEffects, ...seriousRisks].flatMap(({sources}) => idsOf(sources))
}

/** The works that support the summary of a page. A question has no summary. */
function sourcesOfSummary(document: PageDocument): string[] {
  return document._type === 'faq' ? [] : idsOf(document.summarySources)
}

function idsOf(references: readonly {readonly _ref: string}[] = []): string[] {
  return references.map(({_ref}) => _ref)
}

/**
 * The day on which an article first came out elsewhere, if its writers say so. A day on or after its first approval
 * here cannot be that day, so readers do not see it.
 */
export function publishedElsewhere({document, approval}: Page<Article>): string | undefined {
  const {firstPublished} = document
  return firstPublished !== undefined && firstPublished < approval.dates.firstPublished
    ? firstPublished
    : undefined
}

/** The people who gave words, each once. */
export function peopleOf(words: readonly Word[]): Person[] {
  return [...new Set(words.map(({reviewer}) => reviewer))]
}

/** The clinics that list a therapy among those that they offer. */
export function clinicsOffering(therapy: TherapyType, library: Library): Clinic[] {
  const ids = new Set([therapy._id, originalIn(therapy)])
  return library.all('clinic').filter(({therapies}) => therapies?.some(({_ref}) => ids.has(_ref)))
}

/** The questions that an article answers at its end. Questions that its text answers are left out. */
export function closingQuestions({body, faqs}: Article, library: Library): Faq[] {
  const answered = new Set(
    body.flatMap((block) => (block._type === 'faqEmbed' ? [block.faq._ref] : [])),
  )
  return (faqs ?? [])
    .filter(({_ref}) => !answered.has(_ref))
    .map(({_ref}) => library.get('faq', _ref))
}

/**
 * The therapies that an article covers and whose cards it shows after its text. Those whose cards its text shows are
 * left out.
 */
export function closingTherapies(
  {body}: Article,
  therapies: readonly TherapyType[],
): TherapyType[] {
  const shown = new Set(
    body.flatMap((block) => (block._type === 'therapyEmbed' ? [block.therapy._ref] : [])),
  )
  return therapies.filter(({_id}) => !shown.has(_id))
}

/** The works that a page cites between its first and its last disclaimers, in reading order. */
function citedBelowSummary(
  document: PageDocument,
  therapies: readonly TherapyType[],
  library: Library,
): string[] {
  const own = citedIn(healthTexts(document), library)
  switch (document._type) {
    case 'article': {
      const answers = closingQuestions(document, library).map(({answer}) => answer)
      return [
        ...own,
        ...closingTherapies(document, therapies).flatMap(sourcesOfSummary),
        ...citedIn(answers, library),
      ]
    }
    case 'therapyType':
      return [...own, ...sourcesOfHarms(document)]
    case 'faq':
      return own
  }
}

/** A document's own health texts in reading order. The list of images is one: it holds only figures. */
function healthTexts(document: PageDocument): HealthText[] {
  switch (document._type) {
    case 'article': {
      const {images = [], body} = document
      return inOrder<Article>({images, body})
    }
    case 'therapyType': {
      const {description, administration, evidence} = document
      return inOrder<TherapyType>({description, administration, evidence})
    }
    case 'faq': {
      const {answer} = document
      return inOrder<Faq>({answer})
    }
  }
}

/** The fields of a type that hold health text. */
type TextField<Document> = {
  [Field in keyof Document]-?: NonNullable<Document[Field]> extends HealthText ? Field : never
}[keyof Document]

/** Texts as a list. A call does not compile if a field that holds health text is missing. */
function inOrder<Document>(texts: Record<TextField<Document>, HealthText>): HealthText[] {
  return Object.values(texts)
}

/** The ids of the works that texts cite, each once, in reading order. */
function citedIn(texts: readonly HealthText[], library: Library): string[] {
  return [...new Set(texts.flatMap((text) => citations(text, library)))]
}

function citations(text: HealthText | PlainHealthText, library: Library): string[] {
  return text.flatMap((block) => {
    switch (block._type) {
      case 'block': {
        const works = worksByMark(block.markDefs)
        if (works.size === 0) return []
        return block.children.flatMap(({marks = []}) =>
          marks.flatMap((mark) => works.get(mark) ?? []),
        )
      }
      case 'callout':
        return citations(block.body, library)
      case 'faqEmbed':
        return citations(library.get('faq', block.faq._ref).answer, library)
      case 'richTable':
        return [
          ...idsOf(block.sources),
          ...block.rows.flatMap(({cells}) => cells.flatMap(({value}) => citations(value, library))),
        ]
      case 'figure':
        return idsOf(block.sources)
      case 'therapyEmbed':
        return sourcesOfSummary(library.get('therapyType', block.therapy._ref))
      case 'warningSignsEmbed':
        return []
    }
  })
}

/** The ids of the works that marks cite, by the key of the mark. */
function worksByMark(markDefs: readonly MarkDef[] = []): ReadonlyMap<string, string> {
  return new Map(
    markDefs.flatMap((mark) =>
      mark._type === 'citation' ? [[mark._key, mark.reference._ref] as const] : [],
    ),
  )
}

/** The first picture of a page. A question has none, because questions share pages with others. */
export function firstPictureOf(document: PageDocument): Figure | undefined {
  return document._type === 'faq' ? undefined : figuresIn(document)[0]
}

/** Every image that a document shows, in reading order. */
export function figuresIn(document: PageDocument): Figure[] {
  return healthTexts(document)
    .flat()
    .filter((block) => block._type === 'figure')
}
