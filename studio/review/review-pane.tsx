// Shows the status of a document, the changes since its last approval, the form in which a reviewer decides on
// it, all its requests and decisions, and the documents that show it.

import {Badge, Box, Card, Flex, Heading, Spinner, Stack, Text, useElementSize} from '@sanity/ui'
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type FunctionComponent,
  type ReactNode,
} from 'react'
import {useObservable} from 'react-rx'
import {of} from 'rxjs'
import {getPublishedId, useClient, useSchema, type SanityDocument} from 'sanity'
import {IntentLink} from 'sanity/router'
import {progressText} from '../../model/standing/progress.ts'
import {titleOf} from '../../model/standing/settled.ts'
import {formatDay} from '../../review/day-words.ts'
import {contentOf} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {DecisionPanel} from '../actions/decision-panel.tsx'
import {useNext} from '../lists/use-next.ts'
import type {Work, WorkItem} from '../lists/work-list.tsx'
import {WholeText} from '../preview/whole-text.tsx'
import {ChangeList} from './change-list.tsx'
import {entriesOf} from './entries.ts'
import {EntryCard} from './entry-card.tsx'
import {Failed} from './failed.tsx'
import {choosesPages, pagesThatCarry, pagesThatShow} from './shown-by.ts'
import {SignOffList} from './sign-off-list.tsx'
import {useComparison, type Comparison} from './use-comparison.ts'
import {useLoadable} from './use-loadable.ts'
import {useNewTexts} from './use-new-texts.ts'
import {useReview, type OpenDocument, type OpenText, type Review} from './use-review.ts'
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

/**
 * The view of a document that was opened from a list. After a decision, the list leads to its next document.
 *
 * @param list Undefined for a document that was opened in another way.
 */
export function reviewPane(list?: Work): FunctionComponent<ReviewPaneProps> {
  return function ReviewPane({documentId, schemaType, document: {draft, published}}) {
    const id = getPublishedId(documentId)
    const open = {id, type: schemaType.name, draft, published}
    const review = useReview(open)
    const listed = useObservable(list?.items ?? NOTHING)
    if (!review.loaded) return <Spinner muted />
    return <Loaded open={open} review={review} listed={listed} />
  }
}

const NOTHING = of(undefined)

interface LoadedProps {
  readonly open: OpenDocument
  readonly review: Review
  /** The documents of the list; undefined without a list. */
  readonly listed: readonly WorkItem[] | undefined
}

function Loaded({open, review, listed}: LoadedProps) {
  const {id, type, draft, published} = open
  const {status, revision, nextReview, text, governance} = review
  const document = draft ?? published
  const title = document ? titleOf(contentOf(document)) : id
  const comparison = useComparison(id, document, text?.base)
  const {done, onDecided} = useNext({id, title, listed})
  const [room, setRoom] = useState<HTMLElement | null>(null)
  const isWide = (useElementSize(room)?.border.width ?? 0) >= BESIDE_WIDTH
  return (
    <Box ref={setRoom} padding={4} style={isWide ? wide : narrow}>
      <Stack gap={5}>
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
        <Together document={document} review={review} />
        <Section title={text?.base ? changedSince(text.base) : 'Since the last approval'}>
          <Changes document={document} base={text?.base} {...comparison} />
        </Section>
      </Stack>
      <Stack gap={4} style={isWide ? beside : undefined}>
        {done === undefined ? null : <Done words={done} />}
        <DecisionPanel
          open={open}
          title={title}
          review={review}
          isShown={comparison.changes !== undefined}
          onDecided={onDecided}
        />
      </Stack>
      <Stack gap={5}>
        <Section title="History">
          <History id={id} type={type} {...review} />
        </Section>
        {
          // All pages show the site settings, and none points at them.
          type === 'siteSettings' ? null : (
            <Section title="Shown by">
              <ShownBy id={id} document={document} />
            </Section>
          )
        }
      </Stack>
    </Box>
  )
}

/** With less room than this (CSS pixels), the decision stands below the text. */
const BESIDE_WIDTH = 620

const narrow = {display: 'grid', gap: '2rem'} as const

const wide = {
  display: 'grid',
  gap: '2rem 1.25rem',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 19rem)',
  gridTemplateRows: 'auto 1fr',
} as const

/** It stays in sight while the text scrolls. */
const beside = {
  gridColumn: 2,
  gridRow: '1 / span 2',
  position: 'sticky',
  top: '1.25rem',
  alignSelf: 'start',
} as const

/** What the user has decided. It takes the focus from the form that is gone. */
function Done({words}: {readonly words: string}) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <Card ref={ref} tabIndex={-1} role="status" tone="positive" padding={4} radius={3} border>
      <Text size={1}>{words}</Text>
    </Card>
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

interface ChangesProps extends Pick<OpenText, 'base'>, Comparison {
  readonly document: SanityDocument | null
}

function Changes({document, base, loadable: before, retry, changes, isLost}: ChangesProps) {
  if (before.state === 'failed') {
    return (
      <Failed
        what="The approved text could not be looked up"
        problem={before.problem}
        onRetry={retry}
      />
    )
  }
  if (!document) return <Text size={1}>There is no text yet.</Text>
  if (changes === undefined) return <Spinner muted />
  if (!base || isLost) {
    return (
      <>
        <Text size={1}>{isLost ? LOST : 'This text was never approved, so all of it is new.'}</Text>
        <WholeText document={document} changes={changes} />
      </>
    )
  }
  return (
    <>
      {base.isApproved ? null : <Text size={1}>{PARTLY_APPROVED}</Text>}
      <ChangeList changes={changes} />
    </>
  )
}

const LOST =
  'The history no longer holds the approved text, so the Studio cannot show what changed. All of the text counts as new.'

interface HistoryProps extends Review {
  readonly id: string
  readonly type: string
}

function History({id, type, decisions, submissions, revision}: HistoryProps) {
  const entries = entriesOf({decisions, submissions})
  if (entries.length === 0) return <Text size={1}>No requests or decisions yet.</Text>
  return (
    <Stack as="ol" gap={3} style={{listStyle: 'none', padding: 0}}>
      {entries.map((entry) => (
        <EntryCard
          key={entry.id}
          id={id}
          type={type}
          entry={entry}
          isCurrent={entry.revision === revision}
        />
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
