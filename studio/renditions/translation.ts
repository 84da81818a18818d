// How a translation begins.

import {slugOf} from '../../policy/addresses.ts'
import {countryOf} from '../../policy/coverage.ts'
import {isPageType} from '../../review/governed.ts'
import {contentOf, revisionOf, type StoredDocument} from '../../review/revision.ts'
import {mainLanguage, regionOf} from '../../schemas/data/languages.ts'

/** A text as the first draft of its translation. What belongs to the source alone is left out. */
export function translationOf(
  source: StoredDocument,
  {id, language}: {readonly id: string; readonly language: string},
): StoredDocument {
  const {
    answers: _,
    formerSlugs: __,
    firstPublished: ___,
    changeNote: ____,
    slug,
    ...content
  } = contentOf(source)
  // The language of the source may name its country, which decides which disclaimers apply.
  const country = isPageType(source._type) ? countryOf(source) : undefined
  return {
    ...content,
    ...(slug === undefined
      ? {}
      : {slug: {_type: 'slug', current: `${slugOf(source) ?? ''}-${mainLanguage(language)}`}}),
    _id: id,
    language,
    ...(country === undefined || regionOf(language) !== undefined ? {} : {country}),
    rendition: {
      _type: 'rendition',
      of: {_type: 'reference', _ref: contentOf(source)._id},
      revision: revisionOf(source),
      kind: 'translation',
      method: 'human',
    },
  }
}
