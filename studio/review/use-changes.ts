// What changed in a document since a reviewer approved it, with the titles of the documents that it points to.

import {useCallback, useMemo} from 'react'
import {useClient, useSchema, type SanityClient} from 'sanity'
import {z} from 'zod'
import {pointersIn} from '../../model/references.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {changesBetween, type TextChange} from './changes.ts'
import type {Loadable} from './loadable.ts'
import {TITLE} from './records.ts'
import {useLoadable} from './use-loadable.ts'

/**
 * @param before The approved text; undefined in it if there is none.
 * @returns Undefined while something is loading.
 */
export function useChanges(
  before: Loadable<StoredDocument | undefined>,
  document: StoredDocument | null,
): readonly TextChange[] | undefined {
  const client = useClient({apiVersion: API_VERSION})
  const type = useSchema().get(document?._type ?? '')
  const approved = before.state === 'here' ? before.value : undefined
  const targets = [approved, document].flatMap((text) =>
    text ? pointersIn(text).map(({target}) => target) : [],
  )
  // A text, so that typing does not ask again.
  const ids = JSON.stringify([...new Set(targets)].toSorted())
  const {loadable: titles} = useLoadable(
    useCallback((signal: AbortSignal) => titlesOf(client, ids, signal), [client, ids]),
  )
  return useMemo(() => {
    const isLoading = before.state !== 'here' || titles.state === 'loading'
    if (isLoading || !document || type?.jsonType !== 'object') return undefined
    // Without its title, a document is named by its id.
    const known = titles.state === 'here' ? titles.value : new Map<string, string>()
    return changesBetween(approved, document, {type, titles: known})
  }, [before.state, approved, document, type, titles])
}

const TITLES_QUERY = `*[_id in $ids] {_id, ${TITLE}}`

const titled = z.array(z.object({_id: z.string(), title: z.string()}))

async function titlesOf(
  client: Pick<SanityClient, 'fetch'>,
  ids: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = await client.fetch<unknown>(
    TITLES_QUERY,
    {ids: JSON.parse(ids)},
    {perspective: 'drafts', signal},
  )
  return new Map(titled.parse(found).map(({_id, title}) => [_id, title]))
}
