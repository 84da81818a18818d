// The form behind each decision and request: its subject, a comment, and a button. If the lake refuses,
// the form shows the error.

import {Box, Button, Card, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState, type ReactNode} from 'react'

interface DecisionFormProps {
  /** Shown above the comment. */
  readonly children?: ReactNode
  readonly label: string
  readonly commentLabel: string
  /** Whether the button waits for a comment. */
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
