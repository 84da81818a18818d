// What is wrong with a document, in one list: the findings of the editorial rules, and what the form itself
// asks for. The writer fixes each finding, lets the Studio mend it, or answers it with a reason to keep the words.

import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {SearchIcon} from '@sanity/icons/Search'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Box, Button, Card, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {memo, useCallback, useMemo, useState, type ReactNode} from 'react'
import {
  defineDocumentInspector,
  getPublishedId,
  useDocumentOperation,
  useEditState,
  type DocumentInspector,
  type DocumentInspectorContext,
  type DocumentInspectorProps,
  type SanityDocument,
  type ValidationMarker,
} from 'sanity'
import {DocumentInspectorHeader, useDocumentPane} from 'sanity/structure'
import {answerFinder, answersOf, type Answer} from '../../policy/answers.ts'
import {isOpen, type Finding} from '../../policy/finding.ts'
import {valuesAt, type Mend} from '../../policy/mend.ts'
import {isGoverned} from '../../review/governed.ts'
import {Failed} from '../review/failed.tsx'
import {useNewTexts} from '../review/use-new-texts.ts'
import {usePlace} from '../review/use-place.ts'
import {useReview} from '../review/use-review.ts'
import {withNewTexts} from './about-new.ts'
import {faultsAmong} from './faults.ts'
import {FindingCard, keyOf, MarkerCard, type Checked} from './finding-card.tsx'
import {alike, MOST_SHOWN} from './findings.ts'
import {mendInText} from './open-texts.ts'
import {useFindings} from './use-findings.ts'
import {isOurs} from './with-checks.ts'

/** The panel beside the form. Opening it does not close the form, so the writer can still undo. */
const checksInspector = defineDocumentInspector({
  name: 'checks',
  component: ChecksInspector,
  useMenuItem: ({documentId, documentType}) => ({
    title: 'Checks',
    showAsAction: true,
    hidden: !isGoverned(documentType),
    ...useLook(getPublishedId(documentId), documentType),
  }),
})

/** Sanity's list of what the form asks for. */
const VALIDATION = 'sanity/structure/validation'

/** Adds the checks. They hold what Sanity's own list says, so that list has no button where they are. */
export function withOneList(
  inspectors: DocumentInspector[],
  {documentType}: DocumentInspectorContext,
): DocumentInspector[] {
  const others = inspectors.map((inspector) =>
    inspector.name === VALIDATION && isGoverned(documentType)
      ? {...inspector, useMenuItem: () => ({title: 'Validation', hidden: true})}
      : inspector,
  )
  return [...others, checksInspector]
}

/** The button shows the worst that the list holds. */
function useLook(id: string, type: string) {
  const levels = new Set(useMarkers(id, type).map(({level}) => level))
  if (levels.has('error')) return {icon: ErrorOutlineIcon, tone: 'critical'} as const
  if (levels.has('warning')) return {icon: WarningOutlineIcon, tone: 'caution'} as const
  return {icon: SearchIcon}
}

/** What the form says, and what becomes of the new texts to which the document leads. */
function useMarkers(id: string, type: string): ValidationMarker[] {
  const {validation} = useDocumentPane()
  const {draft, published} = useEditState(id, type)
  const text = draft ?? published
  const newTexts = useNewTexts(text, useReview({id, type, draft, published}))
  return useMemo(
    () => withNewTexts(validation, text, newTexts?.needed ?? []),
    [validation, text, newTexts],
  )
}

function ChecksInspector({documentId, documentType, onClose}: DocumentInspectorProps) {
  const id = getPublishedId(documentId)
  const {draft, published} = useEditState(id, documentType)
  const text = draft ?? published
  return (
    <Flex direction="column" height="fill" overflow="hidden" data-testid="checks">
      <DocumentInspectorHeader
        as="header"
        flex="none"
        title="Checks"
        closeButtonLabel="Close the checks"
        onClose={onClose}
      />
      <Card flex={1} overflow="auto">
        {text ? (
          <Checks id={id} type={documentType} text={text} />
        ) : (
          <Box padding={4}>
            <Text size={1}>There is no text to check yet.</Text>
          </Box>
        )}
      </Card>
    </Flex>
  )
}

interface ChecksProps {
  /** The published id. */
  readonly id: string
  readonly type: string
  readonly text: SanityDocument
}

function Checks({id, type, text}: ChecksProps) {
  const {findings, text: checkedText, loadable, retry} = useFindings(text)
  const validation = useMarkers(id, type)
  const {mend, undo} = useMend({id, type, text})
  if (loadable.state === 'failed') {
    return (
      <Box margin={4}>
        <Failed what="The text could not be checked" problem={loadable.problem} onRetry={retry} />
      </Box>
    )
  }
  if (!findings || !checkedText) return <Spinner muted />
  return (
    <Stack gap={5} padding={4}>
      {undo ? (
        <Flex gap={3} align="center">
          <Text size={1}>Mended.</Text>
          <Button mode="ghost" padding={2} fontSize={1} text="Undo" onClick={undo} />
        </Flex>
      ) : null}
      <List
        id={id}
        type={type}
        text={checkedText}
        findings={findings}
        validation={validation}
        onMend={mend}
      />
    </Stack>
  )
}

