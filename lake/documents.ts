// Reads documents by their ids. https://www.sanity.io/docs/http-reference/doc

import type {Permissions} from './access/grants.ts'
import {parseDocument} from './document.ts'
import type {Store} from './store.ts'

/** The JSON of those that there are and that may be read, and why the others are left out. */
export function documentsByIds(
  store: Store,
  ids: readonly string[],
  permissions: Permissions,
): {bodies: string[]; omitted: {id: string; reason: 'existence' | 'permission'}[]} {
  const bodies: string[] = []
  const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
  store.read(() => {
    for (const id of ids) {
      const json = store.document(id)
      if (json === undefined) omitted.push({id, reason: 'existence'})
      else if (permissions.allows('read', parseDocument(json))) bodies.push(json)
      else omitted.push({id, reason: 'permission'})
    }
  })
  return {bodies, omitted}
}
