// A list of documents that wait for the user. It follows the lake: a document that is done leaves, and a new one comes.

import {Box, Card, Spinner, Stack, Text} from '@sanity/ui'
import type {ComponentType, FunctionComponent} from 'react'
import {useObservable} from 'react-rx'
import type {Observable} from 'rxjs'
import {Preview, useSchema} from 'sanity'
import {usePaneRouter} from 'sanity/structure'
import {counted} from '../../review/counted.ts'
import {REVIEW_VIEW} from '../actions/use-decision-place.ts'

/** A document, and what the user must know before opening it. */
export interface WorkItem {
  /** The published id. */
  readonly id: string
  readonly type: string
  /** A line each. */
  readonly facts: readonly string[]
}

export interface Work {
  /** In the order of the list. */
  readonly items: Observable<readonly WorkItem[]>
  /** What the list is for, shown when nothing waits. */
  readonly empty: string
  /** The view in which its documents open. */
  readonly view: 'form' | 'review'
}

interface PaneProps {
  /** The id of the open document. */
  readonly childItemId?: string | undefined
}

/** The content of a pane with some work. */
export function workPane({items, empty, view}: Work): FunctionComponent<PaneProps> {
  return function WorkPane({childItemId}) {
    const known = useObservable(items)
    if (!known) {
      return (
        <Box padding={4}>
          <Spinner muted />
        </Box>
      )
    }
    if (known.length === 0) {
      return (
        <Box padding={4}>
          <Text size={1} muted>
            {empty}
          </Text>
        </Box>
      )
    }
    return (
      <Stack
        as="ul"
        data-testid="work-list"
        padding={2}
        gap={1}
        style={{listStyle: 'none', margin: 0}}
      >
        {known.map((item) => (
          <Row key={item.id} item={item} view={view} isOpen={item.id === childItemId} />
        ))}
      </Stack>
    )
  }
}

interface RowProps extends Pick<Work, 'view'> {
  readonly item: WorkItem
  readonly isOpen: boolean
}

function Row({item, view, isOpen}: RowProps) {
  const {id, type, facts} = item
  const {ChildLink} = usePaneRouter()
  const schemaType = useSchema().get(type)
  return (
    <Card as="li" radius={2} tone={isOpen ? 'primary' : 'default'} border={isOpen}>
      <ChildLink childId={id} {...(view === 'review' && {childParameters: inReview})}>
        <Card as="span" tone="inherit" style={withoutLine}>
          {schemaType ? (
            <Preview schemaType={schemaType} layout="default" value={{_id: id, _type: type}} />
          ) : null}
          <Stack padding={2} paddingTop={0} gap={2}>
            {facts.map((fact) => (
              <Text key={fact} size={1} muted>
                {fact}
              </Text>
            ))}
          </Stack>
        </Card>
      </ChildLink>
    </Card>
  )
}

/** A document of such a list is there to be decided on. */
const inReview = {view: REVIEW_VIEW}

/** The sign before the name of a list, with the number of documents in it. */
export function countedIcon(Icon: ComponentType, counts: Observable<number>): ComponentType {
  return function CountedIcon() {
    const count = useObservable(counts)
    if (count === undefined || count === 0) return <Icon />
    return (
      <span role="img" aria-label={counted(count, 'document')} style={number}>
        {count}
      </span>
    )
  }
}

/** It takes the place of the icon, since the list cuts off what is beside it. */
const number = {
  display: 'inline-block',
  minWidth: '1em',
  padding: '0.2em 0.35em',
  borderRadius: '1em',
  fontSize: 11,
  fontWeight: 600,
  lineHeight: 1,
  textAlign: 'center',
  color: '#fff',
  background: '#3d50d9',
} as const

/** The line under a link does not reach into such an element. */
const withoutLine = {display: 'inline-block', width: '100%'} as const
