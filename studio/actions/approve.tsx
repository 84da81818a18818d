// Approve: a reviewer gives a word on exactly this text, after seeing what changed since the last approval.

import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Card, Checkbox, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {useCurrentUser, type DocumentActionComponent, type SanityDocument} from 'sanity'
import {whyNotReviewedOn} from '../../model/refusals.ts'
import {progressText} from '../../model/standing/progress.ts'
import {isOpen, type Finding} from '../../policy/finding.ts'
import {today} from '../../review/days.ts'
import {isReviewedAgain, nextReviewDays} from '../../review/due.ts'
import {URGENT_WINDOW} from '../../review/plan.ts'
import type {Revision} from '../../review/revision.ts'
import {kindNames, type SignOffKind} from '../../review/sign-off-kind.ts'
import type {Signer} from '../../review/signer.ts'
import {AnswerList} from '../checks/answer-list.tsx'
import {useFindings} from '../checks/use-findings.ts'
import {WholeText} from '../preview/whole-text.tsx'
import {WorkLinks} from '../references/work-links.tsx'
import {ChangeList} from '../review/change-list.tsx'
import {hasGiven, kindsToGive, lacksMore, mayUrge} from '../review/entitlement.ts'
import {Failed} from '../review/failed.tsx'
import type {Governance} from '../review/governance.ts'
import type {NewText} from '../review/new-texts.ts'
import {usualKind} from '../review/objection.ts'
import {SignOffList} from '../review/sign-off-list.tsx'
import {useApprovedText} from '../review/use-approved-text.ts'
import {useChanges} from '../review/use-changes.ts'
import {useNewTexts} from '../review/use-new-texts.ts'
import {useObjection} from '../review/use-objection.ts'
import {useReview, type OpenText} from '../review/use-review.ts'
import {changedSince, PARTLY_APPROVED} from '../review/wording.ts'
import {approvalsOf, ApproveTogether} from './approve-together.tsx'
import {DecisionForm} from './decision-form.tsx'
import {useDecide} from './use-decide.ts'
import {whyNotApprove} from './why-not-approve.ts'

export const approve: DocumentActionComponent = ({id, type, draft, published}) => {
  const review = useReview({id, type, draft, published})
  const {status, text, me, mayDecide, governance, decisions} = review
  const user = useCurrentUser()
  const document = draft ?? published
  const others = useNewTexts(document, review)?.all ?? []
  const signer = governance.signersFor(type).get(me)
  const requirements = text?.requirements ?? []
  const kinds = kindsToGive(requirements, me, signer)
  // A reviewer who has given every word can still ask for an urgent correction.
  const isUrgentOnly =
    kinds.length === 0 &&
    text?.state === 'open' &&
    text.base !== undefined &&
    mayUrge(requirements, me, signer)
  const {loadable, retry} = useObjection({
    document,
    user: user?.id ?? '',
    kind: kinds[0] ?? usualKind(type),
    decisions,
    governance,
  })
  const decide = useDecide(me)
  const [open, setOpen] = useState(false)
  // A text whose review is due can be approved again without a change.
  if (!mayDecide || status === 'approved' || status === 'published') return null
  if (kinds.length === 0 && hasGiven(requirements, me) && !isUrgentOnly) return null
  const title = document
    ? whyNotApprove({
        type,
        text,
        me,
        objection: loadable,
        isEntitled: kinds.length > 0 || isUrgentOnly,
      })
    : 'There is nothing to approve yet.'
  // If that failed to load, the button loads it again instead of opening the form.
  const hasFailed = document !== null && loadable.state === 'failed'
  return {
    label: isUrgentOnly ? 'Correct now' : 'Approve',
    icon: CheckmarkCircleIcon,
    tone: 'positive',
    disabled: title !== undefined && !hasFailed,
    title,
    onHandle: hasFailed ? retry : () => setOpen(true),
    dialog: open &&
      document &&
      text &&
      signer && {
        type: 'dialog',
        header: isUrgentOnly ? 'Correct this text now' : 'Approve this text',
        width: 'large',
        onClose: () => setOpen(false),
        content: (
          <ApprovalForm
            id={id}
            document={document}
            text={text}
            kinds={isUrgentOnly ? ['clinical'] : kinds}
            isUrgentOnly={isUrgentOnly}
            me={me}
            signer={signer}
            governance={governance}
            others={others}
            onSubmit={async (word, chosen) => {
              await decide(
                {subject: id, revision: text.revision, decision: 'approved', ...word},
                ...approvalsOf(chosen, {me, governance, comment: word.comment}),
              )
              setOpen(false)
            }}
          />
        ),
      },
  }
}

/** What a reviewer gives with a word. */
interface NewWord {
  readonly kind: SignOffKind
  readonly urgent: boolean
  readonly comment: string
  readonly nextReview: string | undefined
}

interface ApprovalFormProps {
  readonly id: string
  readonly document: SanityDocument
  readonly text: OpenText
  /** Which words the user may give: one or more. */
  readonly kinds: readonly SignOffKind[]
  /** Whether all words of the user are there, so that the form can only ask for an urgent correction. */
  readonly isUrgentOnly: boolean
  readonly me: string
  readonly signer: Signer
  readonly governance: Governance
  /** The new texts that go together with it. */
  readonly others: readonly NewText[]
  /** Takes those of the others that get a word too. */
  readonly onSubmit: (word: NewWord, chosen: readonly NewText[]) => Promise<void>
}

