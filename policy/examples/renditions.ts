// A translation and its source, for the examples of rules.

import type {StoredDocument} from '../../review/revision.ts'
import type {Context, SourceRecord} from '../rule.ts'

/** The revision from which the translation was made. */
export const EXAMPLE_REVISION = 'a'.repeat(64)

/** A question in Spanish. */
export const exampleRendition: StoredDocument = {
  _id: 'spanish',
  _type: 'faq',
  language: 'es',
  rendition: {
    _type: 'rendition',
    of: {_type: 'reference', _ref: 'source'},
    revision: EXAMPLE_REVISION,
    kind: 'translation',
  },
}

/** A context with the source. The argument replaces parts of what rules know of it. */
export function exampleSource(given: Partial<SourceRecord> = {}): Partial<Context> {
  const source: SourceRecord = {
    type: 'faq',
    revision: EXAMPLE_REVISION,
    title: 'Does it hurt?',
    language: 'en-US',
    facts: {},
    translations: [],
    ...given,
  }
  return {languages: ['en-US', 'es'], sources: new Map([['source', source]])}
}
