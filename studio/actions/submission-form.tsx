// The form behind requests for review, and the documents that it makes.

import {Checkbox, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type ReactNode} from 'react'
import {useClient} from 'sanity'
import {whyNotNeededBy} from '../../model/refusals.ts'
import {planText} from '../../model/standing/progress.ts'
import {today} from '../../review/days.ts'
import {isAdministrative} from '../../review/governed.ts'
import {lacking} from '../../review/next-review.ts'
import {type Plan, type RequirementProgress} from '../../review/plan.ts'
import type {Revision} from '../../review/revision.ts'
import {kindNames} from '../../review/sign-off-kind.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {peopleToAsk, type AskablePerson, type OpenRequest} from '../review/entitlement.ts'
import type {Governance} from '../review/governance.ts'
import {DecisionForm} from './decision-form.tsx'
import {Problem} from './problem.tsx'

/** A text for which a review can be requested. */
export interface SubmittedText extends OpenRequest {
  readonly revision: Revision
  /** The ids of the new texts that are submitted together with it. */
  readonly together?: readonly string[]
}

interface Asked {
  /** The id of the `person` document of the user who asks. */
  readonly by: string
  readonly note: string
  /** YYYY-MM-DD; empty for no day. */
  readonly neededBy: string
  /** The ids of their `person` documents. */
  readonly reviewers: readonly string[]
}

/** A request to review exactly this revision of a document. It names the words that are missing. */
export function submissionOf(
  {id, type, revision, requirements, together = []}: Omit<SubmittedText, 'authors'>,
  {by, note, neededBy, reviewers}: Asked,
) {
  return {
    _type: 'submission',
    subject: {_type: 'reference', _ref: id, _weak: true},
    revision,
    reviewers: reviewers.map(weakReference),
    // One decision answers a request about people and site settings, so it names no words.
    ...(isAdministrative(type)
      ? {}
      : {
          requirements: askedFor(requirements).map((requirement) => ({
            _key: [requirement.kind, requirement.field ?? ''].join('-'),
            _type: 'planRequirement',
            ...requirement,
          })),
        }),
    ...(together.length === 0 ? {} : {together: together.map(weakReference)}),
    ...(note === '' ? {} : {note}),
    submittedBy: {_type: 'reference', _ref: by, _weak: true},
    ...(neededBy === '' ? {} : {neededBy}),
    submittedAt: new Date().toISOString(),
  }
}

function weakReference(id: string) {
  return {_key: id, _type: 'reference', _ref: id, _weak: true}
}

/** What has to be asked for so that requirements are met. */
function askedFor(requirements: readonly RequirementProgress[]): Plan {
  return lacking(requirements).map(({kind, people, field, words}) => ({
    kind,
    people: people - words.length,
    ...(field === undefined ? {} : {field}),
  }))
}

interface SubmissionFormProps {
  readonly me: string
  /** At least one. */
  readonly texts: readonly SubmittedText[]
  readonly governance: Governance
  /** Shown above the form. */
  readonly children?: ReactNode
  /** Whether the texts cannot be submitted now. */
  readonly disabled?: boolean
  /** Called after the requests were made. */
  readonly onDone: () => void
}

/** Asks whom to ask, and for a note to them. People and site settings go to administrators. */
export function SubmissionForm(props: SubmissionFormProps) {
  const {me, texts, governance, children, disabled = false, onDone} = props
  const client = useClient({apiVersion: API_VERSION})
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [neededBy, setNeededBy] = useState('')
  const badDay = neededBy === '' ? undefined : whyNotNeededBy(neededBy, today())
  const [note, setNote] = useState('')
  const requests = texts.map((text) => ({text, people: peopleToAsk(text, governance, me)}))
  const asked = requests
    .filter(({people}) => people.length > 0)
    .map(({text, people}) => ({
      text,
      reviewers: people.flatMap(({id}) => (chosen.includes(id) ? [id] : [])),
    }))
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  const send = async (trimmed: string): Promise<void> => {
    const transaction = client.transaction()
    for (const {text, reviewers} of asked) {
      transaction.create(submissionOf(text, {by: me, note: trimmed, neededBy, reviewers}))
    }
    await transaction.commit()
    onDone()
  }
  return (
    <DecisionForm
      label="Submit"
      commentLabel="Note to the reviewers"
      words={note}
      onWords={setNote}
      tone="primary"
      disabled={
        disabled ||
        badDay !== undefined ||
        asked.length === 0 ||
        asked.some(({reviewers}) => reviewers.length === 0)
      }
      onSubmit={send}
    >
      {children}
      <People
        title="Who should review it?"
        requests={requests.filter(({text}) => !isAdministrative(text.type))}
        chosen={chosen}
        onToggle={toggle}
      />
      <People
        title="Which administrator should approve people and site settings?"
        requests={requests.filter(({text}) => isAdministrative(text.type))}
        chosen={chosen}
        onToggle={toggle}
      />
      <NeededBy value={neededBy} problem={badDay} onChange={setNeededBy} />
    </DecisionForm>
  )
}

interface Request {
  readonly text: SubmittedText
  readonly people: readonly AskablePerson[]
}

interface PeopleProps {
  readonly title: string
  readonly requests: readonly Request[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
}

function People({title, requests, chosen, onToggle}: PeopleProps) {
  const groupId = useId()
  if (requests.length === 0) return null
  const needs = [...new Set(requests.map(({text}) => planText(askedFor(text.requirements))))]
  const people = allOf(requests)
  const stuck = requests.filter(({people}) => people.length === 0).length
  return (
    <Stack role="group" aria-labelledby={groupId} gap={3}>
      <Text as="h3" id={groupId} size={1} weight="semibold">
        {title}
      </Text>
      <Text size={1} muted>
        Needed: {needs.join('; or ')}.
      </Text>
      {people.map(({id, name, kinds}) => (
        <Choice
          key={id}
          label={`${name} (${kinds.map((kind) => kindNames[kind]).join(', ')})`}
          checked={chosen.includes(id)}
          onChange={() => onToggle(id)}
        />
      ))}
      {stuck === 0 ? null : (
        <Text size={1}>
          {stuck === requests.length
            ? 'No other person may give these words.'
            : `For ${stuck} of these ${requests.length} texts no other person may give the words, so they are left out.`}{' '}
          Ask an administrator to give a person the role.
        </Text>
      )}
    </Stack>
  )
}

/** The people of some requests, each once with all their kinds, in order of name. */
function allOf(requests: readonly Request[]): AskablePerson[] {
  const byId = Map.groupBy(
    requests.flatMap(({people}) => people),
    ({id}) => id,
  )
  return [...byId.values()]
    .flatMap(([first, ...others]) =>
      first
        ? [
            {
              ...first,
              kinds: [...new Set([first, ...others].flatMap(({kinds}) => kinds))],
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

interface NeededByProps {
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (day: string) => void
}

function NeededBy({value, problem, onChange}: NeededByProps) {
  const id = useId()
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} size={1} weight="semibold">
        Needed by (optional)
      </Text>
      <TextInput
        id={id}
        type="date"
        min={today()}
        value={value}
        onChange={({currentTarget}) => onChange(currentTarget.value)}
      />
      {problem === undefined ? null : <Problem words={`${problem}.`} />}
    </Stack>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: () => void
}

function Choice({label, checked, onChange}: ChoiceProps) {
  const id = useId()
  return (
    <Flex align="center" gap={2}>
      <Checkbox id={id} checked={checked} onChange={onChange} />
      <Text as="label" htmlFor={id} size={1}>
        {label}
      </Text>
    </Flex>
  )
}