interface ListProps extends ChecksProps, Pick<Checked, 'onMend'> {
  readonly findings: readonly Finding[]
  readonly validation: readonly ValidationMarker[]
}

/** It waits for the next check: to draw a hundred cards at each key stroke would slow the writer down. */
const List = memo(({findings, validation, ...known}: ListProps) => {
  const checked = {...known, placeOf: usePlace(known.text)}
  const open = findings.filter(isOpen)
  const markers = faultsAmong(validation.filter((marker) => !isOurs(marker)))
  const parts = {
    findings: (severity: Finding['severity']) => open.filter((one) => one.severity === severity),
    markers: (level: ValidationMarker['level']) => markers.filter((one) => one.level === level),
  }
  return (
    <>
      <Text size={1} role="status">
        {open.length + markers.length === 0
          ? 'The checks found no problems in this text.'
          : 'Fix these words, or give a reason to keep them. A reviewer who approves the text accepts your reasons.'}
      </Text>
      <Group
        title="Errors: readers would not get this text"
        markers={parts.markers('error')}
        findings={parts.findings('error')}
        checked={checked}
      />
      <Group
        title="Warnings"
        markers={parts.markers('warning')}
        findings={parts.findings('warning')}
        checked={checked}
      />
      <Group title="Notes" markers={parts.markers('info')} findings={[]} checked={checked} />
      <Group
        title="Answered"
        markers={[]}
        findings={findings.filter((one) => !isOpen(one))}
        checked={checked}
      />
      <Unused answers={answersOf(known.text)} findings={findings} />
    </>
  )
})
List.displayName = 'List'

interface Mending {
  /** Undefined if the user may not edit the document. */
  readonly mend: Checked['onMend']
  /** Takes back the last mend; undefined if there is none, or if the text was changed there since. */
  readonly undo: (() => void) | undefined
}

/**
 * Writes mends in the draft. An open text takes one as an edit of its own, with a step in its history. Other
 * fields have no history, so the checks keep what was there.
 */
function useMend({id, type, text}: ChecksProps): Mending {
  const {formState} = useDocumentPane()
  const {patch} = useDocumentOperation(id, type)
  const [last, setLast] = useState<{readonly before: Mend; readonly after: Mend}>()
  const write = useCallback(
    (values: Mend): void => {
      if (mendInText(id, values)) return
      const entries = Object.entries(values)
      const missing = entries.flatMap(([path, value]) => (value === undefined ? path : []))
      const set = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
      patch.execute([{set}, ...(missing.length > 0 ? [{unset: missing}] : [])])
    },
    [id, patch],
  )
  const mend = useCallback<NonNullable<Checked['onMend']>>(
    (after, checkedText) => {
      setLast({before: valuesAt(checkedText, Object.keys(after)), after})
      write(after)
    },
    [write],
  )
  const mayEdit = !patch.disabled && formState?.readOnly !== true
  if (!mayEdit) return {mend: undefined, undo: undefined}
  const stands = last && same(valuesAt(text, Object.keys(last.after)), last.after)
  return {
    mend,
    undo: stands
      ? () => {
          setLast(undefined)
          write(last.before)
        }
      : undefined,
  }
}

function same(a: Mend, b: Mend): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

interface GroupProps {
  readonly title: string
  readonly markers: readonly ValidationMarker[]
  readonly findings: readonly Finding[]
  readonly checked: Checked
}

function Group({title, markers, findings, checked}: GroupProps): ReactNode {
  const count = markers.length + findings.length
  if (count === 0) return null
  return (
    <Stack as="section" gap={3}>
      <Heading as="h3" size={0}>
        {title} ({count})
      </Heading>
      <Stack as="ul" gap={3} style={{listStyle: 'none', padding: 0}}>
        {markers.map((marker, index) => (
          // Two marks of one field can say the same.
          <MarkerCard key={index} marker={marker} checked={checked} />
        ))}
        {alike(findings.slice(0, MOST_SHOWN)).map((group) => (
          <FindingCard
            key={group.slice(0, 1).map(keyOf).join('')}
            findings={group}
            checked={checked}
          />
        ))}
      </Stack>
      {findings.length > MOST_SHOWN ? (
        <Text size={1} muted>
          Not shown here: {findings.length - MOST_SHOWN} more. They appear as you fix these.
        </Text>
      ) : null}
    </Stack>
  )
}

interface UnusedProps {
  readonly answers: readonly Answer[]
  readonly findings: readonly Finding[]
}

/** How many answers belong to sentences that have changed. */
function Unused({answers, findings}: UnusedProps): ReactNode {
  const answerTo = answerFinder(answers)
  const used = new Set(findings.map(answerTo))
  const unused = answers.filter((answer) => !used.has(answerTo(answer)))
  if (unused.length === 0) return null
  return (
    <Text size={1} muted>
      {unused.length === 1
        ? 'One answer belongs to a sentence that has changed.'
        : `${unused.length} answers belong to sentences that have changed.`}{' '}
      You can remove old answers in the form, under Review.
    </Text>
  )
}
