// The parts of a listener's stream.
// https://html.spec.whatwg.org/multipage/server-sent-events.html

export interface ServerEvent {
  readonly event: string
  readonly data: object
  /** One line. A client that reconnects sends it back as `Last-Event-ID`. */
  readonly id?: string
}

/** Sent when there are no events, so that neither end closes an idle connection. */
export const KEEP_ALIVE = 'keep-alive'

/** Produces events until the signal is aborted. */
export type EventSource = (
  ended: AbortSignal,
) => AsyncIterator<ServerEvent | typeof KEEP_ALIVE, void>
