// Finds the words that changed between two versions of a document.

import {toPlainText} from '@portabletext/toolkit'
import {diffWordsWithSpace} from 'diff'
import type {ObjectSchemaType, SchemaType} from 'sanity'
import {z} from 'zod'
import {asRichTable} from '../../model/plain-table.ts'
import {isObject, keyOf} from '../../policy/references.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {
  decoratorOptions,
  listOptions,
  styleOptions,
  type Option,
} from '../../schemas/data/options.ts'
import {fieldType, fieldWords, INSIDE, isBlock, itemTitle, itemType} from './places.ts'

/** A piece of text that is in both versions, or only in one. */
export interface Piece {
  readonly text: string
  readonly kind: 'same' | 'added' | 'removed'
}

/** A place whose text differs between the versions. */
export interface TextChange {
  /** Tells it from other changes. */
  readonly id: string
  /** Such as `Body › paragraph 2`, or `Title`. */
  readonly place: string
  readonly pieces: readonly Piece[]
}

/** What tells a writer what a document is: its type in the Studio, and the titles of others by their ids. */
export interface Naming {
  readonly type: ObjectSchemaType
  readonly titles: ReadonlyMap<string, string>
}

/**
 * The places where two versions differ, in the order of the newer one. Places that are gone come last.
 * The items of an array are matched by their keys, so a moved item is no change.
 *
 * @param before Undefined if there is no earlier version. Then everything counts as added.
 */
export function changesBetween(
  before: StoredDocument | undefined,
  after: StoredDocument,
  {type, titles}: Naming,
): TextChange[] {
  const all = (document: StoredDocument): [id: string, line: Line][] =>
    lines(contentOf(document), {type, titles, id: '', words: []}).map((line) => [line.id, line])
  const old = new Map(before ? all(before) : [])
  const now = new Map(all(after))
  const changed = [...now.values()].flatMap((line): TextChange[] => {
    const earlier = old.get(line.id)
    if (earlier?.text === line.text) return []
    if (!earlier) return alone(line, 'added')
    return [
      line.text === RICH
        ? converted(line, old, now)
        : change(line, wordChanges(earlier.text, line.text)),
    ]
  })
  const gone = [...old.values()].filter(({id}) => !now.has(id))
  return [...changed, ...gone.flatMap((line) => alone(line, 'removed'))]
}

interface Line {
  readonly id: string
  readonly place: string
  readonly text: string
  /** Whether it describes another line, so that it says nothing without an earlier version. */
  readonly describes?: boolean
}

function change({id, place}: Line, pieces: readonly Piece[]): TextChange {
  return {id, place, pieces}
}

function alone(line: Line, kind: 'added' | 'removed'): TextChange[] {
  return line.describes === true || line.text === ''
    ? []
    : [change(line, [{text: line.text, kind}])]
}

function wordChanges(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after).map(({value, added, removed}) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

interface Place {
  readonly type: SchemaType | undefined
  readonly titles: Naming['titles']
  readonly id: string
  readonly words: readonly string[]
}

const KIND = '/kind'

const hidden = new Set(['_id', '_type', '_key'])

function lines(value: unknown, place: Place): Line[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) {
    // A table that a writer converted has the cells that it had before.
    const items: unknown[] = value.map(asRichTable)
    return items.flatMap((item, index) => {
      const at = {
        ...place,
        type: itemType(place.type, item),
        id: `${place.id}/${keyOf(item) ?? index + 1}`,
        words: [...place.words, itemTitle(items, index, place.type)],
      }
      return [...tableKind(value[index], at), ...lines(item, at)]
    })
  }
  if (isBlock(value)) return blockLines(value, place)
  if (!isObject(value)) return [lineAt(place, shownValue(value, place.type))]
  return Object.entries(value).flatMap(([name, member]) => {
    if (hidden.has(name)) return []
    // The field that holds a reference is its place.
    if (name === '_ref') {
      const target = printed(member)
      return [lineAt(place, place.titles.get(target) ?? target)]
    }
    return lines(member, {
      ...place,
      type: fieldType(place.type, name),
      id: `${place.id}/${name}`,
      words: [...place.words, ...fieldWords(place.type, name)],
    })
  })
}

