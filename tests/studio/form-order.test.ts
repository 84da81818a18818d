// The order of the fields in the forms.

import {expect, test} from 'vitest'
import {documentTypes} from '../../schemas/index.ts'

/** What a writer fills in after the words: addresses, settings of the form, and what is not the text itself. */
const AFTER_WORDS = ['slug', 'formerSlugs', 'language', 'reviewInterval', 'answers', 'seo']

/** What readers see first, by the name of the field in one type or another. */
const WORDS = ['title', 'name', 'question', 'summary', 'body', 'description', 'answer']

test.each(documentTypes)(
  'a writer comes to the words of $name before its addresses',
  ({fields}) => {
    const names = fields.map(({name}): string => name)
    const after = names.findIndex((name) => AFTER_WORDS.includes(name))
    const late = names.slice(after).filter((name) => WORDS.includes(name))
    expect(after === -1 ? [] : late).toEqual([])
  },
)
