// Makes an article of about 900 words in about 30 blocks. Its number alone decides what it says.

import type {Article} from '../model/article.ts'
import type {HealthBlock, HealthText, MarkDef} from '../model/health-text.ts'
import {withRichCells} from '../model/plain-table.ts'
import {plainText, pointTo, type SharedContent} from './content.ts'
import {claim, heading, phrase, sentence, sentences, topic} from './prose.ts'
import {Random} from './random.ts'

type TextBlock = Extract<HealthBlock, {_type: 'block'}>
type Span = TextBlock['children'][number]

/** The id of the article with this number. */
export function articleId(index: number): string {
  return `article-${String(index).padStart(6, '0')}`
}

/** @param count How many articles there are. Links may lead to any of them. */
export function article(index: number, count: number, shared: SharedContent): Article {
  const random = new Random(seedOf(index))
  const title = titleOf(random, index)
  const therapies = pickSome(random, shared.therapies, 1 + random.below(2))
  return {
    _id: articleId(index),
    _type: 'article',
    title,
    slug: {_type: 'slug', current: slugOf(title)},
    summary: sentences(random, 2),
    body: body(random, count, shared),
    audience: 'patients',
    language: 'en-US',
    conditions: pickSome(random, shared.conditions, 2).map(pointTo),
    therapies: therapies.map(pointTo),
    faqs: pickSome(random, shared.faqs, random.below(3)).map(pointTo),
    authors: [pointTo(random.pick(shared.authors))],
    reviewers: [pointTo(random.pick(shared.reviewers))],
    reviewInterval: 24,
  }
}

function titleOf(random: Random, index: number): string {
  return `${topic(random)} (${index})`
}

/** The address of the article with this number. It does not need the article. */
export function articleSlug(index: number): string {
  return slugOf(titleOf(new Random(seedOf(index)), index))
}

function seedOf(index: number): number {
  return index + 1000
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

function pickSome<T>(random: Random, items: readonly T[], count: number): T[] {
  return [...new Set(Array.from({length: count}, () => random.pick(items)))]
}

/**
 * An opening and five sections. Between them are a callout, lists, a table and sometimes an embed.
 * Three of the sections are the ones that the rules ask of an article on a therapy.
 */
function body(random: Random, count: number, shared: SharedContent): HealthText {
  const blocks: HealthBlock[] = []
  const add = (make: (key: string) => HealthBlock): void => {
    blocks.push(make(`b${blocks.length}`))
  }
  const paragraph = (): void => add((key) => paragraphBlock(random, key, count, shared))
  const list = (kind: 'bullet' | 'number'): void => {
    for (let item = 0; item < 4; item++) add((key) => listItem(random, key, kind))
  }

  paragraph()
  add((key) => ({
    _type: 'callout',
    _key: key,
    tone: random.pick(['note', 'seeDoctor', 'urgent']),
    title: `Call your doctor about ${phrase(random)}`,
    body: plainText(random, 1),
  }))
  for (let section = 0; section < 5; section++) {
    add((key) => headingBlock(key, 'h2', sectionHeadings[section] ?? heading(random)))
    paragraph()
    paragraph()
    if (section === 1) list('bullet')
    if (section === 2) add((key) => table(random, key))
    if (section === 3) list('number')
    if (section === 4) {
      add((key) => headingBlock(key, 'h3', heading(random)))
      paragraph()
    }
  }
  if (random.onceIn(3)) {
    const therapy = {_type: 'reference', _ref: random.pick(shared.therapies)._id} as const
    add((key) => ({_type: 'therapyEmbed', _key: key, therapy}))
  }
  if (random.onceIn(4)) {
    const faq = {_type: 'reference', _ref: random.pick(shared.faqs)._id} as const
    add((key) => ({_type: 'faqEmbed', _key: key, faq}))
  }
  return blocks
}

function span(text: string, marks: string[] = []): Omit<Span, '_key'> {
  return {
    _type: 'span',
    text,
    marks,
  }
}

function keyed(spans: readonly Omit<Span, '_key'>[]): Span[] {
  return spans.map((item, index) => ({...item, _key: `s${index}`}))
}

/** The headings of three sections, by their index. The other headings are made up. */
const sectionHeadings: Readonly<Record<number, string>> = {
  1: 'What the evidence says',
  2: 'Risks and who should not have it',
  4: 'Other choices',
}

function headingBlock(key: string, style: 'h2' | 'h3', text: string): TextBlock {
  return {
    _type: 'block',
    _key: key,
    style,
    markDefs: [],
    children: keyed([span(text)]),
  }
}

function listItem(random: Random, key: string, kind: 'bullet' | 'number'): TextBlock {
  return {
    _type: 'block',
    _key: key,
    style: 'normal',
    listItem: kind,
    level: 1,
    markDefs: [],
    children: keyed([
      span(phrase(random), ['strong']),
      span(`, since ${phrase(random)} comes first`),
    ]),
  }
}

/** Three sentences, with strong and emphasised words, and a link or a citation. */
function paragraphBlock(
  random: Random,
  key: string,
  count: number,
  shared: SharedContent,
): TextBlock {
  const mark = annotation(random, count, shared)
  return {
    _type: 'block',
    _key: key,
    style: 'normal',
    markDefs: mark ? [mark] : [],
    children: keyed([
      span('Think of '),
      span(phrase(random), ['strong']),
      span(' first. Another page is about '),
      span(phrase(random), mark ? [mark._key] : ['em']),
      span(', and the next one about '),
      span(phrase(random), ['em']),
      span(`. ${mark?._type === 'citation' ? claim(random) : sentence(random)}`),
    ]),
  }
}

/** Of twelve paragraphs, about five cite, one or two link to an article, and one to another site. */
function annotation(random: Random, count: number, shared: SharedContent): MarkDef | undefined {
  const kind = random.below(12)
  if (kind < 5) return pointer('citation', random.pick(shared.works)._id)
  if (kind === 5) return pointer('internalLink', random.pick(shared.therapies)._id)
  if (kind === 6) return pointer('internalLink', articleId(random.below(count)))
  if (kind === 7) {
    const href = `https://www.example.org/topics/${random.below(1000)}`
    return {_type: 'link', _key: 'm0', href}
  }
  return undefined
}

function pointer(_type: 'citation' | 'internalLink', _ref: string): MarkDef {
  return {
    _type,
    _key: 'm0',
    reference: {_type: 'reference', _ref},
  }
}

function table(random: Random, key: string): HealthBlock {
  return withRichCells({
    _key: key,
    caption: `Choices compared for ${phrase(random)}`,
    rows: [
      ['Choice', 'Helps with', 'Watch for'],
      ...['Exercise', 'Injection', 'Waiting'].map((name) => [name, phrase(random), phrase(random)]),
    ].map((cells, index) => ({_key: `r${index}`, cells})),
  })
}
