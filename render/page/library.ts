// The approved content of a release in memory, for look-ups. There may be too many articles to keep, so
// the library has only a card of each. A card is what a link needs.
//
// Pages get a library that notes each read (`observed`). So an export knows which pages to render again.

import type {z} from 'zod'
import type {Condition} from '../../model/condition.ts'
import {isDocumentType, model, type DocumentType} from '../../model/index.ts'
import {SITE_SETTINGS} from '../../model/site-settings.ts'
import {byFirstDay, type Settled} from '../../model/standing/settled.ts'
import {onOneLine, withLineBreaks} from '../../policy/characters.ts'
import type {Approval} from '../../review/approval.ts'
import {isGoverned, isPageType, type PageType} from '../../review/governed.ts'
import {once, onceForEach} from '../../review/once.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {interfaceWords, type InterfaceWords} from '../../schemas/data/interface-words.ts'
import {mainLanguage} from '../../schemas/data/languages.ts'
import {languageFolder, type LanguageFolder} from './addresses.ts'
import {Topics, topicsOf} from './topics.ts'

/** What a link or a list shows of a page. */
export interface PageCard {
  readonly id: string
  readonly type: PageType
  readonly slug: string
  /** Where the pages of its language are. */
  readonly folder: LanguageFolder
  /** A BCP 47 tag. */
  readonly language: string
  /** The page of which it is a translation, or itself. */
  readonly original: string
  /** If it is another page in another form: which form, and the id of that page. */
  readonly form?: Settled['form']
  readonly title: string
  readonly summary?: string | undefined
  /** When its revision was approved or withdrawn: ISO 8601. */
  readonly decidedAt: string
}

/** What the search of a site knows of a page. */
export interface SearchedPage {
  readonly card: PageCard
  /** The ids of the therapies and conditions that it is about. */
  readonly topics: readonly string[]
  /** The headings in its body. */
  readonly headings: readonly string[]
}

/** What a list of changes tells of a page, besides its card. */
export interface PageNews {
  /** What its last change means to readers. */
  readonly changeNote?: string | undefined
  /** The day of its next review. YYYY-MM-DD */
  readonly dueOn?: string | undefined
}

/** What the address of a page is made of. */
export type PageAddress = Pick<PageCard, 'type' | 'slug' | 'folder'>

/** The pages in one language. They have a folder, an index and a page of questions of their own. */
export interface Edition {
  readonly folder: LanguageFolder
  /** A BCP 47 tag. */
  readonly language: string
}

/** Words of a library about itself, and their language as a BCP 47 tag. */
export interface Said {
  readonly words: string
  readonly language: string
}

/** What a site tells its readers about itself in one language. */
export interface SiteTexts {
  readonly title: Said
  /** Undefined if nothing says what the site is. */
  readonly description: Said | undefined
}

/** A former address of a page, and the page that it leads to. In its place may be a notice. */
export interface Redirect {
  readonly from: PageAddress
  readonly to: PageCard
}

/** A type whose documents the library holds. */
type HeldType = Exclude<DocumentType, 'article'>

type Content<Type extends HeldType> = z.output<(typeof model)[Type]['schema']>

/** Each document is parsed when it is needed. */
type Documents = {readonly [Type in HeldType]?: Map<string, () => Content<Type>>}

/** What a library holds. Only `Library` reads it, so that no read goes unnoted. */
interface Shelves {
  readonly documents: Documents
  readonly cards: ReadonlyMap<string, PageCard>
  /** By the id of the page. */
  readonly searched: () => ReadonlyMap<string, Omit<SearchedPage, 'card'>>
  readonly news: () => ReadonlyMap<string, PageNews>
  readonly withdrawn: readonly PageCard[]
  readonly held: readonly PageCard[]
  readonly redirects: readonly Redirect[]
  readonly approvals: ReadonlyMap<string, Approval>
  /** The pages that say the same in different languages, by the id of the one that was translated. */
  readonly translations: ReadonlyMap<string, readonly PageCard[]>
  /** The pages in another form, by the id of the page whose message they have. */
  readonly forms: ReadonlyMap<string, readonly PageCard[]>
  readonly editions: readonly Edition[]
  readonly topics: () => Topics<PageCard>
  /** The translations of each condition, by its id. */
  readonly translatedConditions: () => ReadonlyMap<string | undefined, readonly Settled[]>
  /** The kinds of pages that each language has, as `kindOfPages` names them. */
  readonly kinds: ReadonlySet<string>
  /** The words around texts, by the language without script or country. */
  readonly words: (language: string) => InterfaceWords
  /** The library's own table of them. */
  readonly tables: () => ReadonlyMap<string, Content<'siteWords'>>
}

