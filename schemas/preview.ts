// How documents present themselves in lists: small helpers that their previews share.

/** Parts of a subtitle that are there, with dots between them. */
export const line = (...parts: readonly (string | number | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ')

/** The day of an instant, YYYY-MM-DD; nothing of one that is not there yet. */
export const dayIn = (instant: string | undefined): string | undefined => instant?.slice(0, 10)

/** The title of one of the options that a field offers. */
export const titleIn = (
  options: readonly {readonly title: string; readonly value: string}[],
  value: string | undefined,
): string | undefined => options.find((option) => option.value === value)?.title

/** What a record is about: whichever field names it in its type. */
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

/** Said of a record whose subject is gone as well. */
export const titleOfSubject = ({title, name, question}: SubjectTitle): string =>
  title ?? name ?? question ?? 'A document that is gone'
