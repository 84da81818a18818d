// The kinds of words that a sign-off plan can ask for.

import {isAdministrative} from './governed.ts'

/** What each kind needs on the page of the person who gives it: a role. */
export const roleOfKind = {
  clinical: 'reviewer',
  editorial: 'editor',
  legal: 'legalReviewer',
  readerPanel: 'panelReader',
  administrative: 'administrator',
} as const

export type SignOffKind = keyof typeof roleOfKind

export const signOffKinds = [
  'clinical',
  'editorial',
  'legal',
  'readerPanel',
  'administrative',
] as const satisfies readonly SignOffKind[]

/** The kinds of words as they read within a sentence. */
export const kindNames: Record<SignOffKind, string> = {
  clinical: 'clinical',
  editorial: 'editorial',
  legal: 'legal',
  readerPanel: 'reader panel',
  administrative: 'administrative',
}

/** The kinds of words that count for documents of a type. */
export function kindsFor(type: string): SignOffKind[] {
  return signOffKinds.filter((kind) => (kind === 'administrative') === isAdministrative(type))
}
