// Which texts read the same on every page, so that they are rendered once for all pages.

import type {HealthText, PlainHealthText} from '../../model/health-text.ts'

/**
 * Whether a text is rendered in the same way on every page. A citation gets its number, a link inside
 * the library its address, and a heading its id from the page; an embedded block may hold any of them.
 */
export function isSameEverywhere(text: HealthText | PlainHealthText): boolean {
  return text.every(
    (block) =>
      block._type === 'block' &&
      !/^h\d$/.test(block.style ?? '') &&
      (block.markDefs ?? []).every(({_type}) => _type === 'link'),
  )
}
