// Parts of the dashboard: sections, tables, and links to documents.

import {Card, Heading, Stack, Text} from '@sanity/ui'
import {useId, type ReactNode} from 'react'
import {IntentLink} from 'sanity/router'

export const plainList = {listStyle: 'none', margin: 0, padding: 0} as const

interface SectionProps {
  readonly title: string
  readonly note: string
  readonly children: ReactNode
}

export function Section({title, note, children}: SectionProps) {
  const id = useId()
  return (
    <Stack as="section" gap={4} aria-labelledby={id}>
      <Stack gap={3}>
        <Heading as="h2" size={1} id={id}>
          {title}
        </Heading>
        <Text size={1} muted>
          {note}
        </Text>
      </Stack>
      {children}
    </Stack>
  )
}

interface TableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly {readonly id: string; readonly cells: readonly ReactNode[]}[]
}

/** The first cell of a row names it. */
export function Table({caption, columns, rows}: TableProps) {
  return (
    <Card radius={3} border overflow="auto">
      <table aria-label={caption} style={{borderCollapse: 'collapse', width: '100%'}}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" style={cell}>
                <Text size={1} muted weight="medium">
                  {column}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({id, cells: [name, ...others]}) => (
            <tr key={id} style={line}>
              <th scope="row" style={cell}>
                <Text size={1} weight="medium">
                  {name}
                </Text>
              </th>
              {others.map((content, index) => (
                <td key={columns[index + 1]} style={cell}>
                  <Text size={1}>{content}</Text>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

const cell = {padding: '12px 16px', textAlign: 'start', verticalAlign: 'top'} as const
const line = {borderTop: '1px solid var(--card-border-color)'} as const

interface DocumentLinkProps {
  readonly id: string
  readonly type: string
  readonly title: string
}

export function DocumentLink({id, type, title}: DocumentLinkProps) {
  return (
    <IntentLink intent="edit" params={{id, type}}>
      {title}
    </IntentLink>
  )
}
