// What an editorial rule is, and what it knows when it checks a document. Each rule has its own file
// in the folder of its group. policy/rules.ts lists them.

import type {StoredDocument} from '../review/revision.ts'
import {usualLanguages} from '../schemas/data/languages.ts'
import type {Urgency, WorkStatus} from '../schemas/data/options.ts'
import type {Applicability} from './disclaimers/applies.ts'
import type {Quote, Severity} from './finding.ts'
import type {Mend} from './mend.ts'
import type {GlossaryEntry} from './plain/glossary.ts'
import type {Facts} from './rendition.ts'
import type {Setting} from './settings/setting.ts'
import type {MarkedWords, Passage} from './text/passages.ts'
import {sentenceAt, type Sentence} from './text/sentences.ts'
import {todayIs, type Today} from './today.ts'

/** The document that a rule checks. */
export interface Subject {
  /** The document's content, under its published id. */
  readonly document: StoredDocument
  /** The document's words that readers see. */
  readonly passages: readonly Passage[]
  /** The languages of the passages that are not in the language of the document, as BCP 47 names them. */
  readonly languages: ReadonlyMap<Passage, string>
}

/** What the library knows about a therapy. */
export interface TherapyRecord {
  readonly id: string
  /** The language of its page, as a BCP 47 tag. Without one it is English. */
  readonly language?: string | undefined
  /** The therapy of whose page this one is a rendition, if it is one. */
  readonly original?: string | undefined
  /** Its name and its other names. */
  readonly names: readonly string[]
  readonly evidenceLevel: string
  /** The regulators that approved it for the use that this library describes, such as `FDA`. */
  readonly approvedBy: readonly string[]
}

/** An author or a reviewer. */
export interface PersonRecord {
  readonly id: string
  readonly name: string
  /** The person's statement of interests; undefined if there is none. */
  readonly interests: string | undefined
}

/** A list of warning signs. */
export interface SignsRecord {
  readonly id: string
  /** A BCP 47 tag. Without one it is English. */
  readonly language?: string | undefined
  /** The list that was translated, if this is a translation. */
  readonly original?: string | undefined
  readonly title: string
  /** The ids of the therapies and conditions whose pages have to show it. */
  readonly about: ReadonlySet<string>
  /** The signs, the most urgent first. */
  readonly signs: readonly UrgentSign[]
}

/** A warning sign, in the words of its list. */
export interface UrgentSign {
  readonly urgency: Urgency
  readonly text: string
}

export interface ClinicRecord {
  readonly id: string
  readonly name: string
  readonly website: string | undefined
}

/** A cited work that may not stand, or not for long. */
export interface WorkRecord {
  readonly title: string
  readonly status: WorkStatus
  /** The last day on which it holds, if it names one: YYYY-MM-DD. */
  readonly validUntil: string | undefined
  /** The title of the work that has superseded it, if the library has that. */
  readonly newer: string | undefined
}

/** What rules know about a settled document: one that a reviewer approved or retracted. */
export interface SettledRecord {
  readonly type: string
  /**
   * `held`: approved but withheld, because a rule refuses the document or it shows content that is
   * withheld.
   */
  readonly state: 'approved' | 'held' | 'retracted'
  readonly title: string
  /** The document of which it is a translation, if it is one. */
  readonly original?: string | undefined
  /** The document of which it is a rendition of any kind. */
  readonly follows?: string | undefined
  /** A BCP 47 tag. Empty if it has none. */
  readonly language: string
  /** What it states besides its words. */
  readonly facts: Facts
  /** The revision that the decision is about. */
  readonly revision: string
  /** The earlier approved revisions with the same message. */
  readonly sameMessage?: readonly string[] | undefined
  /** The last part of its address, if it has one. */
  readonly slug: string | undefined
  /** The ids of the people whose decisions count. */
  readonly reviewers: readonly string[]
  /** The day of that decision: YYYY-MM-DD. */
  readonly decidedOn: string
  /** The day of the first approval of any of its texts: YYYY-MM-DD. Undefined if it was retracted. */
  readonly firstPublished?: string | undefined
  /** The day of the next review, if the reviewer set one: YYYY-MM-DD. */
  readonly nextReview: string | undefined
}

/** The text of a document that readers get. */
export interface SourceRecord {
  readonly type: string
  /** The document of which it is a rendition itself. */
  readonly follows?: string | undefined
  readonly title: string
  /** A BCP 47 tag. */
  readonly language: string
  readonly revision: string
  /** The earlier approved revisions with the same message. */
  readonly sameMessage?: readonly string[] | undefined
  /** What it states besides its words. */
  readonly facts: Facts
  /** Its translations that readers get. The one that came out first is first. */
  readonly translations: readonly {readonly id: string; readonly language: string}[]
}

/** A table of words around texts that readers get. */
export interface TableRecord {
  readonly id: string
  /** A BCP 47 tag. */
  readonly language: string
}

/** Why readers do not get a disclaimer, for a page that needs it. */
export interface Lack {
  readonly message: string
  readonly hint: string
}

/** The published disclaimers, approved or not. */
export interface PublishedDisclaimers {
  /** Where each applies. One that does not say so is left out. */
  readonly scopes: readonly Applicability[]
  /** The title of one of them. */
  readonly titleOf: (id: string) => string
  /** Why readers do not get one of them; undefined if they do. */
  readonly lackOf: (id: string) => Lack | undefined
}

