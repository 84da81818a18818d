// A real `@sanity/client` whose requests go to a lake in this process instead of the network.

import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'
import {stateOf, type Lake} from './lake.ts'

/**
 * A client bound to a lake. It sees drafts too (perspective `raw`) unless told otherwise.
 *
 * @param config options of `createClient`, which replace the defaults
 */
export function lakeClient(lake: Lake, config: ClientConfig = {}): SanityClient {
  const {projectId, dataset} = stateOf(lake).home
  return createClient({
    projectId,
    dataset,
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'raw',
    // Marked internal by the client: a test watches that it keeps working.
    resolveFetch: () => (input, init) => lake.fetch(new Request(input, init)),
    ...config,
  })
}
