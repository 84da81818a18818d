// Reads HTML as text, as a browser shows it.

/** The renderer writes `&nbsp;` for the first of two spaces, so that browsers show both. */
const entities: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' '}

/** Replaces entities with their characters, as a browser does. */
export function decode(escaped: string): string {
  return escaped.replaceAll(
    /&(?:#(x?)([0-9a-f]+)|(\w+));/gi,
    (whole, hex: string, code: string, name) =>
      code === undefined
        ? (entities[String(name)] ?? whole)
        : String.fromCodePoint(Number.parseInt(code, hex === '' ? 10 : 16)),
  )
}

/** The words of some HTML, without its tags. */
export function wordsOf(html: string): string {
  return decode(html.replaceAll(/<[^>]*>/g, ''))
}