const RICH = 'Its cells can hold links and emphasis.'
const PLAIN = 'Its cells hold plain words.'

const tables = z.object({_type: z.enum(['richTable', 'table'])})

/** A line that tells a table of plain words from one whose cells can hold links. */
function tableKind(item: unknown, place: Place): Line[] {
  const {data} = tables.safeParse(item)
  if (!data) return []
  const text = data._type === 'table' ? PLAIN : RICH
  return [{...lineAt({...place, id: `${place.id}${KIND}`}, text), describes: true}]
}

/** Says that a table became one of the other kind, and whether its words did not change with it. */
function converted(line: Line, ...versions: ReadonlyMap<string, Line>[]): TextChange {
  const within = line.id.slice(0, -KIND.length)
  const [before, after] = versions.map((lines) =>
    [...lines.values()]
      .filter(({id}) => id.startsWith(`${within}/`) && id !== line.id)
      .map(({id, text}) => `${id} ${text}`)
      .join('\n'),
  )
  const isSame = before === after
  const text = `The table became one whose cells can hold links and emphasis.${isSame ? ' No word changed.' : ''}`
  return change(line, [{text, kind: 'same'}])
}

function lineAt({id, words}: Place, text: string): Line {
  return {id, place: words.join(INSIDE), text}
}

/** A value as the form shows it. */
function shownValue(value: unknown, type: SchemaType | undefined): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const {data} = choices.safeParse(type)
  return data ? titleOf(data.options.list, printed(value)) : printed(value)
}

/** A value in writing. `String` fails for an object that cannot become a string. */
function printed(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const choices = z.object({
  options: z.object({list: z.array(z.object({title: z.string(), value: z.string()}))}),
})

function titleOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.title ?? value
}

const blockShape = z.object({
  style: z.string().catch('normal'),
  listItem: z.string().optional().catch(undefined),
  level: z.number().catch(1),
  children: z.array(z.object({text: z.string(), marks: z.array(z.string()).catch([])})).catch([]),
  markDefs: z.array(z.looseObject({_key: z.string(), _type: z.string()})).catch([]),
})

/** The words of a block, what kind of block it is, and its words with emphasis, links or citations. */
function blockLines(block: Parameters<typeof toPlainText>[0], place: Place): Line[] {
  const {style, listItem, level, children, markDefs} = blockShape.parse(block)
  const kind =
    listItem === undefined
      ? titleOf(styleOptions, style)
      : `${titleOf(listOptions, listItem)} list, level ${level}`
  const marked = children.flatMap(({text, marks}) =>
    marks.map((mark) => {
      const annotation = markDefs.find(({_key}) => _key === mark)
      return `${annotation ? annotationTitle(annotation, place) : titleOf(decoratorOptions, mark)}: “${text}”`
    }),
  )
  const {id, words} = place
  return [
    lineAt(place, toPlainText(block)),
    {...lineAt({...place, id: `${id}${KIND}`, words: [...words, 'kind']}, kind), describes: true},
    ...(marked.length === 0
      ? []
      : [
          lineAt(
            {...place, id: `${id}/marks`, words: [...words, 'emphasis, links and citations']},
            marked.join('; '),
          ),
        ]),
  ]
}

const pointing = z.object({reference: z.object({_ref: z.string()})})

/** For example `Link to another website https://example.org`. */
function annotationTitle(annotation: {readonly _type: string}, {titles}: Place): string {
  const {_type, ...rest} = annotation
  const target = pointing.safeParse(rest).data?.reference._ref
  const name = annotationTitles.get(_type) ?? _type
  if (target !== undefined) return `${name} ${titles.get(target) ?? target}`
  return [
    name,
    ...Object.entries(rest).flatMap(([field, value]) => (field === '_key' ? [] : [printed(value)])),
  ].join(' ')
}

const annotationTitles = new Map([
  ['link', 'Link to'],
  ['internalLink', 'Link to'],
  ['citation', 'Citation of'],
  ['foreign', 'In the language'],
])
