// The approved content of a release in memory, ready to be looked up: everything but the articles,
// which may be too many, and of them only what a link needs.

import {citedWork, type CitedWork} from '../../model/cited-work.ts'
import {clinic, type Clinic} from '../../model/clinic.ts'
import {condition, type Condition} from '../../model/condition.ts'
import {disclaimer, type Disclaimer} from '../../model/disclaimer.ts'
import {faq, type Faq} from '../../model/faq.ts'
import {imageAsset, type ImageAsset} from '../../model/image-asset.ts'
import {person, type Person} from '../../model/person.ts'
import {siteSettings, type SiteSettings} from '../../model/site-settings.ts'
import type {Settled} from '../../model/standing/settled.ts'
import {therapyType, type TherapyType} from '../../model/therapy-type.ts'
import type {Decision} from '../../review/decision.ts'
import {isPageType, type PageType} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'

/** What a link or a list needs to know of a page. */
export interface PageCard {
  readonly id: string
  readonly type: PageType
  readonly slug: string
  readonly title: string
  readonly summary?: string | undefined
  /** When its revision was approved, or withdrawn: ISO 8601. */
  readonly decidedAt: string
}

/** A former address of a page that readers get, or of one that was taken down. */
export interface Redirect {
  readonly from: Pick<PageCard, 'type' | 'slug'>
  readonly to: PageCard
}

export interface Library {
  readonly settings: SiteSettings | undefined
  readonly persons: ReadonlyMap<string, Person>
  readonly conditions: ReadonlyMap<string, Condition>
  readonly clinics: ReadonlyMap<string, Clinic>
  readonly works: ReadonlyMap<string, CitedWork>
  readonly disclaimers: ReadonlyMap<string, Disclaimer>
  readonly faqs: ReadonlyMap<string, Faq>
  readonly therapies: ReadonlyMap<string, TherapyType>
  readonly images: ReadonlyMap<string, ImageAsset>
  /** Every page that readers get, by id, in order of address. */
  readonly cards: ReadonlyMap<string, PageCard>
  /** Pages that were taken down, in order of address. */
  readonly withdrawn: readonly PageCard[]
  /** Every former address, once. */
  readonly redirects: readonly Redirect[]
  /** The decision that each governed document stands on, by the document's id. */
  readonly decisions: ReadonlyMap<string, Decision>
}

/** Collects a library, document by document. */
export class LibraryBuilder {
  readonly #persons = new Map<string, Person>()
  readonly #conditions = new Map<string, Condition>()
  readonly #clinics = new Map<string, Clinic>()
  readonly #works = new Map<string, CitedWork>()
  readonly #disclaimers = new Map<string, Disclaimer>()
  readonly #faqs = new Map<string, Faq>()
  readonly #therapies = new Map<string, TherapyType>()
  readonly #images = new Map<string, ImageAsset>()
  #settings: SiteSettings | undefined

  /** Takes in a document; articles, and what no page shows, are passed over. */
  add(content: StoredDocument): void {
    const {_id: id} = content
    switch (content._type) {
      case 'siteSettings':
        this.#settings = siteSettings.parse(content)
        break
      case 'person':
        this.#persons.set(id, person.parse(content))
        break
      case 'condition':
        this.#conditions.set(id, condition.parse(content))
        break
      case 'clinic':
        this.#clinics.set(id, clinic.parse(content))
        break
      case 'citedWork':
        this.#works.set(id, citedWork.parse(content))
        break
      case 'disclaimer':
        this.#disclaimers.set(id, disclaimer.parse(content))
        break
      case 'faq':
        this.#faqs.set(id, faq.parse(content))
        break
      case 'therapyType':
        this.#therapies.set(id, therapyType.parse(content))
        break
      case 'sanity.imageAsset':
        this.#images.set(id, imageAsset.parse(content))
        break
    }
  }

  /** @param settled What stands after the gate; governed documents that are not in it are left out. */
  build(settled: readonly Settled[]): Library {
    const approved = settled.filter(({state}) => state === 'approved')
    const decisions = new Map(approved.map(({id, decision}) => [id, decision]))
    const keep = <T>(documents: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
      new Map([...documents].filter(([id]) => decisions.has(id)))
    return {
      settings: this.#settings,
      persons: this.#persons,
      conditions: this.#conditions,
      clinics: this.#clinics,
      works: keep(this.#works),
      disclaimers: keep(this.#disclaimers),
      faqs: keep(this.#faqs),
      therapies: keep(this.#therapies),
      images: this.#images,
      cards: new Map(cardsOf(approved).map((card) => [card.id, card])),
      withdrawn: cardsOf(settled.filter(({state}) => state === 'retracted')),
      redirects: redirectsTo(settled),
      decisions,
    }
  }
}

/**
 * Of two claims to an address the first counts, and a page counts before any. What is published has
 * no such clash (validate.ts), but a text that was approved earlier may be at odds with it.
 */
function redirectsTo(settled: readonly Settled[]): Redirect[] {
  const addressOf = ({type, slug}: Redirect['from']): string => `${type}/${slug}`
  const taken = new Set(cardsOf(settled).map(addressOf))
  const redirects: Redirect[] = []
  for (const one of settled) {
    if (one.formerSlugs.length === 0) continue
    for (const to of cardsOf([one])) {
      for (const slug of one.formerSlugs) {
        const from = {type: to.type, slug}
        if (taken.has(addressOf(from))) continue
        taken.add(addressOf(from))
        redirects.push({from, to})
      }
    }
  }
  return redirects
}

/** Whether a document is a page of its own: not all that is approved is. */
export function isPage(one: Settled): one is Settled & Pick<PageCard, 'type' | 'slug'> {
  return isPageType(one.type) && one.slug !== undefined
}

/** Ordered by address: addresses are plain ASCII, so the order is the same in every locale. */
function cardsOf(settled: readonly Settled[]): PageCard[] {
  return settled
    .filter(isPage)
    .map(({id, type, slug, title, summary, decision: {decidedAt}}) => ({
      id,
      type,
      slug,
      title,
      summary,
      decidedAt,
    }))
    .toSorted((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0))
}

/**
 * Looks up what the gate has made sure is there.
 *
 * @throws Error if it is not: a fault of this program, not of the content.
 */
export function found<T>(documents: ReadonlyMap<string, T>, id: string): T {
  const document = documents.get(id)
  if (document === undefined) throw new Error(`${id} passed the gate but is not in the library`)
  return document
}
