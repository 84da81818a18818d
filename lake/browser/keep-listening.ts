// Resumes the listener of an open document by itself after its connection broke. Without this, the Studio locks
// the form a fifth of a second after a break, and drops what the user types then.
// Runs in browsers, and imports nothing.

/** How long a break may last. After that the Studio hears of it, says so and locks the form. */
const BREAK_MS = 20_000
const PAUSE_MS = 500

/**
 * Wraps `fetch` so that a listener that can resume goes on after a short break. Its caller reads one response, with
 * each event once. Every other request passes through unchanged.
 */
export function keepListening(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    if (!canResume(input instanceof Request ? input.url : String(input))) return fetch(input, init)
    const asked = new Request(input, init)
    const left = new AbortController()
    const request = new Request(asked, {signal: AbortSignal.any([asked.signal, left.signal])})
    const response = await fetch(request)
    if (!response.ok || !response.body) return response
    const events = eventsOf(response.body, (lastEventId) => resume(request, lastEventId, fetch))
    const {status, statusText, headers} = response
    return new Response(streamOf(events, left), {status, statusText, headers})
  }
}

function canResume(address: string): boolean {
  if (!URL.canParse(address)) return false
  const {pathname, searchParams} = new URL(address)
  return pathname.includes('/data/listen/') && searchParams.get('enableResume') === 'true'
}

/** @throws unknown if the lake refuses, if the break is too long, or if the caller left */
async function resume(
  request: Request,
  lastEventId: string | undefined,
  fetch: typeof globalThis.fetch,
): Promise<ReadableStream<BufferSource>> {
  const headers = new Headers(request.headers)
  if (lastEventId !== undefined) headers.set('last-event-id', lastEventId)
  const until = Date.now() + BREAK_MS
  for (;;) {
    await new Promise((wake) => setTimeout(wake, PAUSE_MS))
    request.signal.throwIfAborted()
    const response = await fetch(new Request(request, {headers})).catch((error: unknown) => {
      if (Date.now() > until) throw error
    })
    if (!response) continue
    if (!response.ok || !response.body) throw new Error('The lake refused to resume the listener')
    return response.body
  }
}

type Resume = (lastEventId: string | undefined) => Promise<ReadableStream<BufferSource>>

async function* eventsOf(
  first: ReadableStream<BufferSource>,
  resumeAfter: Resume,
): AsyncGenerator<string, never> {
  let body = first
  let lastEventId: string | undefined
  for (;;) {
    try {
      for await (const event of wholeEvents(body)) {
        lastEventId = /^id: ?(.*)$/m.exec(event)?.[1] ?? lastEventId
        yield event
      }
    } catch {
      // The connection broke.
    }
    body = await resumeAfter(lastEventId)
  }
}

/** Leaves out an event of which only a part arrived. */
async function* wholeEvents(body: ReadableStream<BufferSource>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const {done, value} = await reader.read()
    if (done) return
    const parts = (text + value).split(/(?<=\n\n)/)
    text = parts.at(-1)?.endsWith('\n\n') ? '' : (parts.pop() ?? '')
    yield* parts
  }
}

function streamOf(
  events: AsyncGenerator<string, never>,
  left: AbortController,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const {value} = await events.next()
      controller.enqueue(encoder.encode(value))
    },
    cancel: (reason) => left.abort(reason),
  })
}
