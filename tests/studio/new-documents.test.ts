// What a new document holds before anybody has typed.

import {expect, test} from 'vitest'
import {documentTypes, objectTypes} from '../../schemas/index.ts'

interface FieldLike {
  readonly name: string
  readonly type: string
  readonly fields?: readonly FieldLike[]
  readonly initialValue?: unknown
}

const objects = new Map<string, FieldLike>(objectTypes.map((type) => [type.name, type]))

/** The fields in objects of a document that have a value from the start. Items of lists are made one by one. */
function filledIn({fields = []}: FieldLike, path: string): string[] {
  return fields.flatMap((field) => {
    const parts = field.fields ? field : (objects.get(field.type) ?? {...field, fields: []})
    const inside = parts.fields ?? []
    return inside.flatMap((part) => [
      ...(part.initialValue === undefined ? [] : [`${path}.${field.name}.${part.name}`]),
      ...filledIn(parts, `${path}.${field.name}`),
    ])
  })
}

test.each(documentTypes)('a new $name has no part that its writer did not begin', (type) => {
  expect(filledIn(type, type.name)).toEqual([])
})