function ApprovalForm(props: ApprovalFormProps) {
  const {id, document, text, kinds, isUrgentOnly, me, signer, governance, others, onSubmit} = props
  const {revision, requirements, base} = text
  const {loadable: before, retry} = useApprovedText(id, base?.word.revision)
  const changes = useChanges(before, document)
  const isLost = base && before.state === 'here' && !before.value
  const {findings, loadable: checks, retry: checkAgain} = useFindings(document, me)
  const answered = (findings ?? []).filter((finding) => !isOpen(finding))
  const [accepted, setAccepted] = useState<ReadonlySet<number>>(new Set())
  const [nextReview, setNextReview] = useState('')
  const [chosen, setChosen] = useState<SignOffKind>()
  const [urgent, setUrgent] = useState(isUrgentOnly)
  // By their revisions, so that a text that changes meanwhile is not chosen any more.
  const [alsoApproved, setAlsoApproved] = useState<ReadonlySet<Revision>>(new Set())
  const also = others.filter((other) => alsoApproved.has(other.text.revision))
  // Counted from now, as the lake does when it gets the decision.
  const badDay = nextReview === '' ? undefined : whyNotReviewedOn(nextReview, today())
  // The plan may be met by another reviewer while the form is open.
  const kind = kinds.find((one) => one === chosen) ?? kinds[0]
  const mayBeUrgent =
    kind === 'clinical' &&
    text.state === 'open' &&
    base !== undefined &&
    (isUrgentOnly || lacksMore(requirements, kind, signer))
  return (
    <DecisionForm
      label={
        also.length === 0
          ? 'Approve exactly this text'
          : `Approve exactly these ${also.length + 1} texts`
      }
      commentLabel="Comment"
      commentRequired
      tone="positive"
      disabled={
        kind === undefined ||
        badDay !== undefined ||
        (isUrgentOnly && !urgent) ||
        changes === undefined ||
        checks.state !== 'here' ||
        accepted.size < answered.length
      }
      onSubmit={async (comment) => {
        if (kind === undefined) return
        await onSubmit(
          {
            kind,
            urgent: mayBeUrgent && urgent,
            comment,
            nextReview: nextReview || undefined,
          },
          also,
        )
      }}
    >
      {document._type === 'citedWork' ? <WorkLinks work={document} /> : null}
      <Stack gap={3}>
        <Text size={1}>
          You approve exactly this revision. Any later change, even a comma, needs a new approval.
        </Text>
        <Card padding={3} radius={2} tone="transparent">
          <Text size={1}>
            <code style={{overflowWrap: 'anywhere'}}>{revision}</code>
          </Text>
        </Card>
      </Stack>
      <Stack gap={3}>
        <Text as="h3" size={1} weight="semibold">
          Words so far: {progressText(requirements)}
        </Text>
        <SignOffList requirements={requirements} names={governance.names} />
        <KindChoice kinds={kinds} kind={kind} onChange={setChosen} />
      </Stack>
      <Stack gap={3}>
        <Text as="h3" size={1} weight="semibold">
          {base ? changedSince(base) : 'This text was never approved, so all of it is new'}
        </Text>
        {base?.isApproved === false ? <Text size={1}>{PARTLY_APPROVED}</Text> : null}
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
        ) : base ? (
          <ChangeList changes={changes} />
        ) : (
          <WholeText document={document} changes={changes} />
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
      {mayBeUrgent ? <CorrectNow checked={urgent} onChange={setUrgent} /> : null}
      {isReviewedAgain(document._type) ? (
        <NextReview day={nextReview} problem={badDay} onChange={setNextReview} />
      ) : null}
      <ApproveTogether
        others={others}
        me={me}
        governance={governance}
        chosen={alsoApproved}
        onChange={setAlsoApproved}
      />
    </DecisionForm>
  )
}

interface KindChoiceProps {
  readonly kinds: readonly SignOffKind[]
  readonly kind: SignOffKind | undefined
  readonly onChange: (kind: SignOffKind | undefined) => void
}

/** Says which word the user gives, and asks if there are several. */
function KindChoice({kinds, kind, onChange}: KindChoiceProps) {
  const id = useId()
  if (kind === undefined) return <Text size={1}>All words that you may give are there now.</Text>
  if (kinds.length === 1) return <Text size={1}>You give the {kindNames[kind]} word.</Text>
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="semibold">
        Which word do you give?
      </Text>
      <Select
        id={id}
        value={kind}
        onChange={({currentTarget: {value}}) => onChange(kinds.find((one) => one === value))}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {kindNames[one]}
          </option>
        ))}
      </Select>
    </Stack>
  )
}

interface NextReviewProps {
  /** YYYY-MM-DD, or empty for the usual interval. */
  readonly day: string
  readonly problem: string | undefined
  readonly onChange: (day: string) => void
}

function NextReview({day, problem, onChange}: NextReviewProps) {
  const id = useId()
  const {earliest, latest} = nextReviewDays(today())
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="semibold">
        Next review, if not after the usual interval
      </Text>
      <TextInput
        id={id}
        type="date"
        min={earliest}
        max={latest}
        value={day}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {problem === undefined ? null : (
        <Card padding={3} radius={2} tone="critical" role="alert">
          <Text size={1}>{problem}.</Text>
        </Card>
      )}
    </Stack>
  )
}

interface CorrectNowProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function CorrectNow({checked, onChange}: CorrectNowProps) {
  const id = useId()
  return (
    <Flex gap={3}>
      <Checkbox id={id} checked={checked} onChange={() => onChange(!checked)} />
      <Stack as="label" htmlFor={id} gap={2}>
        <Text size={1} weight="medium">
          Correct now
        </Text>
        <Text size={1} muted>
          Readers get this text as soon as two clinical reviewers choose this within{' '}
          {URGENT_WINDOW / 60_000} minutes. It stays marked as urgent until all words are given.
        </Text>
      </Stack>
    </Flex>
  )
}

/** The findings that stay open after an approval. They do not stop it, but the reviewer has to know about them. */
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