type Schemas = {
  readonly [Type in HeldType]: {
    readonly schema: {readonly parse: (document: unknown) => Content<Type>}
  }
}

export class Library {
  readonly #shelves: Shelves
  readonly #onRead: (read: string) => void

  private constructor(shelves: Shelves, onRead: (read: string) => void) {
    this.#shelves = shelves
    this.#onRead = onRead
  }

  /**
   * @param settled The result of the gate. The library leaves out governed documents that are not in it.
   * @param documents In the shape that the model demands. Articles are skipped.
   * @param isWhole Whether this is all content. What surrounds one page cannot say which other pages are related to it.
   */
  static of(
    settled: readonly Settled[],
    documents: Iterable<StoredDocument>,
    {isWhole}: {readonly isWhole: boolean} = {isWhole: true},
  ): Library {
    const shelves = shelvesOf(settled, documents)
    return new Library(
      isWhole ? shelves : {...shelves, topics: () => new Topics([], new Map())},
      () => {},
    )
  }

  /**
   * The same library.
   *
   * @param onRead Called before each read. `answerTo` tells what the same read gives in another library.
   */
  observed(onRead: (read: string) => void): Library {
    return new Library(this.#shelves, onRead)
  }

  /** The pages about a condition or a treatment in the language of a folder, in order of slug. */
  pagesAbout(topic: string, folder: LanguageFolder): readonly PageCard[] {
    this.#onRead(`about ${topic} ${folder}`)
    return this.#shelves.topics().pagesAbout(topic, folder)
  }

  /** The treatments that these pages are about, in order of slug. */
  treatmentsBeside(topic: string, folder: LanguageFolder): readonly PageCard[] {
    this.#onRead(`treatments ${topic} ${folder}`)
    return this.#treatmentsBeside(topic, folder)
  }

  #treatmentsBeside(topic: string, folder: string): readonly PageCard[] {
    const {cards, topics} = this.#shelves
    const ids = topics().treatmentsBeside(topic, folder)
    return inOrderOfSlug(ids.flatMap((id) => cards.get(id) ?? []))
  }

  /** A condition in the words of a language; as it was first written, if there is no translation. */
  conditionIn(language: string, id: string): Condition | undefined {
    const main = mainLanguage(language)
    this.#onRead(`named ${id} ${main}`)
    return this.#conditionIn(main, id)
  }

