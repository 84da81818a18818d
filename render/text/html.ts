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
import type {RenderContext, RenderHeading} from '../page/context.ts'
import {langAttributes} from '../page/lang.ts'
import {must, type Library} from '../page/library.ts'
import {withAddresses, withoutAddresses} from './addresses.ts'
import {hasWords, nestLists} from './lists.ts'
import {plainWords} from './raised.ts'
import {isSameEverywhere} from './reuse.ts'

type Text = HealthText | PlainHealthText

/** HTML has no heading below it. */
const LOWEST_RANK = 6

/** The HTML of texts that many pages show, such as answers and disclaimers. */
const sameEverywhere = new WeakMap<Text, string>()

/**
 * Renders a text. Each of its headings gets an id that is unique on the page.
 *
 * @param above The rank of the heading above the text: 1 for the body of an article.
 * @throws Error for a block, mark or style that has no component.
 */
export function renderHtml(text: Text, context: RenderContext, above = 1): string {
  return htmlOf(text, context, {above, isInner: false})
}

interface Placement {
  /** The rank of the heading above the text. */
  readonly above: number
  /** Whether the text is inside a block, such as an answer. A page may show such a text twice. */
  readonly isInner: boolean
}

function htmlOf(text: Text, context: RenderContext, placement: Placement): string {
  const known = isSameEverywhere(text) ? sameEverywhere : context.texts.html
  let html = known.get(text)
  if (html === undefined) {
    const {nodes, numbers, jumps} = nestLists(text.map(citationsBesideLinks).map(withOrderedKeys))
    html = toHTML([...nodes], {
      components: htmlComponents(withoutAddresses(context), {
        jumpTo: (key) => (jumps.has(key) ? numbers.get(key) : undefined),
        ranks: ranksAbove(text, placement.above),
        ...placement,
      }),
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

/** A heading of a page, as its list of contents shows it. */
export interface PageHeading {
  readonly id: string
  readonly text: string
}

/**
 * The headings of the first texts of a page for its list of contents, with the ids that `renderHtml` gives them: those
 * of the second level, and those of lists of warning signs, whatever their level.
 *
 * @returns One list for each text.
 */
export function headingsOf(texts: readonly HealthText[], library: Library): PageHeading[][] {
  const slugger = new GithubSlugger()
  return texts.map((text) =>
    text.flatMap((block) => {
      if (block._type === 'warningSignsEmbed') {
        const {title} = library.get('warningSigns', block.warningSigns._ref)
        return [{id: headingId(title, slugger), text: title}]
      }
      if (block._type !== 'block' || rankOf(block) === undefined || !hasWords(block)) return []
      const id = headingId(toPlainText(block), slugger)
      const words = plainWords(block)
      return block.style === 'h2' && !isBlank(words) ? [{id, text: words}] : []
    }),
  )
}

/** The rank of the heading above each block of a text that is not a paragraph. */
function ranksAbove(text: Text, above: number): ReadonlyMap<unknown, number> {
  const ranks = new Map<unknown, number>()
  let rank = above
  for (const block of text) {
    if (block._type !== 'block') ranks.set(block, rank)
    else if (hasWords(block)) rank = rankOf(block) ?? rank
  }
  return ranks
}

/** 2 for an `h2`; undefined for a block that is not a heading. */
function rankOf({style}: {readonly style?: Style | undefined}): number | undefined {
  const [, rank] = /^h([234])$/.exec(style ?? '') ?? []
  return rank === undefined ? undefined : Number(rank)
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

interface Layout extends Placement {
  /** The number of a list item by its key, if it does not follow that of the item before. */
  readonly jumpTo: (key: string) => number | undefined
  /** The rank of the heading above each block. */
  readonly ranks: ReadonlyMap<unknown, number>
}

function htmlComponents(
  context: RenderContext,
  {jumpTo, ranks, above, isInner}: Layout,
): Partial<PortableTextHtmlComponents> {
  const {library, numbers, addressOf} = context
  const {slugger} = context.texts
  const rankAbove = (block: unknown): number => ranks.get(block) ?? above
  const inner =
    (block: unknown) =>
    (text: AnswerText): string =>
      htmlOf(text, context, {above: rankAbove(block), isInner: true})
  /** The heading of a block, one rank below the heading before it. */
  const headingOf =
    (block: unknown): RenderHeading =>
    (words, className) => {
      const tag = `h${Math.min(rankAbove(block) + 1, LOWEST_RANK)}`
      const id = isInner ? '' : html` id="${headingId(words, slugger)}"`
      return html`<!${tag}!${id} class="${className}">${words}</!${tag}>`
    }
  const heading =
    (tag: 'h2' | 'h3' | 'h4'): PortableTextBlockComponent =>
    ({children = '', value}) =>
      `<${tag} id="${headingId(toPlainText(value), slugger)}">${children}</${tag}>\n`
  return {
    types: Object.fromEntries(
      Object.entries(blocks).map(([type, component]) => [
        type,
        ({value}) => `${component.html(value, context, inner(value), headingOf(value))}\n`,
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
              <small class="sponsored">(${context.words.link.sponsored})</small>`
          : html`<a href="${value?.href}">!${children}</a>`,
      internalLink: ({children, value}) => {
        const card = library.card(value?.reference._ref)
        // If readers cannot get the page, only the words stay. The rule links/target reports it.
        return card ? html`<a href="${addressOf(card)}">!${children}</a>` : children
      },
      foreign: ({children, value}) =>
        html`<span!${langAttributes(value?.language, context.language)}>!${children}</span>`,
      citation: ({children, value}) =>
        citationHtml(
          children,
          must(numbers.get(value?.reference._ref), value?.reference._ref),
          context.words,
        ),
    } satisfies Record<Decorator | MarkDef['_type'], PortableTextMarkComponent>,
    hardBreak: () => '<br>',
  }
}
