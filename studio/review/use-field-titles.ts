// The titles of a document type's fields.

import {useMemo} from 'react'
import {useSchema} from 'sanity'

/** @returns the titles of a type's fields by their names, in the order of its form */
export function useFieldTitles(type: string): ReadonlyMap<string, string> {
  const schema = useSchema()
  return useMemo(() => {
    const found = schema.get(type)
    const fields = found && 'fields' in found ? found.fields : []
    return new Map(fields.map(({name, type: {title}}) => [name, title ?? name]))
  }, [schema, type])
}
