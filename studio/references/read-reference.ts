// Reads a reference that a writer pasted, in any of the formats that reference managers and publishers give.

import {plugins} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import {workFields, type WorkFields} from './cited-work.ts'
import {isNbib, nbibWorks} from './nbib.ts'

/** The fields of the reference, or why there are none and what to do. */
export type Reading =
  | {readonly fields: WorkFields; readonly problem?: undefined}
  | {readonly fields?: undefined; readonly problem: string}

/** Reads one work as RIS, BibTeX, CSL-JSON or PubMed's .nbib. */
export function readReference(text: string): Reading {
  const works = worksIn(text)
  if (works.length > 1) {
    return {problem: `This text holds ${works.length} references. Paste one of them.`}
  }
  const fields = workFields(works[0])
  return fields
    ? {fields}
    : {
        problem:
          'No reference was found in this text. Paste it as RIS, BibTeX, CSL-JSON or .nbib: journals and PubMed offer these under “Cite” or “Export citation”.',
      }
}

function worksIn(text: string): readonly unknown[] {
  const reference = text.trim()
  if (isNbib(reference)) return nbibWorks(reference)
  try {
    const works = plugins.input.chain(reference, {generateGraph: false})
    return Array.isArray(works) ? works : []
  } catch {
    // It has no other way to say that it does not know the format.
    return []
  }
}
