// Puts a callout, picture or table after the paragraph in which the cursor stands, or the last of the selected ones.
// Sanity's editor would split the sentence there, and a reader of the halves could take each for the whole. It would
// also delete the selected words.

import {defineBehavior, raise} from '@portabletext/editor/behaviors'
import {
  getFocusTextBlock,
  isAtTheEndOfBlock,
  isAtTheStartOfBlock,
  isSelectionExpanded,
} from '@portabletext/editor/selectors'

export const betweenParagraphs = [
  defineBehavior({
    on: 'insert.block',
    guard: ({snapshot, event}) => {
      if (event.placement !== 'auto') return false
      if (event.block._type === snapshot.context.schema.block.name) return false
      if (isSelectionExpanded(snapshot)) return !isPasted(event)
      const block = getFocusTextBlock(snapshot)
      return (
        block !== undefined &&
        !isAtTheStartOfBlock(block)(snapshot) &&
        !isAtTheEndOfBlock(block)(snapshot)
      )
    },
    actions: [({event}) => [raise({...event, placement: 'after'})]],
  }),
]

/** What is pasted replaces the selected words. The editor says where the cursor then stands only of a paste. */
function isPasted({select}: {readonly select?: string}): boolean {
  return select !== undefined
}
