// The order of the fields in the forms.

import {expect, test} from 'vitest'
import {documentTypes} from '../../schemas/index.ts'

/** What a writer fills in after the words: addresses, settings of the form, and what is not the text itself. */
const afterWords = new Set(['slug', 'formerSlugs', 'language', 'reviewInterval', 'answers', 'seo'])

/** What readers see first, by the name of the field in one type or another. */
const words = new Set(['title', 'name', 'question', 'summary', 'body', 'description', 'answer'])

test.each(documentTypes)(
  'a writer comes to the words of $name before its addresses',
  ({fields}) => {
    const names = fields.map(({name}): string => name)
    const after = names.findIndex((name) => afterWords.has(name))
    const late = names.slice(after).filter((name) => words.has(name))
    expect(after === -1 ? [] : late).toEqual([])
  },
)
