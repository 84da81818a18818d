// Portable Text to HTML, by `@portabletext/to-html`. What it does not know is an error: nothing
// that a reviewer approved may be dropped.

import {toHTML, type PortableTextHtmlComponents} from '@portabletext/to-html'
import {toPlainText} from '@portabletext/toolkit'
import {html} from 'ghtml'
import GithubSlugger from 'github-slugger'
import type {HealthBlock, HealthText, MarkDef, PlainHealthText} from '../../model/health-text.ts'
import {blocks} from '../components/blocks.ts'
import {citationHtml} from '../components/citation/citation.ts'
import {found} from '../page/library.ts'
import {withAddresses, withoutAddresses} from './addresses.ts'
import {oncePer, type RenderContext} from './context.ts'

/**
 * Renders a text. Its headings get ids, each once within the page.
 *
 * @throws Error for a block, mark or style that has no component.
 */
export function renderHtml(text: HealthText | PlainHealthText, context: RenderContext): string {
  const page = withoutAddresses(context)
  const rendered = textsOf(page)
  let html = rendered.get(text)
  if (html === undefined) {
    html = toHTML(text.map(citationsBesideLinks).map(withOrderedKeys), {
      components: htmlComponentsOf(page),
      onMissingComponent: refuse,
    })
    rendered.set(text, html)
  }
  return withAddresses(html, context)
}

/** What the texts of a page were rendered to, less their addresses. */
const textsOf = oncePer(() => new WeakMap<HealthText | PlainHealthText, string>())

/** Used as `onMissingComponent`: the library itself would only warn. */
export function refuse(message: string): never {
  throw new Error(message)
}

/** The second-level headings of the first text of a page, with the ids that `renderHtml` gives them. */
export function headingsOf(text: HealthText): {id: string; text: string}[] {
  const slugger = new GithubSlugger()
  return text.flatMap((block) => {
    if (block._type !== 'block' || !/^h[234]$/.test(block.style ?? '')) return []
    const words = toPlainText(block)
    const id = headingId(words, slugger)
    return block.style === 'h2' ? [{id, text: words}] : []
  })
}

/** The prefix keeps headings apart from the ids that pages give to parts of their own. */
function headingId(words: string, slugger: GithubSlugger): string {
  return `section-${slugger.slug(words)}`
}

/**
 * Where marks start and end together, the library nests them in the order that the machine's
 * locale gives their keys. Keys of one form have the same order in every locale.
 */
export function withOrderedKeys(block: HealthBlock): HealthBlock {
  if (block._type !== 'block' || (block.markDefs ?? []).length < 2) return block
  const keys = new Map(
    (block.markDefs ?? []).map(({_key}, position) => [
      _key,
      `m${String(position).padStart(4, '0')}`,
    ]),
  )
  const renamed = (key: string): string => keys.get(key) ?? key
  return {
    ...block,
    markDefs: (block.markDefs ?? []).map((def) => ({...def, _key: renamed(def._key)})),
    children: block.children.map((span) => ({...span, marks: (span.marks ?? []).map(renamed)})),
  }
}

/**
 * A link cannot hold another. Where linked words are cited too, the number comes after them, on a
 * run of its own that is no part of the link.
 */
function citationsBesideLinks(block: HealthBlock): HealthBlock {
  if (block._type !== 'block') return block
  const {markDefs = [], children} = block
  const keysOf = (...types: MarkDef['_type'][]) =>
    new Set(markDefs.filter(({_type}) => types.includes(_type)).map(({_key}) => _key))
  const citations = keysOf('citation')
  if (citations.size === 0 || citations.size === markDefs.length) return block
  const links = keysOf('link', 'internalLink')
  const cites = (mark: string): boolean => citations.has(mark)
  const isCitedLink = ({marks = []}: {marks?: string[] | undefined}): boolean =>
    marks.some(cites) && marks.some((mark) => links.has(mark))
  if (!children.some(isCitedLink)) return block
  return {
    ...block,
    children: children.flatMap((span, position) => {
      const {_key, marks = []} = span
      const next = children[position + 1]?.marks ?? []
      const ending = marks.filter((mark) => cites(mark) && !next.includes(mark))
      return [
        {...span, marks: marks.filter((mark) => !cites(mark))},
        ...ending.map((mark) => ({...span, _key: `${_key}-${mark}`, text: '', marks: [mark]})),
      ]
    }),
  }
}

/** What the library would render by itself, and health text does not have. */
const unknownBlocks = {h1: undefined, h5: undefined, h6: undefined}
const unknownMarks = {code: undefined, underline: undefined, 'strike-through': undefined}

/** Components know their page, so they are made once a page. */
const htmlComponentsOf = oncePer(htmlComponents)

function htmlComponents(context: RenderContext): Partial<PortableTextHtmlComponents> {
  const {library, numbers, addressOf} = context
  const slugger = new GithubSlugger()
  return {
    types: Object.fromEntries(
      Object.entries(blocks).map(([type, component]) => [
        type,
        ({value}) => `${component.html(value, context)}\n`,
      ]),
    ),
    block: {
      ...unknownBlocks,
      normal: ({children = ''}) => `<p>${children}</p>\n`,
      blockquote: ({children = ''}) => `<blockquote><p>${children}</p></blockquote>\n`,
      ...Object.fromEntries(
        ['h2', 'h3', 'h4'].map((tag) => [
          tag,
          ({children = '', value}) =>
            `<${tag} id="${headingId(toPlainText(value), slugger)}">${children}</${tag}>\n`,
        ]),
      ),
    },
    list: {
      bullet: ({children = ''}) => `<ul>\n${children}</ul>\n`,
      number: ({children = ''}) => `<ol>\n${children}</ol>\n`,
    },
    listItem: ({children = ''}) => `<li>${children}</li>\n`,
    marks: {
      ...unknownMarks,
      strong: ({children}) => `<strong>${children}</strong>`,
      em: ({children}) => `<em>${children}</em>`,
      sub: ({children}) => `<sub>${children}</sub>`,
      sup: ({children}) => `<sup>${children}</sup>`,
      link: ({children, value}) =>
        value?.commercial === true
          ? html`<a href="${value.href}" rel="sponsored">!${children}</a>
              <small class="sponsored">(sponsored)</small>`
          : html`<a href="${value?.href}">!${children}</a>`,
      internalLink: ({children, value}) => {
        const card = library.cards.get(value?.reference._ref)
        // The words stay; a link to a page that readers cannot get goes. The gate has reported it.
        return card ? html`<a href="${addressOf(card)}">!${children}</a>` : children
      },
      citation: ({children, value}) =>
        citationHtml(children, found(numbers, value?.reference._ref)),
    },
    hardBreak: () => '<br>',
  }
}
