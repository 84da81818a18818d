// Puts values into texts of the interface, in which `{day}` stands for a day.

import {html} from 'ghtml'

const PLACE = /\{(\w+)\}/g

type Values = Readonly<Record<string, string | number>>

/** A text with its values, as plain text. */
export function fill(text: string, values: Values): string {
  return text.replaceAll(PLACE, (place, name: string) => `${values[name] ?? place}`)
}

/**
 * A text with its values, as HTML.
 *
 * @param values HTML.
 */
export function fillHtml(text: string, values: Values): string {
  return text
    .split(PLACE)
    .map((part, index) => (index % 2 === 0 ? html`${part}` : `${values[part] ?? `{${part}}`}`))
    .join('')
}
