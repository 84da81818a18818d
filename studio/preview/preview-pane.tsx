// Shows the page that readers would get from a draft, beside the draft.

import {Badge, Box, Button, Card, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {getPublishedId, type SanityDocument} from 'sanity'
import type {Finding} from '../../policy/finding.ts'
import type {Status} from '../../review/status.ts'
import {Failed} from '../review/failed.tsx'
import {usePlace} from '../review/use-place.ts'
import {useReview} from '../review/use-review.ts'
import {statusHints, statusTitles} from '../review/wording.ts'
import {PageFrame, screens, type Screen} from './page-frame.tsx'
import {usePreview} from './use-preview.ts'

interface PreviewPaneProps {
  readonly documentId: string
  readonly schemaType: {readonly name: string}
  readonly document: {
    readonly draft: SanityDocument | null
    readonly published: SanityDocument | null
  }
}

export function PreviewPane({documentId, schemaType, document}: PreviewPaneProps) {
  const {draft, published} = document
  const [screen, setScreen] = useState<Screen>(screens[0])
  const review = useReview({
    id: getPublishedId(documentId),
    type: schemaType.name,
    draft,
    published,
  })
  const {page, problems, failure, retry} = usePreview({
    document: draft ?? published,
    revision: review.revision,
    decisions: review.decisions,
  })
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <Card padding={3} borderBottom>
        <Flex align="center" justify="space-between" gap={3} wrap="wrap">
          {review.loaded ? <Marking status={review.status} /> : <Spinner muted />}
          <Flex flex="none" gap={1} role="group" aria-label="Width of the screen">
            {screens.map((each) => (
              <Button
                key={each.name}
                mode="bleed"
                fontSize={1}
                padding={2}
                icon={each.icon}
                text={each.title}
                selected={each === screen}
                aria-pressed={each === screen}
                onClick={() => setScreen(each)}
              />
            ))}
          </Flex>
        </Flex>
      </Card>
      {failure === undefined ? null : (
        <Failed what="The page could not be rendered" problem={failure} onRetry={retry} />
      )}
      {problems.length === 0 ? null : <Missing problems={problems} document={draft ?? published} />}
      {page && page.unapproved.length > 0 ? <AlsoUnapproved titles={page.unapproved} /> : null}
      {page ? (
        <PageFrame html={page.html} screen={screen} isOld={problems.length > 0} />
      ) : problems.length === 0 && failure === undefined ? (
        <Flex flex={1} align="center" justify="center">
          <Spinner muted />
        </Flex>
      ) : null}
    </Flex>
  )
}

const approvedStatuses = new Set<Status>(['approved', 'published', 'urgent', 'reviewDue'])

function Marking({status}: {readonly status: Status}) {
  const isApproved = approvedStatuses.has(status)
  return (
    <Flex align="center" gap={3} role="status">
      <Badge
        tone={isApproved ? 'positive' : 'caution'}
        fontSize={1}
        padding={2}
        style={{flex: 'none', whiteSpace: 'nowrap'}}
      >
        {isApproved ? 'Approved' : 'Not approved'}
      </Badge>
      <Box flex={1} style={{minWidth: 0}}>
        <Text size={1} muted>
          {statusTitles[status]}. {statusHints[status]}
        </Text>
      </Box>
    </Flex>
  )
}

interface MissingProps {
  readonly problems: readonly Finding[]
  readonly document: SanityDocument | null
}

function Missing({problems, document: shown}: MissingProps) {
  const placeOf = usePlace(shown)
  return (
    <Card padding={4} tone="transparent" overflow="auto" style={{maxHeight: '50%'}}>
      <Stack gap={4}>
        <Heading as="h2" size={0}>
          Fix these problems to see the page
        </Heading>
        <Stack as="ul" gap={4} style={{listStyle: 'none', margin: 0, padding: 0}}>
          {problems.map((problem) => {
            const {document, path, message, hint} = problem
            return (
              <Stack as="li" gap={2} key={`${document} ${path} ${message}`}>
                <Text size={1}>
                  <strong>{placeOf(problem)}</strong> {message}
                </Text>
                <Text size={1} muted>
                  {hint}
                </Text>
              </Stack>
            )
          })}
        </Stack>
      </Stack>
    </Card>
  )
}

function AlsoUnapproved({titles}: {readonly titles: readonly string[]}) {
  return (
    <Card padding={3} tone="caution" borderBottom>
      <Text size={1}>The page also shows unapproved text from: {titles.join(', ')}</Text>
    </Card>
  )
}
