// The frame of every page: head, site header, main, site footer.

import {html} from 'ghtml'
import type {InterfaceWords} from '../../../schemas/data/interface-words.ts'
import {directionOf} from '../../../schemas/data/languages.ts'
import {languageFolder} from '../../page/addresses.ts'
import {fill, fillHtml} from '../../page/fill.ts'
import {wordsIn} from '../../page/lang.ts'
import type {Library} from '../../page/library.ts'
import {ownName} from '../../page/names.ts'
import {alternatesOf, type Translation} from './alternates.ts'
import {pathOfSite, publicAddress, rootFrom} from './context.ts'
import {FEED} from './machines/changes.ts'
import {socialTags, type SocialPicture} from './machines/social.ts'
import {navigationOf, type NavigationName} from './navigation.ts'
import {securityPolicy, type PageNeeds} from './security-policy.ts'

/** A page in the way from the index to a page. */
export interface Step {
  readonly label: string
  /** Its address in the channel. */
  readonly address: string
}

interface Frame {
  readonly title: string
  readonly description?: string | undefined
  readonly language: string
  /** The page's address in the channel. */
  readonly address: string
  /** Whether search engines must not list it. */
  readonly isUnlisted?: boolean
  /** Whether a server shows it at other addresses than its own, so that its links must not depend on where it is. */
  readonly isShownAnywhere?: boolean
  /** For the page at a former address: the address in the channel to which it redirects. */
  readonly leadsTo?: string | undefined
  /** The page in other languages. */
  readonly translations?: readonly Translation[]
  /** Whether it is a text with a beginning and an end, and not a list. */
  readonly isArticle?: boolean
  /** What other sites show beside a link to the page. */
  readonly picture?: SocialPicture | undefined
  /** What the page may do besides showing text and pictures. */
  readonly needs?: PageNeeds
  /** What the page tells search engines, as schema.org data. */
  readonly structuredData?: object | undefined
  /** The pages above this one, without the index: `Conditions`. Undefined if it is not below the index. */
  readonly trail?: readonly Step[] | undefined
  /** The entry of the navigation that is this page. */
  readonly current?: NavigationName | undefined
  readonly main: string
}

/** A complete HTML page. */
export function layout(frame: Frame, library: Library): string {
  const {settings} = library
  const {
    title,
    description,
    language,
    address,
    isUnlisted = false,
    isShownAnywhere = false,
    isArticle = false,
    picture,
    leadsTo,
    structuredData,
    current,
    main,
    translations = [],
    needs = {},
  } = frame
  const root = isShownAnywhere ? pathOfSite(settings) : rootFrom(address)
  const folder = languageFolder(language, library.language)
  const home = root + folder
  const words = library.words(language)
  const {title: site} = library.site(language)
  const lasting = isUnlisted ? leadsTo : address
  const canonical = lasting === undefined ? undefined : publicAddress(lasting, settings)
  const here = (name: string): string => (name === current ? ' aria-current="page"' : '')
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${securityPolicy(needs)}" />
        <title>${title === site.words ? title : `${title} – ${site.words}`}</title>
        !${description === undefined ? '' : html`<meta name="description" content="${description}" /> `}!${
          canonical === undefined ? '' : html`<link rel="canonical" href="${canonical}" /> `
        }!${alternateLinks([{language, address}, ...translations], library)}!${isUnlisted ? '<meta name="robots" content="noindex">\n' : ''}!${
          leadsTo === undefined
            ? ''
            : html`<meta http-equiv="refresh" content="0; url=${root}${leadsTo}" /> `
        }
        !${feedLink(home, language, library)}!${
          isUnlisted
            ? ''
            : socialTags({title, description, language, address, isArticle, picture}, library)
        }
        <link rel="stylesheet" href="${root}styles.css" />
        !${structuredData === undefined ? '' : dataBlock(structuredData)}
      </head>
      <body>
        <a class="skip-link" href="#main">${words.site.skip}</a>
        <header class="site-header">
          <div class="wrap site-bar">
            <p class="site-name">
              <a href="${home}index.html">!${wordsIn(site.words, site.language, language)}</a>
            </p>
            <nav aria-label="${words.site.navigation}">
              <ul>
                !${navigationOf(library, folder).map(
                  ({name, file, label}) =>
                    html`<li><a href="${home}${file}" !${here(name)}>${label(words)}</a></li> `,
                )}
              </ul>
            </nav>
            !${languageSwitch(translations, {root, label: words.site.languages})}
          </div>
        </header>
        <main id="main" class="wrap" tabindex="-1">
          !${breadcrumb(frame, {root, home, words})}!${main}
        </main>
        <footer class="site-footer">
          <div class="wrap">
            !${settings ? html`<p>!${fillHtml(words.site.publishedBy, {publisher: wordsIn(settings.publisher, settings.language, language)})}</p> ` : ''}
            <p>${words.site.everyPage}</p>
          </div>
        </footer>
        !${(needs.scripts ?? []).map(({code}) => `<script>${code}</script>\n`)}
      </body>
    </html> `
}

/** The way from the index to a page. */
function breadcrumb(
  {trail}: Pick<Frame, 'trail'>,
  {
    root,
    home,
    words,
  }: {readonly root: string; readonly home: string; readonly words: InterfaceWords},
): string {
  if (!trail) return ''
  const steps = [
    {label: words.site.home, href: `${home}index.html`},
    ...trail.map(({label, address}) => ({label, href: root + address})),
  ]
  return html`<nav class="breadcrumb" aria-label="${words.site.breadcrumb}">
    <ol>
      !${steps.map(({label, href}) => html`<li><a href="${href}">${label}</a></li> `)}
    </ol>
  </nav>`
}

/** The way to the feed of changes, for programs that read feeds. */
function feedLink(home: string, language: string, library: Library): string {
  if (library.settings?.url === undefined) return ''
  const {machines} = library.words(language)
  const title = fill(machines.feed, {site: library.site(language).title.words})
  return html`<link
    rel="alternate"
    type="application/atom+xml"
    title="${title}"
    href="${home}${FEED}"
  /> `
}

/** Tells search engines where a page is in each language. */
function alternateLinks(pages: readonly Translation[], library: Library): string {
  return alternatesOf(pages, library)
    .map(
      ({hreflang, href}) => html`<link rel="alternate" hreflang="${hreflang}" href="${href}" /> `,
    )
    .join('')
}

/** Links to a page in other languages, each in its own words. */
function languageSwitch(
  translations: readonly Translation[],
  {root, label}: {readonly root: string; readonly label: string},
): string {
  if (translations.length === 0) return ''
  return html`<nav class="languages" aria-label="${label}">
    <ul>
      !${translations.map(
        ({language, address}) =>
          html`<li>
            <a href="${root}${address}" hreflang="${language}" lang="${language}"
              >${ownName(language)}</a
            >
          </li> `,
      )}
    </ul>
  </nav>`
}

/** Escapes "<", so that no text can end the block. */
function dataBlock(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>\n`
}
