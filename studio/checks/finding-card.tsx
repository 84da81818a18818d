// One card of the checks: what is wrong, why, and each place, with what the writer can do about it there.

import {studioPath} from '@sanity/client/csm'
import {Badge, Button, Card, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState, type ReactNode} from 'react'
import {useDocumentOperation, type ValidationMarker} from 'sanity'
import {formatFinding, placesOf, WHOLE, type Finding} from '../../policy/finding.ts'
import type {Mend} from '../../policy/mend.ts'
import {ruleWithId} from '../../policy/rules.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {PlaceLink} from '../review/place-link.tsx'
import type {usePlace} from '../review/use-place.ts'
import {rangeOf} from './marks.ts'
import {textsAround} from './open-texts.ts'

/** The document that the checks are about. */
export interface Checked {
  /** The published id. */
  readonly id: string
  readonly type: string
  readonly text: StoredDocument
  readonly placeOf: ReturnType<typeof usePlace>
  /** Undefined if the user may not edit the document. */
  readonly onMend: ((mend: Mend, text: StoredDocument) => void) | undefined
}

const tones = {error: 'critical', warning: 'caution', info: 'default'} as const

interface FindingCardProps {
  /** At least one. They say the same of different places. */
  readonly findings: readonly Finding[]
  readonly checked: Checked
}

export function FindingCard({findings: alike, checked}: FindingCardProps): ReactNode {
  const findings = alike.flatMap(placesOf)
  const [first] = findings
  if (!first) return null
  const {rule, severity, answer} = first
  const title = sharedBy(findings, formatFinding) ?? ruleWithId(rule)?.title
  const hint = sharedBy(findings, (finding) => finding.hint)
  const mend: Mend = Object.assign({}, ...findings.map((finding) => finding.mend))
  return (
    <Card
      as="li"
      padding={4}
      radius={3}
      border
      tone={answer === undefined ? tones[severity] : 'default'}
    >
      <Stack gap={4}>
        <Heading
          title={findings.length > 1 ? `${title} (${findings.length})` : title}
          source={rule}
        />
        {hint === undefined ? null : <Text size={1}>{hint}</Text>}
        <Stack as="ul" gap={4} style={{listStyle: 'none', padding: 0, margin: 0}}>
          {findings.map((finding) => (
            <Place
              key={keyOf(finding)}
              finding={finding}
              checked={checked}
              says={findings.length > 1 && sharedBy(findings, formatFinding) === undefined}
              hints={hint === undefined}
            />
          ))}
        </Stack>
        {findings.length > 1 ? (
          <MendButton text={`Mend all ${findings.length}`} mend={mend} checked={checked} />
        ) : null}
        <Rationale rule={rule} />
      </Stack>
    </Card>
  )
}

interface HeadingProps {
  readonly title: string | undefined
  /** What found it: a rule, or the form. */
  readonly source: string
}

function Heading({title, source}: HeadingProps): ReactNode {
  return (
    <Stack gap={3}>
      <Text as="h4" size={1} weight="semibold">
        {title}
      </Text>
      <Flex>
        <Badge>{source}</Badge>
      </Flex>
    </Stack>
  )
}

interface DisclosureProps {
  readonly summary: string
  readonly children: ReactNode
}

/** Words that open on demand. */
function Disclosure({summary, children}: DisclosureProps): ReactNode {
  return (
    <details>
      <summary style={{cursor: 'pointer', fontSize: '0.8125rem', lineHeight: 1.5}}>
        {summary}
      </summary>
      <Stack gap={3} paddingY={3}>
        {children}
      </Stack>
    </details>
  )
}

/** What all findings have in common; undefined if they differ. */
function sharedBy(
  findings: readonly Finding[],
  wordsOf: (finding: Finding) => string,
): string | undefined {
  const words = new Set(findings.map(wordsOf))
  return words.size === 1 ? [...words][0] : undefined
}

export function keyOf({rule, path, quote, message}: Finding): string {
  return [rule, path, quote?.start, message].join(' ')
}

interface PlaceProps {
  readonly finding: Finding
  readonly checked: Checked
  /** Whether the place says what is wrong there, because the card cannot. */
  readonly says: boolean
  readonly hints: boolean
}

