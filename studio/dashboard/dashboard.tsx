// The library at a glance: what waits for the user, how many documents have which status, which reviews are late,
// which published texts readers do not get, and what the last export withheld.

import {RefreshIcon} from '@sanity/icons/Refresh'
import {Box, Button, Card, Container, Dialog, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type ReactNode,
} from 'react'
import {useObservable} from 'react-rx'
import {useClient, useCurrentUser, useSchema, useWorkspace} from 'sanity'
import {Link, StateLink, useRouterState} from 'sanity/router'
import type {Withheld} from '../../model/standing/withheld.ts'
import {counted} from '../../review/counted.ts'
import {formatDay, formatMoment} from '../../review/day-words.ts'
import type {ExportReportDocument} from '../../review/export-report.ts'
import {personOf} from '../../review/person.ts'
import type {Status} from '../../review/status.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {SubmissionForm} from '../actions/submission-form.tsx'
import {boxesOf, type Box as ListBox} from '../lists/boxes.ts'
import {Failed} from '../review/failed.tsx'
import type {Governance} from '../review/governance.ts'
import {valueOf} from '../review/loadable.ts'
import {useLast, useLoadable, type Retryable} from '../review/use-loadable.ts'
import {shortRevision, statusHints, statusTitles, statusTones} from '../review/wording.ts'
import {Answers, useAnswers} from './answers.tsx'
import {loadOverview, type LibraryOverview} from './load-overview.ts'
import type {Listed, Unapproved} from './overview.ts'
import {DocumentLink, plainList, Section, Table} from './parts.tsx'

interface Loaded {
  readonly overview: LibraryOverview
  readonly at: Date
}

function useOverview(): Retryable<Loaded> {
  const client = useClient({apiVersion: API_VERSION})
  return useLoadable(
    useCallback(
      async (signal: AbortSignal) => ({
        overview: await loadOverview(client, signal),
        at: new Date(),
      }),
      [client],
    ),
  )
}

export function Dashboard() {
  const {loadable, retry: readLibrary} = useOverview()
  const answers = useAnswers()
  const readAnswers = answers.retry
  const refresh = useCallback(() => {
    readLibrary()
    readAnswers()
  }, [readLibrary, readAnswers])
  // The dashboard shows the old numbers until the new ones are there.
  const loaded = useLast(valueOf(loadable))
  const isLoading = loadable.state === 'loading'
  return (
    <Box as="main" height="fill" overflow="auto" padding={5}>
      <Container width={3}>
        <Stack gap={6}>
          <Flex align="center" justify="space-between" gap={3} wrap="wrap">
            <Stack gap={3}>
              <Heading as="h1" size={3}>
                Dashboard
              </Heading>
              <Text size={1} muted role="status">
                {isLoading ? 'Reading the library…' : loaded && asOf(loaded)}
              </Text>
            </Stack>
            <Button
              icon={RefreshIcon}
              mode="ghost"
              text="Refresh"
              disabled={isLoading}
              onClick={refresh}
            />
          </Flex>
          <Mine />
          {loadable.state === 'failed' ? (
            <Failed
              what="The library could not be read"
              problem={loadable.problem}
              onRetry={refresh}
            />
          ) : null}
          {loaded ? <Content {...loaded.overview} onChange={refresh} /> : null}
          <Answers {...answers} />
          {isLoading && !loaded ? <Spinner muted /> : null}
        </Stack>
      </Container>
    </Box>
  )
}

function asOf({overview: {total}, at}: Loaded): string {
  return `${counted(total, 'document')} at ${at.toLocaleTimeString()}`
}

interface ContentProps extends LibraryOverview {
  /** Called after the library has changed. */
  readonly onChange: () => void
}

