// Delete: an administrator takes a published text out of the library, if readers do not get it and no document
// refers to it. The lake keeps it in its log.

import {TrashIcon} from '@sanity/icons/Trash'
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useCallback, useState} from 'react'
import {useClient, useCurrentUser, type DocumentActionComponent} from 'sanity'
import {IntentLink} from 'sanity/router'
import {usePaneRouter} from 'sanity/structure'
import {candidateOf} from '../../model/standing/verdict.ts'
import {inForce} from '../../review/approval.ts'
import {hasRole} from '../../review/roles.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {Failed} from '../review/failed.tsx'
import {load, problemOf} from '../review/loadable.ts'
import {referrersOf} from '../review/shown-by.ts'
import {useLoadable} from '../review/use-loadable.ts'
import {useReview} from '../review/use-review.ts'
import {Problem} from './problem.tsx'

export const deletePublished: DocumentActionComponent = ({id, type, draft, published}) => {
  const {decided, governance, loaded} = useReview({id, type, draft, published})
  const isAdministrator = hasRole(useCurrentUser(), 'administrator')
  const [open, setOpen] = useState(false)
  const {closeCurrentAndAfter} = usePaneRouter()
  const toast = useToast()
  if (!published || !isAdministrator) return null
  const {isAnyApproved} = inForce(candidateOf(published, governance.plans), decided)
  return {
    label: 'Delete',
    icon: TrashIcon,
    tone: 'critical',
    disabled: !loaded || isAnyApproved,
    title: isAnyApproved ? 'It is approved. Have it retracted first.' : undefined,
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: 'Delete',
      onClose: () => setOpen(false),
      content: (
        <DeleteForm
          id={id}
          draft={draft?._id}
          onDeleted={() => {
            setOpen(false)
            toast.push({status: 'success', title: 'The document was deleted.'})
            // There is nothing left to edit.
            closeCurrentAndAfter()
          }}
        />
      ),
    },
  }
}

interface DeleteFormProps {
  readonly id: string
  /** The id of the draft, which goes too. */
  readonly draft: string | undefined
  readonly onDeleted: () => void
}

/** The administrator deletes only once the form says that nothing refers to the document. */
function DeleteForm({id, draft, onDeleted}: DeleteFormProps) {
  const client = useClient({apiVersion: API_VERSION})
  const {loadable, retry} = useLoadable(
    useCallback((signal: AbortSignal) => referrersOf(client, id, signal), [client, id]),
  )
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const remove = async (): Promise<void> => {
    setBusy(true)
    const outcome = await load(() =>
      client.action({
        actionType: 'sanity.action.document.delete',
        publishedId: id,
        includeDrafts: draft === undefined ? [] : [draft],
      }),
    )
    setBusy(false)
    setProblem(problemOf(outcome))
    if (outcome.state === 'here') onDeleted()
  }
  return (
    <Stack gap={4}>
      <Text size={1}>
        Readers do not get this text. If you delete it, it leaves the lists of the Studio, and a
        notice that takes its place ends. The log of the lake keeps it, with all decisions.
      </Text>
      {loadable.state === 'loading' ? <Text size={1}>Looking up what refers to it…</Text> : null}
      {loadable.state === 'failed' ? (
        <Failed
          what="What refers to it could not be looked up"
          problem={loadable.problem}
          onRetry={retry}
        />
      ) : null}
      {loadable.state === 'here' && loadable.value.length > 0 ? (
        <Card padding={3} radius={2} tone="caution" border>
          <Stack gap={3}>
            <Text as="h3" size={1} weight="semibold">
              It cannot be deleted yet. Change first what refers to it:
            </Text>
            <Stack as="ul" gap={3} style={{margin: 0, paddingInlineStart: 20}}>
              {loadable.value.map(({_id, _type, title}) => (
                <li key={_id}>
                  <Text size={1}>
                    <IntentLink intent="edit" params={{id: _id, type: _type}}>
                      {title}
                    </IntentLink>
                  </Text>
                </li>
              ))}
            </Stack>
          </Stack>
        </Card>
      ) : null}
      {problem === undefined ? null : <Problem words={problem} />}
      <Flex justify="flex-end">
        <Box>
          <Button
            text="Delete this text"
            tone="critical"
            loading={busy}
            disabled={busy || loadable.state !== 'here' || loadable.value.length > 0}
            onClick={() => void remove()}
          />
        </Box>
      </Flex>
    </Stack>
  )
}
