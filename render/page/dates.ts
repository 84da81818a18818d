// How to say days. In UTC, so that a release is the same in every zone.

const formats = new Map<string, Intl.DateTimeFormat>()
const said = new Map<string, string>()

/** A day in words: "February 3, 2021". */
export function sayDay(day: string, language: string): string {
  // Kept, since saying a day is slow and a library has few of them.
  const key = `${language} ${day}`
  let words = said.get(key)
  if (words === undefined) {
    words = formatOf(language).format(new Date(`${day}T00:00:00Z`))
    said.set(key, words)
  }
  return words
}

function formatOf(language: string): Intl.DateTimeFormat {
  let format = formats.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'})
    formats.set(language, format)
  }
  return format
}
