// What an editorial rule is, and what it is given to judge by. Each rule is a file of its own, in
// the folder of its group; policy/rules.ts lists them.

import type {StoredDocument} from '../review/revision.ts'
import type {Quote, Severity} from './finding.ts'
import type {GlossaryEntry} from './plain/glossary.ts'
import type {Setting} from './settings/setting.ts'
import type {MarkedWords, Passage} from './text/passages.ts'
import type {Sentence} from './text/sentences.ts'

/** A document that is judged. */
export interface Subject {
  /** Its content, under its published id. */
  readonly document: StoredDocument
  /** The words that readers get of it. */
  readonly passages: readonly Passage[]
}

/** What the library knows of a therapy. */
export interface TherapyRecord {
  readonly id: string
  /** Its name and its other names. */
  readonly names: readonly string[]
  readonly evidenceLevel: string
  /** Regulators that have approved it for what this library describes, such as `FDA`. */
  readonly approvedBy: readonly string[]
}

/** Somebody who writes or reviews. */
export interface PersonRecord {
  readonly id: string
  readonly name: string
  /** What they stated of their interests; undefined where they stated nothing. */
  readonly interests: string | undefined
}

export interface ClinicRecord {
  readonly id: string
  readonly name: string
  readonly website: string | undefined
}

/** What rules may know of a settled document: one that a reviewer approved or retracted. */
export interface SettledRecord {
  readonly type: string
  /**
   * `held`: approved, but readers do not get it, because a rule refuses it or it shows something that
   * is withheld.
   */
  readonly state: 'approved' | 'held' | 'retracted'
  /** The last part of its address, where it has one. */
  readonly slug: string | undefined
  /** The id of the person whose decision counts. */
  readonly reviewer: string
  /** The day of that decision: YYYY-MM-DD. */
  readonly decidedOn: string
  /** The day of the next review, if the reviewer set one: YYYY-MM-DD. */
  readonly nextReview: string | undefined
}

/** What else rules may know. Whoever calls them gathers it; they ask nobody. */
export interface Context {
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  /** Every therapy of the library, by id. */
  readonly therapies: ReadonlyMap<string, TherapyRecord>
  readonly persons: ReadonlyMap<string, PersonRecord>
  readonly clinics: readonly ClinicRecord[]
  /** Every disclaimer that is published, approved or not. */
  readonly disclaimers: readonly StoredDocument[]
  /**
   * Settled documents by id. For articles other than the one being checked, only `state` is reliable:
   * the pipeline may still be reading them.
   */
  readonly settled: Pick<ReadonlyMap<string, SettledRecord>, 'get'>
  /** The ids of the works that something cites. */
  readonly cited: ReadonlySet<string>
  /** What the library changes about the rules. */
  readonly settings: readonly Setting[]
  /** Words to avoid that the library's editors have added to those that are built in. */
  readonly glossary: readonly GlossaryEntry[]
}

/** What is known where nothing is known of the library: for tests and examples. */
export const emptyContext: Context = {
  today: '2026-01-01',
  therapies: new Map(),
  persons: new Map(),
  clinics: [],
  disclaimers: [],
  settled: new Map(),
  cited: new Set(),
  settings: [],
  glossary: [],
}

/** What a rule finds; `Finding` without what is the same for all that the rule finds. */
export interface Flaw {
  readonly path: string
  readonly quote?: Quote
  readonly sentence?: string
  readonly message: string
  readonly hint: string
}

/** Words that a rule lets pass, or does not: a paragraph, or a document in a setting of its own. */
export type Example =
  | string
  | {
      /** In words, for docs/policy.md. */
      readonly says: string
      readonly document: StoredDocument
      readonly context?: Partial<Context>
    }

/** The number that a rule judges by, which a library may set for itself. */
interface Limit {
  /** What it counts, in words that follow on the number: "words in a sentence". */
  readonly what: string
  /** What holds where the library sets nothing else. All three are whole numbers. */
  readonly usual: number
  readonly min: number
  readonly max: number
}

interface Described {
  /** Its group and its own name, such as `claims/efficacy`, which is also its file. */
  readonly id: string
  /** What it asks for, in a few words. */
  readonly title: string
  readonly severity: Severity
  /** Why: in words for a writer who disagrees. */
  readonly rationale: string
  readonly sources: readonly {readonly title: string; readonly url: string}[]
  readonly examples: {readonly passes: readonly Example[]; readonly fails: readonly Example[]}
  /** Mends all that the rule finds, for rules where that cannot change what the text says. */
  readonly fix?: (document: StoredDocument) => StoredDocument
}

interface FixedRule extends Described {
  readonly limit?: undefined
  readonly check: (subject: Subject, context: Context) => Iterable<Flaw>
}

/** A rule with a number. Its title and its rationale leave the number out, since it may be another. */
export interface LimitedRule extends Described {
  readonly limit: Limit
  /** `limit` is the number that holds. */
  readonly check: (subject: Subject, context: Context, limit: number) => Iterable<Flaw>
}

export type Rule = FixedRule | LimitedRule

/** A place in a sentence as a flaw names it. `start` and `end` count in the sentence. */
export function flawIn(
  passage: Passage,
  sentence: Sentence,
  {start, end}: Pick<Quote, 'start' | 'end'>,
  {message, hint}: Pick<Flaw, 'message' | 'hint'>,
): Flaw {
  const from = sentence.start + start
  const to = sentence.start + end
  return {
    path: passage.path,
    quote: {text: passage.text.slice(from, to), start: from, end: to},
    sentence: sentence.text,
    message,
    hint,
  }
}

/** The same of words that bear a mark, such as those of a link. */
export function flawOfWords(
  {path, text, sentences}: Passage,
  {start, end}: Pick<MarkedWords, 'start' | 'end'>,
  {message, hint}: Pick<Flaw, 'message' | 'hint'>,
): Flaw {
  const sentence = sentences.find((one) => one.start <= start && start < one.end)
  const quote = {text: text.slice(start, end), start, end}
  return {path, quote, ...(sentence && {sentence: sentence.text}), message, hint}
}
