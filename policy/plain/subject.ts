// What rules about plain words need to know of a document: for whom it is, and where its text is.

import type {StoredDocument} from '../../review/revision.ts'
import type {Subject} from '../rule.ts'

export function isForProfessionals({audience}: StoredDocument): boolean {
  return audience === 'professionals'
}

/** Fields that hold the text of a document; the first that it has. */
const mainTexts = ['body', 'description', 'answer']

/** Where a flaw of the whole text is shown. */
export function mainText(document: StoredDocument): string {
  return mainTexts.find((field) => field in document) ?? 'body'
}

/** Titles of works and names of people and places are what they are: no writer can reword them. */
const named = new Set(['citedWork', 'person', 'clinic'])

/** The passages whose words a writer of this library chose, and readers of its pages read. */
export function ownPassages({document, passages}: Subject) {
  return named.has(document._type) ? [] : passages.filter(({role}) => role !== 'search')
}
