// The headings of a document, by which readers find it. Retracted texts, which no schema may
// have checked, can hold anything in place of a field.

import type {StoredDocument} from '../../review/revision.ts'

const headingStyles: ReadonlySet<unknown> = new Set(['h2', 'h3', 'h4'])

/** The headings in the body of a document, as plain text. */
export function headingsOf({body}: StoredDocument): string[] {
  return itemsOf(body).flatMap((block) =>
    headingStyles.has(fieldOf(block, 'style'))
      ? itemsOf(fieldOf(block, 'children'))
          .map((span) => textAt(span, 'text'))
          .join('')
      : [],
  )
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textAt(value: unknown, name: string): string {
  const text = fieldOf(value, name)
  return typeof text === 'string' ? text : ''
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
