// The form of the search, on the page of the search and on the first page of the site.

import {html} from 'ghtml'
import type {InterfaceWords} from '../../../../schemas/data/interface-words.ts'

/**
 * @param action The address of the page of the search, relative to the page with the form.
 * @param data What a script of the page reads from the form, by the names of data attributes: `data-index`.
 */
export function searchForm(
  {search}: InterfaceWords,
  action: string,
  data: Readonly<Record<string, string>> = {},
): string {
  const attributes = Object.entries(data).map(([name, value]) => html` ${name}="${value}"`)
  return html`<form class="search" id="search" role="search" action="${action}" !${attributes}>
    <label for="query">${search.label}</label>
    <p class="hint" id="query-hint">${search.hint}</p>
    <div class="search-row">
      <input
        type="search"
        id="query"
        name="q"
        aria-describedby="query-hint"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        maxlength="200"
      />
      <button type="submit" class="button">${search.button}</button>
    </div>
  </form>`
}
