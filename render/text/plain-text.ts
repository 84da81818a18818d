// Turns Portable Text into plain text, for channels that cannot show HTML. Links keep their addresses,
// and citations their numbers.

import {
  toHTML,
  type PortableTextHtmlComponents,
  type PortableTextListItemComponent,
  type PortableTextMarkComponent,
} from '@portabletext/to-html'
import type {
  AnswerText,
  HealthBlock,
  HealthText,
  MarkDef,
  PlainHealthText,
} from '../../model/health-text.ts'
import type {Decorator, ListKind} from '../../schemas/data/options.ts'
import {blocks} from '../components/blocks.ts'
import type {RenderContext} from '../page/context.ts'
import {must} from '../page/library.ts'
import {refuse, withOrderedKeys} from './html.ts'
import {nestLists} from './lists.ts'
import {withRaised} from './raised.ts'
import {isSameEverywhere} from './reuse.ts'

/**
 * Renders a text as paragraphs with empty lines between them.
 *
 * @throws Error for a block, mark or style that has no component.
 */
export function renderText(text: HealthText | PlainHealthText, context: RenderContext): string {
  const known = isSameEverywhere(text) ? sameEverywhere.get(text) : undefined
  if (known !== undefined) return known
  const {nodes, numbers} = nestLists(text.map(withOrderedKeys).map(raised))
  const rendered = toHTML([...nodes], {
    components: textComponents(context, (key) => numbers.get(key) ?? 1),
    onMissingComponent: refuse,
  })
  const plain = rendered.replaceAll(/\n{3,}/g, '\n\n').trim()
  if (isSameEverywhere(text)) sameEverywhere.set(text, plain)
  return plain
}

/** The plain words of texts that many pages show, such as answers and disclaimers. */
const sameEverywhere = new WeakMap<HealthText | PlainHealthText, string>()

function raised(block: HealthBlock): HealthBlock {
  return block._type === 'block' ? withRaised(block) : block
}

/** @param numberOf The number of a list item by its key. */
function textComponents(
  context: RenderContext,
  numberOf: (key: string) => number,
): Partial<PortableTextHtmlComponents> {
  const inner = (text: AnswerText): string => renderText(text, context)
  const same = ({children = ''}: {children?: string}): string => children
  return {
    types: Object.fromEntries(
      Object.entries(blocks).map(([type, component]) => [
        type,
        ({value}) => `${component.text(value, context, inner)}\n\n`,
      ]),
    ),
    block: ({children = ''}) => `${children}\n\n`,
    list: ({children = '', value}) => (value.level > 1 ? `\n${indent(children)}` : `${children}\n`),
    listItem: {
      bullet: ({children = ''}) => `- ${children}\n`,
      number: ({children = '', value}) => `${numberOf(value._key ?? '')}. ${children}\n`,
    } satisfies Record<ListKind, PortableTextListItemComponent>,
    marks: {
      strong: same,
      em: same,
      internalLink: same,
      foreign: same,
      link: ({children, value}) =>
        `${children} (${value?.commercial === true ? `${context.words.link.sponsored}: ` : ''}${value?.href})`,
      citation: ({children, value}) =>
        `${children} [${must(context.numbers.get(value?.reference._ref), value?.reference._ref)}]`,
    } satisfies Record<
      Exclude<Decorator, 'sup' | 'sub'> | MarkDef['_type'],
      PortableTextMarkComponent
    >,
    hardBreak: () => '\n',
    escapeHTML: (words) => words,
  }
}

function indent(lines: string): string {
  return lines.trimEnd().replaceAll(/^/gm, '  ')
}
