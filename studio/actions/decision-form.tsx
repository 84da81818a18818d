// The form behind each decision: what it is about, a comment, and a button that shows its errors.

import {Box, Button, Card, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState, type ReactNode} from 'react'

interface DecisionFormProps {
  /** What is said above the form: what is being decided on. */
  readonly children?: ReactNode
  readonly label: string
  readonly commentLabel: string
  /** What must be written before the button works; nothing if undefined. */
  readonly commentRequired?: boolean
  readonly tone: 'primary' | 'positive' | 'caution' | 'critical'
  readonly disabled?: boolean
  readonly onSubmit: (comment: string) => Promise<void>
}

export function DecisionForm(props: DecisionFormProps) {
  const {children, label, commentLabel, commentRequired = false, tone, disabled, onSubmit} = props
  const [comment, setComment] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const id = useId()
  const submit = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await onSubmit(comment.trim())
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap={4}>
      {children}
      <Stack gap={2}>
        <Text as="label" htmlFor={id} size={1} weight="semibold">
          {commentLabel}
        </Text>
        <TextArea
          id={id}
          rows={4}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </Stack>
      {problem === undefined ? null : (
        <Card padding={3} radius={2} tone="critical" role="alert">
          <Text size={1}>{problem}</Text>
        </Card>
      )}
      <Flex justify="flex-end">
        <Box>
          <Button
            text={label}
            tone={tone}
            loading={busy}
            disabled={disabled || busy || (commentRequired && comment.trim() === '')}
            onClick={() => void submit()}
          />
        </Box>
      </Flex>
    </Stack>
  )
}
