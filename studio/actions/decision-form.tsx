// The form behind each decision and request: its subject, a comment, and a button. If the lake refuses, the form
// shows the error.

import {Button, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState, type ReactNode} from 'react'
import {load, problemOf} from '../review/loadable.ts'
import {Problem} from './problem.tsx'

interface DecisionFormProps {
  /** Shown above the comment. */
  readonly children?: ReactNode
  readonly label: string
  readonly commentLabel: string
  /** What the user has typed. The place around the form keeps it, so that it outlives the form. */
  readonly words: string
  readonly onWords: (words: string) => void
  /** Whether the button waits for a comment, and whether the form folds away the field for it. */
  readonly comment?: 'required' | 'optional' | 'folded'
  /** What the form folds away, with the comment if that is folded too. */
  readonly fold?: {readonly summary: string; readonly content: ReactNode} | undefined
  readonly tone: 'primary' | 'positive' | 'caution' | 'critical'
  readonly disabled?: boolean
  /** The way to another decision, before the button. */
  readonly instead?: ReactNode
  readonly onSubmit: (comment: string) => Promise<void>
}

export function DecisionForm(props: DecisionFormProps) {
  const {children, label, commentLabel, fold, tone, disabled, instead, onSubmit} = props
  const {comment: asked = 'optional', words, onWords} = props
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    setProblem(problemOf(await load(() => onSubmit(words.trim()))))
    setBusy(false)
  }
  const field = <Comment label={commentLabel} value={words} onChange={onWords} />
  return (
    // What was refused may be right once the user has changed something.
    <Stack gap={4} onChange={() => setProblem(undefined)}>
      {children}
      {fold ? (
        <details>
          <summary>
            <Text as="span" size={1} style={inline}>
              {fold.summary}
            </Text>
          </summary>
          <Stack gap={4} paddingTop={4}>
            {fold.content}
            {asked === 'folded' ? field : null}
          </Stack>
        </details>
      ) : null}
      {asked === 'folded' ? null : field}
      {problem === undefined ? null : <Problem words={problem} />}
      <Flex gap={2} wrap="wrap" justify="flex-end">
        {instead}
        <Button
          text={label}
          tone={tone}
          loading={busy}
          disabled={disabled || busy || (asked === 'required' && words.trim() === '')}
          onClick={() => void submit()}
        />
      </Flex>
    </Stack>
  )
}

/** Beside the sign of the fold. */
const inline = {display: 'inline-block'} as const

interface CommentProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Comment({label, value, onChange}: CommentProps) {
  const id = useId()
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="semibold">
        {label}
      </Text>
      <TextArea
        id={id}
        rows={4}
        value={value}
        data-unsent={value.trim() === '' ? undefined : ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Stack>
  )
}
