// Keeps the undo of a writer who deletes a whole text. Sanity's editor then replaces the empty block that is left by
// one with another key, and the steps of its history lead to a block that is gone.

import type {Editor} from '@portabletext/editor'
import {isPortableTextBlock, isPortableTextSpan} from '@portabletext/toolkit'
import {useMemo} from 'react'
import type {PortableTextInputProps} from 'sanity'
import {itemsOf} from '../../policy/references.ts'

type Value = PortableTextInputProps['value']

/** The value to give to the editor of a text: the empty block that the editor still holds, where a text has no value. */
export function useKeptBlock(value: Value, editor: Editor | undefined): Value {
  return useMemo(() => {
    if (!editor || (value && value.length > 0)) return value
    const {value: held, schema} = editor.getSnapshot().context
    const style = schema.styles.at(0)?.name
    return held.length === 1 && held.every((block) => isEmptied(block, style)) ? held : value
  }, [value, editor])
}

/** Whether the editor stores a block as no text at all. Of a list item, a heading or a mark it stores the block. */
function isEmptied(block: {readonly _type: string}, plain: string | undefined): boolean {
  if (!isPortableTextBlock(block)) return false
  const {style, listItem, markDefs, children} = block
  const isPlain = style === plain && listItem === undefined && itemsOf(markDefs).length === 0
  return isPlain && children.length === 1 && children.every(isEmptySpan)
}

function isEmptySpan(child: {readonly _type: string}): boolean {
  return isPortableTextSpan(child) && child.text === '' && itemsOf(child.marks).length === 0
}
