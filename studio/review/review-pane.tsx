// Shows the status of a document, the changes since its last approval, all its requests and decisions,
// and the documents that show it.

import {Badge, Card, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useCallback, type ReactNode} from 'react'
import {getPublishedId, useClient, useSchema, type SanityDocument} from 'sanity'
import {IntentLink} from 'sanity/router'
import {progressText} from '../../model/standing/progress.ts'
import {formatDay, formatMoment} from '../../review/day-words.ts'
import {contentOf} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {ChangeList} from './change-list.tsx'
import {entriesOf} from './entries.ts'
import {Failed} from './failed.tsx'
import {choosesPages, pagesThatCarry, pagesThatShow} from './shown-by.ts'
import {SignOffList} from './sign-off-list.tsx'
import {useApprovedText} from './use-approved-text.ts'
import {useChanges} from './use-changes.ts'
import {useFieldTitles} from './use-field-titles.ts'
import {useLoadable} from './use-loadable.ts'
import {useNewTexts} from './use-new-texts.ts'
import {useReview, type OpenText, type Review} from './use-review.ts'
import {
  changedSince,
  PARTLY_APPROVED,
  shortRevision,
  statusHints,
  statusTitles,
  statusTones,
  togetherWith,
} from './wording.ts'

interface ReviewPaneProps {
  readonly documentId: string
  readonly schemaType: {readonly name: string}
  readonly document: {
    readonly draft: SanityDocument | null
    readonly published: SanityDocument | null
  }
}

export function ReviewPane({documentId, schemaType, document}: ReviewPaneProps) {
  const {draft, published} = document
  const id = getPublishedId(documentId)
  const review = useReview({id, type: schemaType.name, draft, published})
  const {status, revision, nextReview, text, governance} = review
  if (!review.loaded) return <Spinner muted />
  return (
    <Stack gap={5} padding={4}>
      <Card padding={4} radius={3} tone={statusTones[status]} border>
        <Stack gap={3}>
          <Heading as="h2" size={1}>
            {statusTitles[status]}
          </Heading>
          <Text size={1}>{statusHints[status]}</Text>
          {revision === undefined ? null : (
            <Text size={1} muted>
              Revision <code title={revision}>{shortRevision(revision)}</code>
            </Text>
          )}
          {nextReview === undefined ? null : (
            <Text size={1} muted>
              Next review due on {formatDay(nextReview)}
            </Text>
          )}
        </Stack>
      </Card>
      {text ? (
        <Section title={`Words on this text: ${progressText(text.requirements)}`}>
          <SignOffList requirements={text.requirements} names={governance.names} />
        </Section>
      ) : null}
      <Together document={draft ?? published} review={review} />
      <Section title={text?.base ? changedSince(text.base) : 'Since the last approval'}>
        <Changes id={id} document={draft ?? published} base={text?.base} />
      </Section>
      <Section title="History">
        <History id={id} type={schemaType.name} {...review} />
      </Section>
      {
        // All pages show the site settings, and none points at them.
        schemaType.name === 'siteSettings' ? null : (
          <Section title="Shown by">
            <ShownBy id={id} document={draft ?? published} />
          </Section>
        )
      }
    </Stack>
  )
}

function Section({title, children}: {readonly title: string; readonly children: ReactNode}) {
  return (
    <Stack gap={3} as="section">
      <Heading as="h3" size={0}>
        {title}
      </Heading>
      {children}
    </Stack>
  )
}

interface TogetherProps {
  readonly document: SanityDocument | null
  readonly review: Review
}

/** The new texts that go to review and to readers together with a document. */
function Together({document, review}: TogetherProps) {
  const schema = useSchema()
  const {all} = useNewTexts(document, review) ?? {all: []}
  if (all.length === 0) return null
  return (
    <Section title={togetherWith(all.length)}>
      <Stack as="ul" gap={3}>
        {all.map(({id, type, title, status}) => (
          <Flex as="li" key={id} gap={2} align="center">
            <Text size={1}>
              <IntentLink intent="edit" params={{id, type}}>
                {title}
              </IntentLink>{' '}
              ({schema.get(type)?.title ?? type})
            </Text>
            <Badge tone={statusTones[status]}>{statusTitles[status]}</Badge>
          </Flex>
        ))}
      </Stack>
    </Section>
  )
}

interface ChangesProps extends Pick<OpenText, 'base'> {
  readonly id: string
  readonly document: SanityDocument | null
}

function Changes({id, document, base}: ChangesProps) {
  const {loadable: before, retry} = useApprovedText(id, base?.word.revision)
  // All of a text that was never approved is new, so nothing is compared.
  const changes = useChanges(before, base ? document : null)
  if (!base) return <Text size={1}>This text was never approved, so all of it is new.</Text>
  if (before.state === 'failed') {
    return (
      <Failed
        what="The approved text could not be looked up"
        problem={before.problem}
        onRetry={retry}
      />
    )
  }
  if (before.state === 'here' && !before.value) {
    return (
      <Text size={1}>
        The history no longer holds the approved text, so the Studio cannot show what changed.
      </Text>
    )
  }
  if (changes === undefined) return <Spinner muted />
  return (
    <>
      {base.isApproved ? null : <Text size={1}>{PARTLY_APPROVED}</Text>}
      <ChangeList changes={changes} />
    </>
  )
}

interface HistoryProps extends Review {
  readonly id: string
  readonly type: string
}

function History({id: subject, type, decisions, submissions, revision}: HistoryProps) {
  const titles = useFieldTitles(type)
  const entries = entriesOf({decisions, submissions})
  if (entries.length === 0) return <Text size={1}>No requests or decisions yet.</Text>
  return (
    <Stack as="ol" gap={3} style={{listStyle: 'none', padding: 0}}>
      {entries.map((entry) => (
        <Card as="li" key={entry.id} padding={3} radius={2} border>
          <Stack gap={3}>
            <Flex gap={2} align="center" justify="space-between">
              <Text size={1} weight="semibold">
                {entry.what}
                {entry.field === undefined ? null : (
                  <>
                    {': '}
                    <IntentLink intent="edit" params={{id: subject, type, path: entry.field}}>
                      {titles.get(entry.field) ?? entry.field}
                    </IntentLink>
                  </>
                )}
              </Text>
              {entry.revision === revision ? <Badge tone="primary">This text</Badge> : null}
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
      ))}
    </Stack>
  )
}

interface ShownByProps {
  readonly id: string
  readonly document: SanityDocument | null
}

function ShownBy({id, document}: ShownByProps) {
  const client = useClient({apiVersion: API_VERSION})
  const schema = useSchema()
  // For most types, typing does not change the answer.
  const choosing = document && choosesPages(document) ? document : null
  const {loadable: pages, retry} = useLoadable(
    useCallback(
      (signal: AbortSignal) =>
        choosing
          ? pagesThatCarry(client, contentOf(choosing), signal)
          : pagesThatShow(client, id, signal),
      [client, id, choosing],
    ),
  )
  if (pages.state === 'loading') return <Spinner muted />
  if (pages.state === 'failed') {
    return (
      <Failed what="The pages could not be looked up" problem={pages.problem} onRetry={retry} />
    )
  }
  const found = pages.value
  if (found.length === 0) return <Text size={1}>No published document shows this one.</Text>
  return (
    <Stack as="ul" gap={3}>
      {found.map(({_id, _type, title}) => (
        <Text as="li" key={_id} size={1}>
          <IntentLink intent="edit" params={{id: _id, type: _type}}>
            {title}
          </IntentLink>{' '}
          ({schema.get(_type)?.title ?? _type})
        </Text>
      ))}
    </Stack>
  )
}
