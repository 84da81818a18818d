// Keeps requests of the Studio on this machine. Sanity's Studio asks Sanity's servers which version of it is the
// newest and whether they take feedback, and its own server for a manifest that only hosted Studios have. Runs in
// browsers, and imports nothing.

const SANITYS = /^https:\/\/(?:[^/]+\.)?(?:sanity\.io|sanity-cdn\.com)\//
const MANIFEST = /\/static\/create-manifest\.json$/

/**
 * Wraps `fetch` so that it answers these requests itself: a question to Sanity gets an empty answer, and everything
 * else is refused. Every other request passes through unchanged.
 */
export function stayHere(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const isRequest = input instanceof Request
    const url = isRequest ? input.url : String(input)
    const method = init?.method ?? (isRequest ? input.method : 'GET')
    if (MANIFEST.test(url)) return new Response(null, {status: 404})
    if (!SANITYS.test(url)) return fetch(input, init)
    return method === 'GET' ? Response.json({}) : new Response(null, {status: 503})
  }
}
