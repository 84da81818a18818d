// Where the words of findings are in a text of blocks, as the editor names places.

import {studioPath} from '@sanity/client/csm'
import type {Path} from 'sanity'
import {
  formatFinding,
  isOpen,
  placesOf,
  type Finding,
  type Quote,
  type Severity,
} from '../../policy/finding.ts'
import {isObject, itemsOf, keyOf} from '../../policy/references.ts'

/** A point in the words of a span. */
interface Point {
  readonly path: Path
  readonly offset: number
}

/** A run of words. It may begin in one span and end in another. */
export interface Range {
  readonly anchor: Point
  readonly focus: Point
}

export interface Mark {
  readonly range: Range
  readonly severity: Severity
  /** What is wrong. */
  readonly says: string
}

/**
 * The words to mark in an open text. Where words have several findings, the editor shows the last mark: so errors
 * come after warnings, and words after the sentence around them.
 *
 * @param at The path of the text in its document.
 */
export function marksIn(document: object, at: Path, findings: readonly Finding[]): Mark[] {
  return findings
    .flatMap(placesOf)
    .flatMap((finding) => {
      const {severity, quote} = finding
      const range = quote && isOpen(finding) ? rangeOf(document, at, finding) : undefined
      if (!quote || !range) return []
      const rank = (severity === 'error' ? 0 : 1e6) + quote.end - quote.start
      return [{rank, mark: {range, severity, says: formatFinding(finding)}}]
    })
    .toSorted((a, b) => b.rank - a.rank)
    .map(({mark}) => mark)
}

/**
 * The words of a finding in a text of blocks.
 *
 * @param at The path of the text. Words in another text, such as that of a callout inside it, have no range here.
 */
export function rangeOf(
  document: object,
  at: Path,
  {path, quote}: Pick<Finding, 'path' | 'quote'>,
): Range | undefined {
  const inside = stepsInside(path, at)
  if (!quote || inside?.length !== 1) return undefined
  const block = studioPath.get<unknown>(document, path)
  return isObject(block) && 'children' in block
    ? rangeIn(inside, itemsOf(block.children), quote)
    : undefined
}

/** The steps of a path inside another; undefined if it is outside. */
export function stepsInside(path: string, at: Path): Path | undefined {
  const steps = studioPath.fromString(path)
  const around = studioPath.toString(steps.slice(0, at.length))
  return around === studioPath.toString([...at]) ? steps.slice(at.length) : undefined
}

function rangeIn(block: Path, children: readonly object[], {start, end}: Quote): Range | undefined {
  let before = 0
  let anchor: Point | undefined
  for (const child of children) {
    const _key = keyOf(child)
    if (!('text' in child) || typeof child.text !== 'string' || _key === undefined) continue
    const path = [...block, 'children', {_key}]
    const after = before + child.text.length
    // Words at a border belong to the span in which they begin, and end.
    if (!anchor && start < after) anchor = {path, offset: start - before}
    if (anchor && end <= after) return {anchor, focus: {path, offset: end - before}}
    before = after
  }
  return undefined
}
