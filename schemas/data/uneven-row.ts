// Says which row of a table does not have as many cells as the first, for the form and the Zod schema.

import {counted} from '../../review/counted.ts'

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
    : `has ${counted(widths[index] ?? 0, 'cell')} in row ${index + 1}, but ${counted(first, 'cell')} in row 1`
}
