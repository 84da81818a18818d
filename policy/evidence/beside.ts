// The works behind words that cannot hold a citation are in a list beside these words. The rule on words without a
// source and the rules on works that do not stand share this.

import {studioPath} from '@sanity/client/csm'
import type {StoredDocument} from '../../review/revision.ts'
import {valueAt} from '../mend.ts'
import {isObject, stringOf, type PlacedReference} from '../references.ts'
import type {Passage} from '../text/passages.ts'

interface Beside {
  /** The fields with the words. */
  readonly words: readonly string[]
  /** The field that lists their works, and its title in the form. */
  readonly sources: string
  readonly title: string
}

const summary = {
  words: ['summary'],
  sources: 'summarySources',
  title: 'Sources of the summary',
} as const

/** By the type of the object that has these fields. */
const besides: Readonly<Record<string, Beside>> = {
  article: summary,
  therapyType: summary,
  figure: {words: ['words', 'caption'], sources: 'sources', title: 'Sources'},
  richTable: {words: ['caption', 'rows'], sources: 'sources', title: 'Sources'},
}

function besideIn(holder: object): Beside | undefined {
  return '_type' in holder ? besides[stringOf(holder._type)] : undefined
}

/** The paths of the fields for whose words a list names a work; none for any other reference. */
export function wordsSourcedBy({field, holder, steps, depth}: PlacedReference): string[] {
  const beside = besideIn(holder)
  return beside?.sources === field
    ? beside.words.map((name) => studioPath.toString([...steps.slice(0, depth), name]))
    : []
}

/** Whether a passage is the text of a field, or is inside it. */
export function isWithin({path}: Passage, field: string): boolean {
  return path === field || path.startsWith(`${field}[`)
}

/** The title of the list for the works behind a passage; undefined if there is none. */
export function listFor({path}: Passage, document: StoredDocument): string | undefined {
  const steps = studioPath.fromString(path)
  const holder = valueAt(document, steps.slice(0, -1))
  const beside = isObject(holder) ? besideIn(holder) : undefined
  return beside?.words.some((name) => name === steps.at(-1)) ? beside.title : undefined
}
