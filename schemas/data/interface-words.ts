// The words of the interface around health content, such as "Last reviewed": a table for each language.

import {mainLanguage} from './languages.ts'
import en from './words/en.json' with {type: 'json'}
import es from './words/es.json' with {type: 'json'}

/** The words in one language, by the part of the interface. A word in braces stands for a value: `{day}`. */
export type InterfaceWords = typeof en

/** By the language, without script or country. */
const tables = new Map<string, InterfaceWords>(Object.entries({en, es}))

/**
 * The words in the language of a page. Pages in a language without a table have English ones.
 *
 * @param tag A BCP 47 tag.
 */
export function interfaceWords(tag: string): InterfaceWords {
  return tables.get(mainLanguage(tag)) ?? en
}
