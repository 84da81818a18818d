// Portable Text for the examples of rules.

interface Looks {
  readonly style?: string
  /** An annotation of the whole text, such as a link. */
  readonly mark?: {readonly _type: string; readonly [field: string]: unknown}
  readonly isBold?: boolean
}

/** The text of a block, alone or with its looks. */
export type ExampleBlock = string | readonly [string, Looks]

/** Blocks of Portable Text with the keys `b1`, `b2` and so on. */
export function exampleText(...texts: readonly ExampleBlock[]): object[] {
  return texts.map((item, index) => {
    const [text, {style = 'normal', mark, isBold = false}] =
      typeof item === 'string' ? [item, {}] : item
    const marks = [...(mark ? ['m'] : []), ...(isBold ? ['strong'] : [])]
    return {
      _type: 'block',
      _key: `b${index + 1}`,
      style,
      markDefs: mark ? [{...mark, _key: 'm'}] : [],
      children: [{_type: 'span', _key: 's', text, marks}],
    }
  })
}

/** A reference to a document, in the form that a field holds. */
export function exampleReference(id: string): object {
  return {_type: 'reference', _key: id, _ref: id}
}
