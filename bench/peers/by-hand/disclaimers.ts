// Which disclaimers an article shows, in the hand-written script.

import type {Article, Disclaimer} from './types.ts'

function applies({scope, therapies, evidenceLevels}: Disclaimer, article: Article): boolean {
  return (
    scope === 'always' ||
    article.therapies.some(
      ({_id, evidenceLevel}) =>
        therapies?.some(({_ref}) => _ref === _id) || evidenceLevels?.includes(evidenceLevel),
    )
  )
}

/** The disclaimers that an article shows. */
export function disclaimersOf(article: Article, all: readonly Disclaimer[]): Disclaimer[] {
  return all.filter((one) => applies(one, article))
}
