// The form of a decision in the Review view: beside the text that it is about, or below it on a narrow screen.

import {Button, Card, Heading, Stack, Text} from '@sanity/ui'
import {useEffect, useRef, useState, type ReactNode} from 'react'
import type {DecisionKind} from '../../review/decision.ts'
import {revisionOf} from '../../review/revision.ts'
import type {Status} from '../../review/status.ts'
import {begunWith, overtakenSince, type Begun} from '../review/overtaken.ts'
import type {OpenDocument, Review} from '../review/use-review.ts'
import {ApprovalForm} from './approval-form.tsx'
import {approvalsOf} from './approve-together.tsx'
import {Overtaking, TypedWords} from './overtaking.tsx'
import {RequestForm, whyNotRequest} from './request-changes.tsx'
import {RetractForm, whyNotRetract} from './retract.tsx'
import {useApproval, type Approval} from './use-approval.ts'
import {useDecide} from './use-decide.ts'
import {panelId, useDecisionPlace} from './use-decision-place.ts'

/** What the user decided. */
export interface Decided {
  readonly decision: DecisionKind
  /** The published ids of the documents that it is about. */
  readonly ids: readonly string[]
  /** Whether the user may give another word on the text. */
  readonly isPartial: boolean
}

interface DecisionPanelProps {
  readonly open: OpenDocument
  readonly title: string
  readonly review: Review
  /** Whether the user sees what changed. */
  readonly isShown: boolean
  readonly onDecided: (decided: Decided) => void
}

/** Texts with these statuses wait for a decision, so their form is open from the start. */
const waiting: ReadonlySet<Status> = new Set(['inReview', 'reviewDue', 'urgent'])

export function DecisionPanel(props: DecisionPanelProps) {
  const {open, title, review} = props
  const approval = useApproval(open, review)
  const {asked} = useDecisionPlace(open.id)
  // A reviewer who can only hurry the text has to ask for that.
  const isDue = approval !== undefined && !approval.isUrgentOnly && waiting.has(review.status)
  const decision = asked ?? (isDue ? 'approved' : undefined)
  const [words, setWords] = useState('')
  const [begun, setBegun] = useState<Begun>()
  const begins = begun ? undefined : begunWith(review, waiting.has(review.status))
  if (begins) setBegun(begins)
  const ref = useRef<HTMLElement>(null)
  const hasForm = decision !== undefined && (decision !== 'approved' || approval !== undefined)
  const overtaken = begun && review.mayDecide ? overtakenSince(begun, review) : undefined
  const isEmpty = !hasForm && !overtaken && words === ''
  useEffect(() => {
    const panel = ref.current
    if (isEmpty || !panel) return
    if (asked !== undefined) {
      const field = asked === 'approved' ? null : panel.querySelector('textarea')
      ;(field ?? panel).focus()
    } else if (document.activeElement === document.body) {
      // The document before it took the focus away. The text stays where it is, to be read.
      panel.focus({preventScroll: true})
    }
  }, [asked, isEmpty])
  if (isEmpty) return null
  return (
    <Card
      as="section"
      ref={ref}
      id={panelId(open.id)}
      tabIndex={-1}
      aria-label={`Your decision on “${title}”`}
      padding={4}
      radius={3}
      border
    >
      <Stack gap={4}>
        <Heading as="h2" size={0}>
          Your decision
        </Heading>
        {overtaken ? <Overtaking open={open} review={review} {...overtaken} /> : null}
        {hasForm ? (
          <Form
            {...props}
            decision={decision}
            approval={approval}
            words={words}
            onWords={setWords}
            onDecided={(decided) => {
              setWords('')
              props.onDecided(decided)
            }}
          />
        ) : (
          <TypedWords words={words} />
        )}
      </Stack>
    </Card>
  )
}

interface FormProps extends DecisionPanelProps {
  /** What the user has typed. */
  readonly words: string
  readonly onWords: (words: string) => void
  readonly decision: DecisionKind
  readonly approval: Approval | undefined
}

function Form(props: FormProps) {
  const {open, review, isShown, onDecided, decision, approval, words, onWords} = props
  const {id, type, published} = open
  const {me, governance, revision} = review
  const place = useDecisionPlace(id)
  const decide = useDecide(review)
  const [round, setRound] = useState(0)
  const to = (other: DecisionKind, label: string) => (
    <Button mode="ghost" text={label} onClick={() => place.open(other)} />
  )
  switch (decision) {
    case 'approved': {
      const {approvable, reason, retry} = approval ?? {}
      const request = whyNotRequest(type, review) === undefined
      return (
        <Stack gap={4}>
          {reason === undefined ? null : <Reason words={reason} retry={retry} />}
          {approvable ? null : <TypedWords words={words} />}
          {approvable ? (
            <ApprovalForm
              // Each word has a comment of its own.
              key={round}
              {...approvable}
              words={words}
              onWords={onWords}
              me={me}
              governance={governance}
              isShown={isShown}
              reason={reason}
              instead={request ? to('changesRequested', 'Request changes') : null}
              onSubmit={async (word, chosen) => {
                const {text, kinds} = approvable
                await decide(
                  {subject: id, revision: text.revision, decision, ...word},
                  ...approvalsOf(chosen, {me, governance, comment: word.comment}),
                )
                setRound(round + 1)
                onDecided({
                  decision,
                  ids: [id, ...chosen.map((other) => other.id)],
                  isPartial: kinds.length > 1,
                })
              }}
            />
          ) : request ? (
            to('changesRequested', 'Request changes')
          ) : null}
        </Stack>
      )
    }
    case 'changesRequested': {
      const reason = whyNotRequest(type, review)
      if (reason !== undefined || revision === undefined)
        return <Blocked words={reason} typed={words} />
      return (
        <RequestForm
          words={words}
          onWords={onWords}
          type={type}
          instead={approval?.approvable ? to('approved', 'Approve instead') : null}
          onSubmit={async (comment, field) => {
            await decide({subject: id, revision, decision, field, comment})
            onDecided({decision, ids: [id], isPartial: false})
          }}
        />
      )
    }
    case 'retracted': {
      const reason = whyNotRetract(open, review)
      if (reason !== undefined || !published) return <Blocked words={reason} typed={words} />
      return (
        <RetractForm
          words={words}
          onWords={onWords}
          id={id}
          type={type}
          onSubmit={async (comment) => {
            await decide({subject: id, revision: revisionOf(published), decision, comment})
            onDecided({decision, ids: [id], isPartial: false})
          }}
        />
      )
    }
  }
}

interface ReasonProps {
  readonly words: string | undefined
  readonly retry?: (() => void) | undefined
}

/** Why there is nothing to decide. */
function Reason({words, retry}: ReasonProps): ReactNode {
  return (
    <Stack gap={3}>
      <Text size={1} role="status">
        {words}
      </Text>
      {retry ? <Button mode="ghost" text="Try again" onClick={retry} /> : null}
    </Stack>
  )
}

interface BlockedProps extends ReasonProps {
  /** What the user typed before. */
  readonly typed: string
}

function Blocked({typed, ...reason}: BlockedProps) {
  return (
    <Stack gap={4}>
      <Reason {...reason} />
      <TypedWords words={typed} />
    </Stack>
  )
}