/** What rules know beyond the document. The caller gathers this: rules read nothing themselves. */
export interface Context {
  /** The day of judgement. */
  readonly today: Today
  /** All therapies of the library, by id. */
  readonly therapies: ReadonlyMap<string, TherapyRecord>
  readonly persons: Pick<ReadonlyMap<string, PersonRecord>, 'get'>
  readonly clinics: readonly ClinicRecord[]
  /** By id, the cited works with a last day or with a status other than current. */
  readonly agingWorks: Pick<ReadonlyMap<string, WorkRecord>, 'get'>
  readonly warningSigns: readonly SignsRecord[]
  readonly disclaimers: PublishedDisclaimers
  /**
   * Settled documents by id. For documents other than the one being checked, only `state` is reliable: the pipeline may
   * still be reading them.
   */
  readonly settled: Pick<ReadonlyMap<string, SettledRecord>, 'get'>
  /** The approved texts of documents, by id. A rendition is compared with that of its source. */
  readonly sources: Pick<ReadonlyMap<string, SourceRecord>, 'get'>
  /** The tables of words around texts that readers get. The one that came out first is first. */
  readonly tables: readonly TableRecord[]
  /** The ids of all cited works. */
  readonly cited: Pick<ReadonlySet<string>, 'has'>
  /** The library's settings of rules. */
  readonly settings: readonly Setting[]
  /** The languages that texts of the library can be in, as BCP 47 tags. */
  readonly languages: readonly string[]
  /** Words to avoid that the library's editors added to the built-in ones. */
  readonly glossary: readonly GlossaryEntry[]
}

/** A context without a library, for tests and examples. */
export const emptyContext: Context = {
  today: todayIs('2026-01-01'),
  therapies: new Map(),
  persons: new Map(),
  clinics: [],
  agingWorks: new Map(),
  warningSigns: [],
  disclaimers: {scopes: [], titleOf: (id) => id, lackOf: () => undefined},
  settled: new Map(),
  sources: new Map(),
  tables: [],
  cited: new Set(),
  settings: [],
  languages: usualLanguages,
  glossary: [],
}

/** A problem that a rule reports. `check` adds the rule and the document to make it a `Finding`. */
export type Flaw = About & {
  readonly path: string
  readonly sentence?: string
  readonly message: string
  readonly hint: string
  readonly mend?: Mend | undefined
  /** Whether it is only a warning, whatever the severity of its rule. */
  readonly isMild?: boolean
}

/** A flaw names what it is about, so that its message can be read alone. */
type About =
  | {readonly quote: Quote; readonly subject?: undefined}
  | {readonly subject: string; readonly quote?: undefined}

/** An example of what a rule accepts or reports: a paragraph, or a document with its context. */
export type Example =
  | string
  | {
      /** A description of the document, for docs/policy.md. */
      readonly says: string
      readonly document: StoredDocument
      readonly context?: Partial<Context>
    }

/** A rule's threshold. A library may set its own. */
interface Limit {
  /** What the number counts, as a phrase that follows it: "words in a sentence". */
  readonly what: string
  /** The number that applies unless the library sets another. All three numbers are integers. */
  readonly usual: number
  readonly min: number
  readonly max: number
}

interface Described {
  /** The rule's group and name, such as `claims/efficacy`. This is also the path of its file. */
  readonly id: string
  /** What the rule asks for, in a few words. */
  readonly title: string
  readonly severity: Severity
  /** Whether no library can change it. */
  readonly isFixed?: true
  /** The only language that it reads. A rule without one reads any language. */
  readonly reads?: 'English'
  /** Why the rule exists, written for a writer who disagrees. */
  readonly rationale: string
  readonly sources: readonly {readonly title: string; readonly url: string}[]
  readonly examples: {readonly passes: readonly Example[]; readonly fails: readonly Example[]}
}

interface FixedRule extends Described {
  readonly limit?: undefined
  readonly check: (subject: Subject, context: Context) => Iterable<Flaw>
}

/** A rule with a threshold. Its texts do not state the number, because libraries can change it. */
export interface LimitedRule extends Described {
  readonly limit: Limit
  /** `limit` is the number that applies in this library. */
  readonly check: (subject: Subject, context: Context, limit: number) => Iterable<Flaw>
}

export type Rule = FixedRule | LimitedRule

/** What a flaw says, wherever it is. */
type Said = Pick<Flaw, 'message' | 'hint' | 'mend'>

/** A flaw in part of a sentence. `start` and `end` are offsets in the sentence. */
export function flawIn(
  passage: Passage,
  sentence: Sentence,
  {start, end}: Pick<Quote, 'start' | 'end'>,
  {message, hint, mend}: Said,
): Flaw {
  const from = sentence.start + start
  const to = sentence.start + end
  return {
    path: passage.path,
    quote: {text: passage.text.slice(from, to), start: from, end: to},
    sentence: sentence.text,
    message,
    hint,
    ...(mend && {mend}),
  }
}

/** A flaw in marked words, such as those of a link. `start` and `end` are offsets in the passage. */
export function flawOfWords(
  {path, text, sentences}: Passage,
  {start, end}: Pick<MarkedWords, 'start' | 'end'>,
  {message, hint, mend}: Said,
): Flaw {
  const sentence = sentenceAt(sentences, start)
  const isInside = sentence !== undefined && sentence.start <= start
  const quote = {text: text.slice(start, end), start, end}
  const inSentence = isInside && {sentence: sentence.text}
  return {path, quote, ...inSentence, message, hint, ...(mend && {mend})}
}
