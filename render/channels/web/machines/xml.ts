// Writes XML. What it writes is well-formed whatever the words are: the model refuses the characters that XML forbids.

import {html} from 'ghtml'

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Words as XML. Characters with a meaning in XML become numbers. */
export function xmlText(words: string): string {
  return html`${words}`
}

/**
 * An element.
 *
 * @param attributes Their values are words.
 * @param content XML.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content = '',
): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(value)}"`)
    .join('')
  return content === '' ? `<${name}${given}/>` : `<${name}${given}>${content}</${name}>`
}
