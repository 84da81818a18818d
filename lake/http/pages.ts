// Serves a built Studio beside the API, at one address.

import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {serveStatic} from '@hono/node-server/serve-static'
import type {MiddlewareHandler} from 'hono'

/** The first parts of the API's paths. */
const API =
  /^\/(?:v\d[\d-]*|vX|assets|auth|data|datasets|features|files|images|ping|projects|users)(?:\/|$)/

/**
 * Answers browsers that ask for anything but the API: with the file of that name, or else with the
 * Studio's page, which finds its own way by the address.
 *
 * @param folder as `sanity build` makes it
 * @throws if there is no page in it
 */
export function servePages(folder: string): MiddlewareHandler {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const policy = contentSecurityPolicy(page)
  const files = serveStatic({root: folder})
  return async (context, next) => {
    const {method, path} = context.req
    if (API.test(path) || (method !== 'GET' && method !== 'HEAD')) return next()
    if (/\.[a-z0-9]+$/i.test(path)) {
      return (await files(context, async () => {})) ?? context.notFound()
    }
    return context.html(page, 200, {
      'cache-control': 'no-cache',
      'content-security-policy': policy,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
  }
}

/**
 * What the Studio's page may load: itself, and the lake under the names that its client and its
 * listeners use. Nothing on the internet, for which nothing has to wait then; no script but its own.
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
