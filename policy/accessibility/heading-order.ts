// Asks for headings that make an outline: none skipped, empty, doubled, or only painted.

import type {Flaw, Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {flawOfAll, spoken} from './words.ts'

function block(_key: string, style: string, text: string, marks: string[] = []) {
  return {
    _type: 'block',
    _key,
    style,
    children: [{_type: 'span', _key: `${_key}s`, text, marks}],
  }
}

function article(...body: object[]) {
  return {_id: 'outline', _type: 'article', body}
}

/** Fields of a therapy stand under headings of the page; the body of an article under its title. */
function levelAround(type: string): number {
  return type === 'therapyType' ? 2 : 1
}

function levelOf({role, style}: Passage): number | undefined {
  return role === 'heading' && style !== undefined ? Number(style.slice(1)) : undefined
}

function fieldOf({path}: Passage): string {
  return path.slice(0, path.search(/[[.]|$/))
}

/** A longer one, or one that ends like a sentence, is a paragraph that somebody stresses. */
const HEADING = 80

function looksLikeHeading({role, style, text, marks}: Passage): boolean {
  const words = text.trim()
  if (role !== 'text' || style !== 'normal' || words === '' || words.length > HEADING) return false
  if (/[.!?:;,…]["'”’)]*$/.test(words)) return false
  const strong = marks.filter(({type}) => type === 'strong')
  const length = strong.reduce((sum, {start, end}) => sum + text.slice(start, end).trim().length, 0)
  return strong.length > 0 && length >= words.replaceAll(/\s/g, '').length
}

function* outlineFlaws(passages: readonly Passage[], around: number): Generator<Flaw> {
  /** The words of headings so far, by level, under the parent that is open. */
  const siblings = new Map<number, Set<string>>()
  let before = around
  for (const passage of passages) {
    const level = levelOf(passage)
    if (level === undefined) {
      if (looksLikeHeading(passage)) {
        yield flawOfAll(passage, {
          message: 'looks like a heading but is a paragraph in bold',
          hint: 'Give it the style of a heading: screen readers do not find bold text by jumping.',
        })
      }
      continue
    }
    if (passage.text.trim() === '') {
      yield {path: passage.path, message: 'is an empty heading', hint: 'Write it, or delete it.'}
      continue
    }
    if (level > before + 1) {
      yield flawOfAll(passage, {
        message: `is a heading of level ${level} right under level ${before}`,
        hint: `Make it a heading of level ${before + 1}: a skipped level sounds like a missing part.`,
      })
    }
    before = level
    for (const deeper of siblings.keys()) if (deeper > level) siblings.delete(deeper)
    const words = spoken(passage.text)
    const known = siblings.get(level) ?? new Set()
    if (known.has(words)) {
      yield flawOfAll(passage, {
        message: 'is the same as an earlier heading of this part',
        hint: 'Say in each heading what is different about what follows.',
      })
    }
    siblings.set(level, known.add(words))
  }
}

export const headingOrder: Rule = {
  id: 'accessibility/heading-order',
  title: 'Headings that make an outline',
  severity: 'warning',
  rationale:
    'Many people who use a screen reader go through a page by its headings, and take a skipped ' +
    'level for a missing part. Bold paragraphs are no headings to them.',
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
          block('a', 'h2', 'What it is'),
          block('b', 'h3', 'The fluid'),
          block('c', 'h2', 'Risks'),
        ),
      },
      {
        says: 'a sentence in bold',
        document: article(block('a', 'normal', 'Call your doctor at once.', ['strong'])),
      },
    ],
    fails: [
      {
        says: 'a heading of level 4 under level 2',
        document: article(block('a', 'h2', 'What it is'), block('b', 'h4', 'The fluid')),
      },
      {says: 'an empty heading', document: article(block('a', 'h2', ' '))},
      {
        says: 'two headings alike',
        document: article(block('a', 'h2', 'Risks'), block('b', 'h2', 'Risks')),
      },
      {
        says: 'a bold paragraph for a heading',
        document: article(block('a', 'normal', 'What it is', ['strong'])),
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