function Content(props: ContentProps) {
  const {byStatus, overdue, dueSoon, notice, urgent, unapproved, withheld, lastExport} = props
  const {governance, onChange} = props
  const {status: open} = useRouterState()
  const shown = statusOrder.find((status) => status === open)
  return (
    <>
      <Section
        title="Documents by status"
        note="A document with a draft is counted by the status of its draft."
      >
        <ul style={{...plainList, ...tiles}}>
          {statusOrder.map((status) => (
            <Tile
              key={status}
              title={statusTitles[status]}
              count={byStatus.get(status)?.length ?? 0}
              hint={statusHints[status]}
              tone={statusTones[status]}
              link={(content) => <StateLink state={{status}}>{content}</StateLink>}
            />
          ))}
        </ul>
        {shown === undefined ? null : (
          // A new list takes the focus.
          <StatusList key={shown} status={shown} documents={byStatus.get(shown) ?? []} />
        )}
      </Section>
      <Section
        title={`Overdue for review (${overdue.length})`}
        note={`Published texts whose next review is late. Due within ${notice} days: ${dueSoon}.`}
      >
        {overdue.length === 0 ? (
          <Text size={1}>Nothing is overdue.</Text>
        ) : (
          <Table
            caption="Overdue for review"
            columns={['Document', 'Type', 'Due since']}
            rows={overdue.map(({id, type, title, due}) => ({
              id,
              cells: [
                <DocumentLink key="link" {...{id, type, title}} />,
                <TypeName key="type" type={type} />,
                formatDay(due),
              ],
            }))}
          />
        )}
      </Section>
      <Section
        title={`Urgent corrections (${urgent.length})`}
        note="Two reviewers chose Correct now for these texts, so readers get them before all words are given."
      >
        {urgent.length === 0 ? (
          <Text size={1}>No urgent correction waits for words.</Text>
        ) : (
          <Table
            caption="Urgent corrections"
            columns={['Document', 'Type', 'Words']}
            rows={urgent.map(({id, type, title, progress}) => ({
              id,
              cells: [
                <DocumentLink key="link" {...{id, type, title}} />,
                <TypeName key="type" type={type} />,
                progress,
              ],
            }))}
          />
        )}
      </Section>
      <Section
        title={`Readers do not get (${withheld.length})`}
        note="The next export withholds these published texts. It also withholds pages that an editorial rule refuses: see Checks beside each document, and what the last export withheld."
      >
        <SubmitAll
          texts={unapproved.filter(({isUnasked}) => isUnasked)}
          governance={governance}
          onDone={onChange}
        />
        {withheld.length === 0 ? (
          <Text size={1}>Every published text is approved or retracted.</Text>
        ) : (
          <WithheldTable caption="Readers do not get" withheld={withheld} />
        )}
      </Section>
      <LastExport report={lastExport} />
    </>
  )
}

/** The lists of the user, each with its number. */
function Mine() {
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const {basePath} = useWorkspace()
  const boxes = useMemo(() => boxesOf(client, user), [client, user])
  return (
    <Section title="For me" note="Press a name to see what it counts.">
      <ul style={{...plainList, ...tiles}}>
        {[...boxes.work, ...boxes.inboxes].map((box) => (
          <BoxTile key={box.id} box={box} root={basePath} />
        ))}
      </ul>
    </Section>
  )
}

function BoxTile({box: {id, title, count}, root}: {readonly box: ListBox; readonly root: string}) {
  return (
    <Tile
      title={title}
      count={useObservable(count)}
      tone="primary"
      link={(content) => (
        <Link href={`${root === '/' ? '' : root}/structure/${id}`}>{content}</Link>
      )}
    />
  )
}

interface TileProps {
  readonly title: string
  /** Undefined until it is known. */
  readonly count: number | undefined
  readonly hint?: string
  /** Of a tile that counts anything. */
  readonly tone: ComponentProps<typeof Card>['tone']
  /** A link to what is counted. */
  readonly link: (content: ReactNode) => ReactNode
}

