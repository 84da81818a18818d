// Says what other users did to a text while a reviewer had its decision form open.

import {Stack, Text, TextArea} from '@sanity/ui'
import {useCallback, useId} from 'react'
import {useClient} from 'sanity'
import {formatMoment} from '../../review/day-words.ts'
import {historyOf, trailOf} from '../../review/history.ts'
import {personOf} from '../../review/person.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {valueOf} from '../review/loadable.ts'
import type {Overtaken} from '../review/overtaken.ts'
import {useLoadable} from '../review/use-loadable.ts'
import type {OpenDocument, Review} from '../review/use-review.ts'

interface OvertakingProps extends Overtaken {
  readonly open: OpenDocument
  readonly review: Review
}

export function Overtaking({open, review, decision, isChanged}: OvertakingProps) {
  return (
    <Stack gap={3} role="status">
      {decision ? (
        <Text size={1}>
          {decision.what} on {formatMoment(decision.decidedAt)}. The history below shows it.
        </Text>
      ) : null}
      {isChanged ? <Change open={open} review={review} /> : null}
    </Stack>
  )
}

/** Says who changed the text, and when. */
function Change({open: {id, draft, published}, review}: Pick<OvertakingProps, 'open' | 'review'>) {
  const {revision, status, governance} = review
  const client = useClient({apiVersion: API_VERSION})
  const {loadable} = useLoadable(
    useCallback(
      async (signal: AbortSignal) => ({
        // The change before this text came is not the one to name, so each text asks again.
        revision,
        last: (await trailOf(historyOf(client, signal), [id])).at(-1),
      }),
      [client, id, revision],
    ),
  )
  const last = valueOf(loadable)?.last
  const who = last ? (governance.names.get(personOf(last.author)) ?? last.author) : 'Another user'
  const when = last ? ` on ${formatMoment(last.at)}` : ''
  if (draft) {
    return (
      <Text size={1}>
        {who} changed this text{when}, so it is not the text that waited for you.{' '}
        {status === 'inReview'
          ? 'The new text waits for review, and you decide on it here.'
          : 'You can decide on it once it is submitted again.'}
      </Text>
    )
  }
  return (
    <Text size={1}>
      {who} discarded the draft that waited for you{when}.{' '}
      {published ? 'What you see is the published text.' : 'No text is left.'}
    </Text>
  )
}

/** What the user typed in a form that is gone, to copy it. */
export function TypedWords({words}: {readonly words: string}) {
  const id = useId()
  if (words === '') return null
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="semibold">
        What you typed. It was not sent.
      </Text>
      <TextArea id={id} rows={4} readOnly value={words} />
    </Stack>
  )
}
