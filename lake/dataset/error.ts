// What is wrong with a dataset file, said so that whoever made it can mend it.

/** A dataset that cannot be imported. The lake is as it was before. */
export class DatasetError extends Error {
  /** The file that was to be imported. */
  readonly file: string
  /** Where in its NDJSON, counted from 1; undefined if it is not about a line. */
  readonly line: number | undefined
  readonly problem: string
  readonly hint: string

  constructor(
    details: {file: string; line?: number | undefined; problem: string; hint: string},
    options?: ErrorOptions,
  ) {
    const place =
      details.line === undefined ? details.file : `${details.file}, line ${details.line}`
    super(`${place}: ${details.problem}. ${details.hint}`, options)
    this.name = 'DatasetError'
    this.file = details.file
    this.line = details.line
    this.problem = details.problem
    this.hint = details.hint
  }
}
