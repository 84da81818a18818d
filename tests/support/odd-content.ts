// Odd values for every field that the Studio's schema has. The fields come from what `npm run generate`
// extracts, so a new field is among them. All other fields stay valid, so that the odd one gets far.

import {isObject} from '../../policy/references.ts'
import {storedDocument, type StoredDocument} from '../../review/revision.ts'
import {fullDocuments} from './full-documents.ts'
import {paragraph, slug, tableCell} from './library.ts'
import {types, type Value} from './schema.ts'

/** The name of a field, or the type of an item. Strings in a list have no type. */
type Step = string | {readonly item: string | undefined}

/** A field, or the items of one type in a list. */
export interface Place {
  /** Such as `article.body[callout].title`. */
  readonly name: string
  /** The type of the document. */
  readonly type: string
  readonly steps: readonly Step[]
  readonly value: Value
}

type ObjectValue = Extract<Value, {type: 'object'}>

/** What an inline type stands for. An item of a list also has the fields of its type. */
function resolved(value: Value): Value {
  if (value.type === 'inline') return resolved(types.get(value.name) ?? {type: 'unknown'})
  if (value.type !== 'object' || !value.rest) return value
  const rest = resolved(value.rest)
  return rest.type === 'object'
    ? {type: 'object', attributes: {...rest.attributes, ...value.attributes}}
    : value
}

/** The alternatives of a value: itself, if it has none. */
function alternatives(value: Value): Value[] {
  return value.type === 'union' ? value.of.flatMap(alternatives) : [resolved(value)]
}

function typeNameOf(value: Value): string | undefined {
  const type = value.type === 'object' ? value.attributes._type?.value : undefined
  return type?.type === 'string' ? type.value : undefined
}

function placesIn(value: Value, at: Omit<Place, 'value'>): Place[] {
  const all = alternatives(value)
  const within = all.flatMap((one) => {
    if (one.type === 'array') {
      return alternatives(one.of).flatMap((item) => placesIn(item, itemIn(at, item)))
    }
    return one.type === 'object' && typeNameOf(one) !== 'reference' ? fieldsIn(one, at) : []
  })
  return [{...at, value}, ...within]
}

function itemIn(at: Omit<Place, 'value'>, value: Value): Omit<Place, 'value'> {
  const item = typeNameOf(value)
  return {...at, name: `${at.name}[${item ?? ''}]`, steps: [...at.steps, {item}]}
}

function fieldsIn({attributes}: ObjectValue, at: Omit<Place, 'value'>): Place[] {
  return Object.entries(attributes)
    .filter(([field]) => !field.startsWith('_'))
    .flatMap(([field, {value}]) =>
      placesIn(value, {...at, name: `${at.name}.${field}`, steps: [...at.steps, field]}),
    )
}

/** Every place of the schema in which a user can write something. */
export const places: readonly Place[] = Object.keys(fullDocuments).flatMap((name) => {
  const value = types.get(name)
  return value?.type === 'object' ? fieldsIn(value, {name, type: name, steps: []}) : []
})

/** Texts, days and addresses that a person or a program could put into any field of text. */
const strings: readonly string[] = [
  '',
  ' \n\t',
  '\u2028',
  'Words.\u2029More words.\r\rAnd more.\r\n',
  '\ud83d',
  'Half \ude00 of a character',
  'No character \uffff\ufdd0',
  '\u202e05',
  'Isolated \u2066words',
  '\u200b\u200d\ufeff',
  'Tags \u{e0041}\u{e007f}',
  '\u0000',
  '\u001b[31mRed\u0007',
  '\ufffd',
  `e${'\u0301'.repeat(300)}`,
  'x'.repeat(300),
  'x'.repeat(70_000),
  'Words of a sentence. '.repeat(500),
  '(((((',
  '[a-z',
  '\\',
  '$& $1 $` ^.*+?{2,1}|',
  'It cures back pain. Ask a doctor!',
  '<b>',
  '</script',
  '<!--',
  '&nbsp;&#0;&#x110000;',
  '"\'>`',
  'a"]b',
  '${7*7} {{7}} %00 %',
  '__proto__',
  'constructor',
  'toString',
  '../../x',
  'nul',
  'a.b',
  'javascript:alert(1)',
  ' java\tscript:alert(1)',
  'data:text/html,x',
  'https://',
  'https:example.org',
  'https://[',
  'https://example.org:99999',
  'https://user:secret@example.org/',
  'https://example.org/%',
  'https://example.org/\ud83d',
  'https://example.org/a b?c#d#e',
  'https://xn--/',
  '//example.org',
  'mailto:',
  'mailto:a@example.org?subject=%0ABcc:%20b@example.org',
  'mailto:%',
  'tel:',
  'tel:+1 (555) 01-02;ext=3',
  '0001-01-01',
  '0000-00-00',
  '9999-12-31',
  '2206-01-01',
  '2026-02-30',
  '2027-01-01',
  '+275760-09-13',
  '-000001-01-01',
  '2026-10-15T10:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '2026-02-30T10:00:00Z',
  '2026-10-15T24:00:00Z',
  '10.1234/%2F"<>',
  '+0',
]

