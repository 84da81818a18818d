// Serves a built Studio beside the API, at one address.

import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {serveStatic} from '@hono/node-server/serve-static'
import type {MiddlewareHandler} from 'hono'

/** A page for people who work in the Studio. */
export interface Guide {
  readonly title: string
  readonly path: string
}

/** Answers the Studio's question for the links of its help menu, which has Sanity's own links otherwise. */
export function helpMenu(guides: readonly Guide[]): MiddlewareHandler {
  const items = guides.map(({title, path}) => ({
    _key: path,
    _type: 'externalLink',
    title,
    url: path,
  }))
  return async (context) =>
    context.json({resources: {sectionArray: [{_key: 'guides', sectionTitle: 'Guides', items}]}})
}

/**
 * Answers browser requests that are not for the API. A path with a file extension gets the file of that name;
 * every other path gets the Studio's page, which does its own routing.
 *
 * @param folder the output of `sanity build`
 * @throws if the folder has no index.html
 */
export function servePages(folder: string): MiddlewareHandler {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const policy = contentSecurityPolicy(page)
  const files = serveStatic({root: folder})
  return async (context, next) => {
    const {method, path} = context.req
    if (method !== 'GET' && method !== 'HEAD') return next()
    if (/\.[a-z0-9]+$/i.test(path)) {
      const file = await files(context, next)
      if (file instanceof Response) file.headers.set('cache-control', cachingOf(path))
      return file
    }
    return context.html(page, 200, {
      'cache-control': 'no-cache',
      'content-security-policy': policy,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
  }
}

/** The bundler puts a digest of the content into the name of each file in `static/`. */
function cachingOf(path: string): string {
  return path.startsWith('/static/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/**
 * What the Studio's page may load: its own files, and the lake under the names that its client and its
 * listeners use. It needs nothing from the internet, and runs only its own scripts.
 */
function contentSecurityPolicy(page: string): string {
  const scripts = Array.from(page.matchAll(INLINE_SCRIPT), ([, text = '']) => hashOf(text))
  const lake = 'http://localhost:* http://*.localhost:* http://127.0.0.1:*'
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ${lake} ws://localhost:* ws://*.localhost:*`,
    `img-src 'self' data: blob: ${lake}`,
    "font-src 'self' data:",
    "frame-src 'self' data: blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>(.+?)<\/script>/gs

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
