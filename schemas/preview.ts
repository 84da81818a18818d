// How documents present themselves in lists: small helpers that their previews share.

import {isObject, stringOf} from '../policy/references.ts'
import {formatDay} from '../review/day-words.ts'
import {dayOf} from '../review/days.ts'

/** The parts of a subtitle that have a value, with dots between them. */
export function line(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}

/** The day of an instant, in words; nothing for a value that is not there yet, or is no text. */
export function dayIn(instant: unknown): string | undefined {
  return typeof instant === 'string' && !Number.isNaN(Date.parse(instant))
    ? formatDay(dayOf(instant))
    : undefined
}

/** The title of one of the options that a field offers. */
export function titleIn(
  options: readonly {readonly title: string; readonly value: string}[],
  value: string | undefined,
): string | undefined {
  return options.find((option) => option.value === value)?.title
}

/** The words of a text, a line for each paragraph. Sanity's own previews show only the first. */
export function wordsIn(text: unknown): string {
  return listIn(text).map(lineOf).join('\n')
}

function lineOf(block: unknown): string {
  if (!isObject(block) || !('children' in block)) return ''
  const words = listIn(block.children).map(wordsOfSpan).join('')
  return 'listItem' in block ? `• ${words}` : words
}

function wordsOfSpan(span: unknown): string {
  return isObject(span) && 'text' in span ? stringOf(span.text) : ''
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The title of a record's subject. Each type has one of these fields. */
export const subjectTitle = {
  title: 'subject.title',
  name: 'subject.name',
  question: 'subject.question',
} as const

export interface SubjectTitle {
  readonly title?: string
  readonly name?: string
  readonly question?: string
}

/** The title of a record's subject, even if the subject was deleted. */
export function titleOfSubject({title, name, question}: SubjectTitle): string {
  return title ?? name ?? question ?? 'A document that is gone'
}
