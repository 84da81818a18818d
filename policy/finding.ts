// What a rule reports about a document. Writers in the Studio and build jobs get the same findings.

import type {Mend} from './mend.ts'

export type Severity = 'error' | 'warning'

/** The path of a finding about a document as a whole. */
export const WHOLE = '(document)'

/** The exact words in a passage that a finding is about. */
export interface Quote {
  readonly text: string
  /** Offsets in the plain text at the finding's path. */
  readonly start: number
  readonly end: number
}

export interface Finding {
  /** The id of the rule, such as `claims/efficacy`. */
  readonly rule: string
  /** An error keeps a document from readers; a warning is only reported. */
  readonly severity: Severity
  /** The id of the document. */
  readonly document: string
  /** The document's `_type`. */
  readonly type: string
  /** Where in the document, in Sanity's path notation: `body[_key=="a1"]`. */
  readonly path: string
  readonly quote?: Quote | undefined
  /** Other places in the same section with the same fault. A writer is told of them together. */
  readonly also?: readonly Alike[] | undefined
  /** The sentence that the finding is about. A writer's answer belongs to this sentence. */
  readonly sentence?: string | undefined
  /** What the finding is about, where it quotes no words: "The reading grade". */
  readonly subject?: string | undefined
  /**
   * What is wrong, as a phrase that follows the quoted words or the subject: "is over 8". A finding about the
   * shape of a document has neither: its message follows the path.
   */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  /** What a program may write instead; undefined if a person must decide. */
  readonly mend?: Mend | undefined
  /** The writer's reason, from the document, why the sentence should stay as it is. */
  readonly answer?: string | undefined
}

/** What another place with the same fault has of its own. */
type Alike = Pick<Finding, 'path' | 'quote' | 'sentence' | 'message'>

/** A finding for each of its places. */
export function placesOf({also = [], ...first}: Finding): Finding[] {
  return [first, ...also.map((place) => ({...first, ...place}))]
}

/** Cuts a text for a report: a document may hold any text. */
export function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}

/** Whether a writer still has to answer the finding or fix the text. */
export function isOpen({answer}: Finding): boolean {
  return answer === undefined
}

type Said = Pick<Finding, 'quote' | 'also' | 'subject' | 'message'>

/** The message of a finding, after what it is about: the words that it quotes, or its subject. */
export function formatFinding({quote, also = [], subject, message}: Said): string {
  const more = also.length > 0 ? ` (and ${also.length} more)` : ''
  const about = quote ? `“${quote.text}”${more}` : subject
  return about === undefined ? message : `${about} ${message}`
}

/** A finding with its path, for a reader who does not see the document. */
export function formatPlaced({path, ...said}: Said & Pick<Finding, 'path'>): string {
  return `${path}${said.subject === undefined ? '' : ':'} ${formatFinding(said)}`
}

/** Compares findings by type and document. A stable sort keeps their order in a document. */
export function byDocument(a: Finding, b: Finding): number {
  return a.type === b.type ? compare(a.document, b.document) : compare(a.type, b.type)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
