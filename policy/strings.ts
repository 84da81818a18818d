// Changes the texts inside a document, for the rules that can fix what they report.

import type {StoredDocument} from '../review/revision.ts'

/**
 * A copy of a document with each of its strings changed, whatever field holds it. Names that begin with "_" are
 * Sanity's own and stay.
 *
 * @param change Gets a string and the name of the field that holds it. A list has the name of its field.
 */
export function withStrings(
  {_id, _type, ...fields}: StoredDocument,
  change: (text: string, field: string) => string,
): StoredDocument {
  const changed = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return change(value, field)
    if (Array.isArray(value)) return value.map((item: unknown) => changed(item, field))
    return typeof value === 'object' && value !== null ? members({...value}) : value
  }
  const members = (value: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        name.startsWith('_') ? member : changed(member, name),
      ]),
    )
  return {_id, _type, ...members(fields)}
}
