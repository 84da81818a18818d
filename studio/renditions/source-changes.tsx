// In the form of a rendition: whether it still follows the newest approved text of its source, and what has changed there.

import {Button, Card, Stack, Text} from '@sanity/ui'
import {useCallback} from 'react'
import {
  set,
  useClient,
  useFormValue,
  type ObjectInputProps,
  type SanityClient,
  type SchemaTypeDefinition,
} from 'sanity'
import {isUpToDate, renditionIn} from '../../policy/rendition.ts'
import type {SourceRecord} from '../../policy/rule.ts'
import {historyOf} from '../../review/history.ts'
import {storedDocument, type StoredDocument} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {loadContext} from '../checks/load-context.ts'
import {approvedText} from '../review/approved-text.ts'
import {ChangeList} from '../review/change-list.tsx'
import {Failed} from '../review/failed.tsx'
import type {Loadable} from '../review/loadable.ts'
import {useChanges} from '../review/use-changes.ts'
import {useLoadable} from '../review/use-loadable.ts'

/** Adds this to the form of a rendition. Other types stay as they are. */
export function withSourceChanges<Type extends SchemaTypeDefinition>(type: Type): Type {
  return type.name === 'rendition' ? {...type, components: {input: RenditionInput}} : type
}

function RenditionInput(props: ObjectInputProps) {
  const {data: document} = storedDocument.safeParse(useFormValue([]))
  const source = document && renditionIn({...document, rendition: withRevision(props.value)})
  return (
    <Stack gap={4}>
      {props.renderDefault(props)}
      {source ? (
        <SourceState
          document={document}
          of={source.of}
          revision={source.revision}
          onFollow={(revision) => props.onChange(set(revision, ['revision']))}
        />
      ) : null}
    </Stack>
  )
}

/** A rendition whose revision is not chosen yet follows no text. */
function withRevision(value: ObjectInputProps['value']) {
  return {revision: '', kind: '', ...value}
}

interface SourceStateProps {
  readonly document: StoredDocument
  readonly of: string
  readonly revision: string
  /** Called with the approved revision that the rendition follows from now on. */
  readonly onFollow: (revision: string) => void
}

function SourceState({document, of, revision, onFollow}: SourceStateProps) {
  const client = useClient({apiVersion: API_VERSION})
  const {_id: id, _type: type} = document
  const {loadable, retry} = useLoadable(
    useCallback(
      (signal: AbortSignal) => loadSource(client, {id, type, of, revision}, signal),
      [client, id, type, of, revision],
    ),
  )
  if (loadable.state === 'failed') {
    return (
      <Failed
        what="The other document could not be read"
        problem={loadable.problem}
        onRetry={retry}
      />
    )
  }
  if (loadable.state === 'loading') return <Text size={1}>Looking up the other document…</Text>
  const {record, before, now} = loadable.value
  if (!record) {
    return (
      <Card padding={3} radius={2} tone="caution" border role="status">
        <Text size={1}>Readers get no approved text of that document, and so not of this one.</Text>
      </Card>
    )
  }
  if (record.revision === revision) {
    return <Text size={1}>This text follows the newest approved text of “{record.title}”.</Text>
  }
  const stays = isUpToDate({revision}, record)
  return (
    <Card padding={3} radius={2} tone={stays ? 'transparent' : 'caution'} border>
      <Stack gap={4}>
        <Text size={1} role="status">
          {revision === ''
            ? `Choose the text of “${record.title}” that this one follows.`
            : stays
              ? `A newer text of “${record.title}” is approved. Its reviewers say that only its form changed, so this text stays valid.`
              : `A newer text of “${record.title}” is approved. Bring this text up to date.`}
        </Text>
        {now && before ? <ChangesOf before={before} now={now} /> : null}
        <Button
          mode="ghost"
          text="This text follows the newest approved text"
          onClick={() => onFollow(record.revision)}
        />
      </Stack>
    </Card>
  )
}

interface Source {
  /** Undefined if readers get no text of it. */
  readonly record: SourceRecord | undefined
  /** The text that the rendition follows, and the approved text. Undefined if the history no longer holds it. */
  readonly before: StoredDocument | undefined
  readonly now: StoredDocument | undefined
}

async function loadSource(
  client: SanityClient,
  {
    id,
    type,
    of,
    revision,
  }: {readonly id: string; readonly type: string; readonly of: string; readonly revision: string},
  signal: AbortSignal,
): Promise<Source> {
  const asking = {_id: id, _type: type, rendition: {of: {_type: 'reference', _ref: of}}}
  const {sources} = await loadContext(client, asking)
  const record = sources.get(of)
  const history = historyOf(client, signal)
  return {
    record,
    before: await approvedText(history, of, revision === '' ? undefined : revision),
    now: record && (await approvedText(history, of, record.revision)),
  }
}

function ChangesOf({before, now}: {readonly before: StoredDocument; readonly now: StoredDocument}) {
  const earlier: Loadable<StoredDocument> = {state: 'here', value: before}
  const changes = useChanges(earlier, now)
  return changes ? <ChangeList changes={changes} /> : <Text size={1}>Comparing the texts…</Text>
}
