// The words for the places of findings in a document.

import {studioPath} from '@sanity/client/csm'
import {useCallback} from 'react'
import {useSchema} from 'sanity'
import {WHOLE, type Finding} from '../../policy/finding.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {INSIDE, placeInWords} from './places.ts'

/** Undefined for a finding about the document as a whole. */
type PlaceOf = (finding: Pick<Finding, 'document' | 'path'>) => string | undefined

export function usePlace(document: StoredDocument | null): PlaceOf {
  const type = useSchema().get(document?._type ?? '')
  return useCallback(
    ({document: id, path}) => {
      if (path === WHOLE) return undefined
      const isHere = document && contentOf(document)._id === id && type?.jsonType === 'object'
      return isHere
        ? placeInWords(type, document, studioPath.fromString(path))
        : `${id}${INSIDE}${path}`
    },
    [type, document],
  )
}
