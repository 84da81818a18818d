// Server-sent events over a web-standard response.
// https://html.spec.whatwg.org/multipage/server-sent-events.html

export interface ServerEvent {
  readonly event: string
  readonly data: object
  /** What a client that lost its connection sends back as `Last-Event-ID`. One line. */
  readonly id?: string
}

/** Sent when there is nothing to say, so that neither end takes the connection for dead. */
export const KEEP_ALIVE = 'keep-alive'

/** Whatever makes events, for as long as the signal is not aborted. */
export type EventSource = (
  ended: AbortSignal,
) => AsyncIterator<ServerEvent | typeof KEEP_ALIVE, void>

/**
 * Streams events, each one made only when the client has room for it: a slow client costs no
 * memory.
 *
 * @param requested aborted when nobody waits for the response any more
 */
export function eventStream(source: EventSource, requested: AbortSignal): Response {
  const cancelled = new AbortController()
  const events = source(AbortSignal.any([cancelled.signal, requested]))
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await events.next()
        if (cancelled.signal.aborted) return
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(frame(next.value)))
      },
      cancel: () => cancelled.abort(),
    },
    {highWaterMark: 0},
  )
  return new Response(body, {
    headers: {'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache'},
  })
}

// JSON has no line breaks outside its escapes, so the data is always one line.
function frame(item: ServerEvent | typeof KEEP_ALIVE): string {
  if (item === KEEP_ALIVE) return ':\n\n'
  const id = item.id === undefined ? '' : `id: ${item.id}\n`
  return `event: ${item.event}\n${id}data: ${JSON.stringify(item.data)}\n\n`
}
