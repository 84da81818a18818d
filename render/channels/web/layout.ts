// The frame of every page: head, site header, main, site footer.

import {html} from 'ghtml'
import type {Library} from '../../page/library.ts'
import {publicAddress} from './context.ts'

interface Frame {
  readonly title: string
  readonly description?: string | undefined
  readonly language: string
  /** The path from the page to the folder of the channel. */
  readonly root: '' | '../'
  /** The page's address in the channel, for the canonical link. Absent if search engines must not list it. */
  readonly address?: string | undefined
  /** For the page at a former address: the address in the channel to which it redirects. */
  readonly leadsTo?: string | undefined
  /** What the page tells search engines, as schema.org data. */
  readonly structuredData?: object | undefined
  /** The entry of the navigation that is this page. */
  readonly current?: 'articles' | 'questions' | undefined
  readonly main: string
}

/**
 * Nothing that an editor typed may run on a page or load from another server. The data block for search
 * engines is not a script.
 */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"

/** A complete HTML page. */
export function layout(frame: Frame, library: Library): string {
  const {settings} = library
  const {title, description, language, root, address, leadsTo, structuredData, current, main} =
    frame
  const site = settings?.title ?? 'Health library'
  const lasting = address ?? leadsTo
  const canonical = lasting === undefined ? undefined : publicAddress(lasting, settings)
  const here = (name: string): string => (name === current ? ' aria-current="page"' : '')
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />
        <title>${title === site ? site : `${title} – ${site}`}</title>
        !${description === undefined ? '' : html`<meta name="description" content="${description}" /> `}!${
          canonical === undefined ? '' : html`<link rel="canonical" href="${canonical}" /> `
        }!${address === undefined ? '<meta name="robots" content="noindex">\n' : ''}!${
          leadsTo === undefined
            ? ''
            : html`<meta http-equiv="refresh" content="0; url=${root}${leadsTo}" /> `
        }
        <link rel="stylesheet" href="${root}styles.css" />
        !${structuredData === undefined ? '' : dataBlock(structuredData)}
      </head>
      <body>
        <a class="skip-link" href="#main">Skip to the content</a>
        <header class="site-header">
          <div class="wrap site-bar">
            <p class="site-name"><a href="${root}index.html">${site}</a></p>
            <nav aria-label="Site">
              <ul>
                <li><a href="${root}index.html" !${here('articles')}>Articles</a></li>
                !${library.has('faq') ? `<li><a href="${root}faq.html"${here('questions')}>Questions</a></li>\n` : ''}
              </ul>
            </nav>
          </div>
        </header>
        <main id="main" class="wrap" tabindex="-1">!${main}</main>
        <footer class="site-footer">
          <div class="wrap">
            !${settings ? html`<p>Published by ${settings.publisher}.</p> ` : ''}
            <p>Every page here was approved by a named reviewer before it was published.</p>
          </div>
        </footer>
      </body>
    </html> `
}

/** Escapes "<", so that no text can end the block. */
function dataBlock(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>\n`
}