const numbers: readonly number[] = [
  -1,
  -1e-7,
  0,
  5e-324,
  0.25,
  0.5,
  0.999_999_9,
  1,
  1.5,
  7,
  90.000_001,
  181,
  9999,
  2 ** 53,
  1e308,
  -1e308,
]

/** Values of a shape that no field has. */
const shapes: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  'words',
  [],
  [null],
  [[]],
  {},
  {toString: 1, valueOf: 1},
  JSON.parse('{"__proto__": {"x": 1}, "constructor": null}'),
  {_type: 'block'},
  {_type: 'reference', _ref: 'missing'},
  {_type: 'unknown', _key: 'k', children: null},
]

/** Pictures of which no page can be made: without a file, without a size, of another format. */
export const brokenPictures: readonly StoredDocument[] = ['10x10-png', '0x0-png', '9x9-svg'].map(
  (size) => ({_id: `image-${'0a'.repeat(20)}-${size}`, _type: 'sanity.imageAsset'}),
)

/** Ids that documents refer to. No document has most of them. */
const targets: readonly unknown[] = [
  ...brokenPictures.map(({_id}) => _id),
  'missing',
  'article',
  'author',
  'faq',
  'siteSettings',
  'odd',
  'gone',
  'drafts.article',
  'versions.x.article',
  'image-abc',
  `image-${'0b'.repeat(20)}-99999999999999999999x1-png`,
  '',
  7,
  null,
  '__proto__',
  'a"]b',
  '\u2028\ud83d',
  '../x',
  'x'.repeat(300),
]

/** What a list can hold beside proper items. */
const items: readonly unknown[] = [
  null,
  [],
  [[{_key: 'a'}]],
  7,
  '',
  {},
  {_type: 'carousel', _key: 'c'},
  {_type: 'span', _key: 's'},
  {_type: 'reference', _ref: 'missing'},
]

/** Keys of items. Two of them are the same after a change of case or form. */
const keys: readonly unknown[] = [
  undefined,
  null,
  7,
  '',
  ' ',
  '0',
  'a"]b',
  "a'].b",
  '\u2028\ud83d',
  '__proto__',
  'strong',
  'x'.repeat(300),
]

function oddLists(list: readonly unknown[]): unknown[] {
  const [first] = list
  return [
    [...list, first],
    [...list, ...list].toReversed(),
    Array.from({length: 300}, () => first),
    ...items.flatMap((item) => [[item], [item, ...list]]),
  ]
}

