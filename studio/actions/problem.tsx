// Says why something that the user asked for did not happen, or cannot.

import {Card, Text} from '@sanity/ui'

/** @param words A sentence, or what the lake said. */
export function Problem({words}: {readonly words: string}) {
  return (
    <Card padding={3} radius={2} tone="critical" role="alert">
      <Text size={1}>{words}</Text>
    </Card>
  )
}