  #conditionIn(main: string, id: string): Condition | undefined {
    const {documents, translatedConditions} = this.#shelves
    const translations = translatedConditions().get(id) ?? []
    const translated = translations.find(({language}) => mainLanguage(language) === main)
    const conditions = documents.condition
    return (conditions?.get(translated?.id ?? id) ?? conditions?.get(id))?.()
  }

  /** The conditions that have a name in the language of a folder, in order of slug. */
  conditionsOf(folder: LanguageFolder): readonly Condition[] {
    const site = this.language
    return this.all('condition')
      .filter(({language = site}) => languageFolder(language, site) === folder)
      .toSorted((a, b) => (a.slug.current < b.slug.current ? -1 : 1))
  }

  /** Other pages that readers of a page may want, in the same language. */
  relatedTo(id: string): readonly PageCard[] {
    this.#onRead(`related ${id}`)
    const card = this.#shelves.cards.get(id)
    return card ? this.#shelves.topics().relatedTo(card) : []
  }

  /** What a link shows of a page, if readers get the page. */
  card(id: string): PageCard | undefined {
    this.#onRead(`card ${id}`)
    return this.#shelves.cards.get(id)
  }

  /** What lists of changes tell of a page. It is apart from its card, so that a note makes no link again. */
  news(id: string): PageNews {
    this.#onRead(`news ${id}`)
    return this.#shelves.news().get(id) ?? {}
  }

  /** The pages that say the same in other languages, in order of language. */
  translationsOf(id: string): readonly PageCard[] {
    this.#onRead(`translations ${id}`)
    const {original = id} = this.#shelves.cards.get(id) ?? {}
    return (this.#shelves.translations.get(original) ?? []).filter((card) => card.id !== id)
  }

  /** The pages that say what a page says in another form, such as easy read, in order of slug. */
  formsOf(id: string): readonly PageCard[] {
    this.#onRead(`forms ${id}`)
    return this.#shelves.forms.get(id) ?? []
  }

  /** Every page that readers get, in order of slug. */
  get cards(): readonly PageCard[] {
    this.#onRead('cards')
    return [...this.#shelves.cards.values()]
  }

  /** Every page that readers get, with more of its words, in order of slug. */
  get searched(): readonly SearchedPage[] {
    this.#onRead('searched')
    return [...this.#shelves.cards.values()].map((card) => ({
      topics: [],
      headings: [],
      ...this.#shelves.searched().get(card.id),
      card,
    }))
  }

  /** Pages that were taken down, in order of slug. */
  get withdrawn(): readonly PageCard[] {
    this.#onRead('withdrawn')
    return this.#shelves.withdrawn
  }

  /** Pages that readers do not get at the moment, because of another document, in order of slug. */
  get held(): readonly PageCard[] {
    this.#onRead('held')
    return this.#shelves.held
  }

  /** Every former address, once. */
  get redirects(): readonly Redirect[] {
    this.#onRead('redirects')
    return this.#shelves.redirects
  }

  /** Whose words approve a document, and since when; undefined if it needs no approval. */
  approval(id: string): Approval | undefined {
    this.#onRead(`approval ${id}`)
    return this.#shelves.approvals.get(id)
  }

  /** The language of the site, as a BCP 47 tag. */
  get language(): string {
    return languageOf(this.settings)
  }

  get settings(): Content<'siteSettings'> | undefined {
    return this.find('siteSettings', SITE_SETTINGS)
  }

  /**
   * The words around texts: the library's own ones, or those that come with this project.
   *
   * @param tag The language of the page.
   */
  words(tag: string): InterfaceWords {
    const language = mainLanguage(tag)
    this.#onRead(`words ${language}`)
    return this.#shelves.words(language)
  }

  /**
   * The name of the site and what it is, as readers of a language get them. They are in the language of the site if
   * nothing says them in that of the page.
   *
   * @param tag The language of the page.
   */
  site(tag: string): SiteTexts {
    const language = mainLanguage(tag)
    this.#onRead(`site ${language}`)
    const own = this.#shelves.tables().get(language)
    const {settings} = this
    const said = (words: string | undefined, general: string | undefined): Said | undefined => {
      if (words !== undefined) return {words, language: tag}
      return settings && general !== undefined
        ? {words: general, language: settings.language}
        : undefined
    }
    return {
      title: said(own?.title, settings?.title) ?? {words: this.words(tag).site.name, language: tag},
      description: said(own?.description, settings?.description),
    }
  }

  /** All documents of a type, in order of id. */
  all<Type extends HeldType>(type: Type): readonly Content<Type>[] {
    this.#onRead(type)
    return [...(this.#shelves.documents[type]?.values() ?? [])].map((content) => content())
  }

  /** The languages of the library, that of the site first. Pages, and notices in place of pages, have one of them. */
  get editions(): readonly Edition[] {
    this.#onRead('editions')
    return this.#shelves.editions
  }

  /** Whether readers get any document of a type in the language of a folder. */
  hasPages(type: PageType | 'condition', folder: LanguageFolder): boolean {
    const kind = kindOfPages({type, folder})
    this.#onRead(`pages ${kind}`)
    return this.#shelves.kinds.has(kind)
  }

  /** Whether readers get any document of a type. */
  has(type: HeldType): boolean {
    this.#onRead(`any ${type}`)
    return (this.#shelves.documents[type]?.size ?? 0) > 0
  }

  /** A document, if readers get it. */
  find<Type extends HeldType>(type: Type, id: string): Content<Type> | undefined {
    this.#onRead(`${type} ${id}`)
    return this.#shelves.documents[type]?.get(id)?.()
  }

  /**
   * A document that the gate has made sure is there.
   *
   * @throws Error if it is not: a fault of this program, not of the content.
   */
  get<Type extends HeldType>(type: Type, id: string): Content<Type> {
    return must(this.find(type, id), id)
  }

  /** What a read gives; undefined for a read that this library does not know. */
  answerTo(read: string): unknown {
    const [kind = '', id = '', place = ''] = read.split(' ')
    switch (kind) {
      case 'card':
        return this.card(id)
      case 'news':
        return this.news(id)
      case 'approval':
        return this.approval(id)
      case 'translations':
        return this.translationsOf(id)
      case 'forms':
        return this.formsOf(id)
      case 'about':
        return this.#shelves.topics().pagesAbout(id, place)
      case 'treatments':
        return this.#treatmentsBeside(id, place)
      case 'named':
        return this.#conditionIn(place, id)
      case 'related':
        return this.relatedTo(id)
      case 'words':
        return this.words(id)
      case 'site':
        return this.site(id)
      case 'pages':
        return this.#shelves.kinds.has(id)
      case 'any':
        return isHeldType(id) && this.has(id)
      case 'editions':
      case 'cards':
      case 'searched':
      case 'withdrawn':
      case 'held':
      case 'redirects':
        return this[kind]
      default:
        if (!isHeldType(kind)) return undefined
        return read === kind ? this.all(kind) : this.find(kind, id)
    }
  }
}

function shelvesOf(settled: readonly Settled[], documents: Iterable<StoredDocument>): Shelves {
  const approvals = new Map(
    settled.flatMap(({id, decision, signOff, dates, sameMessage = []}) =>
      signOff && dates ? [[id, {decision, signOff, dates, sameMessage}] as const] : [],
    ),
  )
  const held = heldAmong(documents, approvals)
  const site = languageOf(held.siteSettings?.get(SITE_SETTINGS)?.())
  const cardsIn = (all: readonly Settled[]): PageCard[] => cardsOf(all, site)
  const cards = cardsIn(settled.filter(({state}) => state === 'approved'))
  const withdrawn = cardsIn(settled.filter(({state}) => state === 'retracted'))
  const inPlace = cardsIn(settled.filter(({state}) => state === 'held'))
  const byId = new Map(cards.map((card) => [card.id, card]))
  const tables = once(() => tablesOf(held, approvals))
  return {
    documents: held,
    cards: byId,
    topics: once(() => new Topics(settled, byId)),
    searched: once(
      () =>
        new Map(settled.map(({id, facts, headings}) => [id, {topics: topicsOf(facts), headings}])),
    ),
    news: once(
      () =>
        new Map(
          settled.map(({id, changeNote, dueOn}) => [
            id,
            {changeNote: changeNote === undefined ? undefined : withLineBreaks(changeNote), dueOn},
          ]),
        ),
    ),
    translations: Map.groupBy(
      cards.toSorted((a, b) => (a.language < b.language ? -1 : 1)),
      ({original}) => original,
    ),
    forms: Map.groupBy(
      cards.filter(({form}) => form),
      ({form}) => form?.of ?? '',
    ),
    kinds: new Set([...cards, ...conditionsIn(settled, site)].map(kindOfPages)),
    translatedConditions: once(() =>
      Map.groupBy(
        settled.filter(({type, translationOf}) => type === 'condition' && translationOf),
        ({translationOf}) => translationOf,
      ),
    ),
    withdrawn,
    held: inPlace,
    editions: editionsOf([...cards, ...withdrawn, ...inPlace], site),
    redirects: redirectsTo(settled, cardsIn),
    approvals,
    tables,
    words: onceForEach((language) => interfaceWords(language, tables().get(language)?.words)),
  }
}

/** The conditions that readers get, with the folders of their languages. */
function conditionsIn(settled: readonly Settled[], site: string) {
  return settled
    .filter(({type, state}) => type === 'condition' && state === 'approved')
    .map(({language}) => ({type: 'condition' as const, folder: languageFolder(language, site)}))
}

/** The library's tables of words, by the language without script or country. If it has two, the first one stays. */
function tablesOf(
  held: Documents,
  approvals: ReadonlyMap<string, Approval>,
): Map<string, Content<'siteWords'>> {
  const tables = [...(held.siteWords?.values() ?? [])].map((content) => content())
  const lastFirst = tables
    .map((table) => ({
      table,
      id: table._id,
      firstPublished: approvals.get(table._id)?.dates.firstPublished,
    }))
    .toSorted((a, b) => byFirstDay(b, a))
  return new Map(lastFirst.map(({table}) => [mainLanguage(table.language), table]))
}

/** The documents that a library holds: those that need no approval, and those that have one. */
function heldAmong(
  documents: Iterable<StoredDocument>,
  approvals: ReadonlyMap<string, Approval>,
): Documents {
  // An empty map of nothing fits every type.
  const held: Documents = Object.fromEntries(
    Object.keys(model).map((type) => [type, new Map<string, never>()]),
  )
  for (const document of documents) {
    const {_id, _type: type} = document
    if (!isHeldType(type)) continue
    if (!isGoverned(type) || approvals.has(_id)) hold(held, type, document)
  }
  return held
}

/** The languages of pages, that of the site first. */
function editionsOf(cards: readonly PageCard[], site: string): Edition[] {
  const others = cards
    .filter(({folder}) => folder !== '')
    .map(({folder, language}) => [folder, {folder, language: mainLanguage(language)}] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [{folder: '', language: site}, ...new Map(others).values()]
}

/** Pages of a type in the language of a folder: `faq/es/`. */
function kindOfPages({
  type,
  folder,
}: {
  readonly type: PageType | 'condition'
  readonly folder: LanguageFolder
}): string {
  return `${type}/${folder}`
}

/** The language of the site; English if its settings are missing. */
function languageOf(settings: Content<'siteSettings'> | undefined): string {
  return settings?.language ?? 'en'
}

function hold<Type extends HeldType>(
  documents: Documents,
  type: Type,
  document: StoredDocument,
): void {
  const schemas: Schemas = model
  const content = once(() => schemas[type].schema.parse(document))
  documents[type]?.set(document._id, content)
}

function isHeldType(type: string): type is HeldType {
  return isDocumentType(type) && type !== 'article'
}

/**
 * Every former address, once. If two pages claim one, the first page gets it. The address of a page is
 * never a former address. Published texts have no such conflict (model/validate.ts), but a text that was
 * approved earlier may conflict with them.
 */
function redirectsTo(
  settled: readonly Settled[],
  cardsIn: (all: readonly Settled[]) => PageCard[],
): Redirect[] {
  const addressOf = ({type, slug}: Redirect['from']): string => `${type}/${slug}`
  const taken = new Set(cardsIn(settled).map(addressOf))
  const redirects: Redirect[] = []
  for (const one of settled) {
    if (one.formerSlugs.length === 0) continue
    for (const to of cardsIn([one])) {
      for (const slug of one.formerSlugs) {
        const from = {type: to.type, slug, folder: to.folder}
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

/** Slugs are ASCII, so the order is the same in every locale. */
function inOrderOfSlug(cards: readonly PageCard[]): PageCard[] {
  return cards.toSorted((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0))
}

/** The cards of pages, ordered by slug. */
function cardsOf(settled: readonly Settled[], site: string): PageCard[] {
  const cards = settled
    .filter(isPage)
    .map(
      ({id, type, slug, language, translationOf, form, title, summary, decision: {decidedAt}}) => ({
        id,
        type,
        slug,
        folder: languageFolder(language, site),
        language,
        original: translationOf ?? id,
        form,
        title: onOneLine(title),
        summary: summary === undefined ? undefined : withLineBreaks(summary),
        decidedAt,
      }),
    )
  return inOrderOfSlug(cards)
}

/**
 * Something that the gate has made sure is there.
 *
 * @throws Error if it is not: a fault of this program, not of the content.
 */
export function must<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`${id} passed the gate but is not in the library`)
  return found
}
