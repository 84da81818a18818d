// Reports the progress of the bench.

/** Prints to standard error, so that standard output has only results. */
export function say(words: string): void {
  process.stderr.write(`${words}\n`)
}
