// Plants hostile words in every string of a document that its schema lets an editor fill, and harmless words of the
// same kind in the same places. A page of either must have the same elements.

import {isDocumentType, model} from '../../model/index.ts'
import {isObject} from '../../policy/references.ts'
import {contentOf, storedDocument, type StoredDocument} from '../../review/revision.ts'

/** What an editor could type, and harmless words like it. Both begin alike, so that they stand at the same place in a list. */
const plants = [
  [
    `Ab'"></title></script></style></textarea>--><script>alert(1)</script><img src=x onerror=alert(2)>`,
    `Ab ${'harmless words '.repeat(6)}of ours`,
  ],
  [`Ab"><script>alert(3)</script>]]>`, 'Ab harmless words of the author.'],
  ['javascript:alert(4)', 'javascriptxalertxxx'],
  [
    'https://x.example/"><script>alert(5)</script>?a=\'&b=<svg onload=alert(6)>',
    'https://x.example/harmless?a=1&b=2',
  ],
  ['mailto:a@x.example?subject="><script>alert(7)</script>', 'mailto:a@x.example?subject=harmless'],
  [`10.1234/"><script>alert(8)</script>`, '10.1234/harmless'],
] as const

type Path = readonly (string | number)[]

/** The places of strings in a value, without Sanity's own fields and the names of marks. */
function stringsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    name.startsWith('_') || name === 'marks' ? [] : stringsIn(member, [...path, name]),
  )
}

/** The type that has the field of a place, and the name of the field. */
function fieldAt(document: StoredDocument, path: Path): string {
  let within: unknown = document
  let [owner, field] = [document._type, '']
  for (const step of path) {
    if (typeof within !== 'object' || within === null) break
    if ('_type' in within) owner = String(within._type)
    if (!Array.isArray(within)) field = String(step)
    within = Reflect.get(within, step)
  }
  return `${owner}.${field}`
}

/** A copy of a value with other words at a place. */
function withWords(value: unknown, [step, ...rest]: Path, words: string): unknown {
  if (step === undefined) return words
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      String(index) === String(step) ? withWords(item, rest, words) : item,
    )
  }
  return typeof value === 'object' && value !== null
    ? {...value, [step]: withWords(Reflect.get(value, step), rest, words)}
    : value
}

/** Words around texts keep their places for values, such as `{day}`, and no two of them are the same. */
function endOfWord(document: unknown, path: Path, number: number): string {
  const word = path.reduce<unknown>(
    (within, step) => (isObject(within) ? Reflect.get(within, step) : undefined),
    document,
  )
  return ['', ...(String(word).match(/\{\w+\}/g) ?? []), number].join(' ')
}

/** The document in both forms, and the fields whose strings were planted, each as its type and its name. */
export function planted(document: StoredDocument): {
  readonly hostile: StoredDocument
  readonly harmless: StoredDocument
  readonly fields: ReadonlySet<string>
} {
  const {_type: type} = document
  if (!isDocumentType(type)) throw new Error(`The model has no ${type}.`)
  const isValid = (value: unknown): boolean => model[type].schema.safeParse(value).success
  let [hostile, harmless]: [unknown, unknown] = [contentOf(document), contentOf(document)]
  const fields = new Set<string>()
  for (const [number, path] of stringsIn(hostile).entries()) {
    const end = type === 'siteWords' ? endOfWord(hostile, path, number) : ''
    for (const [bad, good] of plants) {
      const [one, other] = [
        withWords(hostile, path, bad + end),
        withWords(harmless, path, good + end),
      ]
      if (!isValid(one) || !isValid(other)) continue
      ;[hostile, harmless] = [one, other]
      fields.add(fieldAt(document, path))
      break
    }
  }
  return {hostile: storedDocument.parse(hostile), harmless: storedDocument.parse(harmless), fields}
}
