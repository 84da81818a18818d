// Names the references that are the same work as the one in the form, and lets the writer cite one of them instead.

import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useCallback, useState} from 'react'
import {getDraftId, getPublishedId, useClient, useDocumentOperation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {Problem} from '../actions/problem.tsx'
import {load, problemOf, valueOf} from '../review/loadable.ts'
import {useLoadable} from '../review/use-loadable.ts'
import {canCiteInstead, citeInstead} from './cite-instead.ts'
import {doublesOf, type Double} from './find-doubles.ts'

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
        <Stack as="ul" gap={3}>
          {doubles.map((double) => (
            <OneDouble key={double._id} id={id} double={double} />
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}

/** Long enough that the lake is not asked for every letter of a title. */
const PAUSE_MS = 500

interface OneDoubleProps {
  /** The published id of the reference in the form. */
  readonly id: string
  readonly double: Double
}

function OneDouble({id, double: {_id, title}}: OneDoubleProps) {
  const client = useClient({apiVersion: API_VERSION})
  const other = getPublishedId(_id)
  const {del} = useDocumentOperation(id, 'citedWork')
  const [problem, setProblem] = useState<string>()
  const {loadable} = useLoadable(
    useCallback(
      (signal: AbortSignal) => canCiteInstead(client, {id, other}, signal),
      [client, id, other],
    ),
  )
  const cite = async (): Promise<void> => {
    const outcome = await load(() => citeInstead(client, {id, other}))
    setProblem(problemOf(outcome))
    if (outcome.state !== 'here') return
    // Sanity closes the form of a document that is deleted there.
    del.execute([getDraftId(id)])
  }
  return (
    <Stack as="li" gap={2}>
      <Flex gap={3} align="center" wrap="wrap">
        <Text size={1}>
          <IntentLink intent="edit" params={{id: other, type: 'citedWork'}}>
            {title}
          </IntentLink>
        </Text>
        {valueOf(loadable) === true ? (
          <Button
            mode="ghost"
            padding={2}
            fontSize={1}
            text="Cite this one"
            aria-label={`Cite “${title}”, and delete the reference in this form`}
            onClick={() => void cite()}
          />
        ) : null}
      </Flex>
      {problem === undefined ? null : <Problem words={problem} />}
    </Stack>
  )
}
