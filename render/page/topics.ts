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
}

/** The pages of one language about a topic, in order of slug. */
interface Shelf<PageCard> {
  readonly cards: readonly PageCard[]
  /** The place of each page in the list, by its id. */
  readonly places: ReadonlyMap<string, number>
}

export class Topics<PageCard extends Card> {
  readonly #about: ReadonlyMap<string, readonly PageCard[]>
  readonly #shelves: ReadonlyMap<string, Shelf<PageCard>>
  readonly #topics: ReadonlyMap<string, readonly string[]>
  readonly #treatments: ReadonlyMap<string, readonly string[]>

  /** @param cards Of the pages that readers get, in order of slug. */
  constructor(settled: readonly Settled[], cards: ReadonlyMap<string, PageCard>) {
    const pages = settled.filter(({id}) => cards.has(id))
    this.#topics = new Map(pages.map(({id, facts}) => [id, topicsOf(facts)]))
    this.#treatments = new Map(pages.map(({id, facts}) => [id, facts.therapies ?? []]))
    const all = [...cards.values()].flatMap((card) =>
      (this.#topics.get(card.id) ?? []).map((topic) => ({topic, card})),
    )
    this.#about = new Map(
      [...Map.groupBy(all, ({topic}) => topic)].map(([topic, pages]) => [
        topic,
        pages.map(({card}) => card),
      ]),
    )
    // A question has no page of its own.
    const ownPages = all.filter(({card}) => card.type !== 'faq')
    this.#shelves = new Map(
      [...Map.groupBy(ownPages, ({topic, card}) => shelfName(topic, card))].map(([name, pages]) => {
        const places = new Map(pages.map(({card}, place) => [card.id, place]))
        return [name, {cards: pages.map(({card}) => card), places}]
      }),
    )
  }

  /** The pages about a condition or a treatment, in order of slug. */
  pagesAbout(topic: string): readonly PageCard[] {
    return this.#about.get(topic) ?? []
  }

  /** The ids of the treatments that a page is about. */
  treatmentsOf(page: string): readonly string[] {
    return this.#treatments.get(page) ?? []
  }

  /**
   * Other pages in the language of a page that share a topic with it. They are those that follow it in the list of
   * each topic, so that a new page changes what few others lead to.
   */
  relatedTo(page: PageCard): readonly PageCard[] {
    const own = this.#topics.get(page.id) ?? []
    const related = new Set<PageCard>()
    for (const topic of own) {
      const {cards = [], places} = this.#shelves.get(shelfName(topic, page)) ?? {}
      const place = places?.get(page.id) ?? -1
      const following = [...cards.slice(place + 1), ...cards.slice(0, Math.max(place, 0))]
      // The page shows a card of each treatment that it is about.
      const others = following.filter(({id}) => !own.includes(id)).slice(0, MOST_OF_A_TOPIC)
      for (const card of others) if (related.size < MOST_RELATED) related.add(card)
    }
    return [...related]
  }
}

/** The ids of the conditions and treatments that a text is about. */
export function topicsOf({conditions = [], therapies = []}: Settled['facts']): string[] {
  return [...new Set([...conditions, ...therapies])]
}

function shelfName(topic: string, {folder}: Card): string {
  return `${topic} ${folder}`
}
