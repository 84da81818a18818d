// The order of the fields in the forms of pages.

import {expect, test} from 'vitest'
import {article} from '../../schemas/documents/article.ts'
import {therapyType} from '../../schemas/documents/therapy-type.ts'

test.each([
  [article, 'body'],
  [therapyType, 'description'],
])('a writer comes to the summary and the text before the addresses', ({fields}, text) => {
  const names = fields.map(({name}): string => name)
  const order = ['summary', text, 'slug', 'formerSlugs'].map((name) => names.indexOf(name))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})
