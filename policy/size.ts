// The largest document that is checked. The Studio checks while a writer types, so a check may not take
// seconds, and the lake accepts far larger documents.

import type {StoredDocument} from '../review/revision.ts'
import {LARGEST_DOCUMENT} from '../schemas/data/limits.ts'
import {WHOLE, type Finding} from './finding.ts'

/** The only finding in a document that is too large to be checked; undefined if it is not. */
export function sizeFinding(document: StoredDocument): Finding | undefined {
  const {length} = JSON.stringify(document)
  if (length <= LARGEST_DOCUMENT) return undefined
  return {
    rule: 'size',
    severity: 'error',
    document: document._id,
    type: document._type,
    path: WHOLE,
    subject: 'This document',
    message: `has ${length} characters of JSON, so it was not checked: the most is ${LARGEST_DOCUMENT}`,
    hint: 'Split it into several documents, or remove what was pasted by mistake.',
  }
}
