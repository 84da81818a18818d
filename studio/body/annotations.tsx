// Opens the form of a new link or citation in a cell of a table. Sanity's editor opens it outside of tables only.

import {useEffect} from 'react'
import type {BlockAnnotationProps} from 'sanity'

interface Member {
  readonly type: string
  readonly marks?: {readonly annotations?: readonly object[]}
}

/** Adds this to the annotations of a type of text. Other types stay as they are. */
export function withOpening<Type extends {readonly type: string; readonly of?: readonly Member[]}>(
  type: Type,
) {
  return type.of?.some(({marks}) => marks?.annotations) ? {...type, of: type.of.map(opening)} : type
}

function opening<M extends Member>(member: M) {
  const annotations = member.marks?.annotations
  return annotations
    ? {
        ...member,
        marks: {
          ...member.marks,
          annotations: annotations.map((one) => ({
            ...one,
            components: {annotation: OpeningAnnotation},
          })),
        },
      }
    : member
}

function OpeningAnnotation(props: BlockAnnotationProps) {
  const {onOpen, path, selected, value} = props
  // The form has a place for it a moment after the editor.
  const isNew = selected && path.includes('cells') && Object.keys(value).every(isBookkeeping)
  useEffect(() => {
    if (isNew) onOpen()
    // Only once: `onOpen` is another function after each key stroke.
  }, [isNew])
  return props.renderDefault(props)
}

function isBookkeeping(name: string): boolean {
  return name.startsWith('_')
}
