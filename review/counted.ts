// Numbers with their noun, for messages.

/** "1 error", "3 errors": a count and its noun, in the plural unless the count is one. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
