// Superscripts and subscripts in plain text, where a number must stay that number: 10⁹ is not 109. Unicode has
// raised and lowered digits and signs (The Unicode Standard, chapter 22.4, "Superscript and Subscript Symbols").

import type {HealthBlock, HealthText, PlainHealthText} from '../../model/health-text.ts'
import {isBlank} from '../../policy/characters.ts'

type TextBlock = Extract<HealthBlock, {_type: 'block'}>
type Span = TextBlock['children'][number]
type Script = 'sup' | 'sub'

const RAISED = tableOf('0123456789+-−=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ')
const LOWERED = tableOf('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')

/** They are read in the same way on the line: 1st. */
const ORDINAL = /^(?:st|nd|rd|th)$/i

function tableOf(plain: string, written: string): ReadonlyMap<string, string> {
  const characters = [...written]
  return new Map([...plain].map((character, index) => [character, characters[index] ?? character]))
}

/**
 * A block with its superscripts and subscripts as characters. A superscript that Unicode does not have is put
 * in brackets: 10^(0.5). In a subscript, other characters stay as they are: HbA₁c.
 */
export function withRaised(block: TextBlock): TextBlock {
  return block.children.some((span) => scriptOf(span) !== undefined)
    ? {...block, children: runsOf(block.children).flatMap(writtenOut)}
    : block
}

function scriptOf({marks = []}: Span): Script | undefined {
  return (['sup', 'sub'] as const).find((script) => marks.includes(script))
}

/** Neighbours with the same script are one run: "-9" may be half bold. */
function runsOf(spans: readonly Span[]): Span[][] {
  const runs: Span[][] = []
  for (const span of spans) {
    const [first] = runs.at(-1) ?? []
    if (first && scriptOf(first) === scriptOf(span)) runs.at(-1)?.push(span)
    else runs.push([span])
  }
  return runs
}

function writtenOut(run: readonly Span[]): Span[] {
  const script = run[0] && scriptOf(run[0])
  if (script === undefined) return [...run]
  const spans = run.map(({marks = [], ...span}) => ({
    ...span,
    marks: marks.filter((mark) => mark !== 'sup' && mark !== 'sub'),
  }))
  const words = spans.map(({text}) => text).join('')
  if (script === 'sub') return spans.map((span) => ({...span, text: lowered(span.text)}))
  switch (formOf(words)) {
    case 'raised':
      return spans.map((span) => ({...span, text: through(RAISED, span.text)}))
    case 'plain':
      return spans
    case 'bracketed':
      return spans.map((span, index) => ({
        ...span,
        text: `${index === 0 ? '^(' : ''}${span.text}${index === spans.length - 1 ? ')' : ''}`,
      }))
  }
}

/** How a superscript is written as plain text. */
function formOf(words: string): 'raised' | 'plain' | 'bracketed' {
  if ([...words].every((character) => RAISED.has(character))) return 'raised'
  return isBlank(words) || ORDINAL.test(words) ? 'plain' : 'bracketed'
}

/** A superscript as plain text. */
export function raised(text: string): string {
  switch (formOf(text)) {
    case 'raised':
      return through(RAISED, text)
    case 'plain':
      return text
    case 'bracketed':
      return `^(${text})`
  }
}

/** A subscript as plain text. */
export function lowered(text: string): string {
  return through(LOWERED, text)
}

function through(table: ReadonlyMap<string, string>, text: string): string {
  return [...text].map((character) => table.get(character) ?? character).join('')
}

/** The words of one block. */
export function plainWords(block: TextBlock): string {
  return withRaised(block)
    .children.map(({text}) => text)
    .join('')
}

/** The words of a text, with an empty line between blocks. Other blocks than paragraphs and lists are left out. */
export function plainTextOf(text: HealthText | PlainHealthText): string {
  return text
    .flatMap((block) => (block._type === 'block' ? [plainWords(block)] : []))
    .filter((words) => !isBlank(words))
    .join('\n\n')
}
