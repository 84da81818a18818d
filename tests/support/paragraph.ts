// An article of one paragraph, as tests and examples of editorial rules have it.

import type {StoredDocument} from '../../review/revision.ts'

export function paragraph(text: string): StoredDocument {
  return {
    _id: 'article',
    _type: 'article',
    body: [
      {
        _type: 'block',
        _key: 'p',
        style: 'normal',
        markDefs: [],
        children: [{_type: 'span', _key: 's', text, marks: []}],
      },
    ],
  }
}
