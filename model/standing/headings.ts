// The headings of a document, by which readers find it. Retracted texts, which no schema may have checked, can hold
// anything in place of a field.

import {itemsOf, stringOf} from '../../policy/references.ts'
import type {StoredDocument} from '../../review/revision.ts'

const headingStyles: ReadonlySet<unknown> = new Set(['h2', 'h3', 'h4'])

/** The headings in the body of a document, as plain text. */
export function headingsOf({body}: StoredDocument): string[] {
  return itemsOf(body)
    .filter((block) => 'style' in block && headingStyles.has(block.style))
    .map((block) =>
      itemsOf('children' in block ? block.children : undefined)
        .map((span) => stringOf('text' in span ? span.text : undefined))
        .join(''),
    )
}
