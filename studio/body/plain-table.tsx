// A table of plain words in the body of a page. A writer can make it one whose cells hold links and emphasis.

import {useEditor} from '@portabletext/editor'
import {Button, Flex, Text} from '@sanity/ui'
import type {BlockProps} from 'sanity'
import {plainTable, withRichCells} from '../../model/plain-table.ts'

/** The table, with a button below it. */
export function PlainTableBlock(props: BlockProps) {
  const editor = useEditor()
  const {data} = plainTable.safeParse(props.value)
  return (
    <>
      {props.renderDefault(props)}
      {data && !props.readOnly && (
        <div contentEditable={false}>
          <Flex gap={3} align="center" wrap="wrap" paddingX={3} paddingY={2}>
            <Button
              text="Make this table editable"
              mode="ghost"
              fontSize={1}
              padding={2}
              onClick={() =>
                editor.send({type: 'set', at: [{_key: data._key}], value: withRichCells(data)})
              }
            />
            <Text size={1} muted>
              No word changes. A reviewer approves the new table.
            </Text>
          </Flex>
        </div>
      )}
    </>
  )
}
