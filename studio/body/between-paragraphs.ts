// Puts a callout, picture or table after the paragraph in which the cursor stands. Sanity's editor would split the
// sentence there, and a reader of the halves could take each for the whole.

import {defineBehavior, raise} from '@portabletext/editor/behaviors'
import {
  getFocusTextBlock,
  isAtTheEndOfBlock,
  isAtTheStartOfBlock,
  isSelectionCollapsed,
} from '@portabletext/editor/selectors'

export const betweenParagraphs = [
  defineBehavior({
    on: 'insert.block',
    guard: ({snapshot, event}) => {
      const block = getFocusTextBlock(snapshot)
      return (
        event.placement === 'auto' &&
        event.block._type !== snapshot.context.schema.block.name &&
        block !== undefined &&
        isSelectionCollapsed(snapshot) &&
        !isAtTheStartOfBlock(block)(snapshot) &&
        !isAtTheEndOfBlock(block)(snapshot)
      )
    },
    actions: [({event}) => [raise({...event, placement: 'after'})]],
  }),
]
