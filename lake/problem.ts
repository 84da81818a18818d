// A problem that the person who runs the lake can solve.

/** Thrown to callers in this process, who show it to that person. */
export class LakeProblem extends Error {
  override readonly name = 'LakeProblem'
  /** What to do about it: a whole sentence, as the message is. */
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
