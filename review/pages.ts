// Reads everything that a query finds, one page at a time, in order of id.

/**
 * @param ask asks for the first items after an id; '' comes before every id
 * @param idOf the id by which the query orders its items
 */
export async function* allPages<Item>(
  ask: (after: string) => Promise<readonly Item[]>,
  idOf: (item: Item) => string,
): AsyncGenerator<Item> {
  let after = ''
  for (;;) {
    const page = await ask(after)
    yield* page
    const last = page.at(-1)
    if (last === undefined) return
    after = idOf(last)
  }
}
