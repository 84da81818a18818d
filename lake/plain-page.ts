// A small page of its own, such as the login: without scripts, and with its style inside.

import {createHash} from 'node:crypto'
import {html} from 'ghtml'

const STYLE = `
  :root { color-scheme: light dark; --ink: #1b2a33; --paper: #f4f6f7; --card: #fff; --line: #70808a; --accent: #0b5d66; --on-accent: #fff; --alarm: #a4161a; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8eef1; --paper: #12191d; --card: #1c262c; --line: #8fa0aa; --accent: #7fd4dd; --on-accent: #10292c; --alarm: #ff9a9a; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; font: 1.0625rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
  main { width: 100%; max-width: 24rem; padding: 2rem; background: var(--card); border-radius: .75rem; box-shadow: 0 1px 4px rgb(0 0 0 / .15); }
  h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.2; }
  p { margin: 0 0 1.5rem; }
  main > :last-child { margin-bottom: 0; }
  label { display: block; margin-bottom: .25rem; font-weight: 600; }
  input, button { width: 100%; font: inherit; padding: .625rem .75rem; border-radius: .375rem; }
  input { margin-bottom: 1.25rem; color: inherit; background: var(--card); border: 1px solid var(--line); }
  button { font-weight: 600; color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); cursor: pointer; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  [role=alert] { color: var(--alarm); font-weight: 600; }
  a { color: var(--accent); }
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

interface PlainPage {
  readonly status: number
  /** A BCP 47 tag. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  /** HTML. */
  readonly main: string
  /** Where its forms may send, as a security policy says it. */
  readonly formsTo: string
}

/** The response with such a page. No cache keeps it, and no page may show it in a frame. */
export function plainPage(page: PlainPage): Response {
  const {status, language, direction, title, main, formsTo} = page
  const content = html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        !${`<style>${STYLE}</style>`}
      </head>
      <body>
        <main>!${main}</main>
      </body>
    </html> `
  return new Response(content, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // Not `no-referrer`, because the browser would then send a form from the origin `null`.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${formsTo}; frame-ancestors 'none'; base-uri 'none'`,
    },
  })
}