/** Objects that are odd as a whole, by their type. The fields are odd one by one too. */
const oddObjects: Readonly<Record<string, readonly object[]>> = {
  figure: [{alt: '     '}, {hotspot: null, crop: null}],
  block: [
    {listItem: 'bullet', level: undefined},
    {listItem: 'number', level: 6},
    {listItem: undefined, level: 3},
    {listItem: 'bullet', style: 'h2'},
    {children: []},
    {children: [span('a', '')]},
    {children: [span('a', 'One '), span('a', 'two.')]},
    {children: [span('a', '\n'), span('b', ' '), span('c', '\n\n')]},
    {children: [span('a', 'Words', 'nowhere')], markDefs: []},
    {children: [span('a', 'Words', 'strong', 'strong', 'l', 'l')]},
    {children: [span('a', 'Words', 'l', 'i', 'c')]},
    {children: [span('a', '', 'l')]},
    {markDefs: [link('l'), link('l')], children: [span('a', 'Words', 'l')]},
    {markDefs: [link('strong')], children: [span('a', 'Words', 'strong')]},
    {markDefs: [link('a'), link('b')], children: [span('a', 'Words', 'b', 'a')]},
    {markDefs: [link('__proto__')], children: [span('a', 'Words', '__proto__')]},
    {markDefs: undefined, children: [span('a', 'Words')]},
    {children: Array.from({length: 300}, (_, index) => span(`${index}`, `${index}`, 'em'))},
  ],
  table: [
    {rows: []},
    {rows: [row('a')]},
    {rows: [row('a'), row('b')]},
    {rows: [row('a', '', ''), row('b', '', '')]},
    {rows: [row('a', 'One', 'two'), row('b', 'three')]},
    {rows: [row('a', 'One\n\ntwo\u2028three'), row('b', '\r')]},
    {rows: [row('a', ...manyCells()), row('b', ...manyCells())]},
    {rows: [row('a', 'One'), row('a', 'two')]},
  ],
  richTable: [
    {rows: []},
    {rows: [cellsOf('a')]},
    {rows: [cellsOf('a', ''), cellsOf('b', '\u2028')]},
    {rows: [cellsOf('a', 'One', 'two'), cellsOf('b', 'three')]},
    {rows: [row('a', 'One'), row('b', 'two')]},
    {rows: [{...cellsOf('a'), cells: ['One']}, cellsOf('b', 'two')]},
    {rows: [cellsOf('a', ...manyCells()), cellsOf('b', ...manyCells())]},
  ],
  tableCell: [{value: []}, {value: ['One']}, {value: [{_type: 'figure', _key: 'f', alt: 'Words'}]}],
  'sanity.imageCrop': [
    {left: 0.6, right: 0.6},
    {left: 0.5, right: 0.5},
    {top: 0.999_999_9},
    {top: 0.499_999_9, bottom: 0.5},
    {top: -1e-7, bottom: -1e-7},
    {left: -0.5, right: 1.2},
  ],
  'sanity.imageHotspot': [
    {x: -1, y: 2},
    {width: 0, height: 0},
    {x: 1e308, width: -1e308},
  ],
  geopoint: [
    {lat: 90, lng: 180},
    {lat: 91, lng: -181},
    {lat: -0, lng: undefined},
  ],
}

function span(_key: string, text: string, ...marks: string[]) {
  return {_type: 'span', _key, text, marks}
}

function link(_key: string) {
  return {_type: 'link', _key, href: 'https://example.org/'}
}

function row(_key: string, ...cells: string[]) {
  return {_type: 'row', _key, cells}
}

function cellsOf(_key: string, ...cells: string[]) {
  return {
    _type: 'tableRow',
    _key,
    cells: cells.map((words, index) => tableCell(`c${index}`, paragraph('p', words))),
  }
}

function manyCells(): string[] {
  return Array.from({length: 200}, (_, index) => `${index}`)
}

/** Objects with odd bookkeeping of Sanity's, or odd as a whole. */
function oddVariants(held: object, type: string | undefined): unknown[] {
  const own = (type === 'reference' ? targets : []).map((_ref) => ({...held, _ref}))
  const whole = (oddObjects[type ?? ''] ?? []).map((more) => ({...held, ...more}))
  const keyed = '_key' in held ? keys.map((_key) => ({...held, _key})) : []
  return [
    ...own,
    ...whole,
    ...keyed,
    ...[undefined, null, 7, '__proto__', 'article'].map((_type) => ({...held, _type})),
    {...held, unknown: 'field'},
    {...held, _weak: true, _ref: 'missing'},
    {...held, _strengthenOnPublish: {type: 'article'}, _weak: true},
  ]
}

/**
 * What kind of values a place can have, which decides what is odd there. Pictures and the lists with pictures are
 * kinds of their own, because an export makes pictures before it makes pages.
 */
function kindOf({value}: Place): string {
  const [first] = alternatives(value)
  if (!first) return 'unknown'
  const type = typeNameOf(first)
  switch (first.type) {
    case 'string':
      return first.value === undefined ? 'string' : 'choice'
    case 'array':
      return alternatives(first.of).map(typeNameOf).includes('figure') ? 'pictures' : 'array'
    case 'object':
      if (isPicture(value)) return 'picture'
      if (type === 'reference') return type
      return type !== undefined && type in oddObjects ? type : 'object'
    default:
      return first.type
  }
}

function isPicture(value: Value): boolean {
  return value.type === 'inline' && value.name === 'sanity.imageAsset.reference'
}

