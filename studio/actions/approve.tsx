// Approve: a reviewer approves exactly this text, after seeing what changed since the last approval.

import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Card, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useMemo, useState} from 'react'
import {useCurrentUser, type DocumentActionComponent, type SanityDocument} from 'sanity'
import {isOpen, type Finding} from '../../policy/finding.ts'
import {dayOf} from '../../review/days.ts'
import {AnswerList} from '../checks/answer-list.tsx'
import {useFindings} from '../checks/use-findings.ts'
import {ChangeList} from '../review/change-list.tsx'
import {changesBetween} from '../review/changes.ts'
import {Failed} from '../review/failed.tsx'
import type {Loadable} from '../review/loadable.ts'
import {useApprovedText} from '../review/use-approved-text.ts'
import {useHelpedWrite} from '../review/use-helped-write.ts'
import {useReview, type Review} from '../review/use-review.ts'
import {DecisionForm} from './decision-form.tsx'
import {useDecide} from './use-decide.ts'

export const approve: DocumentActionComponent = ({id, draft, published}) => {
  const review = useReview({id, draft, published})
  const {revision, isReviewer, status, lastApproval, me} = review
  const user = useCurrentUser()
  const {decisions} = review
  const helped = useHelpedWrite({id, revision, user: user?.id ?? '', decisions})
  const decide = useDecide(me)
  const [open, setOpen] = useState(false)
  const document = draft ?? published
  // A text whose review is due can be approved again without a change.
  if (!isReviewer || status === 'approved' || status === 'published') return null
  const title = whyNotApprove({document, helped: helped.loadable})
  // If that failed to load, the button loads it again instead of opening the form.
  const hasFailed = document !== null && helped.loadable.state === 'failed'
  return {
    label: 'Approve',
    icon: CheckmarkCircleIcon,
    tone: 'positive',
    disabled: title !== undefined && !hasFailed,
    title,
    onHandle: hasFailed ? helped.retry : () => setOpen(true),
    dialog: open &&
      document &&
      revision !== undefined && {
        type: 'dialog',
        header: 'Approve this text',
        width: 'large',
        onClose: () => setOpen(false),
        content: (
          <ApprovalForm
            id={id}
            document={document}
            revision={revision}
            lastApproval={lastApproval}
            onSubmit={async (comment, nextReview) => {
              await decide({subject: id, revision, decision: 'approved', comment, nextReview})
              setOpen(false)
            }}
          />
        ),
      },
  }
}

function whyNotApprove({
  document,
  helped,
}: {
  readonly document: SanityDocument | null
  readonly helped: Loadable<boolean>
}): string | undefined {
  if (!document) return 'There is nothing to approve yet.'
  if (helped.state === 'loading') return 'Looking up who wrote this text…'
  if (helped.state === 'failed') {
    return `The Studio could not look up who wrote this text: ${helped.problem}. Choose Approve to try again.`
  }
  if (helped.value) return 'You wrote some of this text, so another reviewer has to approve it.'
  return undefined
}

interface ApprovalFormProps extends Pick<Review, 'lastApproval'> {
  readonly id: string
  readonly document: SanityDocument
  readonly revision: string
  readonly onSubmit: (comment: string, nextReview: string | undefined) => Promise<void>
}

function ApprovalForm({id, document, revision, lastApproval, onSubmit}: ApprovalFormProps) {
  const {loadable: before, retry} = useApprovedText(id, lastApproval?.revision)
  const changes = useMemo(
    () => (before.state === 'here' ? changesBetween(before.value, document) : undefined),
    [before, document],
  )
  const isLost = lastApproval && before.state === 'here' && !before.value
  const {findings, loadable: checks, retry: checkAgain} = useFindings(document)
  const answered = (findings ?? []).filter((finding) => !isOpen(finding))
  const [accepted, setAccepted] = useState<ReadonlySet<number>>(new Set())
  const [nextReview, setNextReview] = useState('')
  const dateId = useId()
  return (
    <DecisionForm
      label="Approve exactly this text"
      commentLabel="Comment"
      commentRequired
      tone="positive"
      disabled={changes === undefined || checks.state !== 'here' || accepted.size < answered.length}
      onSubmit={(comment) => onSubmit(comment, nextReview || undefined)}
    >
      <Stack gap={3}>
        <Text size={1}>
          You approve exactly this revision. Any later change, even a comma, needs a new approval.
        </Text>
        <Card padding={3} radius={2} tone="transparent">
          <Text size={1}>
            <code style={{overflowWrap: 'anywhere'}}>{revision}</code>
          </Text>
        </Card>
        <Text as="h3" size={1} weight="semibold">
          {lastApproval
            ? `What changed since the approval on ${dayOf(lastApproval.decidedAt)}`
            : 'This text was never approved, so all of it is new'}
        </Text>
        {isLost ? (
          <Text size={1}>
            The history no longer holds the approved text, so the Studio cannot show what changed.
            The whole text is marked as new below.
          </Text>
        ) : null}
        {before.state === 'failed' ? (
          <Failed
            what="The approved text could not be looked up"
            problem={before.problem}
            onRetry={retry}
          />
        ) : changes === undefined ? (
          <Text size={1} muted>
            Looking up the last approved text…
          </Text>
        ) : (
          <ChangeList changes={changes} />
        )}
      </Stack>
      {checks.state === 'failed' ? (
        <Failed
          what="The text could not be checked"
          problem={checks.problem}
          onRetry={checkAgain}
        />
      ) : null}
      {answered.length === 0 ? null : (
        <AnswerList answered={answered} accepted={accepted} onChange={setAccepted} />
      )}
      <OpenFindings findings={findings} />
      <Stack gap={2}>
        <Text as="label" htmlFor={dateId} size={1} weight="semibold">
          Next review, if not after the usual interval
        </Text>
        <TextInput
          id={dateId}
          type="date"
          value={nextReview}
          onChange={(event) => setNextReview(event.currentTarget.value)}
        />
      </Stack>
    </DecisionForm>
  )
}

/** The open findings. They do not stop an approval, but the reviewer has to know about them. */
function OpenFindings({findings}: {readonly findings: readonly Finding[] | undefined}) {
  const open = (findings ?? []).filter(isOpen)
  const errors = open.filter(({severity}) => severity === 'error').length
  if (open.length === 0) return null
  return (
    <Card padding={3} radius={2} tone={errors > 0 ? 'critical' : 'caution'} border>
      <Text size={1}>
        {errors > 0
          ? `The checks refuse this text: ${errors === 1 ? 'one error' : `${errors} errors`}. Readers would not get it even if you approve.`
          : `The checks have ${open.length === 1 ? 'one open warning' : `${open.length} open warnings`}.`}{' '}
        See Checks, beside the document.
      </Text>
    </Card>
  )
}
