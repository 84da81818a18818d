// Pastes text of word processors and web pages into the body, and tells the writer what it left out.

import {defineBehavior, effect, raise} from '@portabletext/editor/behaviors'
import {BehaviorPlugin} from '@portabletext/editor/plugins'
import {htmlToPortableText} from '@portabletext/html'
import {useToast} from '@sanity/ui/toast'
import {useMemo} from 'react'
import {cleaned, type Loss, type Report} from './clean.ts'
import {tableRule} from './table-rule.ts'

const HTML = 'text/html'

/** How the editor itself puts text on the clipboard. */
const OWN = ['application/x-portable-text', 'application/json'] as const

/** Takes over what a writer pastes into the text around it. */
export function PastePlugin() {
  const {push} = useToast()
  const behaviors = useMemo(
    () => [
      pasteBehavior((lines) => {
        push({
          title: 'Not all of the pasted text was taken over',
          description: lines.join(' '),
          status: 'warning',
          closable: true,
          duration: 60_000,
        })
      }),
    ],
    [push],
  )
  return <BehaviorPlugin behaviors={behaviors} />
}

// The Studio's own behavior for HTML comes first where the data is read, so this one takes the event before.
function pasteBehavior(tell: (lines: readonly string[]) => void) {
  return defineBehavior({
    on: 'deserialize',
    guard: ({snapshot: {context}, event}) => {
      const {dataTransfer} = event.originEvent.originEvent
      const pasted = dataTransfer.getData(HTML)
      // Text that was copied here needs no cleaning.
      if (pasted === '' || OWN.some((type) => dataTransfer.getData(type) !== '')) return false
      const {schema, keyGenerator} = context
      const {html, report} = cleaned(pasted)
      const takesTables = schema.blockObjects.some(({name}) => name === 'richTable')
      const data = htmlToPortableText(html, {
        schema,
        keyGenerator,
        rules: takesTables ? [tableRule({schema, keyGenerator})] : [],
      })
      return data.length > 0 && {data, report}
    },
    actions: [
      ({event: {originEvent}}, {data, report}) => [
        raise({type: 'deserialization.success', mimeType: HTML, data, originEvent}),
        effect(() => {
          const lines = linesFor(report)
          if (lines.length > 0) tell(lines)
        }),
      ],
    ],
  })
}

const words: Readonly<Record<Loss, (count: string) => string>> = {
  deletions: (count) => `Deleted or struck out, and left out: ${count}.`,
  comments: (count) => `Comments, left out: ${count}.`,
  pictures: (count) => `Pictures, left out: ${count}. Add each with the button for images.`,
  notes: (count) =>
    `Footnotes, now plain text: ${count}. Make a citation of each, and delete the number and the note.`,
  merged: (count) =>
    `Cells over several rows, whose words now stand in each row: ${count}. Check the table.`,
}

function linesFor(report: Report): string[] {
  return [...report].flatMap(([loss, count]) => (count === 0 ? [] : [words[loss](String(count))]))
}
