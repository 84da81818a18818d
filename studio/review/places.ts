// Places in a document, in words that a writer knows from the form: `Body › paragraph 3, step 2`.

import {isPortableTextBlock, toPlainText} from '@portabletext/toolkit'
import type {ObjectSchemaType, Path, PathSegment, SchemaType} from 'sanity'
import {z} from 'zod'
import {asRichTable} from '../../model/plain-table.ts'
import {isObject} from '../../policy/references.ts'

/** Between the parts of a place. */
export const INSIDE = ' › '

/** The title of a field; its name if the form does not have it. */
function fieldTitle(type: SchemaType | undefined, name: string): string {
  return fieldType(type, name)?.title ?? name
}

/** The one list of each part of a table. Its title would tell a writer nothing. */
const PARTS = new Map([
  ['richTable', 'rows'],
  ['tableRow', 'cells'],
  ['tableCell', 'value'],
])

/** The words for a field in a place: its title, or none. */
export function fieldWords(type: SchemaType | undefined, name: string): string[] {
  return type && PARTS.get(type.name) === name ? [] : [fieldTitle(type, name)]
}

/** The type of a field; undefined if the form does not have it. */
export function fieldType(type: SchemaType | undefined, name: string): SchemaType | undefined {
  return type && 'fields' in type
    ? type.fields.find((field) => field.name === name)?.type
    : undefined
}

/** The type of an item of an array. */
export function itemType(type: SchemaType | undefined, item: unknown): SchemaType | undefined {
  if (!type || !('of' in type)) return undefined
  const {data} = typed.safeParse(item)
  return type.of.find(({name}) => name === data?._type) ?? type.of.at(0)
}

const typed = z.object({_type: z.string()})

/** Names an item of an array by what it is and its number. */
export function itemTitle(
  items: readonly unknown[],
  index: number,
  type: SchemaType | undefined,
): string {
  const item = items[index]
  if (isBlock(item)) return blockTitle(items, index)
  const kind = itemType(type, item)
  if (!isObject(item) || kind?.title === undefined) return String(index + 1)
  const {data} = captioned.safeParse(item)
  if (data) return `${kind.title.toLowerCase()} “${shortened(data.caption)}”`
  const alike = items.slice(0, index + 1).filter((other) => itemType(type, other) === kind)
  return `${kind.title.toLowerCase()} ${alike.length}`
}

const captioned = z.object({_type: z.literal('richTable'), caption: z.string().min(1)})

/** The number of characters of a heading or caption that its name shows. */
const SHOWN = 40

function shortened(words: string): string {
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words
}

const textBlock = z.object({
  style: z.string().default('normal'),
  listItem: z.string().optional(),
  level: z.number().default(1),
})

/** A heading by its words, a paragraph by its number, and an item of a list by the paragraph before it too. */
function blockTitle(items: readonly unknown[], index: number): string {
  const block = items[index]
  const {style, listItem} = shapeOf(block)
  if (listItem === undefined && style.startsWith('h')) {
    const words = isBlock(block) ? toPlainText(block) : ''
    return `heading “${shortened(words)}”`
  }
  const texts = items.slice(0, index + 1).filter(isBlock)
  const paragraphs = texts.filter((text) => isParagraph(text)).length
  if (listItem === undefined) return `paragraph ${paragraphs}`
  const lastOther = texts.findLastIndex((text) => shapeOf(text).listItem !== listItem)
  const item = `${listItem === 'number' ? 'step' : 'bullet'} ${texts.length - 1 - lastOther}`
  return paragraphs === 0 ? item : `after paragraph ${paragraphs}, ${item}`
}

function isParagraph(block: unknown): boolean {
  const {style, listItem} = shapeOf(block)
  return listItem === undefined && !style.startsWith('h')
}

function shapeOf(block: unknown): z.output<typeof textBlock> {
  return textBlock.catch({style: 'normal', level: 1}).parse(block)
}

/** Whether a value is a block of text. */
export function isBlock(value: unknown): value is Parameters<typeof toPlainText>[0] & object {
  const {data} = typed.safeParse(value)
  return data !== undefined && isObject(value) && isPortableTextBlock({...value, ...data})
}

/**
 * The words for a path. It ends at a block of text, whose parts have no names of their own. A part that is not
 * in the document keeps its name.
 */
export function placeInWords(type: ObjectSchemaType, document: unknown, path: Path): string {
  return wordsFor(type, document, path).join(INSIDE)
}

function wordsFor(type: SchemaType | undefined, value: unknown, path: Path): string[] {
  const [segment, ...rest] = path
  if (segment === undefined || isBlock(value)) return []
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(asRichTable)
    const index = indexOf(items, segment)
    if (index < 0) return []
    const item = items[index]
    return [itemTitle(items, index, type), ...wordsFor(itemType(type, item), item, rest)]
  }
  const name = String(segment)
  const member: unknown = isObject(value) ? Reflect.get(value, name) : undefined
  return [...fieldWords(type, name), ...wordsFor(fieldType(type, name), member, rest)]
}

function indexOf(items: readonly unknown[], segment: PathSegment): number {
  if (typeof segment === 'number') return segment < items.length ? segment : -1
  if (typeof segment !== 'object' || !('_key' in segment)) return -1
  return items.findIndex((item) => isObject(item) && Reflect.get(item, '_key') === segment._key)
}
