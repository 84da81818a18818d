// The names of files that users upload and save.

/** The limit of file systems, if each character is one byte. */
const MAX_LENGTH = 255

/**
 * A name that is safe to show and to save a file under: the last part of a path, without control
 * characters and characters that change the reading direction.
 *
 * @returns undefined if nothing is left of it
 */
export function plainFileName(name: string): string | undefined {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '').trim()
  // Keep the end, because the extension shows the type.
  return /^\.*$/.test(plain) ? undefined : plain.slice(-MAX_LENGTH)
}

/**
 * The value of a `Content-Disposition` header that makes a browser save a file.
 * https://www.rfc-editor.org/rfc/rfc6266
 *
 * @param name what `plainFileName` gave
 */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^ -~]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
