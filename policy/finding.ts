// What a rule says of a document, to a writer in the Studio and to a build job alike.

export type Severity = 'error' | 'warning'

/** The path of a finding about a document as a whole. */
export const WHOLE = '(document)'

/** Words in a passage: the very ones that a finding is about. */
export interface Quote {
  readonly text: string
  /** Where they begin and end in the plain text of what the finding's path names. */
  readonly start: number
  readonly end: number
}

export interface Finding {
  /** The rule that found it, such as `claims/efficacy`. */
  readonly rule: string
  /** An error keeps a document from readers; a warning is only reported. */
  readonly severity: Severity
  /** The id of the document. */
  readonly document: string
  /** Its `_type`. */
  readonly type: string
  /** Where in the document, in Sanity's path notation: `body[_key=="a1"]`. */
  readonly path: string
  readonly quote?: Quote | undefined
  /** The sentence that it is about, to which a writer's answer is bound. */
  readonly sentence?: string | undefined
  /** What is wrong, in words that follow on the path: "is missing". */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  /** Why a writer holds that it may stand, as the document says. */
  readonly answer?: string | undefined
}

/** Whether it still has to be answered or mended. */
export function isOpen({answer}: Finding): boolean {
  return answer === undefined
}

/** What is wrong with which words; of a whole place only what is wrong with it. */
export function sayFinding({quote, message}: Pick<Finding, 'quote' | 'message'>): string {
  return quote ? `“${quote.text}” ${message}` : message
}

/** Orders findings by document, then as found, so that reports are grouped and stable. */
export function byDocument(a: Finding, b: Finding): number {
  return a.type === b.type ? compare(a.document, b.document) : compare(a.type, b.type)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
