// Names the references that are the same work as the one in the form.

import {Card, Stack, Text} from '@sanity/ui'
import {useCallback} from 'react'
import {getPublishedId, useClient} from 'sanity'
import {IntentLink} from 'sanity/router'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {valueOf} from '../review/loadable.ts'
import {useLoadable} from '../review/use-loadable.ts'
import {doublesOf} from './find-doubles.ts'

interface DoublesProps {
  readonly work: Readonly<Record<string, unknown>>
}

export function Doubles({work}: DoublesProps) {
  const client = useClient({apiVersion: API_VERSION})
  const id = getPublishedId(String(work['_id'] ?? ''))
  const {doi, pmid, title} = work
  const ask = useCallback(
    (signal: AbortSignal) => doublesOf(client, {id, doi, pmid, title}, signal),
    [client, id, doi, pmid, title],
  )
  const doubles = valueOf(useLoadable(ask, PAUSE_MS).loadable) ?? []
  if (doubles.length === 0) return null
  return (
    <Card border radius={2} padding={3} tone="caution" role="status">
      <Stack gap={3}>
        <Text size={1}>The library may have this work already. Cite that reference instead:</Text>
        <Stack as="ul" gap={2}>
          {doubles.map(({_id, title: name}) => (
            <Text as="li" key={_id} size={1}>
              <IntentLink intent="edit" params={{id: getPublishedId(_id), type: 'citedWork'}}>
                {name}
              </IntentLink>
            </Text>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}

/** Long enough that the lake is not asked for every letter of a title. */
const PAUSE_MS = 500
