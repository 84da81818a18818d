// A request or a decision, with its words.

import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {formatMoment} from '../../review/day-words.ts'
import type {Entry} from './entries.ts'
import {PlaceLink, type DocumentRef} from './place-link.tsx'
import {useFieldTitles} from './use-field-titles.ts'
import {shortRevision} from './wording.ts'

interface EntryCardProps extends DocumentRef {
  readonly entry: Entry
  /** Whether it is about the text that is open. */
  readonly isCurrent: boolean
}

export function EntryCard({entry, isCurrent, ...subject}: EntryCardProps) {
  const titles = useFieldTitles(subject.type)
  return (
    <Card as="li" padding={3} radius={2} border>
      <Stack gap={3}>
        <Flex gap={2} align="center" justify="space-between">
          <Text size={1} weight="semibold">
            {entry.what}
            {entry.field === undefined ? null : (
              <>
                {': '}
                <PlaceLink {...subject} path={entry.field}>
                  {titles.get(entry.field) ?? entry.field}
                </PlaceLink>
              </>
            )}
          </Text>
          {isCurrent ? <Badge tone="primary">This text</Badge> : null}
        </Flex>
        {entry.words === undefined ? null : (
          <Text size={1} style={{whiteSpace: 'pre-wrap'}}>
            {entry.words}
          </Text>
        )}
        <Text size={0} muted>
          <time dateTime={entry.decidedAt}>{formatMoment(entry.decidedAt)}</time> · revision{' '}
          <code title={entry.revision}>{shortRevision(entry.revision)}</code>
        </Text>
      </Stack>
    </Card>
  )
}
