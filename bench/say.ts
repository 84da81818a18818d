// What goes on while a bench runs.

/** Says it on standard error, so that standard output stays clean for results. */
export function say(words: string): void {
  process.stderr.write(`${words}\n`)
}
