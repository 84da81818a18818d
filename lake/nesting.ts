// How deeply values may be nested. Code that walks values is recursive, including JSON.stringify, and
// would exhaust the stack.

/**
 * More than the 20 levels of attributes that Sanity allows, and far less than the stack can hold:
 * https://www.sanity.io/docs/content-lake/technical-limits
 */
export const MAX_DEPTH = 100

/** True if arrays and objects are nested more than `MAX_DEPTH` deep. */
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
