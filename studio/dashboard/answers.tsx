// What readers answered to "Was this helpful?", by page and revision, with their newest comments.

import {Stack, Text} from '@sanity/ui'
import {useCallback} from 'react'
import {useClient} from 'sanity'
import {counted} from '../../review/counted.ts'
import {formatDay} from '../../review/day-words.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {Failed} from '../review/failed.tsx'
import {valueOf} from '../review/loadable.ts'
import {useLast, useLoadable, type Retryable} from '../review/use-loadable.ts'
import {shortRevision} from '../review/wording.ts'
import {
  DAYS,
  loadAnswers,
  type Comment,
  type PageAnswers,
  type ReadersAnswers,
} from './load-answers.ts'
import {DocumentLink, plainList, Section, Table} from './parts.tsx'

type Loaded = Retryable<ReadersAnswers | undefined>

export function useAnswers(): Loaded {
  const client = useClient({apiVersion: API_VERSION})
  return useLoadable(useCallback((signal: AbortSignal) => loadAnswers(client, signal), [client]))
}

/** Shows nothing where the server keeps no answers. */
export function Answers({loadable, retry}: Loaded) {
  // The dashboard shows the old answers until the new ones are there.
  const loaded = useLast(valueOf(loadable))
  if (loadable.state === 'failed') {
    return (
      <Failed
        what="The answers of readers could not be read"
        problem={loadable.problem}
        onRetry={retry}
      />
    )
  }
  if (!loaded) return null
  const {pages, more} = loaded
  return (
    <Section
      title="Was this helpful?"
      note={`What readers answered in the last ${DAYS} days, by page and revision. Those with the most answers “no” come first.`}
    >
      {pages.length === 0 ? (
        <Text size={1}>No reader answered in this time.</Text>
      ) : (
        <Table
          caption="Was this helpful?"
          columns={['Page', 'Revision', 'Yes', 'No', 'Last answer', 'Newest comments']}
          rows={pages.map((answers) => ({
            id: `${answers.page} ${answers.revision}`,
            cells: cellsOf(answers),
          }))}
        />
      )}
      {more === 0 ? null : (
        <Text size={1} muted>
          {counted(more, 'more revision')} {more === 1 ? 'is' : 'are'} not listed here.
        </Text>
      )}
    </Section>
  )
}

function cellsOf({page, document, revision, yes, no, last, comments}: PageAnswers) {
  return [
    document ? <DocumentLink key="link" id={page} {...document} /> : page,
    <code key="revision">{shortRevision(revision)}</code>,
    yes,
    no,
    formatDay(last),
    comments.length === 0 ? 'None' : <Comments key="comments" comments={comments} />,
  ]
}

/** Comments as text. Each stands on its own, whatever its direction. */
function Comments({comments}: {readonly comments: readonly Comment[]}) {
  return (
    <Stack as="ul" gap={3} style={plainList}>
      {comments.map(({day, language, helpful, text}, index) => (
        // Comments have no name of their own, and the list changes only as a whole.
        <li key={index}>
          <span lang={language} dir="auto" style={words}>
            {text}
          </span>
          <span style={source}>
            {helpful === 'yes' ? 'Helpful' : 'Not helpful'}, {formatDay(day)}
          </span>
        </li>
      ))}
    </Stack>
  )
}

const words = {
  display: 'block',
  minWidth: '12rem',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  unicodeBidi: 'isolate',
} as const
const source = {color: 'var(--card-muted-fg-color)'} as const
