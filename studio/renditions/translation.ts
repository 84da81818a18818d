// How a translation begins.

import {slugOf} from '../../policy/addresses.ts'
import {contentOf, revisionOf, type StoredDocument} from '../../review/revision.ts'
import {mainLanguage} from '../../schemas/data/languages.ts'

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
  return {
    ...content,
    ...(slug === undefined
      ? {}
      : {slug: {_type: 'slug', current: `${slugOf(source) ?? ''}-${mainLanguage(language)}`}}),
    _id: id,
    language,
    rendition: {
      _type: 'rendition',
      of: {_type: 'reference', _ref: contentOf(source)._id},
      revision: revisionOf(source),
      kind: 'translation',
      method: 'human',
    },
  }
}
