// Turns Portable Text into HTML, with `@portabletext/to-html`. An unknown block or mark is an error,
// because nothing that a reviewer approved may be dropped.

import {
  toHTML,
  type PortableTextBlockComponent,
  type PortableTextHtmlComponents,
  type PortableTextListComponent,
  type PortableTextListItemComponent,
  type PortableTextMarkComponent,
} from '@portabletext/to-html'
import {toPlainText} from '@portabletext/toolkit'
import {html} from 'ghtml'
import GithubSlugger from 'github-slugger'
import type {
  AnswerText,
  HealthBlock,
  HealthText,
  MarkDef,
  PlainHealthText,
} from '../../model/health-text.ts'
import {isBlank} from '../../policy/characters.ts'
import type {Decorator, ListKind, Style} from '../../schemas/data/options.ts'
import {blocks} from '../components/blocks.ts'
import {citationHtml} from '../components/citation/citation.ts'
import type {RenderContext} from '../page/context.ts'
import {mustGet} from '../page/library.ts'
import {withAddresses, withoutAddresses} from './addresses.ts'
import {hasWords, nestLists} from './lists.ts'
import {plainWords} from './raised.ts'
import {isSameEverywhere} from './reuse.ts'

type Text = HealthText | PlainHealthText

/** The HTML of texts that many pages show, such as answers and disclaimers. */
const sameEverywhere = new WeakMap<Text, string>()

/**
 * Renders a text. Each of its headings gets an id that is unique on the page.
 *
 * @throws Error for a block, mark or style that has no component.
 */
export function renderHtml(text: Text, context: RenderContext): string {
  const known = isSameEverywhere(text) ? sameEverywhere : context.texts.html
  let html = known.get(text)
  if (html === undefined) {
    const {nodes, numbers, jumps} = nestLists(text.map(citationsBesideLinks).map(withOrderedKeys))
    html = toHTML([...nodes], {
      components: htmlComponents(withoutAddresses(context), (key) =>
        jumps.has(key) ? numbers.get(key) : undefined,
      ),
      onMissingComponent: refuse,
    })
    known.set(text, html)
  }
  return withAddresses(html, context)
}

/** Used as `onMissingComponent`, because the library itself would only warn. */
export function refuse(message: string): never {
  throw new Error(message)
}

/** The second-level headings of the first text of a page, with the ids that `renderHtml` gives them. */
export function headingsOf(text: HealthText): {id: string; text: string}[] {
  const slugger = new GithubSlugger()
  return text.flatMap((block) => {
    if (block._type !== 'block' || !/^h[234]$/.test(block.style ?? '')) return []
    if (!hasWords(block)) return []
    const id = headingId(toPlainText(block), slugger)
    const words = plainWords(block)
    return block.style === 'h2' && !isBlank(words) ? [{id, text: words}] : []
  })
}

/** The prefix keeps headings apart from the ids that pages give to parts of their own. */
function headingId(words: string, slugger: GithubSlugger): string {
  return `section-${slugger.slug(words)}`
}

/**
 * Renames the keys of marks. If marks start and end together, the library nests them in the order of
 * their keys in the machine's locale. The new keys have the same order in every locale.
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
 * Moves citations out of links, because the number of a citation is itself a link. After the last word
 * that is cited, it adds an empty span that has only the citation:
 *
 *     "a trial" [link, citation]  →  "a trial" [link], "" [citation]
 */
function citationsBesideLinks(block: HealthBlock): HealthBlock {
  if (block._type !== 'block') return block
  const {markDefs = [], children} = block
  const citations = keysOf(markDefs, 'citation')
  const links = keysOf(markDefs, 'link', 'internalLink')
  const isCitedLink = children.some(
    ({marks = []}) =>
      marks.some((key) => citations.has(key)) && marks.some((key) => links.has(key)),
  )
  if (!isCitedLink) return block
  return {
    ...block,
    children: children.flatMap((span, position) => {
      const {_key, marks = []} = span
      const nextMarks = children[position + 1]?.marks ?? []
      const ending = marks.filter((key) => citations.has(key) && !nextMarks.includes(key))
      return [
        {...span, marks: marks.filter((key) => !citations.has(key))},
        ...ending.map((key) => ({...span, _key: `${_key}-${key}`, text: '', marks: [key]})),
      ]
    }),
  }
}

function keysOf(markDefs: readonly MarkDef[], ...types: MarkDef['_type'][]): Set<string> {
  return new Set(markDefs.filter(({_type}) => types.includes(_type)).map(({_key}) => _key))
}

/** Styles and marks that the library would render by default, although health text does not have them. */
const unknownBlocks = {h1: undefined, h5: undefined, h6: undefined}
const unknownMarks = {code: undefined, underline: undefined, 'strike-through': undefined}

/** @param jumpTo The number of a list item by its key, if it does not follow that of the item before. */
function htmlComponents(
  context: RenderContext,
  jumpTo: (key: string) => number | undefined,
): Partial<PortableTextHtmlComponents> {
  const {library, numbers, addressOf} = context
  const {slugger} = context.texts
  const inner = (text: AnswerText): string => renderHtml(text, context)
  const heading =
    (tag: 'h2' | 'h3' | 'h4'): PortableTextBlockComponent =>
    ({children = '', value}) =>
      `<${tag} id="${headingId(toPlainText(value), slugger)}">${children}</${tag}>\n`
  return {
    types: Object.fromEntries(
      Object.entries(blocks).map(([type, component]) => [
        type,
        ({value}) => `${component.html(value, context, inner)}\n`,
      ]),
    ),
    block: {
      ...unknownBlocks,
      normal: ({children = ''}) => `<p>${children}</p>\n`,
      blockquote: ({children = ''}) => `<blockquote><p>${children}</p></blockquote>\n`,
      h2: heading('h2'),
      h3: heading('h3'),
      h4: heading('h4'),
    } satisfies Record<Style, PortableTextBlockComponent>,
    list: {
      bullet: ({children = ''}) => `<ul>\n${children}</ul>\n`,
      number: ({children = ''}) => `<ol>\n${children}</ol>\n`,
    } satisfies Record<ListKind, PortableTextListComponent>,
    listItem: {
      bullet: ({children = ''}) => `<li>${children}</li>\n`,
      number: ({children = '', value}) => {
        const number = jumpTo(value._key ?? '')
        return `<li${number === undefined ? '' : ` value="${number}"`}>${children}</li>\n`
      },
    } satisfies Record<ListKind, PortableTextListItemComponent>,
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
        // If readers cannot get the page, only the words stay. The rule links/target reports it.
        return card ? html`<a href="${addressOf(card)}">!${children}</a>` : children
      },
      citation: ({children, value}) =>
        citationHtml(children, mustGet(numbers, value?.reference._ref)),
    } satisfies Record<Decorator | MarkDef['_type'], PortableTextMarkComponent>,
    hardBreak: () => '<br>',
  }
}
