// Closes connections so that an answer which comes before its request has ended is not lost.
//
// Whoever still sends to a closed connection is told so by a reset, which throws away what it has
// not read yet: the answer. So the server stops writing, and reads on for a while, before it closes:
// https://www.rfc-editor.org/rfc/rfc9112#section-9.6

import type {IncomingMessage, Server} from 'node:http'
import type {Socket} from 'node:net'

/** For how long, and how much, to read on. What is read is thrown away. */
const LINGER_MS = 2000
const LINGER_BYTES = 64_000_000

/** Makes a server do so after each answer that says `connection: close`. */
export function closeGently(server: Server): void {
  const latest = new WeakMap<Socket, IncomingMessage>()
  server.on('request', (request: IncomingMessage) => latest.set(request.socket, request))
  server.on('connection', (socket) => {
    const hangUp = socket.destroySoon.bind(socket)
    // Node calls this once such an answer is written.
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
