// The new texts that go together with an open document. They follow the lake.

import {useMemo} from 'react'
import {useObservable} from 'react-rx'
import type {Observable} from 'rxjs'
import {getPublishedId, useClient, type SanityClient, type SanityDocument} from 'sanity'
import {z} from 'zod'
import {onceFor} from '../../review/once.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {shared} from '../live-query.ts'
import {ledTo, newTextRecords, newTextsIn, targetsIn, type NewText} from './new-texts.ts'
import type {NewTextRecords} from './records.ts'
import type {Review} from './use-review.ts'

export interface NewTexts {
  /** Those to which the document leads, directly or through others. It cannot be published without them. */
  readonly needed: readonly NewText[]
  /** These, and those together with which the document was submitted. */
  readonly all: readonly NewText[]
}

/** @returns undefined while there is no document, and until the lake has answered */
export function useNewTexts(
  document: SanityDocument | null,
  {submissions, governance}: Pick<Review, 'submissions' | 'governance'>,
): NewTexts | undefined {
  const client = useClient({apiVersion: API_VERSION})
  const wanted = document
    ? [...targetsIn(document), ...submissions.flatMap(({together}) => together ?? [])]
    : []
  const self = document && getPublishedId(document._id)
  // A text, so that typing does not ask again.
  const ids = JSON.stringify([...new Set(wanted)].filter((id) => id !== self).toSorted())
  const records = useObservable(recordsOf(client, ids), undefined)
  return useMemo(() => {
    if (!records || !document) return undefined
    const all = newTextsIn(records, governance).filter(({id}) => id !== self)
    return {all, needed: ledTo(document, all)}
  }, [records, document, self, governance])
}

const streamsIn = onceFor((_client: SanityClient) => new Map<string, Observable<NewTextRecords>>())

// One listener serves all actions and panes of a document.
function recordsOf(client: SanityClient, ids: string): Observable<NewTextRecords> {
  const streams = streamsIn(client)
  const wanted = z.array(z.string()).parse(JSON.parse(ids))
  const stream = streams.get(ids) ?? newTextRecords(client, new Set(wanted)).pipe(shared())
  streams.set(ids, stream)
  return stream
}
