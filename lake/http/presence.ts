// Tells the Studio's users who else is present: over a WebSocket, each Studio reports its user's location
// and hears about the others. Nothing is stored.
//
// JSON-RPC, as `@sanity/bifur-client` speaks it and the Studio reads it. A browser cannot send a
// token with the upgrade, so it comes in the first message, `authorization`.

import type {IncomingMessage, Server} from 'node:http'
import {WebSocket, WebSocketServer} from 'ws'
import {z} from 'zod'
import type {LakeError} from '../errors.ts'
import {httpError} from '../errors.ts'
import {isTooDeep} from '../nesting.ts'

export interface PresenceOptions {
  readonly dataset: string
  /** Who has a token; undefined for nobody. */
  readonly identify: (token: string | undefined) => string | undefined
  /** Why a request may not be made at all: its host, or its origin. */
  readonly refusal: (request: IncomingMessage) => LakeError | undefined
  /** Aborted when the server closes. */
  readonly closing: AbortSignal
}

// Each Studio needs one connection, one session and one subscription.
const MOST_CONNECTIONS = 500
const MOST_PER_CONNECTION = 10
const MAX_MESSAGE_BYTES = 64_000
const MAX_UNREAD_BYTES = 1_000_000

const HEARTBEAT = '♥'
const HEARTBEAT_MS = 30_000
const AUTHORIZATION_MS = 10_000
const CLOSING_MS = 1000

// https://github.com/sanity-io/bifur-client/blob/main/src/errorCodes.ts
const UNAUTHORIZED = 4001
const INVALID_REQUEST = -32600
const METHOD_NOT_FOUND = -32601
const INVALID_PARAMS = -32602
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

const rpc = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.string().max(100),
  method: z.string().max(100),
  params: z.record(z.string(), z.unknown()).default({}),
})
const session = z.string().min(1).max(100)
const authorization = z.object({authorization: z.string().regex(/^Bearer \S+$/)})
const rollCall = z.object({session})
const announcement = z.object({
  data: z.object({sessionId: session, locations: z.array(z.unknown()).max(100)}),
})
const unsubscription = z.object({subscriptionId: z.string()})

/** What subscribers hear. `i` is who it comes from. */
type PresenceEvent =
  | {readonly type: 'rollCall'; readonly i: string; readonly session: string}
  | {
      readonly type: 'state'
      readonly i: string
      readonly m: {readonly sessionId: string; readonly locations: readonly unknown[]}
    }
  | {readonly type: 'disconnect'; readonly i: string; readonly m: {readonly session: string}}

/** A problem with a message, for whoever sent it. */
class RpcError extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

interface Member {
  readonly socket: WebSocket
  token: string | undefined
  readonly subscriptions: Set<string>
  /** The sessions that were announced by this connection, and as whose. */
  readonly sessions: Map<string, string>
  /** False from one heartbeat on until the other end has answered it. */
  alive: boolean
}

class Room {
  readonly #members = new Set<Member>()
  readonly #identify: PresenceOptions['identify']

  constructor(identify: PresenceOptions['identify']) {
    this.#identify = identify
  }

