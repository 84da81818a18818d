// What a rule says of a document, to a writer in the Studio and to a build job alike.

export interface Finding {
  /** The rule that found it, such as `dangling-reference`. */
  readonly rule: string
  /** An error stops an export; a warning is only reported. */
  readonly severity: 'error' | 'warning'
  /** The id of the document. */
  readonly document: string
  /** Its `_type`. */
  readonly type: string
  /** Where in the document, in Sanity's path notation: `body[_key=="a1"].children[0].text`. */
  readonly path: string
  /** What is wrong, in words that follow on the path: "is missing". */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}

/** Orders findings by document, then as found, so that reports are grouped and stable. */
export const byDocument = (a: Finding, b: Finding): number =>
  a.type === b.type ? compare(a.document, b.document) : compare(a.type, b.type)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
