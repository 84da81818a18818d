// Headings must form an outline: no skipped levels, no empty or repeated headings, no bold paragraphs
// in their place.

import {isBlank} from '../characters.ts'
import {exampleText, type ExampleBlock} from '../examples/text.ts'
import type {Flaw, Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {flawOfAll, spoken} from './words.ts'

function article(...body: readonly ExampleBlock[]) {
  return {_id: 'outline', _type: 'article', body: exampleText(...body)}
}

/**
 * The level of the heading above a field. The fields of a therapy come under level 2 headings of its
 * page, the body of an article comes under the title.
 */
function levelAround(type: string): number {
  return type === 'therapyType' ? 2 : 1
}

function fieldOf({path}: Passage): string {
  return path.slice(0, path.search(/[[.]|$/))
}

/** A heading with words. */
interface Heading {
  readonly passage: Passage
  readonly level: number
}

function isEmpty({text}: Passage): boolean {
  return isBlank(text)
}

function headingsIn(passages: readonly Passage[]): Heading[] {
  return passages.flatMap((passage) =>
    passage.role === 'heading' && passage.style !== undefined && !isEmpty(passage)
      ? [{passage, level: Number(passage.style.slice(1))}]
      : [],
  )
}

/** Longer bold text, or bold text that ends like a sentence, is an emphasized paragraph. */
const HEADING = 80

function looksLikeHeading({role, style, text, marks}: Passage): boolean {
  const words = text.trim()
  if (role !== 'text' || style !== 'normal' || words === '' || words.length > HEADING) return false
  if (/[.!?:;,…]["'”’)]*$/.test(words)) return false
  const strong = marks.filter(({type}) => type === 'strong')
  const length = strong.reduce((sum, {start, end}) => sum + text.slice(start, end).trim().length, 0)
  return strong.length > 0 && length >= words.replaceAll(/\s/g, '').length
}

function* boldParagraphs(passages: readonly Passage[]): Generator<Flaw> {
  for (const passage of passages) {
    if (!looksLikeHeading(passage)) continue
    yield flawOfAll(passage, {
      message: 'looks like a heading but is a paragraph in bold',
      hint: 'Give it the style of a heading. Screen readers jump between headings and skip bold text.',
    })
  }
}

function* emptyHeadings(passages: readonly Passage[]): Generator<Flaw> {
  for (const passage of passages) {
    if (passage.role !== 'heading' || passage.style === undefined || !isEmpty(passage)) continue
    yield {
      path: passage.path,
      subject: 'This line',
      message: 'is an empty heading',
      hint: 'Write the heading, or delete it.',
    }
  }
}

/** @param around The level of the heading above the field. */
function* skippedLevels(headings: readonly Heading[], around: number): Generator<Flaw> {
  let before = around
  for (const {passage, level} of headings) {
    if (level > before + 1) {
      yield flawOfAll(passage, {
        message: `is a level ${level} heading directly under level ${before}`,
        hint: `Make it a level ${before + 1} heading. A skipped level sounds like a missing section.`,
      })
    }
    before = level
  }
}

function* repeatedHeadings(headings: readonly Heading[]): Generator<Flaw> {
  /** The words of earlier headings in the current section, by level. */
  const siblings = new Map<number, Set<string>>()
  for (const {passage, level} of headings) {
    for (const deeper of siblings.keys()) if (deeper > level) siblings.delete(deeper)
    const words = spoken(passage.text)
    const known = siblings.get(level) ?? new Set()
    if (known.has(words)) {
      yield flawOfAll(passage, {
        message: 'repeats an earlier heading of the same section',
        hint: 'In each heading, say how its part differs from the others.',
      })
    }
    siblings.set(level, known.add(words))
  }
}

/** The flaws in the outline of one field, in the order of its passages. */
function outlineFlaws(passages: readonly Passage[], around: number): Flaw[] {
  const headings = headingsIn(passages)
  const positions = new Map(passages.map(({path}, index) => [path, index]))
  const positionOf = ({path}: Flaw): number => positions.get(path) ?? 0
  return [
    ...boldParagraphs(passages),
    ...emptyHeadings(passages),
    ...skippedLevels(headings, around),
    ...repeatedHeadings(headings),
  ].toSorted((a, b) => positionOf(a) - positionOf(b))
}

export const headingOrder: Rule = {
  id: 'accessibility/heading-order',
  title: 'Headings that form an outline',
  severity: 'warning',
  rationale:
    'Many people who use a screen reader move through a page by its headings. A skipped level sounds ' +
    'like a missing section, and a bold paragraph is not a heading to a screen reader.',
  sources: [
    {
      title: 'WCAG 2.2, success criterion 1.3.1: Info and relationships',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships.html',
    },
    {
      title: 'W3C: Page structure tutorial, headings',
      url: 'https://www.w3.org/WAI/tutorials/page-structure/headings/',
    },
  ],
  examples: {
    passes: [
      {
        says: 'headings of level 2, 3 and 2',
        document: article(
          ['What it is', {style: 'h2'}],
          ['The fluid', {style: 'h3'}],
          ['Risks', {style: 'h2'}],
        ),
      },
      {
        says: 'a sentence in bold',
        document: article(['Call your doctor at once.', {isBold: true}]),
      },
    ],
    fails: [
      {
        says: 'a heading of level 4 under level 2',
        document: article(['What it is', {style: 'h2'}], ['The fluid', {style: 'h4'}]),
      },
      {says: 'an empty heading', document: article([' ', {style: 'h2'}])},
      {
        says: 'two headings with the same words',
        document: article(['Risks', {style: 'h2'}], ['Risks', {style: 'h2'}]),
      },
      {
        says: 'a bold paragraph instead of a heading',
        document: article(['What it is', {isBold: true}]),
      },
    ],
  },
  *check({document, passages}) {
    const around = levelAround(document._type)
    const marking = passages.filter(({role, marks}) => role === 'heading' || marks.length > 0)
    for (const inField of Map.groupBy(marking, fieldOf).values()) {
      yield* outlineFlaws(inField, around)
    }
  },
}
