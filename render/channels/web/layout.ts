// The frame of every page: head, site header, main, site footer.

import {html} from 'ghtml'
import {interfaceWords, type InterfaceWords} from '../../../schemas/data/interface-words.ts'
import {directionOf, FALLBACK_LANGUAGE, mainLanguage} from '../../../schemas/data/languages.ts'
import {languageFolder} from '../../page/addresses.ts'
import {fillHtml} from '../../page/fill.ts'
import {wordsIn} from '../../page/lang.ts'
import type {Library} from '../../page/library.ts'
import {publicAddress, rootFrom} from './context.ts'
import {navigationOf, type NavigationName} from './navigation.ts'
import {securityPolicy, type PageNeeds} from './security-policy.ts'

/** A page that says the same in another language. */
export interface Translation {
  /** A BCP 47 tag. */
  readonly language: string
  /** Its address in the channel. */
  readonly address: string
}

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
  /** For the page at a former address: the address in the channel to which it redirects. */
  readonly leadsTo?: string | undefined
  /** The page in other languages. */
  readonly translations?: readonly Translation[]
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
    isUnlisted,
    leadsTo,
    structuredData,
    current,
    main,
    translations = [],
    needs = {},
  } = frame
  const root = rootFrom(address)
  const folder = languageFolder(language, library.language)
  const home = root + folder
  const words = interfaceWords(language)
  const site = settings?.title ?? words.site.name
  const siteLanguage = settings?.language ?? language
  const lasting = isUnlisted ? leadsTo : address
  const canonical = lasting === undefined ? undefined : publicAddress(lasting, settings)
  const here = (name: string): string => (name === current ? ' aria-current="page"' : '')
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${securityPolicy(needs)}" />
        <title>${title === site ? site : `${title} – ${site}`}</title>
        !${description === undefined ? '' : html`<meta name="description" content="${description}" /> `}!${
          canonical === undefined ? '' : html`<link rel="canonical" href="${canonical}" /> `
        }!${alternateLinks([{language, address}, ...translations], library)}!${isUnlisted ? '<meta name="robots" content="noindex">\n' : ''}!${
          leadsTo === undefined
            ? ''
            : html`<meta http-equiv="refresh" content="0; url=${root}${leadsTo}" /> `
        }
        <link rel="stylesheet" href="${root}styles.css" />
        !${structuredData === undefined ? '' : dataBlock(structuredData)}
      </head>
      <body>
        <a class="skip-link" href="#main">${words.site.skip}</a>
        <header class="site-header">
          <div class="wrap site-bar">
            <p class="site-name">
              <a href="${home}index.html">!${wordsIn(site, siteLanguage, language)}</a>
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
            !${settings ? html`<p>!${fillHtml(words.site.publishedBy, {publisher: wordsIn(settings.publisher, siteLanguage, language)})}</p> ` : ''}
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

/** Tells search engines where a page is in each language. They take full addresses only. */
function alternateLinks(pages: readonly Translation[], library: Library): string {
  const {settings} = library
  if (pages.length < 2 || settings?.url === undefined) return ''
  const original = pages.find(({language}) => languageFolder(language, library.language) === '')
  const named = [
    ...pages.map(({language, address}) => ({hreflang: language, address})),
    ...(original ? [{hreflang: 'x-default', address: original.address}] : []),
  ]
  return named
    .map(
      ({hreflang, address}) =>
        html`<link
          rel="alternate"
          hreflang="${hreflang}"
          href="${publicAddress(address, settings)}"
        /> `,
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

/** The name of a language in that language. */
function ownName(language: string): string {
  const main = mainLanguage(language)
  return new Intl.DisplayNames([main, FALLBACK_LANGUAGE], {type: 'language'}).of(main) ?? language
}

/** Escapes "<", so that no text can end the block. */
function dataBlock(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>\n`
}
