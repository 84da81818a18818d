// How documents present themselves in lists: small helpers that their previews share.

/** The parts of a subtitle that have a value, with dots between them. */
export function line(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}

/** The day of an instant, YYYY-MM-DD; nothing for a value that is not there yet, or is no text. */
export function dayIn(instant: unknown): string | undefined {
  return typeof instant === 'string' ? instant.slice(0, 10) : undefined
}

/** The title of one of the options that a field offers. */
export function titleIn(
  options: readonly {readonly title: string; readonly value: string}[],
  value: string | undefined,
): string | undefined {
  return options.find((option) => option.value === value)?.title
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
