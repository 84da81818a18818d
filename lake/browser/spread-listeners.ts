// Lets a page have more listeners than six, the number of connections that a browser opens to one host
// over HTTP/1.1. Browsers resolve every `*.localhost` to this machine, and the lake answers to all of them.
// So each listener gets a host of its own, and the lake's own host stays free for other requests.
// Runs in browsers, and imports nothing.

/**
 * Wraps `fetch` so that each listener on a lake of this machine has its own host name while it is open:
 * the first free one of `l1.localhost`, `l2.localhost` and so on. Every other request, including one
 * to a hosted lake, passes through unchanged.
 */
export function spreadListeners(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const taken = new Set<number>()
  return async (input, init) => {
    const url = urlOf(input)
    if (!url || !isLocalListener(url)) return fetch(input, init)
    const number = firstFree(taken)
    taken.add(number)
    const free = (): void => void taken.delete(number)
    url.hostname = `l${number}.localhost`
    try {
      const response = await fetch(input instanceof Request ? new Request(url, input) : url, init)
      return whenRead(response, free)
    } catch (error) {
      free()
      throw error
    }
  }
}

function urlOf(input: RequestInfo | URL): URL | undefined {
  const address = input instanceof Request ? input.url : String(input)
  return URL.canParse(address) ? new URL(address) : undefined
}

function isLocalListener({protocol, hostname, pathname}: URL): boolean {
  const local = /^(?:127\.0\.0\.1|\[::1\]|(?:[^.]+\.)*localhost)$/.test(hostname)
  return protocol === 'http:' && local && pathname.includes('/data/listen/')
}

function firstFree(taken: ReadonlySet<number>): number {
  let number = 1
  while (taken.has(number)) number += 1
  return number
}

// The same response, with a callback when its stream has ended for any reason.
function whenRead(response: Response, ended: () => void): Response {
  if (!response.body) {
    ended()
    return response
  }
  const reader = response.body.getReader()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const {done, value} = await reader.read()
        if (!done) return controller.enqueue(value)
        ended()
        controller.close()
      } catch (error) {
        ended()
        controller.error(error)
      }
    },
    cancel(reason) {
      ended()
      return reader.cancel(reason)
    },
  })
  const {status, statusText, headers} = response
  return new Response(body, {status, statusText, headers})
}
