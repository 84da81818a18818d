// Says which row of a table does not have as many cells as the first, for the form and the Zod schema.

/**
 * The first row of another width, as a phrase that follows the table's name.
 *
 * @param widths The number of cells of each row.
 * @returns Undefined if all rows are alike.
 */
export function unevenRow(widths: readonly number[]): string | undefined {
  const [first = 0] = widths
  const index = widths.findIndex((width) => width !== first)
  return index < 0
    ? undefined
    : `has ${cells(widths[index] ?? 0)} in row ${index + 1}, but ${cells(first)} in row 1`
}

function cells(count: number): string {
  return `${count} ${count === 1 ? 'cell' : 'cells'}`
}
