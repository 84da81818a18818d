// Server-sent events over a web-standard response.
// https://html.spec.whatwg.org/multipage/server-sent-events.html

import {KEEP_ALIVE, type EventSource, type ServerEvent} from '../listen/server-event.ts'

/**
 * Streams events. Each event is made only when the client has room for it, so a slow client uses no
 * memory.
 *
 * @param requested aborted when the client no longer waits for the response
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
