// The editorial rules check every word that a writer can type for readers. A field that is added to
// the schemas must reach the rules, or be listed here with the reason why it holds no such words.

import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {z} from 'zod'
import {passagesOf} from '../../policy/text/passages.ts'
import {storedDocument} from '../../review/revision.ts'

/** Fields that hold text but no words for the rules, each with the reason. */
const notWords: Record<string, string> = {
  'answer.reason': 'for reviewers, not for readers',
  'answer.rule': 'the id of a rule',
  'answer.sentence': 'repeats a sentence of the text',
  'article.firstPublished': 'a date',
  'article.formerSlugs': 'addresses',
  'article.lastModified': 'a date',
  'disclaimer.channels': 'values from a list',
  'disclaimer.evidenceLevels': 'values from a list',
  'disclaimer.jurisdictions': 'values from a list',
  'faq.formerSlugs': 'addresses',
  'figure.credit': 'the name of a person and a licence',
  'link.href': 'an address',
  'slug.current': 'an address',
  'slug.source': 'the name of a field',
  'span.marks': 'names of formatting and keys of links',
  'therapyType.approvedBy': 'values from a list',
  'therapyType.formerSlugs': 'addresses',
}

/** A type in the format of `sanity schema extract`. */
const node = z.object({
  type: z.string(),
  name: z.string().optional(),
  /** The only value that a string may have, if it is not free. */
  value: z.unknown().optional(),
  get of() {
    return z.union([node, z.array(node)]).optional()
  },
  get attributes() {
    return z.record(z.string(), z.object({value: node})).optional()
  },
  get rest() {
    return node.optional()
  },
})
type Node = z.output<typeof node>

const extracted = z.array(node).parse(JSON.parse(readFileSync('schemas/schema.json', 'utf8')))

/** A document with a word of its own in each text field, and the field of each word. */
class Filled {
  readonly places = new Map<string, string>()
  #count = 0

  /** @param place The field to fill, such as `callout.title`. */
  value(type: Node, place: string): unknown {
    switch (type.type) {
      case 'string':
        return type.value ?? this.#word(place)
      case 'number':
        return 1
      case 'boolean':
        return true
      case 'array':
        return membersOf(type).map((member) => this.value(member, place))
      case 'union': {
        const [first] = membersOf(type)
        return first && this.value(first, place)
      }
      case 'inline':
        return this.value(named(type.name), place)
      case 'document':
      case 'object':
        return this.#object(type, place)
      default:
        return undefined
    }
  }

  #object(type: Node, place: string): object {
    const attributes = attributesOf(type)
    const owner = attributes._type?.value
    const name = typeof owner === 'string' ? owner : place
    return Object.fromEntries(
      Object.entries(attributes).map(([field, member]) => [
        field,
        field.startsWith('_') ? (member.value ?? field) : this.value(member, `${name}.${field}`),
      ]),
    )
  }

  #word(place: string): string {
    this.#count += 1
    const word = `word${String(this.#count).padStart(4, '0')}`
    this.places.set(word, place)
    return word
  }
}

/** The types of an array's items, or of a union's members. */
function membersOf({of = []}: Node): Node[] {
  const members = Array.isArray(of) ? of : [of]
  return members.flatMap((member) =>
    member.type === 'union' && membersOf(member).some(({type}) => type !== 'string')
      ? membersOf(member)
      : [member],
  )
}

/** The fields of an object, with those of the type that it extends. */
function attributesOf({attributes = {}, rest}: Node): Record<string, Node> {
  const own = Object.entries(attributes).map(([name, {value}]) => [name, value] as const)
  const extended = rest?.type === 'inline' ? named(rest.name) : rest
  return {...(extended && attributesOf(extended)), ...Object.fromEntries(own)}
}

function named(name: string | undefined): Node {
  const found = extracted.find((type) => type.name === name)
  if (!found) throw new Error(`The schema has no type ${name}.`)
  return found.type === 'type' ? node.parse(found.value) : found
}

/** The text fields of a document type whose words no passage holds. */
function unreadFields(type: string): string[] {
  const filled = new Filled()
  const document = storedDocument.parse({
    ...z.record(z.string(), z.unknown()).parse(filled.value(named(type), type)),
    _id: type,
  })
  const read = passagesOf(document)
    .map(({text}) => text)
    .join(' ')
  return [...filled.places].filter(([word]) => !read.includes(word)).map(([, place]) => place)
}

test('the rules read every text field of a page and of a disclaimer, but for the listed ones', () => {
  const unread = ['article', 'therapyType', 'faq', 'disclaimer'].flatMap(unreadFields)
  expect([...new Set(unread)].toSorted()).toEqual(Object.keys(notWords).toSorted())
})
