// Superscript and subscript in the editor: icons for its toolbar, and words that stand higher or lower.

import type {ComponentType} from 'react'
import type {BlockDecoratorProps} from 'sanity'

interface Look {
  readonly icon: ComponentType
  readonly component: ComponentType<BlockDecoratorProps>
}

/** An icon is drawn larger than text. */
const small = {fontSize: '0.65em'}

const looks: Readonly<Record<string, Look>> = {
  sub: {
    icon: () => (
      <span aria-hidden style={small}>
        x<sub>2</sub>
      </span>
    ),
    component: ({children}) => <sub>{children}</sub>,
  },
  sup: {
    icon: () => (
      <span aria-hidden style={small}>
        x<sup>2</sup>
      </span>
    ),
    component: ({children}) => <sup>{children}</sup>,
  },
}

interface Member {
  readonly type: string
  readonly marks?: {readonly decorators?: readonly {readonly value: string}[]}
}

/** Adds the looks to a type of text. Other types stay as they are. */
export function withRaised<Type extends {readonly type: string; readonly of?: readonly Member[]}>(
  type: Type,
) {
  return type.of?.some(({marks}) => marks?.decorators) ? {...type, of: type.of.map(marked)} : type
}

function marked<M extends Member>(member: M) {
  const decorators = member.marks?.decorators
  return decorators
    ? {
        ...member,
        marks: {
          ...member.marks,
          decorators: decorators.map((one) => ({...one, ...looks[one.value]})),
        },
      }
    : member
}
