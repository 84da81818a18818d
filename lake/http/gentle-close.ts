// Closes connections without losing an answer that was sent before its request had ended.
//
// A client that still sends to a closed connection receives a reset. The reset discards data that the
// client has not read yet, which may be the answer. So the server stops writing, and keeps reading for
// a while before it closes the connection:
// https://www.rfc-editor.org/rfc/rfc9112#section-9.6

import type {IncomingMessage, Server} from 'node:http'
import type {Socket} from 'node:net'

/** How long, and how many bytes, to keep reading. What is read is discarded. */
const LINGER_MS = 2000
const LINGER_BYTES = 64_000_000

/** Makes a server close this way after each answer that says `connection: close`. */
export function closeGently(server: Server): void {
  const latest = new WeakMap<Socket, IncomingMessage>()
  server.on('request', (request: IncomingMessage) => latest.set(request.socket, request))
  server.on('connection', (socket) => {
    const hangUp = socket.destroySoon.bind(socket)
    // Node calls this once an answer with `connection: close` is written.
    socket.destroySoon = () => {
      const request = latest.get(socket)
      if (!request || request.complete) hangUp()
      else linger(socket, request, hangUp)
    }
  })
}

function linger(socket: Socket, request: IncomingMessage, hangUp: () => void): void {
  const timer = setTimeout(hangUp, LINGER_MS)
  let bytes = 0
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.byteLength
    if (bytes > LINGER_BYTES) hangUp()
  })
  request.once('end', hangUp)
  socket.once('close', () => clearTimeout(timer))
  socket.end()
  request.resume()
}
