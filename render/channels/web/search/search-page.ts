// The page with the search. Without its script it leads to the list of all titles.

import {html} from 'ghtml'
import {fillHtml} from '../../../page/fill.ts'
import type {Edition, Library} from '../../../page/library.ts'
import type {ChannelFile} from '../../channel.ts'
import script from '../bundled/search.json' with {type: 'json'}
import {layout} from '../layout.ts'
import {listsIn, SEARCH_FILE, TITLES_FILE} from '../navigation.ts'
import {stack} from '../parts.ts'
import {INDEX_FILE} from './make-index.ts'
import {searchForm} from './search-form.ts'

/** The search page of the pages in one language. The form also works for `search.html?q=…`. */
export function searchPage({folder, language}: Edition, library: Library): ChannelFile {
  const words = library.words(language)
  const {search} = words
  const {none, one, many, best, failed, searching} = search
  const list = html`<a href="${TITLES_FILE}">${search.allTitles}</a>`
  const main = stack(
    html`<h1>${search.title}</h1>
      !${searchForm(words, SEARCH_FILE, {
        'data-index': INDEX_FILE,
        'data-words': JSON.stringify({none, one, many, best, failed, searching}),
      })}
      <p id="search-without">!${fillHtml(search.withoutScript, {list})}</p>
      <section id="search-results" aria-labelledby="search-heading" hidden>
        <h2 id="search-heading">${search.results}</h2>
        <p role="status" id="search-status"></p>
        <ol class="card-list" id="search-list"></ol>
        <p>!${fillHtml(search.instead, {list})}</p>
      </section>`,
  )
  return {
    path: folder + SEARCH_FILE,
    content: layout(
      {
        title: search.title,
        description: search.description,
        language,
        address: folder + SEARCH_FILE,
        translations: listsIn('search', folder, library),
        needs: {scripts: [script], readsFiles: true, hasForm: true},
        current: 'search',
        main,
      },
      library,
    ),
  }
}
