// Which works have superseded each other, so that none of them would be the newest.

/**
 * The works from one to the newer work of each, if they lead back to the first one; empty if they do not.
 *
 * @param newerThan The id of the work that has superseded another.
 */
export function circleFrom(
  work: string,
  newerThan: (id: string) => string | undefined,
): readonly string[] {
  const chain = new Set<string>()
  let next: string | undefined = work
  while (next !== undefined && !chain.has(next)) {
    chain.add(next)
    next = newerThan(next)
  }
  return next === work ? [...chain] : []
}

/** What is wrong with the newer work of the first of these, as a phrase that follows its place. */
export function circleProblem([, ...others]: readonly string[]): string {
  return others.length === 0
    ? 'is this work itself'
    : `leads back to this work, through ${others.join(' and ')}`
}

export const CIRCLE_HINT = 'Choose the work that is in fact the newer one, or leave it empty.'
