// Reads everything that a query finds, one batch at a time, in order of id.

/**
 * @param ask asks for the first items after an id; '' comes before every id
 * @param idOf the id by which the query orders its items
 */
export async function* allBatches<Item>(
  ask: (after: string) => Promise<readonly Item[]>,
  idOf: (item: Item) => string,
): AsyncGenerator<Item> {
  let after = ''
  for (;;) {
    const batch = await ask(after)
    yield* batch
    const last = batch.at(-1)
    if (last === undefined) return
    after = idOf(last)
  }
}
