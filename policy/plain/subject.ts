// What rules about plain words need to know about a document: its audience and where its text is.

import type {StoredDocument} from '../../review/revision.ts'
import type {Subject} from '../rule.ts'

export function isForProfessionals({audience}: StoredDocument): boolean {
  return audience === 'professionals'
}

/** The fields that may hold a document's main text. The first one in the document counts. */
const mainTexts = ['body', 'description', 'answer']

/** The field at which a flaw in the whole text is reported. */
export function mainText(document: StoredDocument): string {
  return mainTexts.find((field) => field in document) ?? 'body'
}

/** Types whose texts are names and titles. Writers cannot reword these. */
const named = new Set(['citedWork', 'person', 'clinic'])

/** The passages that writers of this library worded for its readers. */
export function ownPassages({document, passages}: Subject) {
  return named.has(document._type) ? [] : passages.filter(({role}) => role !== 'search')
}
