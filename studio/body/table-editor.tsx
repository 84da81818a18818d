// Tables that a writer edits in place: their cells hold text. Above them are their caption and their sources.

import {defineContainer, useEditor} from '@portabletext/editor'
import {Table, type TableMenuProps, type TableTokens} from '@portabletext/plugin-table/ui'
import {EllipsisVerticalIcon} from '@sanity/icons/EllipsisVertical'
import {Box, Button, Dialog, Flex, Stack, Text, usePortal} from '@sanity/ui'
import {Menu, MenuButton, MenuItem} from '@sanity/ui/menu'
import {useContext, useId, useState, type ComponentProps, type SyntheticEvent} from 'react'
import {FormInput} from 'sanity'
import {TextForm} from './text-form.ts'

/** The parts of a table, by the names that the schema gives them. */
export const tableContainers = {
  table: defineContainer({
    type: 'richTable',
    arrayField: 'rows',
    render: (props) => <CaptionedTable {...props} />,
  }),
  row: defineContainer({type: 'tableRow', arrayField: 'cells'}),
  cell: defineContainer({type: 'tableCell', arrayField: 'value'}),
}

type TableProps = ComponentProps<typeof Table>

function CaptionedTable({attributes, ...props}: TableProps) {
  const {element} = usePortal()
  return (
    <div {...attributes}>
      <style href="table-headings" precedence="medium">
        {HEADINGS}
      </style>
      <Caption {...props} />
      <Sources {...props} />
      <Table
        {...props}
        attributes={{}}
        portalElement={element}
        tokens={tokens}
        renderMenu={(menu) => <TableMenu {...menu} />}
      />
    </div>
  )
}

/** The first row and the first cell of each row are headings, whatever a writer does. */
const HEADINGS = `.pt-plugin-table :is(tr:first-child td, td:first-child) [data-ui='Text'] { font-weight: 600 }`

function Caption({node, readOnly}: Pick<TableProps, 'node' | 'readOnly'>) {
  const editor = useEditor()
  const id = useId()
  // What is typed comes back later, and would move the cursor.
  const [typed, setTyped] = useState<string>()
  const written = 'caption' in node && typeof node.caption === 'string' ? node.caption : ''
  const caption = typed ?? written
  const at = [{_key: node._key}]
  const take = (words: string): void => {
    setTyped(words)
    editor.send(
      words === ''
        ? {type: 'block.unset', at, props: ['caption']}
        : {type: 'block.set', at, props: {caption: words}},
    )
  }
  return (
    <div contentEditable={false} style={{padding: IN_LINE}} {...outsideTheText}>
      <Stack gap={2} paddingTop={3}>
        <Text as="label" htmlFor={id} size={1} weight="medium">
          Caption (required)
        </Text>
        <input
          id={id}
          required
          value={caption}
          readOnly={readOnly}
          placeholder="What the table shows. Screen readers read it first."
          style={{
            ...fieldStyle,
            borderColor:
              caption.trim() === ''
                ? 'var(--card-badge-critical-dot-color)'
                : 'var(--card-border-color)',
          }}
          onChange={({currentTarget}) => take(currentTarget.value)}
          onBlur={() => setTyped(undefined)}
        />
      </Stack>
    </div>
  )
}

/** How many works support the table. Their list opens in a window, because the editor would take its keys for text. */
function Sources({node}: Pick<TableProps, 'node'>) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const count = 'sources' in node && Array.isArray(node.sources) ? node.sources.length : 0
  return (
    <>
      <div contentEditable={false} style={{padding: IN_LINE}} {...outsideTheText}>
        <Flex paddingTop={2}>
          <Button
            text={`Sources: ${count === 0 ? 'none' : count}`}
            mode="ghost"
            fontSize={1}
            padding={2}
            onClick={() => setOpen(true)}
          />
        </Flex>
      </div>
      {isOpen ? (
        <Dialog id={id} header="Sources of the table" width={1} onClose={() => setOpen(false)}>
          <Box padding={4}>
            <SourcesField of={node._key} />
          </Box>
        </Dialog>
      ) : null}
    </>
  )
}

