// Shows the Studio's users who else is working. Each Studio reports its user's location over a WebSocket
// and receives the locations of the others. Nothing is stored.
//
// A browser cannot send a token with the upgrade, so it comes in the first message, `authorization`.

import type {IncomingMessage, Server} from 'node:http'
import {WebSocketServer, type WebSocket} from 'ws'
import type {LakeError} from '../errors.ts'
import {httpError} from '../errors.ts'
import {Room, type Identify} from './presence-room.ts'

export interface PresenceOptions {
  readonly dataset: string
  readonly identify: Identify
  /** The error for a request whose host or origin is not allowed; undefined if both are. */
  readonly refusal: (request: IncomingMessage) => LakeError | undefined
  /** Aborted when the server closes. */
  readonly closing: AbortSignal
}

// Each Studio needs one connection.
const MOST_CONNECTIONS = 500
const MAX_MESSAGE_BYTES = 64_000
const HEARTBEAT_MS = 30_000
const CLOSING_MS = 1000

// https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1
const GOING_AWAY = 1001

const PATH = /^(?:\/v[^/]+)?\/socket\/(?<dataset>[^/?]+)(?:\?|$)/

/** True for requests that `servePresence` answers. */
export function isPresenceRequest({url = '', headers}: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket' && PATH.test(url)
}

/** Answers the requests for a WebSocket that reach a server. */
export function servePresence(server: Server, options: PresenceOptions): void {
  const room = new Room(options.identify)
  const sockets = new WebSocketServer({noServer: true, maxPayload: MAX_MESSAGE_BYTES})
  server.on('upgrade', (request: IncomingMessage, socket, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const refused = refusalOf(request, options, sockets.clients.size)
    if (refused) {
      const body = JSON.stringify(refused.body)
      socket.end(
        `HTTP/1.1 ${refused.status} Refused\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      )
      return
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => room.enter(accepted))
  })
  const heartbeat = setInterval(() => room.beat(), HEARTBEAT_MS).unref()
  options.closing.addEventListener('abort', () => {
    clearInterval(heartbeat)
    for (const socket of sockets.clients) leaveSoon(socket)
  })
}

function refusalOf(
  request: IncomingMessage,
  {refusal, dataset}: PresenceOptions,
  connections: number,
): LakeError | undefined {
  const refused = refusal(request)
  if (refused) return refused
  const asked = PATH.exec(request.url ?? '')?.groups?.dataset
  if (asked !== dataset) return httpError(404, 'There is no such dataset')
  return connections < MOST_CONNECTIONS ? undefined : httpError(503, 'Too many are connected')
}

function leaveSoon(socket: WebSocket): void {
  socket.close(GOING_AWAY, 'The server closes')
  const timer = setTimeout(() => socket.terminate(), CLOSING_MS)
  socket.once('close', () => clearTimeout(timer))
}
