// What every document must keep, whatever its type: each text says what readers see, each key names one
// item, and each link leads somewhere. The content model and the editorial checks both ask here, so a writer
// hears of it while typing, and an export refuses it. No setting of a library can turn it off.

import {studioPath} from '@sanity/client/csm'
import {recordTypes} from '../review/record-types.ts'
import type {StoredDocument} from '../review/revision.ts'
import {characterFault, isBlank} from './characters.ts'
import type {Finding} from './finding.ts'
import {holdsMarkup} from './markup.ts'
import {isObject, itemsOf, keyOf, segment} from './references.ts'

type Fault = Pick<Finding, 'subject' | 'message' | 'hint'>

/** A heading can begin with an empty span, and a table can have an empty cell. */
const MAY_HOLD_BLANKS = new Set<unknown>(['span', 'tableCell'])

type Step = string | ReturnType<typeof segment>

const EMPTY: Fault = {message: 'is empty', hint: 'Write something here, or remove the field.'}

const MARKUP: Fault = {
  message: 'holds HTML',
  hint: "Remove the markup and use the editor's own formatting.",
}

const LINK_IN_LINK: Fault = {
  message: 'is a link inside a link',
  hint: 'Remove one of the two links from these words.',
}

/**
 * What breaks the rules that hold for every document. A record of the review is left out: readers never see
 * its words, and a retraction must count whatever its comment holds.
 */
export function integrityFindings(document: StoredDocument): Finding[] {
  if (recordTypes.includes(document._type)) return []
  const findings: Finding[] = []
  const steps: Step[] = []

  const report = (fault: Fault | undefined): void => {
    if (!fault) return
    findings.push({
      rule: 'schema',
      severity: 'error',
      document: document._id,
      type: document._type,
      path: studioPath.toString(steps),
      subject: 'This text',
      ...fault,
    })
  }

  const visit = (value: unknown, mayBeBlank: boolean): void => {
    if (typeof value === 'string') report(faultOf(value, mayBeBlank))
    else if (Array.isArray(value)) visitItems(value, mayBeBlank)
    else if (isObject(value)) {
      const mayHoldBlanks = '_type' in value && MAY_HOLD_BLANKS.has(value._type)
      // Not Object.entries, which takes twice as long. Every document is checked at each key stroke.
      for (const name in value) {
        // Names that begin with "_" are Sanity's own. No editor types their values.
        if (name.startsWith('_')) continue
        steps.push(name)
        visit(Reflect.get(value, name), mayHoldBlanks || name === 'cells')
        steps.pop()
      }
      for (const index of linksInLinks(value)) {
        steps.push('children', segment(itemsOf(Reflect.get(value, 'children'))[index], index))
        report(LINK_IN_LINK)
        steps.pop()
        steps.pop()
      }
    }
  }

  const visitItems = (items: readonly unknown[], mayBeBlank: boolean): void => {
    if (!mayBeBlank && isBlankText(items)) {
      report(EMPTY)
      return
    }
    const known = new Set<string>()
    for (const [index, item] of items.entries()) {
      const key = keyOf(item)
      if (key !== undefined) {
        if (known.has(key)) {
          // The key would lead to the other item.
          steps.push(index)
          report(repeated(key))
          steps.pop()
        }
        known.add(key)
      }
      steps.push(segment(item, index))
      visit(item, mayBeBlank)
      steps.pop()
    }
  }

  visit(document, false)
  return findings
}

function faultOf(text: string, mayBeBlank: boolean): Fault | undefined {
  const fault = characterFault(text)
  // A text of invisible characters alone is empty to a reader, so that is said first.
  if (!mayBeBlank && isBlank(text)) return EMPTY
  return fault ?? (holdsMarkup(text) ? MARKUP : undefined)
}

/** Whether a list is a text of blocks in which a reader sees nothing. */
function isBlankText(items: readonly unknown[]): boolean {
  return items.length > 0 && items.every(isBlankBlock)
}

function isBlankBlock(item: unknown): boolean {
  return (
    isObject(item) &&
    '_type' in item &&
    item._type === 'block' &&
    'children' in item &&
    itemsOf(item.children).every(
      (span) => 'text' in span && typeof span.text === 'string' && isBlank(span.text),
    )
  )
}

function repeated(key: string): Fault {
  return {
    subject: 'This item',
    message: `has the key "${key}" of an earlier item in the list`,
    hint: 'Remove it and add it again. In a dataset file, give it a key of its own.',
  }
}

const LINKS = new Set<unknown>(['link', 'internalLink'])

/** The positions of a block's spans that have two links. */
function linksInLinks(block: object): number[] {
  if (!('children' in block && 'markDefs' in block)) return []
  const links = new Set(
    itemsOf(block.markDefs).flatMap((definition) =>
      '_type' in definition && LINKS.has(definition._type) && '_key' in definition
        ? [definition._key]
        : [],
    ),
  )
  if (links.size < 2) return []
  return itemsOf(block.children).flatMap((span, index) => {
    const marks: unknown[] = 'marks' in span && Array.isArray(span.marks) ? span.marks : []
    return new Set(marks.filter((mark) => links.has(mark))).size > 1 ? [index] : []
  })
}
