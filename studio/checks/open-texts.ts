// The texts that are open in an editor. The checks stand beside the form, and reach the editors in it here.

import type {Path} from 'sanity'
import type {Mend} from '../../policy/mend.ts'
import {stepsInside, type Range} from './marks.ts'

/** A text in an editor. */
export interface OpenText {
  /** The published id of its document. */
  readonly document: string
  readonly path: Path
  /** Selects words and brings them into view. */
  readonly show: (range: Range) => void
  /** Sets values inside the text, as one step of its history that the writer can undo. */
  readonly set: (changes: readonly Change[]) => void
}

export interface Change {
  /** The path in the text. */
  readonly at: Path
  readonly value: unknown
}

const open = new Set<OpenText>()

/**
 * Makes a text known.
 *
 * @returns A function that takes it out again.
 */
export function enter(text: OpenText): () => void {
  open.add(text)
  return () => {
    open.delete(text)
  }
}

/** The open texts around a place in a document. */
export function textsAround(document: string, path: string): OpenText[] {
  return [...open].filter(
    (text) => text.document === document && stepsInside(path, text.path) !== undefined,
  )
}

/**
 * Writes a mend in an open text.
 *
 * @returns Whether one open text holds all of its places.
 */
export function mendInText(document: string, mend: Mend): boolean {
  const [text, ...others] = new Set(
    Object.keys(mend).flatMap((path) => textsAround(document, path)),
  )
  if (!text || others.length > 0) return false
  const changes = Object.entries(mend).map(([path, value]) => ({
    at: stepsInside(path, text.path) ?? [],
    value,
  }))
  if (!changes.every(({at}) => isOwn(at))) return false
  text.set(changes)
  return true
}

/** Whether a place is in a block of the text itself, and not in a box inside it. */
function isOwn([, list]: Path): boolean {
  return list === 'children' || list === 'markDefs'
}
