// Writes an article as Markdown: a citation becomes a numbered link, a callout or an embed what the
// generator has for it. The words need no escaping, because prose.ts uses no special characters.

import type {HealthBlock, HealthText, MarkDef, PlainHealthText} from '../model/health-text.ts'

/** How a generator of sites writes what Markdown has no signs for. */
export interface Dialect {
  readonly callout: (callout: Pick<Callout, 'tone' | 'title'>, markdown: string) => string
  readonly embed: (kind: 'therapy' | 'faq', id: string) => string
}

/** What the Markdown of an article needs besides its text. */
export interface MarkdownContext {
  readonly dialect: Dialect
  /** The number of each cited work, by its id. */
  readonly numbers: ReadonlyMap<string, number>
  /** The address of a page, by the id of its document. */
  readonly addressOf: (id: string) => string
}

type Callout = Extract<HealthBlock, {_type: 'callout'}>
type TextBlock = Extract<HealthBlock, {_type: 'block'}>

export function toMarkdown(text: HealthText | PlainHealthText, context: MarkdownContext): string {
  return text
    .map((block, index) => {
      // No empty line between the items of a list.
      const joins = isListItem(block) && isListItem(text[index + 1])
      return `${blockMarkdown(block, context)}${joins ? '' : '\n'}`
    })
    .join('\n')
}

function isListItem(block: HealthBlock | undefined): boolean {
  return block?._type === 'block' && block.listItem !== undefined
}

function blockMarkdown(block: HealthBlock, context: MarkdownContext): string {
  switch (block._type) {
    case 'block':
      return `${blockPrefix(block)}${spans(block, context)}`
    case 'callout':
      return context.dialect.callout(block, toMarkdown(block.body, context))
    case 'richTable':
      return tableMarkdown(block, context)
    case 'therapyEmbed':
      return context.dialect.embed('therapy', block.therapy._ref)
    case 'faqEmbed':
      return context.dialect.embed('faq', block.faq._ref)
    case 'warningSignsEmbed':
    case 'figure':
      throw new Error('The articles of a trial have no images and no warning signs')
  }
}

const prefixes = {normal: '', h2: '## ', h3: '### ', h4: '#### ', blockquote: '> '} as const

function blockPrefix({listItem, style = 'normal'}: TextBlock): string {
  if (listItem === undefined) return prefixes[style]
  return listItem === 'number' ? '1. ' : '- '
}

function spans({children, markDefs = []}: TextBlock, context: MarkdownContext): string {
  const marks = new Map(markDefs.map((mark) => [mark._key, mark]))
  return children
    .map((span) =>
      (span.marks ?? []).reduce(
        (words, mark) => marked(words, marks.get(mark) ?? mark, context),
        span.text,
      ),
    )
    .join('')
}

function marked(words: string, mark: MarkDef | string, context: MarkdownContext): string {
  if (mark === 'strong') return `**${words}**`
  if (mark === 'em') return `_${words}_`
  if (typeof mark === 'string') throw new Error(`The articles of a trial have no mark "${mark}"`)
  switch (mark._type) {
    case 'link':
      return `[${words}](${mark.href})`
    case 'internalLink':
      return `[${words}](${context.addressOf(mark.reference._ref)})`
    case 'foreign':
      return words
    case 'citation': {
      const number = context.numbers.get(mark.reference._ref) ?? 0
      return `${words} [${number}](#reference-${number})`
    }
  }
}

function tableMarkdown(
  {caption, rows}: Extract<HealthBlock, {_type: 'richTable'}>,
  context: MarkdownContext,
): string {
  const [head, ...body] = rows.map(
    ({cells}) => `| ${cells.map(({value}) => toMarkdown(value, context).trim()).join(' | ')} |`,
  )
  const rule = `|${' --- |'.repeat(rows[0]?.cells.length ?? 0)}`
  return [`_${caption}_`, '', head, rule, ...body].join('\n')
}
