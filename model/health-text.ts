// Portable Text as the schemas allow it. A block, mark or style that is not listed here is an error, so
// that no words of a writer can get lost on their way to readers.

import {z} from 'zod'
import {limits} from '../schemas/data/limits.ts'
import {
  decoratorOptions,
  listOptions,
  plainStyleOptions,
  styleOptions,
  toneOptions,
  valuesOf,
} from '../schemas/data/options.ts'
import {unevenRow} from '../schemas/data/uneven-row.ts'
import {
  key,
  keyedReference,
  language,
  referenceTo,
  safeUrl,
  spanText,
  line,
  words,
} from './fields.ts'
import {withRichCells} from './plain-table.ts'

const span = z.strictObject({
  _type: z.literal('span'),
  _key: key,
  text: spanText,
  // A mark that stands there twice would put a link into a link.
  marks: z
    .array(z.string())
    .overwrite((marks) => (marks.length < 2 ? marks : [...new Set(marks)]))
    .optional(),
})

const markDef = z.discriminatedUnion('_type', [
  z.strictObject({
    _type: z.literal('link'),
    _key: key,
    href: safeUrl,
    commercial: z.boolean().optional(),
  }),
  z.strictObject({_type: z.literal('internalLink'), _key: key, reference: referenceTo}),
  z.strictObject({_type: z.literal('citation'), _key: key, reference: referenceTo}),
  z.strictObject({_type: z.literal('foreign'), _key: key, language}),
])

const decorators = valuesOf(decoratorOptions)

interface MarkedBlock {
  children: {marks?: string[] | undefined}[]
  markDefs?: {_key: string}[] | undefined
}

/** Every mark on a span is a decorator or the key of a mark definition of its block. */
function checkMarks({value: block, issues}: z.core.ParsePayload<MarkedBlock>): void {
  const isKnown = (mark: string): boolean =>
    decorators.some((decorator) => decorator === mark) ||
    (block.markDefs ?? []).some(({_key}) => _key === mark)
  for (const [index, child] of block.children.entries()) {
    for (const mark of child.marks ?? []) {
      if (isKnown(mark)) continue
      issues.push({
        code: 'custom',
        input: mark,
        path: ['children', index, 'marks'],
        message: `has an unknown mark "${mark}"`,
        params: {hint: `Use ${decorators.join(', ')}, or define the mark in the block's markDefs.`},
      })
    }
  }
}

const blockFields = {
  _type: z.literal('block'),
  _key: key,
  children: z.array(span).min(1),
  markDefs: z.array(markDef).optional(),
  listItem: z.enum(valuesOf(listOptions)).optional(),
  level: z.int().min(1).max(6).optional(),
}

const plainBlock = z
  .strictObject({...blockFields, style: z.enum(valuesOf(plainStyleOptions)).optional()})
  .check(checkMarks)

/** Paragraphs, lists, links and citations. */
export const plainHealthText = z.array(plainBlock).min(1)

const block = z
  .strictObject({
    ...blockFields,
    style: z.enum(valuesOf(styleOptions)).optional(),
  })
  .check(checkMarks)

const callout = z.strictObject({
  _type: z.literal('callout'),
  _key: key,
  tone: z.enum(valuesOf(toneOptions)),
  title: line.max(limits['callout.title'].max),
  body: plainHealthText,
})

/** The Studio computes crops and hotspots, so a number may be a little below 0, or a hotspot's a little above 1. */
const ROUNDING = 1e-6

/** What is cropped away at each side, as a fraction of the image's width or height. */
const side = z.number().refine((part) => part >= -ROUNDING && part <= 1, {
  error: ({input}) => `is ${String(input)}, but a crop takes away a part from 0 to 1`,
  params: {hint: 'Crop the image again.'},
})

const crop = z
  .strictObject({
    _type: z.literal('sanity.imageCrop'),
    top: side,
    bottom: side,
    left: side,
    right: side,
  })
  .refine(({top, bottom, left, right}) => top + bottom < 1 && left + right < 1, {
    error: 'leaves nothing of the image',
    params: {hint: 'Crop the image again.'},
  })

