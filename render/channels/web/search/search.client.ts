// The script of the search page: it answers while the reader types. Words of pages become text nodes, never HTML.
// A page that was opened from a disk may not read files, so it stays as it is without the script.

import {fill} from '../../../page/fill.ts'
import type {ResultCard} from './index-files.ts'
import {Searcher, type Answer} from './searcher.ts'
import {placedWords} from './words.ts'

/** How many results are shown. */
const MOST_RESULTS = 20

/** After a pause of so many milliseconds in typing, the page answers. */
const PAUSE = 120

const form = find('search', HTMLFormElement)
const field = find('query', HTMLInputElement)
const results = find('search-results', HTMLElement)
const status = find('search-status', HTMLElement)
const list = find('search-list', HTMLElement)

let searcher: Promise<Searcher> | undefined
/** The query that is answered. */
let last = ''

if (location.protocol !== 'file:') begin()

function begin(): void {
  find('search-without', HTMLElement).hidden = true
  let timer: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void show(), PAUSE)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    void show()
  })
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  if (field.value !== '') void show()
}

/** Shows the answer to what the field holds, unless it was changed meanwhile. */
async function show(): Promise<void> {
  const query = field.value.trim()
  if (query === last) return
  last = query
  results.hidden = query === ''
  keepInAddress(query)
  if (query === '') return showAnswer('', [])
  if (list.childElementCount === 0) status.textContent = words('searching')
  try {
    searcher ??= openIndex()
    const answer = await (await searcher).answer(query, MOST_RESULTS)
    if (query === last)
      showAnswer(
        summaryOf(answer),
        answer.best.map((card) => item(card, answer)),
      )
  } catch {
    // The index is read again with the next query. It may belong to a release that was replaced.
    searcher = undefined
    if (query !== last) return
    last = ''
    showAnswer(words('failed'), [])
  }
}

function showAnswer(summary: string, items: readonly HTMLElement[]): void {
  status.textContent = summary
  list.replaceChildren(...items)
}

/** So that a reader who comes back from a page, or passes the address on, gets the same answer. */
function keepInAddress(query: string): void {
  const address = new URL(location.href)
  if (query === '') address.searchParams.delete('q')
  else address.searchParams.set('q', query)
  history.replaceState(null, '', address)
}

async function openIndex(): Promise<Searcher> {
  const first = new URL(form.dataset.index ?? '', document.baseURI)
  // Only this file keeps its name in every release, so only it is asked for anew.
  return Searcher.of(await read(first, 'no-cache'), (name) => read(new URL(name, first), 'default'))
}

async function read(address: URL, cache: RequestCache): Promise<unknown> {
  const response = await fetch(address, {cache})
  if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`)
  return response.json()
}

function summaryOf({count, best}: Answer): string {
  if (count === 0) return words('none')
  if (count === 1) return words('one')
  return fill(words(best.length < count ? 'best' : 'many'), {count, shown: best.length})
}

function item({title, summary, kind, address, language}: ResultCard, answer: Answer): HTMLElement {
  const link = element('a', marked(title, answer.words))
  link.href = address
  const card = element('li', [
    element('h3', [link]),
    ...(summary === '' ? [] : [element('p', marked(summary, answer.words))]),
    element('p', [kind]),
  ])
  card.className = 'card'
  card.lastElementChild?.classList.add('hint')
  // The kind of the page is in the language of the interface.
  for (const part of [...card.children].slice(0, -1)) {
    part.setAttribute('lang', language)
    part.setAttribute('dir', 'auto')
  }
  return card
}

/** A text in which the words that were found are marked. */
function marked(text: string, found: ReadonlySet<string>): (Node | string)[] {
  const nodes: (Node | string)[] = []
  let end = 0
  for (const {word, start, end: wordEnd} of placedWords(text)) {
    // The pairs of a script without spaces overlap.
    if (!found.has(word) || start < end) continue
    nodes.push(text.slice(end, start), element('mark', [text.slice(start, wordEnd)]))
    end = wordEnd
  }
  return [...nodes, text.slice(end)]
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  children: readonly (Node | string)[],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  made.append(...children)
  return made
}

/** A text of the interface in the language of the page. */
function words(name: string): string {
  const all: unknown = JSON.parse(form.dataset.words ?? '{}')
  const text: unknown = typeof all === 'object' && all !== null ? Reflect.get(all, name) : ''
  return typeof text === 'string' ? text : ''
}

function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id)
  if (found instanceof type) return found
  throw new Error(`The page has no ${id}`)
}
