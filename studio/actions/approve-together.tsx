// The new texts that go together with a text, in the form that approves it: each can be approved with it.

import {Card, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useCurrentUser} from 'sanity'
import {IntentLink} from 'sanity/router'
import {isOpen} from '../../policy/finding.ts'
import type {Revision} from '../../review/revision.ts'
import {kindNames, type SignOffKind} from '../../review/sign-off-kind.ts'
import {useFindings} from '../checks/use-findings.ts'
import {ChangeList} from '../review/change-list.tsx'
import {kindsToGive} from '../review/entitlement.ts'
import type {Governance} from '../review/governance.ts'
import type {NewText} from '../review/new-texts.ts'
import {usualKind} from '../review/objection.ts'
import {useChanges} from '../review/use-changes.ts'
import {useObjection} from '../review/use-objection.ts'
import {whyNotApprove} from './why-not-approve.ts'

/** The approvals of some new texts. A text that lacks no word of the user any more gets none. */
export function approvalsOf(
  texts: readonly NewText[],
  {me, governance, comment}: {me: string; governance: Governance; comment: string},
) {
  return texts.flatMap((other) => {
    const kind = kindFor(other, me, governance)
    const {revision} = other.text
    return kind ? [{subject: other.id, revision, decision: 'approved' as const, kind, comment}] : []
  })
}

/** The word that a person gives on a new text; undefined if there is none to give. */
function kindFor(
  {type, text}: NewText,
  person: string,
  governance: Governance,
): SignOffKind | undefined {
  return kindsToGive(text.requirements, person, governance.signersFor(type).get(person))[0]
}

/** Texts that get a word too, by their revisions, with how many findings are open in each. */
export type ChosenTexts = ReadonlyMap<Revision, number>

interface ApproveTogetherProps {
  readonly others: readonly NewText[]
  readonly me: string
  readonly governance: Governance
  readonly chosen: ChosenTexts
  readonly onChange: (chosen: ChosenTexts) => void
}

export function ApproveTogether(props: ApproveTogetherProps) {
  const {others, me, governance, chosen, onChange} = props
  const groupId = useId()
  const open = others.filter(({status}) => status !== 'approved')
  if (open.length === 0) return null
  return (
    <Stack role="group" aria-labelledby={groupId} gap={3}>
      <Text as="h3" id={groupId} size={1} weight="semibold">
        Approve these new texts with it
      </Text>
      <Text size={1} muted>
        They go to readers together with this text. Your comment is about all that you choose.
      </Text>
      {open.map((other) => {
        const {revision} = other.text
        return (
          <OtherText
            key={other.id}
            other={other}
            me={me}
            governance={governance}
            checked={chosen.has(revision)}
            onChange={(checked, findings) => {
              const rest = [...chosen].filter(([one]) => one !== revision)
              onChange(new Map(checked ? [...rest, [revision, findings]] : rest))
            }}
          />
        )
      })}
    </Stack>
  )
}

interface OtherTextProps {
  readonly other: NewText
  readonly me: string
  readonly governance: Governance
  readonly checked: boolean
  /** Takes how many findings are open in it too. */
  readonly onChange: (checked: boolean, findings: number) => void
}

const OPEN_FOR_ANSWERS =
  'Its writer gives reasons that you have to accept. Open it, and approve it there.'

/** It was never approved, so all its words are new. */
const NOTHING_BEFORE = {state: 'here', value: undefined} as const

function OtherText({other, me, governance, checked, onChange}: OtherTextProps) {
  const {id, type, title, draft, text, decisions} = other
  const boxId = useId()
  const kind = kindFor(other, me, governance)
  const {loadable: objection} = useObjection({
    document: draft,
    user: useCurrentUser()?.id ?? '',
    kind: kind ?? usualKind(type),
    decisions,
    governance,
  })
  const {findings, loadable: checks} = useFindings(draft, me)
  const changes = useChanges(NOTHING_BEFORE, draft)
  const answered = (findings ?? []).filter((finding) => !isOpen(finding))
  const reason =
    whyNotApprove({type, text, me, objection, isEntitled: kind !== undefined}) ??
    (checks.state === 'failed' ? `The text could not be checked: ${checks.problem}.` : undefined) ??
    (checks.state === 'loading' || !changes ? 'Checking the text…' : undefined) ??
    (answered.length > 0 ? OPEN_FOR_ANSWERS : undefined)
  const open = (findings ?? []).filter(isOpen).length
  return (
    <Card padding={3} radius={2} border>
      <Stack gap={3}>
        <Flex align="center" gap={2}>
          <Checkbox
            id={boxId}
            checked={checked && reason === undefined}
            disabled={reason !== undefined}
            onChange={() => onChange(!checked, open)}
          />
          <Text as="h4" size={1} weight="medium">
            <label htmlFor={boxId}>
              {title}
              {kind === undefined ? '' : ` (${kindNames[kind]})`}
            </label>
          </Text>
        </Flex>
        {reason === undefined ? null : <Text size={1}>{reason}</Text>}
        {open === 0 ? null : (
          <Text size={1}>
            The checks have {open === 1 ? 'one open finding' : `${open} open findings`} in it.
          </Text>
        )}
        <details open>
          <summary>
            <Text as="span" size={1} style={{display: 'inline-block'}}>
              What it says
            </Text>
          </summary>
          <Stack gap={3} paddingTop={3}>
            <ChangeList changes={changes ?? []} />
          </Stack>
        </details>
        <Text size={1}>
          <IntentLink intent="edit" params={{id, type}}>
            Open it
          </IntentLink>
        </Text>
      </Stack>
    </Card>
  )
}
