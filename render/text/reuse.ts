// Finds texts that are the same on every page, so that they are rendered once for all pages.

import type {HealthText, PlainHealthText} from '../../model/health-text.ts'

/**
 * Whether a text is rendered in the same way on every page. Some things depend on the page: the number
 * of a citation, the address of a link inside the library, the id of a heading, and words of the interface such as those
 * beside a sponsored link. An embedded block may contain any of them.
 */
export function isSameEverywhere(text: HealthText | PlainHealthText): boolean {
  return text.every(
    (block) =>
      block._type === 'block' &&
      !/^h\d$/.test(block.style ?? '') &&
      (block.markDefs ?? []).every((mark) => mark._type === 'link' && mark.commercial !== true),
  )
}
