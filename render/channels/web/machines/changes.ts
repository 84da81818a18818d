// The feed of reviewed changes in each language, as Atom (RFC 4287). There is one only if the settings name the address
// of the site, because each entry needs an id that no other site has.

import {html} from 'ghtml'
import {SITE_SETTINGS} from '../../../../model/site-settings.ts'
import {dayOf} from '../../../../review/days.ts'
import {dayHtml} from '../../../page/day.ts'
import {fill, fillHtml} from '../../../page/fill.ts'
import {must, type Edition, type Library, type PageCard} from '../../../page/library.ts'
import {linesHtml} from '../../../page/lines.ts'
import type {ChannelFile} from '../../channel.ts'
import {hasOwnPage, pageAddress, publicAddress} from '../context.ts'
import {element, XML_HEADER, xmlText} from './xml.ts'

/** In the folder of each language. */
export const FEED = 'changes.atom'

const MOST_ENTRIES = 50

/** Something that reviewers decided, as the feed tells it. */
interface Change {
  readonly card: PageCard
  readonly isWithdrawn: boolean
  /** In milliseconds. The stated times have any offset from UTC. */
  readonly at: number
}

/** The feeds of all languages. */
export function feedFiles(library: Library): ChannelFile[] {
  if (library.settings?.url === undefined) return []
  const approved = library.cards.map(changeOf(false))
  const withdrawn = library.withdrawn.map(changeOf(true))
  const changes = [...approved, ...withdrawn].toSorted(newestFirst)
  return library.editions.map((edition) => ({
    path: edition.folder + FEED,
    content: feed(
      edition,
      changes.filter(({card}) => card.folder === edition.folder).slice(0, MOST_ENTRIES),
      library,
    ),
  }))
}

function changeOf(isWithdrawn: boolean) {
  return (card: PageCard): Change => ({card, isWithdrawn, at: Date.parse(card.decidedAt)})
}

function newestFirst(a: Change, b: Change): number {
  return b.at - a.at || (a.card.id < b.card.id ? -1 : 1)
}

function feed({folder, language}: Edition, changes: readonly Change[], library: Library): string {
  const {settings} = library
  const words = library.words(language)
  const site = library.site(language).title.words
  const address = (path: string): string => publicAddress(path, settings) ?? path
  // An empty library has changed last when its settings did.
  const newest = changes[0]?.card ?? must(library.approval(SITE_SETTINGS), SITE_SETTINGS).decision
  return `${XML_HEADER}${element(
    'feed',
    {xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language},
    [
      '',
      element('id', {}, xmlText(address(folder + FEED))),
      element('title', {}, xmlText(fill(words.machines.feed, {site}))),
      element('updated', {}, instant(newest.decidedAt)),
      element('author', {}, element('name', {}, xmlText(settings?.publisher ?? site))),
      link('self', 'application/atom+xml', address(folder + FEED)),
      link('alternate', 'text/html', address(`${folder}index.html`)),
      ...changes.map((change) => entry(change, address, library)),
      '',
    ].join('\n'),
  )}\n`
}

function entry(
  {card, isWithdrawn}: Change,
  address: (path: string) => string,
  library: Library,
): string {
  const told = isWithdrawn ? withdrawal(card, library) : approval(card, library)
  return element(
    'entry',
    {'xml:lang': card.language},
    [
      '',
      // The id of a document stays when its address or its title changes, and when it is withdrawn.
      element('id', {}, xmlText(`${address('')}#${card.id}`)),
      element('title', {}, xmlText(told.title)),
      link('alternate', 'text/html', address(told.path)),
      element('updated', {}, instant(card.decidedAt)),
      ...(told.published === undefined
        ? []
        : [element('published', {}, `${told.published}T00:00:00Z`)]),
      ...(told.summary === undefined ? [] : [element('summary', {}, xmlText(told.summary))]),
      element('content', {type: 'html'}, xmlText(told.content)),
      '',
    ].join('\n'),
  )
}

interface Told {
  readonly title: string
  /** In the channel. */
  readonly path: string
  /** YYYY-MM-DD */
  readonly published?: string | undefined
  readonly summary?: string | undefined
  /** HTML. */
  readonly content: string
}

function approval(card: PageCard, library: Library): Told {
  const {about} = library.words(card.language)
  const {changeNote} = library.news(card.id)
  const dates = library.approval(card.id)?.dates
  const facts = [
    ...(dates ? [[about.lastChanged, dates.lastModified]] : []),
    [about.lastReviewed, dayOf(card.decidedAt)],
  ].map(([term = '', day = '']) => html`<p>${term}: !${dayHtml(day, card.language)}</p>`)
  return {
    title: card.title,
    path: pageAddress(card),
    published: dates?.firstPublished,
    summary: card.summary,
    content: [
      ...(changeNote === undefined
        ? []
        : [html`<p>!${fillHtml(about.changeNote, {note: linesHtml(changeNote)})}</p>`]),
      ...facts,
    ].join(''),
  }
}

/** The title of a withdrawn page is not shown: it may be what was wrong with the page. */
function withdrawal(card: PageCard, library: Library): Told {
  const {machines, notice} = library.words(card.language)
  const day = dayHtml(dayOf(card.decidedAt), card.language)
  const path = pageAddress(card)
  return {
    title: fill(machines.withdrawn, {address: path}),
    // A withdrawn question leaves no notice.
    path: hasOwnPage(card) ? path : `${card.folder}index.html`,
    content: html`<p>!${fillHtml(notice.withdrawnLead, {day})}</p>`,
  }
}

function link(rel: string, type: string, href: string): string {
  return element('link', {rel, type, href})
}

/** An instant in UTC, to the second. */
function instant(stated: string): string {
  return new Date(stated).toISOString().replace(/\.\d+Z$/, 'Z')
}
