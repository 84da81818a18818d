// Shows what a callout, a table, a question, a therapy card or a list of warning signs says, in the body of a page, so that a writer
// need not open it.

import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {createElement, type ComponentType, type ReactNode} from 'react'
import type {PreviewProps, SchemaTypeDefinition} from 'sanity'
import {z} from 'zod'
import {toneOptions} from '../../schemas/data/options.ts'
import {PlainTableBlock} from './plain-table.tsx'

const cells = z.array(z.string().catch('')).catch([])
/** What the preview of a table selects. A writer may not have filled it in yet. */
const selected = z.object({rows: z.array(z.object({cells})).catch([])})

function CalloutPreview(props: PreviewProps) {
  const tone = toneOptions.find(({title}) => title === props.subtitle)?.value
  return (
    <Content {...props}>
      <Card tone={tone === undefined ? 'transparent' : tones[tone]} padding={3} radius={2}>
        <Stack gap={3}>
          <Flex gap={2} align="center">
            <Badge>{shown(props.subtitle)}</Badge>
            <Title {...props} />
          </Flex>
          <Words {...props} />
        </Stack>
      </Card>
    </Content>
  )
}

const tones = {note: 'primary', seeDoctor: 'caution', urgent: 'critical'} as const

function TablePreview(props: PreviewProps) {
  const {rows} = selected.parse(props)
  const [headings, ...others] = rows
  return (
    <Content {...props}>
      <Stack gap={3}>
        <Title {...props} />
        <div style={{overflowX: 'auto'}}>
          <table style={{borderCollapse: 'collapse'}}>
            <thead>
              <tr>
                {headings?.cells.map((cell, index) => (
                  // Cells have no keys of their own.
                  <Cell key={index} as="th" words={cell} />
                ))}
              </tr>
            </thead>
            <tbody>
              {others.map(({cells}, row) => (
                <tr key={row}>
                  {cells.map((cell, index) => (
                    <Cell key={index} as={index === 0 ? 'th' : 'td'} words={cell} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Stack>
    </Content>
  )
}

function Cell({as: Tag, words}: {readonly as: 'th' | 'td'; readonly words: string}) {
  return (
    <Tag
      style={{
        border: '1px solid var(--card-border-color)',
        padding: '0.5em',
        textAlign: 'start',
        verticalAlign: 'top',
      }}
    >
      <Text size={1} weight={Tag === 'th' ? 'medium' : 'regular'} style={{whiteSpace: 'pre-wrap'}}>
        {words}
      </Text>
    </Tag>
  )
}

function EmbedPreview(props: PreviewProps) {
  return (
    <Content {...props}>
      <Stack gap={3}>
        <Title {...props} />
        <Words {...props} />
      </Stack>
    </Content>
  )
}

/** Lists and dialogs keep the short preview. The actions are the menu of the block. */
function Content({children, ...props}: PreviewProps & {readonly children: ReactNode}) {
  if (props.layout !== 'block') return props.renderDefault(props)
  return (
    <Flex gap={2} align="flex-start">
      <Box flex={1} padding={3} style={{minWidth: 0}}>
        {children}
      </Box>
      {shown(props.actions)}
    </Flex>
  )
}

function Title({title}: PreviewProps) {
  return (
    <Text size={1} weight="semibold">
      {shown(title) ?? 'Not filled in yet'}
    </Text>
  )
}

function Words({description}: PreviewProps) {
  return (
    <Text size={1} style={{whiteSpace: 'pre-wrap'}}>
      {shown(description)}
    </Text>
  )
}

/** A part of a preview can also be a component. */
function shown(part: PreviewProps['title']): ReactNode {
  return typeof part === 'function' ? createElement(part, {layout: 'block'}) : part
}

const previews: Readonly<Record<string, ComponentType<PreviewProps>>> = {
  callout: CalloutPreview,
  table: TablePreview,
  faqEmbed: EmbedPreview,
  therapyEmbed: EmbedPreview,
  warningSignsEmbed: EmbedPreview,
}

/** Adds the preview to a part of a text. Other types stay as they are. */
export function withContentPreview<Type extends SchemaTypeDefinition>(type: Type) {
  const preview = previews[type.name]
  if (!preview) return type
  return {
    ...type,
    components: type.name === 'table' ? {preview, block: PlainTableBlock} : {preview},
  }
}
