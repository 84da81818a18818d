// Says what is wrong with a dataset file, in words that help its author to fix it.

/** A dataset that cannot be imported. The lake is unchanged. */
export class DatasetError extends Error {
  /** The file that was to be imported. */
  readonly file: string
  /** The line of the NDJSON, counted from 1; undefined if the problem is not in one line. */
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
