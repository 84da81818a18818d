// The writer's answers to findings. The reviewer accepts them one by one.

import {Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {formatFinding, type Finding} from '../../policy/finding.ts'

interface AnswerListProps {
  readonly answered: readonly Finding[]
  /** The positions of the answers that the reviewer has accepted. */
  readonly accepted: ReadonlySet<number>
  readonly onChange: (accepted: ReadonlySet<number>) => void
}

export function AnswerList({answered, accepted, onChange}: AnswerListProps) {
  const groupId = useId()
  const toggle = (index: number): void => {
    const others = [...accepted].filter((other) => other !== index)
    onChange(new Set(accepted.has(index) ? others : [...others, index]))
  }
  return (
    <Stack role="group" aria-labelledby={groupId} gap={3}>
      <Text as="h3" id={groupId} size={1} weight="semibold">
        Reasons that the writer gives
      </Text>
      <Text size={1} muted>
        Accept each reason, or request changes instead.
      </Text>
      {answered.map((finding, index) => (
        <Choice
          // The list does not change while the form is open.
          key={index}
          finding={finding}
          checked={accepted.has(index)}
          onChange={() => toggle(index)}
        />
      ))}
    </Stack>
  )
}

interface ChoiceProps {
  readonly finding: Finding
  readonly checked: boolean
  readonly onChange: () => void
}

function Choice({finding, checked, onChange}: ChoiceProps) {
  const id = useId()
  return (
    <Flex gap={3}>
      <Checkbox id={id} checked={checked} onChange={onChange} />
      <Stack as="label" htmlFor={id} gap={2}>
        <Text size={1} weight="medium">
          {finding.answer}
        </Text>
        <Text size={1} muted>
          {formatFinding(finding)}: {finding.sentence}
        </Text>
      </Stack>
    </Flex>
  )
}
