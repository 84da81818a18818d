// Formats days. It uses UTC, so that a release is the same in every time zone.

const formats = new Map<string, Intl.DateTimeFormat>()
const formatted = new Map<string, string>()

/** A day in words: "February 3, 2021". */
export function formatDay(day: string, language: string): string {
  // Cached, because formatting is slow and a library has few distinct days.
  const key = `${language} ${day}`
  let words = formatted.get(key)
  if (words === undefined) {
    words = formatOf(language).format(new Date(`${day}T00:00:00Z`))
    formatted.set(key, words)
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
