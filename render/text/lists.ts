// The lists of a text. In Portable Text each item is a block of its own with a level.

import type {ToolkitPortableTextHtmlList} from '@portabletext/toolkit'
import type {HealthBlock, HealthText, PlainHealthText} from '../../model/health-text.ts'
import {isBlank} from '../../policy/characters.ts'
import type {ListKind} from '../../schemas/data/options.ts'

interface NestedText {
  /** The blocks that have something to show, with lists in place of their items. */
  readonly nodes: readonly (HealthBlock | ToolkitPortableTextHtmlList)[]
  /** The number of each list item by its key, as the editor of the Studio shows it. */
  readonly numbers: ReadonlyMap<string, number>
  /** The keys of the items whose number does not follow that of the item before. */
  readonly jumps: ReadonlySet<string>
}

/**
 * Puts the items of a text into lists, and a deeper list into the item before it. The library does so too, but
 * it makes items without words for levels that a writer skipped, and begins a list anew after a deeper one of
 * another kind. Blocks without words are left out: an empty heading or bullet says nothing.
 */
export function nestLists(text: HealthText | PlainHealthText): NestedText {
  const numbers = listNumbers(text)
  const jumps = new Set<string>()
  const nodes: (HealthBlock | ToolkitPortableTextHtmlList)[] = []
  /** From the outermost list to the one that takes the next item. */
  let open: {level: number; last: number; list: ToolkitPortableTextHtmlList}[] = []
  for (const block of text) {
    if (block._type !== 'block' || block.listItem === undefined) {
      open = []
      if (hasWords(block)) nodes.push(block)
      continue
    }
    if (!hasWords(block)) continue
    const {_key, listItem, level = 1} = block
    open = open.filter(
      (each) => each.level < level || (each.level === level && each.list.listItem === listItem),
    )
    let current = open.at(-1)
    if (current?.level !== level) {
      const list: ToolkitPortableTextHtmlList = {
        _type: '@list',
        _key: `${_key}-list`,
        mode: 'html',
        level: open.length + 1,
        listItem,
        children: [],
      }
      const parent = current?.list.children.at(-1)
      if (parent) parent.children.push(list)
      else nodes.push(list)
      current = {level, last: 0, list}
      open.push(current)
    }
    const number = numbers.get(_key) ?? 1
    if (number !== current.last + 1) jumps.add(_key)
    current.last = number
    current.list.children.push({...block, listItem, children: [...block.children]})
  }
  return {nodes, numbers, jumps}
}

/**
 * The number of each list item by its key. A list goes on after deeper lists, and after items of another kind
 * that are deeper. Anything else begins a new one. This is the rule of Sanity's editor, which does not export it
 * (`buildIndexMaps` in @portabletext/editor).
 */
function listNumbers(text: HealthText | PlainHealthText): Map<string, number> {
  const numbers = new Map<string, number>()
  let counts: {kind: ListKind; level: number; count: number}[] = []
  let previous: {kind: ListKind; level: number} | undefined
  for (const block of text) {
    if (block._type !== 'block' || block.listItem === undefined) {
      counts = []
      previous = undefined
      continue
    }
    const {listItem: kind, level = 1} = block
    const isDeeper = previous?.kind === kind && previous.level < level
    if (!isDeeper) counts = counts.filter((each) => each.kind === kind || each.level < level)
    const same = counts.find((each) => each.kind === kind && each.level === level)
    const count = isDeeper ? 1 : (same?.count ?? 0) + 1
    counts = [...counts.filter((each) => each !== same), {kind, level, count}]
    numbers.set(block._key, count)
    previous = {kind, level}
  }
  return numbers
}

/** Whether a block shows anything. The number of a citation can stand without words. */
export function hasWords(block: HealthBlock): boolean {
  if (block._type !== 'block') return true
  return (
    block.children.some(({text}) => !isBlank(text)) ||
    (block.markDefs ?? []).some(
      ({_type, _key}) =>
        _type === 'citation' && block.children.some(({marks = []}) => marks.includes(_key)),
    )
  )
}
