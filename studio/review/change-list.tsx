// Changes as a reviewer reads them: added words underlined, removed ones struck through. Elements,
// not colours alone, say which is which.

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
      {changes.map(({place, pieces}) => (
        <Stack as="li" key={place} gap={2}>
          <Text size={0} muted>
            {place}
          </Text>
          <Card padding={3} radius={2} border>
            <Text size={1} style={{whiteSpace: 'pre-wrap'}}>
              {pieces.map((piece, index) => (
                // Pieces have no identity but their order.
                <PieceText key={index} {...piece} />
              ))}
            </Text>
          </Card>
        </Stack>
      ))}
    </Stack>
  )
}
