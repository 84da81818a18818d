// Shows changes to a reviewer: added words underlined, removed words struck through. The elements `ins`
// and `del` say the same without colours.

import {Card, Stack, Text} from '@sanity/ui'
import type {TextChange, Piece} from './changes.ts'

const decoration = {
  added: {background: 'rgb(20 140 80 / .18)', textDecoration: 'underline'},
  removed: {background: 'rgb(190 40 40 / .16)', textDecoration: 'line-through'},
} as const

function PieceText({text, kind}: Piece) {
  if (kind === 'same') return text
  return kind === 'added' ? (
    <ins style={decoration.added}>{text}</ins>
  ) : (
    <del style={decoration.removed}>{text}</del>
  )
}

export function ChangeList({changes}: {readonly changes: readonly TextChange[]}) {
  if (changes.length === 0) return <Text size={1}>Nothing has changed.</Text>
  return (
    <Stack as="ul" gap={3}>
      {changes.map(({id, place, pieces}) => (
        <Stack as="li" key={id} gap={2}>
          <Text size={0} muted>
            {place}
          </Text>
          <Card padding={3} radius={2} border>
            <Text size={1} style={{whiteSpace: 'pre-wrap'}}>
              {pieces.map((piece, index) => (
                // Only their order tells pieces apart.
                <PieceText key={index} {...piece} />
              ))}
            </Text>
          </Card>
        </Stack>
      ))}
    </Stack>
  )
}
