// What an editorial rule is, and what it is given to judge by. Each rule is a file of its own, in
// the folder of its group; policy/rules.ts lists them.
import type {StoredDocument} from '../review/revision.ts'
import type {Quote, Severity} from './finding.ts'
import type {Passage} from './passages.ts'
import type {GlossaryEntry} from './plain/glossary.ts'
import type {Sentence} from './sentences.ts'

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

/** What else rules may know. Whoever calls them gathers it; they ask nobody. */
export interface Context {
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  /** Every therapy of the library, by id. */
  readonly therapies: ReadonlyMap<string, TherapyRecord>
  /** Words to avoid that the library's editors have added to those that are built in. */
  readonly glossary: readonly GlossaryEntry[]
}

/** What is known where nothing is known of the library: for tests and examples. */
export const emptyContext: Context = {
  today: '2026-01-01',
  therapies: new Map(),
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

export interface Rule {
  /** Its group and its own name, such as `claims/efficacy`, which is also its file. */
  readonly id: string
  /** What it asks for, in a few words. */
  readonly title: string
  readonly severity: Severity
  /** Why: in words for a writer who disagrees. */
  readonly rationale: string
  readonly sources: readonly {readonly title: string; readonly url: string}[]
  readonly examples: {readonly passes: readonly Example[]; readonly fails: readonly Example[]}
  readonly check: (subject: Subject, context: Context) => Iterable<Flaw>
}

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
