// Tells the user that a question to the lake failed, and offers to ask again.

import {Box, Button, Card, Stack, Text} from '@sanity/ui'

interface FailedProps {
  /** A sentence without a full stop. */
  readonly what: string
  readonly problem: string
  readonly onRetry: () => void
}

export function Failed({what, problem, onRetry}: FailedProps) {
  return (
    <Card padding={3} radius={2} tone="critical" role="alert" border>
      <Stack gap={3}>
        <Text size={1}>
          {what}: {problem}
        </Text>
        <Box>
          <Button mode="ghost" text="Try again" onClick={onRetry} />
        </Box>
      </Stack>
    </Card>
  )
}