/** A place or size of the hotspot, as a fraction of the image's width or height. */
const extent = z.number().refine((part) => part >= -ROUNDING && part <= 1 + ROUNDING, {
  error: ({input}) => `is ${String(input)}, but a hotspot lies within the image, from 0 to 1`,
  params: {hint: 'Set the hotspot of the image again.'},
})

const hotspot = z.strictObject({
  _type: z.literal('sanity.imageHotspot'),
  x: extent,
  y: extent,
  height: extent,
  width: extent,
})

export const figure = z.strictObject({
  _type: z.literal('figure'),
  _key: key,
  asset: referenceTo,
  media: z.unknown().optional(),
  hotspot: hotspot.optional(),
  crop: crop.optional(),
  alt: line.min(limits['figure.alt'].min).max(limits['figure.alt'].max),
  words: words.optional(),
  caption: line.optional(),
  sources: z.array(keyedReference).optional(),
  credit: line.optional(),
})

const uneven = {params: {hint: 'Give every row the same number of cells.'}}

/** Every row has as many cells as the first. */
function checkWidths({value: rows, issues}: z.core.ParsePayload<{cells: unknown[]}[]>): void {
  const message = unevenRow(rows.map(({cells}) => cells.length))
  if (message !== undefined) issues.push({code: 'custom', input: rows, message, ...uneven})
}

const richTable = z.strictObject({
  _type: z.literal('richTable'),
  _key: key,
  caption: line,
  sources: z.array(keyedReference).optional(),
  rows: z
    .array(
      z.strictObject({
        _type: z.literal('tableRow'),
        _key: key,
        cells: z
          .array(
            z.strictObject({
              _type: z.literal('tableCell'),
              _key: key,
              value: plainHealthText.max(limits['tableCell.value'].max),
            }),
          )
          .min(limits['tableRow.cells'].min)
          .max(limits['tableRow.cells'].max),
      }),
    )
    .min(limits['richTable.rows'].min)
    .max(limits['richTable.rows'].max)
    .check(checkWidths),
})

/** Approved texts keep it, because another shape would be another revision. All that reads a text gets `richTable`. */
const table = z
  .strictObject({
    _type: z.literal('table'),
    _key: key,
    caption: line,
    rows: z
      .array(
        z.strictObject({
          _type: z.literal('row'),
          _key: key,
          cells: z.array(spanText).min(limits['row.cells'].min),
        }),
      )
      .min(limits['table.rows'].min)
      .check(checkWidths),
  })
  .transform(withRichCells)

const faqEmbed = z.strictObject({_type: z.literal('faqEmbed'), _key: key, faq: referenceTo})

const therapyEmbed = z.strictObject({
  _type: z.literal('therapyEmbed'),
  _key: key,
  therapy: referenceTo,
})

const warningSignsEmbed = z.strictObject({
  _type: z.literal('warningSignsEmbed'),
  _key: key,
  warningSigns: referenceTo,
})

/** The answer to a question: plain text, and lists of warning signs. */
export const answerText = z
  .array(z.discriminatedUnion('_type', [plainBlock, warningSignsEmbed]))
  .min(1)

/** Everything that the body of a page may hold. */
export const healthText = z
  .array(
    z.discriminatedUnion('_type', [
      block,
      callout,
      figure,
      richTable,
      table,
      faqEmbed,
      therapyEmbed,
      warningSignsEmbed,
    ]),
  )
  .min(1)

export type HealthText = z.output<typeof healthText>
export type HealthBlock = HealthText[number]
export type PlainHealthText = z.output<typeof plainHealthText>
export type AnswerText = z.output<typeof answerText>
export type Figure = z.output<typeof figure>
export type Callout = z.output<typeof callout>
export type RichTable = z.output<typeof richTable>
export type FaqEmbed = z.output<typeof faqEmbed>
export type WarningSignsEmbed = z.output<typeof warningSignsEmbed>
export type TherapyEmbed = z.output<typeof therapyEmbed>
export type MarkDef = z.output<typeof markDef>
