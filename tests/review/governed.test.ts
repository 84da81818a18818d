// Every document type needs a reviewer's approval, unless an exception says why not.

import {expect, test} from 'vitest'
import {model} from '../../model/index.ts'
import {exceptions, governedTypes} from '../../review/governed.ts'
import {documentTypes} from '../../schemas/index.ts'

const known = new Set<string>([...governedTypes, ...Object.keys(exceptions)])

test('every document type of the Studio is governed, or an exception says why not', () => {
  expect(documentTypes.map(({name}) => name).filter((name) => !known.has(name))).toEqual([])
})

test('every type that an export reads is governed, or an exception says why not', () => {
  expect(Object.keys(model).filter((name) => !known.has(name))).toEqual([])
})
