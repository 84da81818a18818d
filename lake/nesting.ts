// How deeply values may be nested. What walks through them is recursive, JSON.stringify included,
// and would run out of stack.

/**
 * More than the 20 levels of attributes that Sanity lets documents have, and far less than there is
 * stack for: https://www.sanity.io/docs/content-lake/technical-limits
 */
export const MAX_DEPTH = 100

/** True if arrays and objects stand in each other more than `MAX_DEPTH` deep. */
export function isTooDeep(value: unknown): boolean {
  let level = [value].filter(isContainer)
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === MAX_DEPTH) return true
    level = level.flatMap((container) => Object.values(container).filter(isContainer))
  }
  return false
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
