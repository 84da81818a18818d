// The form with which a reviewer gives a word on exactly the text beside it.

import {Card, Checkbox, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type ComponentProps, type ReactNode} from 'react'
import {whyNotReviewedOn} from '../../model/refusals.ts'
import {formatFinding, isOpen, type Finding} from '../../policy/finding.ts'
import {formatDay} from '../../review/day-words.ts'
import {today} from '../../review/days.ts'
import {isReviewedAgain, nextReviewDays} from '../../review/due.ts'
import {URGENT_WINDOW} from '../../review/plan.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {kindNames, type SignOffKind} from '../../review/sign-off-kind.ts'
import {renderedTypes} from '../../schemas/data/renditions.ts'
import {AnswerList} from '../checks/answer-list.tsx'
import {useFindings} from '../checks/use-findings.ts'
import {WorkLinks} from '../references/work-links.tsx'
import {lacksMore} from '../review/entitlement.ts'
import {Failed} from '../review/failed.tsx'
import type {Governance} from '../review/governance.ts'
import type {NewText} from '../review/new-texts.ts'
import type {OpenText} from '../review/use-review.ts'
import {ApproveTogether, type ChosenTexts} from './approve-together.tsx'
import {DecisionForm} from './decision-form.tsx'
import {Problem} from './problem.tsx'
import type {Approvable} from './use-approval.ts'

/** What a reviewer gives with a word. */
interface NewWord {
  readonly kind: SignOffKind
  readonly urgent: boolean
  /** Whether only the form changed since the approved text before. */
  readonly cosmetic: boolean
  readonly comment: string
  readonly nextReview: string | undefined
}

interface ApprovalFormProps
  extends Approvable, Pick<ComponentProps<typeof DecisionForm>, 'words' | 'onWords'> {
  readonly me: string
  readonly governance: Governance
  /** Whether the user sees what changed. Before that, nothing can be approved. */
  readonly isShown: boolean
  /** Why the text cannot be approved now, as a sentence. */
  readonly reason: string | undefined
  /** The way to another decision. */
  readonly instead: ReactNode
  /** Takes those of the others that get a word too. */
  readonly onSubmit: (word: NewWord, chosen: readonly NewText[]) => Promise<void>
}

