// Above the form of a document that was sent back: what the reviewers asked for, until it is submitted again.

import {Card, Heading, Stack} from '@sanity/ui'
import {useId, type ReactNode} from 'react'
import {getPublishedId, type DocumentDefinition, type ObjectInputProps} from 'sanity'
import {isGoverned} from '../../review/governed.ts'
import {openRequests} from './entries.ts'
import {EntryCard} from './entry-card.tsx'
import type {DocumentRef} from './place-link.tsx'
import {useRecords} from './use-review.ts'

/** Adds the words to the form of a governed type, above what else stands there. Other types stay as they are. */
export function withOpenRequests(type: DocumentDefinition): DocumentDefinition {
  if (!isGoverned(type.name)) return type
  const Inner = type.components?.input
  function Input(props: ObjectInputProps): ReactNode {
    const id = props.value?._id
    return (
      <Stack gap={5}>
        {typeof id === 'string' ? <OpenRequests id={getPublishedId(id)} type={type.name} /> : null}
        {Inner ? <Inner {...props} /> : props.renderDefault(props)}
      </Stack>
    )
  }
  return {...type, components: {...type.components, input: Input}}
}

function OpenRequests({id, type}: DocumentRef) {
  const headingId = useId()
  const requests = openRequests(useRecords(id))
  if (requests.length === 0) return null
  return (
    <Card as="section" aria-labelledby={headingId} tone="caution" padding={4} radius={3} border>
      <Stack gap={3}>
        <Heading as="h2" id={headingId} size={0}>
          Change this, then submit it again
        </Heading>
        <Stack as="ul" gap={3} style={{listStyle: 'none', margin: 0, padding: 0}}>
          {requests.map((entry) => (
            <EntryCard key={entry.id} id={id} type={type} entry={entry} isCurrent={false} />
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}
