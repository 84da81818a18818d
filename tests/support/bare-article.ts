// An article of one paragraph and nothing else, for the tests of editorial rules.

import type {StoredDocument} from '../../review/revision.ts'
import {paragraph} from './library.ts'

export function bareArticle(text: string): StoredDocument {
  return {_id: 'article', _type: 'article', body: [paragraph('p', text)]}
}
