// The guides of docs/ as web pages, which the server of the Studio serves beside it.

import {cpSync, globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {html} from 'ghtml'
import GithubSlugger from 'github-slugger'
import {micromark} from 'micromark'
import {gfmTable, gfmTableHtml} from 'micromark-extension-gfm-table'

const DOCS = join(import.meta.dirname, '..', '..', 'docs')
const STYLES = join(import.meta.dirname, 'guides.css')

/** The guides that the help menu of the Studio leads to, in its order. */
export const guides = [
  {title: 'Guide for writers', path: '/guides/writers.html'},
  {title: 'Guide for reviewers', path: '/guides/reviewers.html'},
  {title: 'Guide for operators', path: '/guides/operators.html'},
  {title: 'Guide for build jobs', path: '/guides/build-jobs.html'},
  {title: 'Editorial policy', path: '/guides/policy.html'},
] as const

/** The files that the pages are made from. */
export const guideSources = ['docs/*.md', 'docs/images/*.png', 'scripts/shared/guides.{ts,css}']

/** Writes a page for each guide, and their pictures. */
export function writeGuides(folder: string): void {
  mkdirSync(folder, {recursive: true})
  for (const file of globSync('*.md', {cwd: DOCS})) {
    const name = `${basename(file, '.md')}.html`
    writeFileSync(join(folder, name), pageOf(readFileSync(join(DOCS, file), 'utf8'), name))
  }
  cpSync(join(DOCS, 'images'), join(folder, 'images'), {recursive: true})
}

function pageOf(markdown: string, name: string): string {
  const [, title = 'Guide'] = /^# (.+)$/m.exec(markdown) ?? []
  const links = guides.map(
    (guide) =>
      html`<li>
        <a href="${guide.path}" !${guide.path.endsWith(`/${name}`) ? ' aria-current="page"' : ''}
          >${guide.title}</a
        >
      </li>`,
  )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} – Countersign</title>
        <style>
          !${readFileSync(STYLES, 'utf8')}
        </style>
      </head>
      <body>
        <a class="skip" href="#guide">Skip to the guide</a>
        <header>
          <nav aria-label="Guides">
            <ul>
              !${links}
            </ul>
          </nav>
        </header>
        <main id="guide">!${bodyOf(markdown)}</main>
      </body>
    </html> `
}

function bodyOf(markdown: string): string {
  const slugger = new GithubSlugger()
  return (
    micromark(markdown, {
      extensions: [gfmTable()],
      htmlExtensions: [gfmTableHtml()],
      // The guides are files of this project.
      allowDangerousHtml: true,
    })
      .replaceAll(
        /<(h\d)>(.*?)<\/\1>/g,
        (_, tag: string, words: string) =>
          `<${tag} id="${slugger.slug(words.replaceAll(/<[^>]+>/g, ''))}">${words}</${tag}>`,
      )
      .replaceAll(/href="([a-z-]+)\.md/g, 'href="$1.html')
      // The Studio may be at another port. The same server serves it.
      .replaceAll(/href="http:\/\/localhost:4000\/?/g, 'href="/')
      // Files of the project that have no page: their names stay.
      .replaceAll(/<a href="\.\.\/[^"]*">(.*?)<\/a>/gs, '$1')
  )
}
