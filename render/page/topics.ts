// Which pages are about the same conditions and treatments.

import type {Settled} from '../../model/standing/settled.ts'
import type {PageType} from '../../review/governed.ts'

/** How many pages a page leads to at most, and how many of them because of one topic. */
const MOST_RELATED = 4
const MOST_OF_A_TOPIC = 3

/** What this needs to know of a page. */
interface Card {
  readonly id: string
  readonly type: PageType
  /** Where the pages of its language are. */
  readonly folder: string
  /** If it is another page in another form: the id of that page. */
  readonly form?: {readonly of: string} | undefined
}

/** A page and one of its topics. */
interface Placed<PageCard> {
  readonly topic: string
  readonly card: PageCard
}

export class Topics<PageCard extends Card> {
  readonly #about: ReadonlyMap<string, readonly PageCard[]>
  /** For each topic and language, the page that follows each page in order of slug. The first follows the last. */
  readonly #next: ReadonlyMap<string, ReadonlyMap<string, PageCard>>
  readonly #facts: ReadonlyMap<string, Settled['facts']>

  /** @param cards Of the pages that readers get, in order of slug. */
  constructor(settled: readonly Settled[], cards: ReadonlyMap<string, PageCard>) {
    this.#facts = new Map(settled.map(({id, facts}) => [id, facts]))
    const all = [...cards.values()].flatMap((card) =>
      this.#topicsOf(card.id).map((topic) => ({topic, card})),
    )
    this.#about = grouped(all, ({topic, card}) => listName(topic, card))
    // A question has no page of its own.
    const ownPages = all.filter(({card}) => card.type !== 'faq')
    const lists = grouped(ownPages, ({topic, card}) => listName(topic, card))
    this.#next = new Map([...lists].map(([name, pages]) => [name, nextIn(pages)]))
  }

  /** The pages about a condition or a treatment in the language of a folder, in order of slug. */
  pagesAbout(topic: string, folder: string): readonly PageCard[] {
    return this.#about.get(listName(topic, {folder})) ?? []
  }

  /** The ids of the treatments that these pages are about, each once. */
  treatmentsBeside(topic: string, folder: string): readonly string[] {
    const pages = this.pagesAbout(topic, folder)
    return [...new Set(pages.flatMap(({id}) => this.#facts.get(id)?.therapies ?? []))]
  }

  /**
   * Other pages in the language of a page that share a topic with it. They are those that follow it in the list of
   * each topic, so that a new page changes what few others lead to.
   */
  relatedTo(page: PageCard): readonly PageCard[] {
    const own = this.#topicsOf(page.id)
    const related = new Set<PageCard>()
    for (const topic of own) {
      let found = 0
      // A list can be long, so this walks no further than it needs to.
      for (const card of following(this.#next.get(listName(topic, page)), page.id)) {
        if (found === MOST_OF_A_TOPIC || related.size === MOST_RELATED) break
        // The page shows a card of each treatment that it is about.
        if (own.includes(card.id) || isSameMessage(card, page)) continue
        found++
        related.add(card)
      }
    }
    return [...related]
  }

  #topicsOf(id: string): string[] {
    return topicsOf(this.#facts.get(id) ?? {})
  }
}

/** Whether two pages say the same in different forms. A page leads to its other forms by itself. */
function isSameMessage(one: Card, other: Card): boolean {
  const [source, otherSource] = [one, other].map(({id, form}) => form?.of ?? id)
  return source === otherSource
}

/** The pages of each group, in order. */
function grouped<PageCard>(
  items: readonly Placed<PageCard>[],
  nameOf: (item: Placed<PageCard>) => string,
): ReadonlyMap<string, readonly PageCard[]> {
  return new Map(
    [...Map.groupBy(items, nameOf)].map(([name, group]) => [name, group.map(({card}) => card)]),
  )
}

/** The page that follows each page of a list, by the id of the one before it. */
function nextIn<PageCard extends Card>(pages: readonly PageCard[]): ReadonlyMap<string, PageCard> {
  return new Map(pages.map((card, place) => [pages.at(place - 1)?.id ?? '', card]))
}

/** The other pages of a list, from one on. */
function* following<PageCard extends Card>(
  next: ReadonlyMap<string, PageCard> | undefined,
  id: string,
): Generator<PageCard> {
  for (let card = next?.get(id); card && card.id !== id; card = next?.get(card.id)) yield card
}

/** The ids of the conditions and treatments that a text is about. */
export function topicsOf({conditions = [], therapies = []}: Settled['facts']): string[] {
  return [...new Set([...conditions, ...therapies])]
}

function listName(topic: string, {folder}: Pick<Card, 'folder'>): string {
  return `${topic} ${folder}`
}
