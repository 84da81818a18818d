// A browser opens six connections to a host, and the Studio holds more listeners than that. The
// embedded lake answers to every name under `localhost`: each listener gets one of its own.

/**
 * Wraps `fetch` so that each open event stream of an embedded lake has a host name to itself. For any
 * other host nothing changes.
 */
export function spreadListeners(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const taken = new Set<number>()
  return async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    if (!isListener(url)) return fetch(input, init)
    const number = firstFree(taken)
    taken.add(number)
    const free = (): void => void taken.delete(number)
    url.hostname = `l${number}.localhost`
    try {
      const response = await fetch(new Request(url, request))
      return withEnd(response, free)
    } catch (error) {
      free()
      throw error
    }
  }
}

const isListener = ({hostname, pathname}: URL): boolean =>
  /(?:^|\.)localhost$/.test(hostname) && pathname.includes('/data/listen/')

function firstFree(taken: ReadonlySet<number>): number {
  let number = 1
  while (taken.has(number)) number += 1
  return number
}

/** The same response, which tells when its body has been read to the end, or given up. */
function withEnd(response: Response, onEnd: () => void): Response {
  const reader = response.body?.getReader()
  if (!reader) {
    onEnd()
    return response
  }
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const {done, value} = await reader.read()
        if (!done) return controller.enqueue(value)
        onEnd()
        return controller.close()
      } catch (error) {
        onEnd()
        return controller.error(error)
      }
    },
    cancel(reason) {
      onEnd()
      return reader.cancel(reason)
    },
  })
  const {status, statusText, headers} = response
  return new Response(body, {status, statusText, headers})
}
