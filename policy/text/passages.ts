// Finds the texts of a document that readers see, and where each of them is. Rules about wording
// check these passages.

import {studioPath} from '@sanity/client/csm'
import type {StoredDocument} from '../../review/revision.ts'
import {isBlank} from '../characters.ts'
import {isObject, segment, stringOf} from '../references.ts'
import {sentencesOf, type Sentence} from './sentences.ts'

/** What a passage is on the page. */
export type Role =
  | 'title'
  | 'summary'
  | 'heading'
  | 'text'
  | 'listItem'
  | 'quote'
  | 'cell'
  | 'label'
  | 'alternative'
  | 'search'

/** Words with a mark, from `start` to `end` in the text of their passage. */
export interface MarkedWords {
  readonly type: string
  /** The `markDef` itself; undefined for a decorator such as `strong`. */
  readonly definition: object | undefined
  readonly start: number
  readonly end: number
}

/** A run of words in one place of a document. */
export interface Passage {
  /** Sanity's notation: `title`, `body[_key=="b01"]`. */
  readonly path: string
  readonly role: Role
  /** The style of a block, such as `h2`. */
  readonly style?: string | undefined
  readonly text: string
  readonly marks: readonly MarkedWords[]
  /** Computed on first use, because not every rule needs them. */
  readonly sentences: readonly Sentence[]
}

/** A class with a getter, because a closure for each of many passages is slow. */
class TextPassage implements Passage {
  #sentences: readonly Sentence[] | undefined
  readonly path: string
  readonly role: Role
  readonly text: string
  readonly marks: readonly MarkedWords[]
  readonly style: string | undefined

  constructor({path, role, text, marks, style}: Omit<Passage, 'sentences'>) {
    this.path = path
    this.role = role
    this.text = text
    this.marks = marks
    this.style = style
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= sentencesOf(this.text)
    return this.#sentences
  }
}

/** The role of all strings in an object, whatever the names of its fields: texts for search engines, and words around texts. */
function roleInside({_type}: StoredDocument, name: string): Role | undefined {
  if (name === 'seo') return 'search'
  return _type === 'siteWords' && name === 'words' ? 'label' : undefined
}

/** Fields whose strings are not words of the text. */
const skipped = new Set(['slug', 'answers', 'formerSlugs', 'credit'])

/**
 * The fields of any object in the order in which a page shows them, with the role of their strings.
 * A field without a role holds blocks or objects. The order of fields in a document cannot be used:
 * a draft and the same text in a release can have different ones.
 */
const fields: readonly (readonly [name: string, role?: Role])[] = [
  ['title', 'title'],
  ['name', 'title'],
  ['question', 'title'],
  ['aliases', 'label'],
  ['summary', 'summary'],
  ['images'],
  ['body'],
  ['answer'],
  ['description', 'summary'],
  ['administration'],
  ['evidence'],
  ['sideEffects', 'listItem'],
  ['commonSideEffects'],
  ['effect', 'listItem'],
  ['seriousRisks'],
  ['risk', 'listItem'],
  ['now'],
  ['today'],
  ['soon'],
  ['action', 'text'],
  ['signs', 'listItem'],
  ['regulatoryStatus', 'text'],
  ['alt', 'alternative'],
  ['words', 'text'],
  ['caption', 'label'],
  ['rows'],
  ['cells', 'cell'],
  // The text of a cell.
  ['value', 'cell'],
  ['openingNote', 'text'],
  ['publisher', 'label'],
  ['jobTitle', 'label'],
  ['affiliation', 'label'],
  ['bio', 'text'],
  ['interests', 'text'],
  ['changeNote', 'text'],
]

const roles = new Map(fields.map(([name, role]) => [name, role]))
const places = new Map(fields.map(([name], place) => [name, place]))

/** Other fields come last, ordered by name. */
function byPlace([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return (places.get(a) ?? fields.length) - (places.get(b) ?? fields.length) || (a < b ? -1 : 1)
}

/** The section of each passage, by its path: each heading begins one, and so does each field of the document. */
export function sectionsOf(passages: readonly Passage[]): ReadonlyMap<string, number> {
  let section = 0
  let last = ''
  return new Map(
    passages.map(({path, role}) => {
      const [field = ''] = path.split(/[.[]/, 1)
      if (role === 'heading' || field !== last) section += 1
      last = field
      return [path, section]
    }),
  )
}

type Step = string | ReturnType<typeof segment>

/** The passages of a document, in reading order. */
export function passagesOf(document: StoredDocument): Passage[] {
  // The publisher wrote the words of a cited work, so rules do not check them.
  if (document._type === 'citedWork') return []
  const passages: Passage[] = []
  const steps: Step[] = []

  const visit = (value: unknown, role: Role | undefined, inside?: Role): void => {
    if (typeof value === 'string') {
      if (role && !isBlank(value)) {
        passages.push(
          new TextPassage({path: studioPath.toString(steps), role, text: value, marks: []}),
        )
      }
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        steps.push(segment(item, index))
        visit(item, role, inside)
        steps.pop()
      }
    } else if (isObject(value)) {
      if (isBlock(value)) passages.push(blockPassage(value, studioPath.toString(steps), role))
      else {
        for (const [name, member] of Object.entries(value).toSorted(byPlace)) {
          if (name.startsWith('_') || skipped.has(name)) continue
          const within = inside ?? roleInside(document, name)
          steps.push(name)
          visit(member, within ?? roleOfField(name, steps.length), within)
          steps.pop()
        }
      }
    }
  }

  visit(document, undefined)
  return passages
}

/** The title of a document is its title; a title further inside, such as that of a callout, is a heading. */
function roleOfField(name: string, depth: number): Role | undefined {
  return name === 'title' && depth > 1 ? 'heading' : roles.get(name)
}

interface Block {
  readonly style?: unknown
  readonly listItem?: unknown
  readonly children: readonly unknown[]
  readonly markDefs?: unknown
}

function isBlock(value: object): value is Block {
  return (
    '_type' in value &&
    value._type === 'block' &&
    'children' in value &&
    Array.isArray(value.children)
  )
}

/** @param within The role of the field that holds the text. In a cell, a paragraph is no running text. */
function blockPassage(block: Block, path: string, within: Role | undefined): Passage {
  const style = typeof block.style === 'string' ? block.style : 'normal'
  const definitions = new Map<unknown, object>()
  for (const definition of Array.isArray(block.markDefs) ? block.markDefs : []) {
    if (isObject(definition) && '_key' in definition) definitions.set(definition._key, definition)
  }
  const marks: MarkedWords[] = []
  let text = ''
  for (const child of block.children) {
    if (!isObject(child) || !('text' in child) || typeof child.text !== 'string') continue
    const start = text.length
    // Superscripts stay on the line, because no rule reads the value of a number.
    text += child.text
    for (const mark of 'marks' in child && Array.isArray(child.marks) ? child.marks : []) {
      const definition = definitions.get(mark)
      const type = definition && '_type' in definition ? definition._type : mark
      marks.push({type: stringOf(type), definition, start, end: text.length})
    }
  }
  const role = within === 'cell' ? within : roleOfBlock(style, block.listItem)
  return new TextPassage({path, role, style, text, marks})
}

function roleOfBlock(style: string, listItem: unknown): Role {
  if (/^h[1-6]$/.test(style)) return 'heading'
  if (style === 'blockquote') return 'quote'
  return listItem === undefined ? 'text' : 'listItem'
}
