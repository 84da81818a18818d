// Above the form of a reference: fills its fields in from a text that the writer pastes, and names references
// that are the same work.

import {Box, Button, Card, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState, type ReactNode} from 'react'
import {set, type DocumentDefinition, type ObjectInputProps} from 'sanity'
import {useFieldTitles} from '../review/use-field-titles.ts'
import {Doubles} from './doubles.tsx'
import {missingFields, type FilledIn} from './missing-fields.ts'
import {readReference} from './read-reference.ts'

/** Adds both to the form of references. Other types stay as they are. */
export function withFillIn(type: DocumentDefinition): DocumentDefinition {
  return type.name === 'citedWork' ? {...type, components: {input: ReferenceInput}} : type
}

function ReferenceInput(props: ObjectInputProps): ReactNode {
  const {value, readOnly, onChange, renderDefault} = props
  return (
    <Stack gap={4}>
      {readOnly === true ? null : (
        <FillIn
          work={value ?? {}}
          onFill={({added}) => {
            onChange(Object.entries(added).map(([field, text]) => set(text, [field])))
          }}
        />
      )}
      <Doubles work={value ?? {}} />
      {renderDefault(props)}
    </Stack>
  )
}

interface FillInProps {
  /** The reference as it is. */
  readonly work: Readonly<Record<string, unknown>>
  readonly onFill: (filledIn: FilledIn) => void
}

function FillIn({work, onFill}: FillInProps) {
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<{readonly words: string; readonly failed: boolean}>()
  const titles = useFieldTitles('citedWork')
  const id = useId()
  const fill = (): void => {
    const {fields, problem} = readReference(text)
    if (problem !== undefined) return setOutcome({words: problem, failed: true})
    const filledIn = missingFields(work, fields, () => crypto.randomUUID())
    onFill(filledIn)
    setOutcome({words: wordsFor(filledIn, titles), failed: false})
    return setText('')
  }
  return (
    <Card border radius={2} padding={3}>
      <Stack gap={3}>
        <Text as="label" htmlFor={id} size={1} weight="medium">
          Paste a reference to fill in the empty fields
        </Text>
        <Text id={`${id}-formats`} size={1} muted>
          As RIS, BibTeX, CSL-JSON or PubMed’s .nbib. Journals and PubMed offer these under “Cite”
          or “Export citation”.
        </Text>
        <TextArea
          id={id}
          aria-describedby={`${id}-formats`}
          rows={3}
          value={text}
          onChange={({currentTarget}) => setText(currentTarget.value)}
        />
        <Flex gap={3} align="center">
          <Button mode="ghost" text="Fill in" disabled={text.trim() === ''} onClick={fill} />
          <Box flex={1} role="status">
            {outcome ? (
              <Card tone={outcome.failed ? 'critical' : 'positive'} padding={2} radius={2}>
                <Text size={1}>{outcome.words}</Text>
              </Card>
            ) : null}
          </Box>
        </Flex>
      </Stack>
    </Card>
  )
}

function wordsFor({added, kept}: FilledIn, titles: ReadonlyMap<string, string>): string {
  const count = Object.keys(added).length
  const filled = count === 1 ? '1 field was filled in.' : `${count} fields were filled in.`
  return kept.length === 0
    ? `${filled} Compare them with the work itself.`
    : `${filled} Other words were there already and stay: ${kept.map((name) => titles.get(name) ?? name).join(', ')}.`
}