/** A number, with a link to the documents that it counts. */
function Tile({title, count, hint, tone, link}: TileProps) {
  return (
    <Card as="li" padding={4} radius={3} border tone={count ? tone : 'default'}>
      <Stack gap={3}>
        <Flex gap={3} align="baseline" justify="space-between">
          <Text size={1} weight="semibold">
            {link(title)}
          </Text>
          <Text size={3} weight="semibold" muted={!count}>
            {count ?? '…'}
          </Text>
        </Flex>
        {hint === undefined ? null : (
          <Text size={1} muted>
            {hint}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

interface StatusListProps {
  readonly status: Status
  readonly documents: readonly Listed[]
}

/** The documents of a status. */
function StatusList({status, documents}: StatusListProps) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus(), [])
  const title = statusTitles[status]
  return (
    <Stack gap={3}>
      <Heading as="h3" size={0} ref={ref} tabIndex={-1}>
        {title} ({documents.length})
      </Heading>
      {documents.length === 0 ? (
        <Text size={1}>No document has this status.</Text>
      ) : (
        <Table
          caption={title}
          columns={['Document', 'Type']}
          rows={documents.slice(0, MOST_LISTED).map(({id, ...document}) => ({
            id,
            cells: [
              <DocumentLink key="link" id={id} {...document} />,
              <TypeName key="type" type={document.type} />,
            ],
          }))}
        />
      )}
      <Rest count={documents.length} shown={MOST_LISTED} />
    </Stack>
  )
}

/** So many rows a browser shows at once. */
const MOST_LISTED = 200

/** Says how many documents a list leaves out. */
function Rest({count, shown}: {readonly count: number; readonly shown: number}) {
  if (count <= shown) return null
  return (
    <Text size={1} muted>
      {counted(count - shown, 'more document')} {count - shown === 1 ? 'is' : 'are'} not listed
      here.
    </Text>
  )
}

interface WithheldTableProps {
  readonly caption: string
  readonly withheld: readonly Withheld[]
}

/** Texts that readers do not get, why, and what they get instead. */
function WithheldTable({caption, withheld}: WithheldTableProps) {
  return (
    <Table
      caption={caption}
      columns={['Document', 'Type', 'Why', 'Readers get']}
      rows={withheld.map(({id, type, title, reason, shown}) => ({
        id,
        cells: [
          <DocumentLink key="link" {...{id, type, title}} />,
          <TypeName key="type" type={type} />,
          reason,
          shownTitles[shown],
        ],
      }))}
    />
  )
}

interface SubmitAllProps {
  readonly texts: readonly Unapproved[]
  readonly governance: Governance
  readonly onDone: () => void
}

/**
 * Submits published texts that lack words for which no one was asked: after an import, after an upgrade that
 * governs their types, or after a change of the plans.
 */
function SubmitAll({texts, governance, onDone}: SubmitAllProps) {
  const me = personOf(useCurrentUser()?.id ?? '')
  const [open, setOpen] = useState(false)
  if (texts.length === 0) return null
  const close = (): void => {
    setOpen(false)
    onDone()
  }
  const what = counted(texts.length, 'text')
  return (
    <Flex align="center" gap={3} wrap="wrap">
      <Button mode="ghost" text={`Submit ${what} for review`} onClick={() => setOpen(true)} />
      <Text size={1} muted>
        These have no draft, and no one was asked for the words that they lack.
      </Text>
      {open ? (
        <Dialog
          id="submit-all"
          header={`Submit ${what} for review`}
          width={1}
          onClose={() => setOpen(false)}
        >
          <Box padding={4}>
            <SubmissionForm me={me} texts={texts} governance={governance} onDone={close} />
          </Box>
        </Dialog>
      ) : null}
    </Flex>
  )
}

function LastExport({report}: {readonly report: ExportReportDocument | undefined}) {
  if (!report) {
    return (
      <Section title="The last export" note="No export has reported its result yet.">
        {null}
      </Section>
    )
  }
  const {endedAt, release, problem, withheld, withheldCount} = report
  const when = formatMoment(endedAt)
  if (release === undefined) {
    return (
      <Section title="The last export failed" note={when}>
        <Card role="alert" tone="critical" padding={4} radius={3} border>
          <Text size={1}>{problem} Readers keep the previous release.</Text>
        </Card>
      </Section>
    )
  }
  return (
    <Section
      title={`The last export withheld (${withheldCount})`}
      note={`${when}, release ${shortRevision(release)}.`}
    >
      {withheld.length === 0 ? (
        <Text size={1}>Readers got every published text.</Text>
      ) : (
        <WithheldTable caption="What the last export withheld" withheld={withheld} />
      )}
      <Rest count={withheldCount} shown={withheld.length} />
    </Section>
  )
}

/** Statuses that need action come first. */
const statusOrder: readonly Status[] = [
  'draft',
  'inReview',
  'changesRequested',
  'editedSinceApproval',
  'reviewDue',
  'urgent',
  'approved',
  'published',
  'retracted',
]

const shownTitles: Record<Withheld['shown'], string> = {
  lastApproved: 'the last approved text',
  nothing: 'nothing',
}

const tiles = {
  display: 'grid',
  gap: 12,
  gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
} as const

function TypeName({type}: {readonly type: string}) {
  return useSchema().get(type)?.title ?? type
}
