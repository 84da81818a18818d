// The lake's history, as the Studio's client asks for it.

import type {SanityClient} from 'sanity'
import type {AskHistory} from '../../review/history.ts'

/** What is used of a client. */
export interface HistoryClient extends Pick<SanityClient, 'request'> {
  readonly config: () => {readonly dataset?: string}
}

/** @param signal aborted when nobody waits for an answer any more */
export function historyOf(client: HistoryClient, signal?: AbortSignal): AskHistory {
  return (path, query) => {
    const {dataset} = client.config()
    const url = `/data/history/${dataset}/${path}`
    return client.request<unknown>({url, query, ...(signal && {signal})})
  }
}
