// What the form says of references to new texts. These go to review together with the document, so nothing has to
// be fixed.

import {studioPath} from '@sanity/client/csm'
import type {SanityDocument, ValidationMarker} from 'sanity'
import {targetOf} from '../../policy/references.ts'
import type {NewText} from '../review/new-texts.ts'

const GOES_TOO = 'This document is new. It goes to review and to readers together with this text.'

/**
 * The marks of a form. An error that says only that a reference leads to a new text becomes a note.
 *
 * @param needed The new texts to which the document leads.
 */
export function withNewTexts(
  markers: readonly ValidationMarker[],
  document: SanityDocument | null,
  needed: readonly Pick<NewText, 'id'>[],
): ValidationMarker[] {
  return markers.map((marker): ValidationMarker => {
    const {level, path} = marker
    const target = targetOf(studioPath.get<unknown>(document, [...path]))
    return level === 'error' && needed.some(({id}) => id === target)
      ? {level: 'info', message: GOES_TOO, path}
      : marker
  })
}
