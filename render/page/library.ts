// The approved content of a release in memory, for look-ups. There may be too many articles to keep, so
// the library has only a card of each. A card is what a link needs.

import type {z} from 'zod'
import {isDocumentType, model, type DocumentType} from '../../model/index.ts'
import type {Settled} from '../../model/standing/settled.ts'
import {onOneLine, withLineBreaks} from '../../policy/characters.ts'
import type {Approval} from '../../review/approval.ts'
import {isGoverned, isPageType, type PageType} from '../../review/governed.ts'
import type {StoredDocument} from '../../review/revision.ts'

/** What a link or a list shows of a page. */
export interface PageCard {
  readonly id: string
  readonly type: PageType
  readonly slug: string
  readonly title: string
  readonly summary?: string | undefined
  /** When its revision was approved or withdrawn: ISO 8601. */
  readonly decidedAt: string
}

/** A former address of a page, and the page that it leads to. In its place may be a notice. */
export interface Redirect {
  readonly from: Pick<PageCard, 'type' | 'slug'>
  readonly to: PageCard
}

/** A type whose documents the library holds. */
type HeldType = Exclude<DocumentType, 'article'>

type Content<Type extends HeldType> = z.output<(typeof model)[Type]['schema']>

type Documents = {readonly [Type in HeldType]?: Map<string, Content<Type>>}

type Schemas = {
  readonly [Type in HeldType]: {
    readonly schema: {readonly parse: (document: unknown) => Content<Type>}
  }
}

export class Library {
  readonly #documents: Documents
  /** Every page that readers get, by id, in order of slug. */
  readonly cards: ReadonlyMap<string, PageCard>
  /** Pages that were taken down, in order of slug. */
  readonly withdrawn: readonly PageCard[]
  /** Pages that readers do not get at the moment, because of another document, in order of slug. */
  readonly held: readonly PageCard[]
  /** Every former address, once. */
  readonly redirects: readonly Redirect[]
  /** Whose words approve each approved document, and since when, by the document's id. */
  readonly approvals: ReadonlyMap<string, Approval>

  /**
   * @param settled The result of the gate. The library leaves out governed documents that are not in it.
   * @param documents In the shape that the model demands. Articles are skipped.
   */
  constructor(settled: readonly Settled[], documents: Iterable<StoredDocument>) {
    this.approvals = new Map(
      settled.flatMap(({id, decision, signOff, dates}) =>
        signOff && dates ? [[id, {decision, signOff, dates}]] : [],
      ),
    )
    const approved = settled.filter(({state}) => state === 'approved')
    this.cards = new Map(cardsOf(approved).map((card) => [card.id, card]))
    this.withdrawn = cardsOf(settled.filter(({state}) => state === 'retracted'))
    this.held = cardsOf(settled.filter(({state}) => state === 'held'))
    this.redirects = redirectsTo(settled)
    // An empty map of nothing fits every type.
    this.#documents = Object.fromEntries(
      Object.keys(model).map((type) => [type, new Map<string, never>()]),
    )
    for (const document of documents) {
      const {_id, _type: type} = document
      if (!isHeldType(type)) continue
      if (!isGoverned(type) || this.approvals.has(_id)) this.#hold(type, document)
    }
  }

  #hold<Type extends HeldType>(type: Type, document: StoredDocument): void {
    const schemas: Schemas = model
    this.#documents[type]?.set(document._id, schemas[type].schema.parse(document))
  }

  get settings(): Content<'siteSettings'> | undefined {
    return this.all('siteSettings').get('siteSettings')
  }

  /** All documents of a type, by id. */
  all<Type extends HeldType>(type: Type): ReadonlyMap<string, Content<Type>> {
    return this.#documents[type] ?? new Map()
  }

  /**
   * A document that the gate has made sure is there.
   *
   * @throws Error if it is not: a fault of this program, not of the content.
   */
  get<Type extends HeldType>(type: Type, id: string): Content<Type> {
    return mustGet(this.all(type), id)
  }
}

function isHeldType(type: string): type is HeldType {
  return isDocumentType(type) && type !== 'article'
}

/**
 * Every former address, once. If two pages claim one, the first page gets it. The address of a page is
 * never a former address. Published texts have no such conflict (model/validate.ts), but a text that was
 * approved earlier may conflict with them.
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

/** Whether a settled document is a page of its own. */
export function isPage(one: Settled): one is Settled & Pick<PageCard, 'type' | 'slug'> {
  return isPageType(one.type) && one.slug !== undefined
}

/** The cards of pages, ordered by slug. Slugs are ASCII, so the order is the same in every locale. */
function cardsOf(settled: readonly Settled[]): PageCard[] {
  return settled
    .filter(isPage)
    .map(({id, type, slug, title, summary, decision: {decidedAt}}) => ({
      id,
      type,
      slug,
      title: onOneLine(title),
      summary: summary === undefined ? undefined : withLineBreaks(summary),
      decidedAt,
    }))
    .toSorted((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0))
}

/**
 * Looks up something that the gate has made sure is there.
 *
 * @throws Error if it is not: a fault of this program, not of the content.
 */
export function mustGet<T>(documents: ReadonlyMap<string, T>, id: string): T {
  const document = documents.get(id)
  if (document === undefined) throw new Error(`${id} passed the gate but is not in the library`)
  return document
}
