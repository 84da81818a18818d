// The findings of the editorial rules in a document. The writer fixes each one, or answers it with a
// reason to keep the words.

import {SearchIcon} from '@sanity/icons/Search'
import {Badge, Box, Button, Card, Flex, Heading, Spinner, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState, type ReactNode} from 'react'
import {
  defineDocumentInspector,
  getPublishedId,
  useDocumentOperation,
  useEditState,
  type DocumentInspectorProps,
  type SanityDocument,
} from 'sanity'
import {DocumentInspectorHeader} from 'sanity/structure'
import {answerFinder, answersOf, type Answer} from '../../policy/answers.ts'
import {isOpen, formatFinding, type Finding, WHOLE} from '../../policy/finding.ts'
import {rules} from '../../policy/rules.ts'
import {isGoverned} from '../../review/governed.ts'
import {Failed} from '../review/failed.tsx'
import {PlaceLink, type DocumentRef} from '../review/place-link.tsx'
import {usePlace} from '../review/use-place.ts'
import {MOST_SHOWN} from './findings.ts'
import {useFindings} from './use-findings.ts'

/** The panel beside the form. Opening it does not close the form, so the writer can still undo. */
export const checksInspector = defineDocumentInspector({
  name: 'checks',
  component: ChecksInspector,
  useMenuItem: ({documentType}) => ({
    title: 'Checks',
    icon: SearchIcon,
    showAsAction: true,
    hidden: !isGoverned(documentType),
  }),
})

function ChecksInspector({documentId, documentType, onClose}: DocumentInspectorProps) {
  const {draft, published} = useEditState(getPublishedId(documentId), documentType)
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        as="header"
        flex="none"
        title="Checks"
        closeButtonLabel="Close the checks"
        onClose={onClose}
      />
      <Card flex={1} overflow="auto">
        <Checks id={getPublishedId(documentId)} type={documentType} text={draft ?? published} />
      </Card>
    </Flex>
  )
}

interface ChecksProps extends DocumentRef {
  readonly text: SanityDocument | null
}

function Checks({id, type, text}: ChecksProps) {
  const {findings, loadable, retry} = useFindings(text)
  const place = {id, type, placeOf: usePlace(text)}
  if (loadable.state === 'failed') {
    return (
      <Box margin={4}>
        <Failed what="The text could not be checked" problem={loadable.problem} onRetry={retry} />
      </Box>
    )
  }
  if (!findings) return <Spinner muted />
  const open = findings.filter(isOpen)
  const errors = open.filter(({severity}) => severity === 'error')
  const warnings = open.filter(({severity}) => severity === 'warning')
  return (
    <Stack gap={5} padding={4}>
      <Text size={1} role="status">
        {open.length === 0
          ? 'The checks found no problems in this text.'
          : 'Fix these words, or give a reason to keep them. A reviewer who approves the text accepts your reasons.'}
      </Text>
      <Group title="Errors: readers would not get this text" findings={errors} {...place} />
      <Group title="Warnings" findings={warnings} {...place} />
      <Group title="Answered" findings={findings.filter((one) => !isOpen(one))} {...place} />
      <Unused answers={text ? answersOf(text) : []} findings={findings} />
    </Stack>
  )
}

interface PlacedIn extends DocumentRef {
  readonly placeOf: ReturnType<typeof usePlace>
}

interface GroupProps extends PlacedIn {
  readonly title: string
  readonly findings: readonly Finding[]
}

function Group({title, findings, ...place}: GroupProps) {
  if (findings.length === 0) return null
  return (
    <Stack as="section" gap={3}>
      <Heading as="h3" size={0}>
        {title} ({findings.length})
      </Heading>
      <Stack as="ul" gap={3} style={{listStyle: 'none', padding: 0}}>
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <FindingCard key={keyOf(finding)} finding={finding} {...place} />
        ))}
      </Stack>
      {findings.length > MOST_SHOWN ? (
        <Text size={1} muted>
          {findings.length - MOST_SHOWN} more are not shown here. They appear as you fix these.
        </Text>
      ) : null}
    </Stack>
  )
}

function keyOf({rule, path, quote, message}: Finding): string {
  return [rule, path, quote?.start, message].join(' ')
}

const tones = {error: 'critical', warning: 'caution'} as const

function FindingCard({finding, placeOf, ...place}: PlacedIn & {readonly finding: Finding}) {
  const {rule, severity, path, sentence, hint, answer} = finding
  const words = placeOf(finding)
  return (
    <Card
      as="li"
      padding={4}
      radius={3}
      border
      tone={answer === undefined ? tones[severity] : 'default'}
    >
      <Stack gap={4}>
        {words === undefined ? null : (
          <Text size={0} muted>
            {words}
          </Text>
        )}
        <Flex gap={3} align="flex-start" justify="space-between">
          <Text size={1} weight="semibold">
            {formatFinding(finding)}
          </Text>
          <Badge>{rule}</Badge>
        </Flex>
        <Text size={1}>{hint}</Text>
        {sentence === undefined ? null : (
          <Text as="blockquote" size={1} muted>
            {sentence}
          </Text>
        )}
        <Flex gap={4} align="flex-start">
          {path === WHOLE ? null : (
            <Text size={1}>
              <PlaceLink {...place} path={path}>
                Show me
              </PlaceLink>
            </Text>
          )}
          <Rationale rule={rule} />
        </Flex>
        {answer === undefined ? null : <Text size={1}>Reason: {answer}</Text>}
        {sentence === undefined || answer !== undefined ? null : (
          <AnswerForm rule={rule} sentence={sentence} {...place} />
        )}
      </Stack>
    </Card>
  )
}

function Rationale({rule}: {readonly rule: string}) {
  const found = rules.find(({id}) => id === rule)
  if (!found) return null
  return (
    <details>
      <Text as="summary" size={1} style={{cursor: 'pointer', display: 'list-item'}}>
        Why?
      </Text>
      <Stack gap={3} paddingY={3}>
        <Text size={1}>{found.rationale}</Text>
        {found.sources.map(({title, url}) => (
          <Text key={url} size={1}>
            <a href={url} rel="noreferrer" target="_blank">
              {title}
            </a>
          </Text>
        ))}
      </Stack>
    </details>
  )
}

interface AnswerFormProps extends DocumentRef {
  readonly rule: string
  readonly sentence: string
}

function AnswerForm({id, type, rule, sentence}: AnswerFormProps) {
  const {patch} = useDocumentOperation(id, type)
  const [reason, setReason] = useState('')
  const fieldId = useId()
  const give = (): void => {
    const item = {_type: 'answer', _key: crypto.randomUUID(), rule, sentence, reason: reason.trim()}
    patch.execute([{setIfMissing: {answers: []}}, {insert: {after: 'answers[-1]', items: [item]}}])
  }
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={fieldId} size={1} weight="medium">
        Why can these words stay?
      </Text>
      <Flex gap={2} align="flex-end">
        <div style={{flex: 1}}>
          <TextArea
            id={fieldId}
            rows={2}
            value={reason}
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