function Place({finding, checked, says, hints}: PlaceProps): ReactNode {
  const {rule, path, sentence, hint, answer, mend} = finding
  const words = checked.placeOf(finding)
  return (
    <Stack as="li" gap={3} data-place={path}>
      {words === undefined ? null : (
        <Text size={0} muted>
          {words}
        </Text>
      )}
      {says ? (
        <Text size={1} weight="medium">
          {formatFinding(finding)}
        </Text>
      ) : null}
      {hints ? <Text size={1}>{hint}</Text> : null}
      {sentence === undefined ? null : (
        <Text as="blockquote" size={1} muted>
          {sentence}
        </Text>
      )}
      {answer === undefined ? null : <Text size={1}>Reason: {answer}</Text>}
      <Flex gap={4} align="center" wrap="wrap">
        {path === WHOLE ? null : (
          <Text size={1}>
            <ShowMe finding={finding} checked={checked} />
          </Text>
        )}
        <MendButton text="Mend" mend={mend} checked={checked} />
      </Flex>
      {sentence === undefined || answer !== undefined ? null : (
        <AnswerForm rule={rule} sentence={sentence} {...checked} />
      )}
    </Stack>
  )
}

interface MendButtonProps {
  readonly text: string
  readonly mend: Mend | undefined
  readonly checked: Checked
}

function MendButton({text, mend, checked: {onMend, text: document}}: MendButtonProps): ReactNode {
  if (!onMend || !mend || Object.keys(mend).length === 0) return null
  return (
    <Flex>
      <Button
        mode="ghost"
        padding={2}
        fontSize={1}
        text={text}
        onClick={() => onMend(mend, document)}
      />
    </Flex>
  )
}

interface ShowMeProps {
  readonly finding: Pick<Finding, 'path' | 'quote'>
  readonly checked: Pick<Checked, 'id' | 'type' | 'text'>
}

/** Leads to a place, and selects the words there. */
function ShowMe({finding, checked: {id, type, text}}: ShowMeProps): ReactNode {
  const {path, quote} = finding
  const select = (): boolean => {
    for (const open of textsAround(id, path)) {
      const range = rangeOf(text, open.path, finding)
      if (!range) continue
      open.show(range)
      return true
    }
    if (quote) selectInField(quote)
    return false
  }
  return (
    <PlaceLink id={id} type={type} path={path} select={select}>
      Show me
    </PlaceLink>
  )
}

/** How long a field may take to get the focus. */
const FOCUS_MS = 1000

/** Selects words in the field that gets the focus next, if it holds them. */
function selectInField({text, start, end}: NonNullable<Finding['quote']>): void {
  const select = ({target}: FocusEvent): void => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    if (isField && target.value.slice(start, end) === text) target.setSelectionRange(start, end)
  }
  const signal = AbortSignal.timeout(FOCUS_MS)
  document.addEventListener('focusin', select, {once: true, signal})
}

function Rationale({rule}: {readonly rule: string}): ReactNode {
  const found = ruleWithId(rule)
  if (!found) return null
  return (
    <Disclosure summary="Why?">
      <Text size={1}>{found.rationale}</Text>
      {found.sources.map(({title, url}) => (
        <Text key={url} size={1}>
          <a href={url} rel="noreferrer" target="_blank">
            {title}
          </a>
        </Text>
      ))}
    </Disclosure>
  )
}

interface AnswerFormProps extends Pick<Checked, 'id' | 'type'> {
  readonly rule: string
  readonly sentence: string
}

function AnswerForm({id, type, rule, sentence}: AnswerFormProps): ReactNode {
  const {patch} = useDocumentOperation(id, type)
  const [reason, setReason] = useState('')
  const fieldId = useId()
  const give = (): void => {
    const item = {_type: 'answer', _key: crypto.randomUUID(), rule, sentence, reason: reason.trim()}
    patch.execute([{setIfMissing: {answers: []}}, {insert: {after: 'answers[-1]', items: [item]}}])
  }
  return (
    <Disclosure summary="Keep these words">
      <Text as="label" htmlFor={fieldId} size={1} weight="medium">
        Why can these words stay?
      </Text>
      <Flex gap={2} align="flex-end">
        <div style={{flex: 1}}>
          <TextArea
            id={fieldId}
            rows={2}
            value={reason}
            data-unsent={reason.trim() === '' ? undefined : ''}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        <Button
          mode="ghost"
          text="Answer"
          disabled={reason.trim() === '' || Boolean(patch.disabled)}
          onClick={give}
        />
      </Flex>
    </Disclosure>
  )
}

interface MarkerCardProps {
  readonly marker: ValidationMarker
  readonly checked: Checked
}

/** What the form itself asks for, such as a field that is required. */
export function MarkerCard({
  marker: {level, message, path: steps},
  checked,
}: MarkerCardProps): ReactNode {
  const path = steps.length === 0 ? WHOLE : studioPath.toString([...steps])
  const words = checked.placeOf({document: checked.id, path})
  return (
    <Card as="li" padding={4} radius={3} border tone={tones[level]}>
      <Stack gap={4}>
        <Heading title={words === undefined ? message : `${words}: ${message}`} source="form" />
        {path === WHOLE ? null : (
          <Text size={1}>
            <ShowMe finding={{path}} checked={checked} />
          </Text>
        )}
      </Stack>
    </Card>
  )
}
