// Text for the examples of rules that need more than one paragraph.

interface Looks {
  readonly style?: string
  /** An annotation of all the words. */
  readonly mark?: {readonly _type: string; readonly [field: string]: unknown}
}

/** Blocks, each a text alone or with what is special about it, with keys in order: `b1`, `b2`. */
export function exampleText(...texts: readonly (string | readonly [string, Looks])[]): object[] {
  return texts.map((item, index) => {
    const [text, {style = 'normal', mark}] = typeof item === 'string' ? [item, {}] : item
    return {
      _type: 'block',
      _key: `b${index + 1}`,
      style,
      markDefs: mark ? [{...mark, _key: 'm'}] : [],
      children: [{_type: 'span', _key: 's', text, marks: mark ? ['m'] : []}],
    }
  })
}

/** A reference to a document, as a field of another holds it. */
export function exampleReference(id: string): object {
  return {_type: 'reference', _key: id, _ref: id}
}