  enter(socket: WebSocket): void {
    const member: Member = {
      socket,
      token: undefined,
      subscriptions: new Set(),
      sessions: new Map(),
      alive: true,
    }
    this.#members.add(member)
    const deadline = setTimeout(() => this.#identityOf(member), AUTHORIZATION_MS)
    socket.on('error', () => socket.terminate())
    socket.on('pong', () => (member.alive = true))
    socket.on('message', (data, isBinary) => {
      this.#receive(member, isBinary ? '' : data.toString())
    })
    socket.once('close', () => {
      clearTimeout(deadline)
      this.#members.delete(member)
      for (const id of member.sessions.keys()) this.#depart(member, id)
    })
  }

  /** Finds out who is still there, and who may still be. */
  beat(): void {
    for (const member of this.#members) {
      if (this.#identityOf(member) === undefined) continue
      if (!member.alive) {
        member.socket.terminate()
        continue
      }
      member.alive = false
      member.socket.ping()
      member.socket.send(HEARTBEAT)
    }
  }

  // Looked up each time, because tokens expire and are revoked.
  #identityOf({socket, token}: Member): string | undefined {
    const identity = attempt(() => this.#identify(token))
    if (identity === undefined) socket.close(UNAUTHORIZED, 'Session not found')
    return identity
  }

  #receive(member: Member, text: string): void {
    const request = rpc.safeParse(parseJson(text)).data
    const reply = (content: object): void =>
      member.socket.send(JSON.stringify({jsonrpc: '2.0', id: request?.id ?? null, ...content}))
    try {
      if (!request) throw new RpcError(INVALID_REQUEST, 'Expected a JSON-RPC request')
      const result = this.#answer(member, request)
      if (result !== undefined) reply({result})
    } catch (error) {
      if (error instanceof RpcError)
        return reply({error: {code: error.code, message: error.message}})
      console.error(error)
      member.socket.terminate()
    }
  }

  // Undefined for an unknown caller, whose connection is closed.
  #answer(member: Member, {method, params}: z.infer<typeof rpc>): unknown {
    if (method === 'authorization') {
      member.token = parsed(authorization, params).authorization.slice('Bearer '.length)
    }
    const identity = this.#identityOf(member)
    if (identity === undefined) return undefined
    switch (method) {
      case 'authorization':
        return true
      case 'presence_subscribe':
        return subscribe(member)
      case 'presence_unsubscribe':
        return member.subscriptions.delete(parsed(unsubscription, params).subscriptionId)
      case 'presence_rollcall':
        return this.#tell({type: 'rollCall', i: identity, ...parsed(rollCall, params)})
      case 'presence_announce':
        return this.#announce(member, identity, parsed(announcement, params).data)
      case 'presence_disconnect':
        return this.#depart(member, parsed(rollCall, params).session)
      default:
        throw new RpcError(METHOD_NOT_FOUND, `There is no method ${method}`)
    }
  }

  #announce(
    member: Member,
    identity: string,
    m: {readonly sessionId: string; readonly locations: readonly unknown[]},
  ): true {
    for (const other of this.#members) {
      const holder = other.sessions.get(m.sessionId)
      if (holder !== undefined && holder !== identity) {
        throw new RpcError(INVALID_PARAMS, 'That session belongs to another user')
      }
      // The user is back before the server knows that the old connection is dead.
      if (other !== member) other.sessions.delete(m.sessionId)
    }
    member.sessions.set(m.sessionId, identity)
    if (member.sessions.size > MOST_PER_CONNECTION) {
      member.sessions.delete(m.sessionId)
      throw new RpcError(INVALID_PARAMS, 'Too many sessions for one connection')
    }
    return this.#tell({type: 'state', i: identity, m})
  }

  // Only the connection that owns a session may say that it has ended.
  #depart(member: Member, id: string): boolean {
    const identity = member.sessions.get(id)
    if (identity === undefined) return false
    member.sessions.delete(id)
    return this.#tell({type: 'disconnect', i: identity, m: {session: id}})
  }

  #tell(event: PresenceEvent): true {
    for (const {socket, subscriptions} of this.#members) {
      if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate()
      if (socket.readyState !== WebSocket.OPEN) continue
      for (const subscription of subscriptions) {
        const params = {subscription, result: event}
        socket.send(JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params}))
      }
    }
    return true
  }
}

function subscribe({subscriptions}: Member): string {
  if (subscriptions.size === MOST_PER_CONNECTION) {
    throw new RpcError(INVALID_PARAMS, 'Too many subscriptions for one connection')
  }
  const id = crypto.randomUUID()
  subscriptions.add(id)
  return id
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isTooDeep(value) ? undefined : value
  } catch {
    return undefined
  }
}

// Nothing awaits a timer's callback, so an error in it would end the process.
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    console.error(error)
    return undefined
  }
}

function parsed<T>(schema: z.ZodType<T>, params: unknown): T {
  const {success, data, error} = schema.safeParse(params)
  if (success) return data
  throw new RpcError(INVALID_PARAMS, z.prettifyError(error))
}
