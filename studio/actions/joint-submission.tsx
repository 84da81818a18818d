// The form that submits a text together with the new texts to which it leads.

import {Card, Stack, Text} from '@sanity/ui'
import {useCallback, useId} from 'react'
import {
  getPublishedId,
  useClient,
  useSchema,
  useWorkspace,
  validateDocument,
  type SanityClient,
  type Workspace,
} from 'sanity'
import {IntentLink} from 'sanity/router'
import {historyOf, trailOf} from '../../review/history.ts'
import {personOf} from '../../review/person.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {faultsAmong} from '../checks/faults.ts'
import {Failed} from '../review/failed.tsx'
import type {Governance} from '../review/governance.ts'
import {valueOf} from '../review/loadable.ts'
import type {NewText} from '../review/new-texts.ts'
import {useLoadable} from '../review/use-loadable.ts'
import {SubmissionForm, type SubmittedText} from './submission-form.tsx'

interface JointSubmissionProps {
  readonly me: string
  readonly text: SubmittedText
  /** The new texts to which it leads: at least one. */
  readonly needed: readonly NewText[]
  readonly governance: Governance
  /** Called after the requests were made. */
  readonly onDone: () => void
}

export function JointSubmission(props: JointSubmissionProps) {
  const {me, text, needed, governance, onDone} = props
  const client = useClient({apiVersion: API_VERSION})
  const workspace = useWorkspace()
  const {loadable, retry} = useLoadable(
    useCallback(
      (signal: AbortSignal) => factsOf(client, {id: text.id, needed, workspace, signal}),
      [client, text.id, needed, workspace],
    ),
  )
  const facts = valueOf(loadable)
  const unasked = needed.filter(({status, isWaiting}) => !isWaiting && status !== 'approved')
  const ids = [text.id, ...needed.map(({id}) => id)]
  const texts = [text, ...unasked.map(({id, type, text: open}) => ({id, type, ...open}))]
  return (
    <SubmissionForm
      me={me}
      texts={texts.map((each) => ({...each, together: ids.filter((id) => id !== each.id)}))}
      governance={governance}
      disabled={!facts || unasked.some(({id}) => facts.errors.get(id) !== 0)}
      onDone={onDone}
    >
      {loadable.state === 'failed' ? (
        <Failed
          what="The new texts could not be checked"
          problem={loadable.problem}
          onRetry={retry}
        />
      ) : null}
      <Together
        needed={needed}
        noteOn={(one) =>
          [
            writersText(facts?.writers.get(one.id), governance, me),
            standingText(one, facts?.errors.get(one.id)),
          ].filter((note) => note !== undefined)
        }
      />
    </SubmissionForm>
  )
}

interface TogetherProps {
  readonly needed: readonly NewText[]
  /** What to say of a text, besides its title and type. */
  readonly noteOn: (text: NewText) => readonly string[]
}

function Together({needed, noteOn}: TogetherProps) {
  const groupId = useId()
  const schema = useSchema()
  return (
    <Card padding={3} radius={2} border role="group" aria-labelledby={groupId}>
      <Stack gap={3}>
        <Text as="h3" id={groupId} size={1} weight="semibold">
          These new texts go to review together with it
        </Text>
        <Text size={1} muted>
          This text leads to them, so readers get all of them at once.
        </Text>
        <Stack as="ul" gap={3}>
          {needed.map((text) => (
            <Text as="li" key={text.id} size={1}>
              <IntentLink intent="edit" params={{id: text.id, type: text.type}}>
                {text.title}
              </IntentLink>{' '}
              ({[schema.get(text.type)?.title ?? text.type, ...noteOn(text)].join('; ')})
            </Text>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}

function standingText({status, isWaiting}: NewText, errors = 0): string | undefined {
  if (status === 'approved') return 'approved already'
  if (isWaiting) return 'waiting for review already'
  if (errors === 0) return undefined
  return `it has ${errors === 1 ? 'an error' : `${errors} errors`} to fix first`
}

/** The other users who wrote some of a text. */
function writersText(
  users: ReadonlySet<string> = new Set(),
  {names}: Governance,
  me: string,
): string | undefined {
  const others = [...users].filter((user) => personOf(user) !== me)
  if (others.length === 0) return undefined
  return `written by ${others.map((user) => names.get(personOf(user)) ?? user).join(' and ')}`
}

interface Facts {
  /** How many errors a text has, by its id. A reference to a text that goes together with it is none. */
  readonly errors: ReadonlyMap<string, number>
  /** The users who wrote a text, by its id. */
  readonly writers: ReadonlyMap<string, ReadonlySet<string>>
}

interface Question extends Pick<JointSubmissionProps, 'needed'> {
  /** The id of the text that leads to them. */
  readonly id: string
  readonly workspace: Workspace
  readonly signal: AbortSignal
}

async function factsOf(
  client: SanityClient,
  {id: leading, needed, workspace, signal}: Question,
): Promise<Facts> {
  const ids = needed.map(({id}) => id)
  const known = new Set([leading, ...ids])
  const getDocumentExists = async ({id}: {readonly id: string}): Promise<boolean> =>
    known.has(id) || (await client.fetch<unknown>(EXISTS_QUERY, {id}, {signal})) === true
  const errors = needed.map(async ({id, draft}) => {
    const markers = await validateDocument({document: draft, workspace, getDocumentExists})
    return [id, faultsAmong(markers).filter(({level}) => level === 'error').length] as const
  })
  const trail = await trailOf(historyOf(client, signal), ids)
  const entries = Map.groupBy(trail, ({id}) => getPublishedId(id))
  return {
    errors: new Map(await Promise.all(errors)),
    writers: new Map([...entries].map(([id, all]) => [id, new Set(all.map(({author}) => author))])),
  }
}

const EXISTS_QUERY = 'defined(*[_id == $id][0]._id)'
