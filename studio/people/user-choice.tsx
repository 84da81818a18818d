// In the form of a person: the user whose page it is, chosen from the users of the lake. The id of the page
// links the words of the user to it, so the form says if it is another one.

import {Card, Stack, Text} from '@sanity/ui'
import {useCallback} from 'react'
import {
  getPublishedId,
  useClient,
  useFormValue,
  type DocumentDefinition,
  type StringInputProps,
} from 'sanity'
import {IntentLink} from 'sanity/router'
import {z} from 'zod'
import {personOf} from '../../review/person.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {ChoiceInput} from '../form/choice.tsx'
import {useLoadable} from '../review/use-loadable.ts'
import {listUsers, type ListedUser} from './list-users.ts'

/** Adds the choice to the form of people. Other types stay as they are. */
export function withUserChoice(type: DocumentDefinition): DocumentDefinition {
  if (type.name !== 'person') return type
  return {
    ...type,
    fields: type.fields.map((field) =>
      field.name === 'userId' ? {...field, components: {input: UserChoice}} : field,
    ),
  }
}

function UserChoice(props: StringInputProps) {
  const client = useClient({apiVersion: API_VERSION})
  const {loadable} = useLoadable(
    useCallback((signal: AbortSignal) => listUsers(client, signal), [client]),
  )
  switch (loadable.state) {
    case 'loading':
      return (
        <Text size={1} muted>
          Looking up the users…
        </Text>
      )
    case 'failed':
      return (
        <Stack gap={3}>
          {props.renderDefault(props)}
          <Text size={1} muted>
            Type it here. The users could not be listed: {loadable.problem}
          </Text>
        </Stack>
      )
    case 'here':
      return <UserSelect {...props} users={loadable.value} />
  }
}

function UserSelect({users, ...props}: StringInputProps & {readonly users: readonly ListedUser[]}) {
  const chosen = users.find((user) => writtenAs(user) === props.value)
  return (
    <Stack gap={3}>
      <ChoiceInput
        {...props}
        choices={users.map((user) => ({
          value: writtenAs(user),
          title: `${user.name} (${writtenAs(user)})`,
        }))}
        none="No user"
        unknown="not a user now"
      />
      {chosen ? <OtherPage user={chosen} /> : null}
    </Stack>
  )
}

function writtenAs({id, username}: ListedUser): string {
  return username ?? id
}

/** Says that the words of a user do not belong to this page, and leads to the one to which they do. */
function OtherPage({user}: {readonly user: ListedUser}) {
  const id = getPublishedId(
    z
      .string()
      .catch('')
      .parse(useFormValue(['_id'])),
  )
  const own = personOf(user.id)
  if (id === own) return null
  return (
    <Card padding={3} radius={2} tone="caution" border role="status">
      <Text size={1}>
        This page cannot give the words of {user.name}, because its id is not <code>{own}</code>.{' '}
        <IntentLink intent="create" params={{type: 'person', id: own}}>
          Open the page with that id
        </IntentLink>
      </Text>
    </Card>
  )
}
