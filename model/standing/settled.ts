// The governed documents that have a settled standing, which is all that stages after the gate need.

import {formerSlugsOf, isAddress, slugOf} from '../../policy/addresses.ts'
import {stringOf} from '../../policy/references.ts'
import {factsOf, originalOf, renditionIn, type Facts} from '../../policy/rendition.ts'
import type {SettledRecord} from '../../policy/rule.ts'
import type {PublicationDates} from '../../review/approval.ts'
import {dayOf} from '../../review/days.ts'
import type {Decision} from '../../review/decision.ts'
import {nextReviewOf} from '../../review/due.ts'
import {hasAddress, isPageType, type GovernedType} from '../../review/governed.ts'
import type {SignOff} from '../../review/plan.ts'
import type {Revision, StoredDocument} from '../../review/revision.ts'
import {isLanguageTag, languageTitle} from '../../schemas/data/languages.ts'
import type {FormKind} from '../../schemas/data/options.ts'
import {headingsOf} from './headings.ts'

/** Where a release has the text of a document: a line of a file. */
export interface TextPlace {
  /** Relative to the release, with forward slashes. */
  readonly path: string
  /** In bytes, like the length. */
  readonly offset: number
  readonly length: number
}

/** A governed document that a reviewer has settled. Readers may see it, or a notice in its place. */
export interface Settled {
  readonly id: string
  readonly type: GovernedType
  /** `held`: an approved page that readers do not get at the moment, because of another document. */
  readonly state: 'approved' | 'held' | 'retracted'
  /** The retraction, or of the words that approve it the one after which its next review is due first. */
  readonly decision: Decision
  /** Whose words approve it. Undefined if readers get a notice in its place. */
  readonly signOff?: SignOff | undefined
  /** Undefined if it was retracted. */
  readonly dates?: PublicationDates | undefined
  /** Of an approved text, the earlier approved revisions with the same message. */
  readonly sameMessage?: readonly Revision[] | undefined
  /** The heading, address and summary of the settled revision, if it has them. The address is usable. */
  readonly title: string
  readonly slug?: string | undefined
  readonly summary?: string | undefined
  /** The language of the settled revision, as a BCP 47 tag. Empty if it has none. */
  readonly language: string
  /** The document of which it is a translation, if it is one. */
  readonly translationOf?: string | undefined
  /** If it is in another form than its source, in the same language: which form, and the source. */
  readonly form?: {readonly kind: FormKind; readonly of: string} | undefined
  /** What it states besides its words. */
  readonly facts: Facts
  /** Of an approved page: what its last change means to readers. */
  readonly changeNote?: string | undefined
  /** Of an approved page: the day of its next review. YYYY-MM-DD */
  readonly dueOn?: string | undefined
  /** The former addresses of its page. */
  readonly formerSlugs: readonly string[]
  /** The headings in its body. */
  readonly headings: readonly string[]
  /** Where its text is in the approved content. Absent if it is not there, or not yet. */
  readonly place?: TextPlace | undefined
}

/** The settled record of a document. Heading, address and summary come from the decided revision. */
export function settledOf(
  content: StoredDocument,
  {
    type,
    state,
    decision,
    signOff,
    dates,
    sameMessage,
  }: Pick<Settled, 'type' | 'state' | 'decision' | 'signOff' | 'dates' | 'sameMessage'>,
): Settled {
  const slug = slugOf(content)
  return {
    id: content._id,
    type,
    state,
    decision,
    signOff,
    dates,
    sameMessage,
    title: titleOf(content),
    // Each becomes a file name, and a retracted revision may not have been checked by a schema.
    slug: hasAddress(type) && isAddress(slug) ? slug : undefined,
    summary: textAt(content, 'summary'),
    language: stringOf(content.language),
    translationOf: originalOf(content),
    form: formOf(content),
    facts: factsOf(content),
    formerSlugs: formerSlugsOf(content).filter(isAddress),
    headings: headingsOf(content),
    ...(isPageType(type) && state === 'approved'
      ? {
          changeNote: textAt(content, 'changeNote'),
          dueOn: nextReviewOf(decision, content.reviewInterval),
        }
      : {}),
  }
}

function formOf(content: StoredDocument): Settled['form'] {
  const {form, of = ''} = renditionIn(content) ?? {}
  return form && {kind: form, of}
}

/** What the editorial rules may know of a settled document. */
export function settledRecord({
  type,
  state,
  title,
  translationOf,
  form,
  language,
  facts,
  slug,
  decision,
  signOff,
  dates,
  sameMessage,
}: Settled): SettledRecord {
  return {
    type,
    state,
    title,
    original: translationOf,
    follows: translationOf ?? form?.of,
    language,
    facts,
    revision: decision.revision,
    sameMessage,
    slug,
    reviewers: reviewersOf({decision, signOff}),
    decidedOn: dayOf(decision.decidedAt),
    firstPublished: dates?.firstPublished,
    nextReview: decision.nextReview,
  }
}

/** The people whose decisions count, each once. */
export function reviewersOf({decision, signOff}: Pick<Settled, 'decision' | 'signOff'>): string[] {
  return [...new Set((signOff?.words ?? [decision]).map(({reviewer}) => reviewer))]
}

/** Puts first what came out first. What never came out is last. */
export function byFirstDay(a: FirstDay, b: FirstDay): number {
  return rankOf(a) < rankOf(b) ? -1 : 1
}

interface FirstDay {
  readonly id: string
  readonly firstPublished?: string | undefined
}

function rankOf({firstPublished = '9999', id}: FirstDay): string {
  return `${firstPublished} ${id}`
}

/** The heading of a document, which has a different field name in each type. */
export function titleOf(content: StoredDocument): string {
  return (
    textAt(content, 'title') ??
    textAt(content, 'name') ??
    textAt(content, 'question') ??
    tableName(content) ??
    content._id
  )
}

/** The name of words around texts: they need no title, because each language has one table of them. */
function tableName({_type, language}: StoredDocument): string | undefined {
  if (_type !== 'siteWords' || !isLanguageTag(stringOf(language))) return undefined
  return `Words around texts: ${languageTitle(stringOf(language))}`
}

function textAt(content: StoredDocument, field: string): string | undefined {
  const value = content[field]
  return typeof value === 'string' ? value : undefined
}