/** @param of The key of the table. */
function SourcesField({of}: {readonly of: string}) {
  const form = useContext(TextForm)
  return form ? (
    <FormInput
      {...form}
      {...addsNoBlock}
      absolutePath={[...form.path, {_key: of}, 'sources']}
      includeField
    />
  ) : null
}

/** What Sanity's inputs of lists use to add items. Those of a text are blocks, and only the editor adds these. */
const addsNoBlock = {
  arrayFunctions: undefined,
  onInsert: () => {},
  onItemAppend: () => {},
  onItemPrepend: () => {},
}

/** A field of Sanity hides its words when it stands in a text that is not open over the whole pane. */
const fieldStyle = {
  width: '100%',
  boxSizing: 'border-box',
  padding: '8px 12px',
  border: '1px solid',
  borderRadius: '3px',
  background: 'var(--card-bg-color)',
  color: 'var(--card-fg-color)',
  font: 'inherit',
} as const

/** The plugin leaves room for its handles beside the table. */
const IN_LINE = '0 20px 0 12px'

/** Keeps what happens in a field from the editor around it, which would take it for its own text. */
const outsideTheText = Object.fromEntries(
  [
    'onBeforeInput',
    'onClick',
    'onCopy',
    'onCut',
    'onDragStart',
    'onFocus',
    'onInput',
    'onKeyDown',
    'onKeyUp',
    'onMouseDown',
    'onPaste',
  ].map((name) => [name, (event: SyntheticEvent) => event.stopPropagation()]),
)

/** The plugin's own menu also offers to make the first row no heading. */
function TableMenu({onSelectTable, onDeleteTable, onOpenChange}: TableMenuProps) {
  const id = useId()
  return (
    <MenuButton
      id={id}
      onOpen={() => onOpenChange(true)}
      onClose={() => onOpenChange(false)}
      button={<Button aria-label="Table" icon={EllipsisVerticalIcon} mode="bleed" padding={2} />}
      menu={
        <Menu>
          <MenuItem text="Select table" onClick={onSelectTable} />
          <MenuItem text="Delete table" tone="critical" onClick={onDeleteTable} />
        </Menu>
      }
      popover={{portal: true}}
    />
  )
}

/** The plugin's colours and sizes in those of the Studio, light and dark. */
const tokens: TableTokens = {
  '--pt-plugin-table-accent': 'var(--card-focus-ring-color)',
  '--pt-plugin-table-bg': 'var(--card-bg-color)',
  '--pt-plugin-table-fg': 'var(--card-fg-color)',
  '--pt-plugin-table-border': 'var(--card-border-color)',
  '--pt-plugin-table-header-bg': 'var(--card-muted-bg-color)',
  '--pt-plugin-table-selected-bg':
    'color-mix(in srgb, var(--card-focus-ring-color) 12%, transparent)',
  '--pt-plugin-table-lane-bg': 'var(--card-muted-bg-color)',
  '--pt-plugin-table-lane-icon': 'var(--card-icon-color)',
  '--pt-plugin-table-lane-icon-hover': 'var(--card-fg-color)',
  '--pt-plugin-table-handle-rest': 'var(--card-border-color)',
  '--pt-plugin-table-handle-bg': 'var(--card-bg-color)',
  '--pt-plugin-table-handle-dots': 'var(--card-icon-color)',
  '--pt-plugin-table-boundary-dot': 'var(--card-border-color)',
  '--pt-plugin-table-trash-bg': 'var(--card-fg-color)',
  '--pt-plugin-table-trash-fg': 'var(--card-bg-color)',
  '--pt-plugin-table-scrollbar': 'var(--card-border-color)',
  '--pt-plugin-table-scrollbar-hover': 'var(--card-icon-color)',
  '--pt-plugin-table-cell-padding': '8px 12px',
}