/** Every odd value for a place: of its own kind first, then of any other shape. */
function oddValues(place: Place, held: unknown): unknown[] {
  const all = alternatives(place.value)
  switch (kindOf(place)) {
    case 'choice':
      return [
        ...all.flatMap((one) => (one.type === 'string' ? one.value : [])),
        ...strings.slice(0, 4),
        ...shapes,
      ]
    case 'string':
      return [...strings, ...shapes]
    case 'number':
      return [...numbers, ...shapes]
    case 'boolean':
      return [true, false, ...shapes]
    case 'array':
    case 'pictures':
      return [...oddLists(Array.isArray(held) ? held : []), ...shapes]
    default:
      return [...(isObject(held) ? oddVariants(held, all[0] && typeNameOf(all[0])) : []), ...shapes]
  }
}

/** The full document of a type. */
export function fullDocument(type: string): StoredDocument {
  const document = fullDocuments[type]
  if (!document) throw new Error(`Add a ${type} to the full documents.`)
  return document
}

/** What a document has at a place. */
function heldAt(document: StoredDocument, {name, steps}: Place): unknown {
  return steps.reduce<unknown>((within, step) => {
    if (!isObject(within)) throw new Error(`Add ${name} to the full documents.`)
    if (typeof step === 'string') return Reflect.get(within, step)
    return itemsOf(within)[indexOf(within, step.item)]
  }, document)
}

function itemsOf(list: object): readonly unknown[] {
  return Array.isArray(list) ? list : []
}

function indexOf(list: object, type: string | undefined): number {
  return itemsOf(list).findIndex(
    (item) => type === undefined || (isObject(item) && '_type' in item && item._type === type),
  )
}

/** A copy of a value with another one at the end of a path. */
function withValue(root: unknown, [step, ...rest]: readonly Step[], value: unknown): unknown {
  if (step === undefined) return value
  const within = isObject(root) ? root : {}
  if (typeof step === 'string') {
    return {...within, [step]: withValue(Reflect.get(within, step), rest, value)}
  }
  const index = indexOf(within, step.item)
  return itemsOf(within).map((item, at) => (at === index ? withValue(item, rest, value) : item))
}

/** One odd value in one place. */
export interface Oddity {
  readonly place: Place
  readonly value: unknown
}

/** Every oddity of every place. */
export const oddities: readonly Oddity[] = places.flatMap((place) => {
  return oddValues(place, heldAt(fullDocument(place.type), place)).map((value) => ({place, value}))
})

/**
 * So many oddities that each place has some, and each odd value of a kind is in some place of that kind.
 *
 * @param least How many of each place, if it has so many.
 */
export function variedOddities(least: number): Oddity[] {
  const byPlace = [...Map.groupBy(oddities, ({place}) => place)]
  const kinds = Map.groupBy(byPlace, ([place]) => kindOf(place))
  return [...kinds.values()].flatMap((ofKind) => {
    const longest = Math.max(...ofKind.map(([, all]) => all.length))
    const count = Math.max(least, Math.ceil(longest / ofKind.length))
    return ofKind.flatMap(([, all], index) => {
      const start = (index * count) % all.length || 0
      return [...all.slice(start), ...all.slice(0, start)].slice(0, count)
    })
  })
}

/** A document with odd values in place of its own. */
export function withOddities(document: StoredDocument, odd: readonly Oddity[]): StoredDocument {
  return storedDocument.parse(
    odd.reduce<unknown>(
      (changed, {place, value}) => withValue(changed, place.steps, value),
      document,
    ),
  )
}

/** A copy of the full document of a type, with an id, an address and pictures of its own. */
export function fullCopy(type: string, number: number): StoredDocument {
  const id = `odd-${number}`
  const {slug: address, formerSlugs, ...document} = fullDocument(type)
  // No other document shows the same part of the picture, so none makes its file.
  const [left, top] = [(number % 80) / 80, (Math.floor(number / 80) % 60) / 60]
  const copy = JSON.stringify(document, (_, value: unknown) =>
    isObject(value) && '_type' in value && value._type === 'sanity.imageCrop'
      ? {...value, left, top}
      : value,
  )
  return {
    ...storedDocument.parse(JSON.parse(copy)),
    _id: id,
    ...(address === undefined ? {} : {slug: slug(id)}),
    ...(formerSlugs === undefined ? {} : {formerSlugs: [`former-${number}`]}),
  }
}
