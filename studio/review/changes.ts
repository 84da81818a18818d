// Finds the words that changed between two versions of a document.

import {isPortableTextBlock, toPlainText} from '@portabletext/toolkit'
import {diffWordsWithSpace} from 'diff'
import {z} from 'zod'
import {contentOf, type StoredDocument} from '../../review/revision.ts'

/** A piece of text that is in both versions, or only in one. */
export interface Piece {
  readonly text: string
  readonly kind: 'same' | 'added' | 'removed'
}

/** A place whose text differs between the versions. */
export interface TextChange {
  /** Such as `body › b2`, or `title`. */
  readonly place: string
  readonly pieces: readonly Piece[]
}

/**
 * The places where two versions differ, in the order of the newer one. Places that are gone come last.
 * The items of an array are matched by their keys, so a moved item is no change.
 *
 * @param before Undefined if there is no earlier version. Then everything counts as added.
 */
export function changesBetween(
  before: StoredDocument | undefined,
  after: StoredDocument,
): TextChange[] {
  const old = new Map(before ? lines(contentOf(before)) : [])
  const now = new Map(lines(contentOf(after)))
  const changed = [...now].flatMap(([place, text]) => {
    const earlier = old.get(place)
    if (earlier === text) return []
    if (earlier === undefined) return [{place, pieces: [{text, kind: 'added' as const}]}]
    return [{place, pieces: wordChanges(earlier, text)}]
  })
  const gone = [...old].flatMap(([place, text]) =>
    now.has(place) ? [] : [{place, pieces: [{text, kind: 'removed' as const}]}],
  )
  return [...changed, ...gone]
}

function wordChanges(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after).map(({value, added, removed}) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

const hidden = new Set(['_id', '_type', '_key'])

function lines(value: unknown, path: readonly string[] = []): [place: string, text: string][] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [[path.join(' › '), String(value)]]
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => lines(item, [...path, keyOf(item, index)]))
  }
  const record: Record<string, unknown> = {...value}
  const block = {_type: '', ...record}
  if (isPortableTextBlock(block)) {
    const {children: _, ...rest} = record
    return [
      [path.join(' › '), toPlainText(block)],
      ...lines(rest, path),
      ...markedText(block.children, path),
    ]
  }
  return Object.entries(record).flatMap(([name, child]) =>
    hidden.has(name) ? [] : lines(child, name === '_ref' ? path : [...path, name]),
  )
}

// Names the words that have emphasis, links or citations.
function markedText(children: readonly unknown[], path: readonly string[]): [string, string][] {
  const marked = children.flatMap((child) => {
    const {data} = markedSpan.safeParse(child)
    return data ? [`${data.marks.join(', ')}: “${data.text}”`] : []
  })
  return marked.length === 0 ? [] : [[[...path, 'marks'].join(' › '), marked.join('; ')]]
}

const markedSpan = z.object({text: z.string(), marks: z.array(z.string()).min(1)})

function keyOf(item: unknown, index: number): string {
  return typeof item === 'object' && item !== null && '_key' in item
    ? String(item._key)
    : String(index + 1)
}