export function ApprovalForm(props: ApprovalFormProps) {
  const {document, text, kinds, isUrgentOnly, me, signer, governance, others, onSubmit} = props
  const {isShown, reason, instead, words, onWords} = props
  const {revision, requirements, base} = text
  const {findings, loadable: checks, retry: checkAgain} = useFindings(document, me)
  const answered = (findings ?? []).filter((finding) => !isOpen(finding))
  const open = (findings ?? []).filter(isOpen)
  const [accepted, setAccepted] = useState<ReadonlySet<number>>(new Set())
  const [chosen, setChosen] = useState<SignOffKind>()
  const [urgent, setUrgent] = useState(isUrgentOnly)
  // For the two texts that the user compared, so that a change of either takes the mark away.
  const [cosmetic, setCosmetic] = useState<string>()
  const compared = mayHaveRenditions(document) ? comparedIn(text) : undefined
  // What has to be corrected now changes the message.
  const isCosmetic = !urgent && compared !== undefined && cosmetic === compared
  // By their revisions, so that a text that changes meanwhile is not chosen any more.
  const [alsoApproved, setAlsoApproved] = useState<ChosenTexts>(new Map())
  const also = others.filter((other) => alsoApproved.has(other.text.revision))
  const openInAll = [
    open.length,
    ...also.map((other) => alsoApproved.get(other.text.revision) ?? 0),
  ]
  const needsComment = openInAll.some((count) => count > 0)
  // Undefined while only a part of it is typed.
  const [nextReview, setNextReview] = useState<string | undefined>('')
  const badDay = whyNotNextReview(nextReview)
  // The plan may be met by another reviewer while the form is open.
  const kind = kinds.find((one) => one === chosen) ?? kinds[0]
  const mayBeUrgent =
    kind === 'clinical' &&
    text.state === 'open' &&
    base !== undefined &&
    (isUrgentOnly || lacksMore(requirements, kind, signer))
  return (
    <DecisionForm
      words={words}
      onWords={onWords}
      label={
        also.length === 0
          ? 'Approve exactly this text'
          : `Approve exactly these ${also.length + 1} texts`
      }
      commentLabel={needsComment ? 'Comment on what the checks found' : 'Comment'}
      comment={needsComment ? 'required' : 'folded'}
      fold={foldOf({
        needsComment,
        nextReview: isReviewedAgain(document._type) ? (
          <NextReview problem={badDay} onChange={setNextReview} />
        ) : undefined,
      })}
      tone="positive"
      instead={instead}
      disabled={
        reason !== undefined ||
        kind === undefined ||
        badDay !== undefined ||
        (isUrgentOnly && !urgent) ||
        !isShown ||
        checks.state !== 'here' ||
        accepted.size < answered.length
      }
      onSubmit={async (comment) => {
        if (kind === undefined) return
        await onSubmit(
          {
            kind,
            urgent: mayBeUrgent && urgent,
            cosmetic: isCosmetic,
            comment,
            nextReview: nextReview || undefined,
          },
          also,
        )
      }}
    >
      {document._type === 'citedWork' ? <WorkLinks work={document} /> : null}
      <Text size={1}>
        You approve exactly this revision. Any later change, even a comma, needs a new approval.
      </Text>
      <Card padding={3} radius={2} tone="transparent">
        <Text size={0}>
          <code style={{overflowWrap: 'anywhere'}}>{revision}</code>
        </Text>
      </Card>
      <KindChoice kinds={kinds} kind={kind} onChange={setChosen} />
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
      <OpenFindings open={open} />
      {mayBeUrgent ? (
        <Choice
          title="Correct now"
          description={`Readers get this text as soon as two clinical reviewers choose this within ${URGENT_WINDOW / 60_000} minutes. It stays marked as urgent until all words are given.`}
          checked={urgent}
          onChange={setUrgent}
        />
      ) : null}
      {compared !== undefined && !urgent ? (
        <Choice
          title="Only the form changed"
          description="Translations stay valid. Do not tick it if a number, a dose, a warning or the meaning of a sentence changed."
          checked={isCosmetic}
          onChange={(checked) => setCosmetic(checked ? compared : undefined)}
        />
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

/** Why a day cannot be given, as a sentence; undefined if it can. Counted from now, as the lake does. */
function whyNotNextReview(day: string | undefined): string | undefined {
  if (day === undefined) return 'The day of the next review is not complete.'
  const problem = day === '' ? undefined : whyNotReviewedOn(day, today())
  return problem && `${problem}.`
}

/** What a reviewer seldom needs: a comment on a text without open findings, and a day for the next review. */
function foldOf({
  needsComment,
  nextReview,
}: {
  readonly needsComment: boolean
  readonly nextReview: ReactNode
}): ComponentProps<typeof DecisionForm>['fold'] {
  if (nextReview === undefined) {
    return needsComment ? undefined : {summary: 'Comment', content: null}
  }
  return {
    summary: needsComment ? 'Next review' : 'Comment and next review',
    content: nextReview,
  }
}

interface KindChoiceProps {
  readonly kinds: readonly SignOffKind[]
  readonly kind: SignOffKind | undefined
  readonly onChange: (kind: SignOffKind | undefined) => void
}

/** Says which word the user gives, and asks if there are several. */
function KindChoice({kinds, kind, onChange}: KindChoiceProps) {
  const id = useId()
  if (kind === undefined) return null
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
  /** A sentence. */
  readonly problem: string | undefined
  /** Takes YYYY-MM-DD, empty for the usual interval, or undefined while only a part of the day is typed. */
  readonly onChange: (day: string | undefined) => void
}

function NextReview({problem, onChange}: NextReviewProps) {
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
        aria-describedby={`${id}-range`}
        // A browser reports a part of a day as no day.
        onInput={({currentTarget: {value, validity}}) =>
          onChange(validity.badInput ? undefined : value)
        }
      />
      <Text id={`${id}-range`} size={1} muted>
        From {formatDay(earliest)} to {formatDay(latest)}.
      </Text>
      {problem === undefined ? null : <Problem words={problem} />}
    </Stack>
  )
}

/** Whether other documents can say what a document says, in another language or form. */
function mayHaveRenditions({_type, rendition}: StoredDocument): boolean {
  return rendition === undefined && renderedTypes.some((type) => type === _type)
}

/** The revisions that a reviewer compares, if the earlier one is another approved text. */
function comparedIn({revision, base}: OpenText): string | undefined {
  return base?.isApproved && base.word.revision !== revision
    ? `${base.word.revision} ${revision}`
    : undefined
}

interface ChoiceProps {
  readonly title: string
  readonly description: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function Choice({title, description, checked, onChange}: ChoiceProps) {
  const id = useId()
  return (
    <Flex gap={3}>
      <Checkbox id={id} checked={checked} onChange={() => onChange(!checked)} />
      <Stack as="label" htmlFor={id} gap={2}>
        <Text size={1} weight="medium">
          {title}
        </Text>
        <Text size={1} muted>
          {description}
        </Text>
      </Stack>
    </Flex>
  )
}

/** The findings that stay open after an approval. They do not stop it, but the reviewer has to know about them. */
function OpenFindings({open}: {readonly open: readonly Finding[]}) {
  const errors = open.filter(({severity}) => severity === 'error').length
  if (open.length === 0) return null
  return (
    <Card padding={3} radius={2} tone={errors > 0 ? 'critical' : 'caution'} border>
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {errors > 0
            ? `The checks refuse this text: ${errors === 1 ? 'one error' : `${errors} errors`}. Readers would not get it even if you approve.`
            : `The checks have ${open.length === 1 ? 'one open warning' : `${open.length} open warnings`}.`}
        </Text>
        <Stack as="ul" gap={3} style={bulleted}>
          {open.slice(0, MOST_NAMED).map((finding, index) => (
            // Only their order tells findings apart.
            <li key={index}>
              <Text size={1}>{formatFinding(finding)}</Text>
            </li>
          ))}
        </Stack>
        <Text size={1}>
          {open.length > MOST_NAMED ? `Not shown here: ${open.length - MOST_NAMED} more. ` : ''}
          See Checks, beside the document.
        </Text>
      </Stack>
    </Card>
  )
}

const bulleted = {margin: 0, paddingInlineStart: 16, listStyle: 'disc'} as const

/** So many findings fit beside the text. */
const MOST_NAMED = 5
