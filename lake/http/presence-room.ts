// The users who are connected, and what they tell each other.

import {WebSocket} from 'ws'
import type {z} from 'zod'
import {
  announcement,
  authorization,
  INVALID_PARAMS,
  INVALID_REQUEST,
  METHOD_NOT_FOUND,
  parsed,
  parseJson,
  rollCall,
  rpc,
  RpcError,
  UNAUTHORIZED,
  unsubscription,
  type PresenceEvent,
} from './presence-protocol.ts'

/**
 * The user id of a token. Undefined if the token is missing or unknown, or its user may not know which
 * documents there are.
 */
export type Identify = (token: string | undefined) => string | undefined

// Each Studio needs one session and one subscription.
const MOST_PER_CONNECTION = 10
const MAX_UNREAD_BYTES = 1_000_000

const HEARTBEAT = '♥'
const AUTHORIZATION_MS = 10_000

interface Member {
  readonly socket: WebSocket
  token: string | undefined
  readonly subscriptions: Set<string>
  /** The sessions that were announced by this connection, and as whose. */
  readonly sessions: Map<string, string>
  /** False from one heartbeat on until the other end has answered it. */
  alive: boolean
}

/** Everyone who is connected, and what they hear about each other. */
export class Room {
  readonly #members = new Set<Member>()
  readonly #identify: Identify

  constructor(identify: Identify) {
    this.#identify = identify
  }

  /** Adds a connection, which must say within a while who it belongs to. */
  enter(socket: WebSocket): void {
    const member: Member = {
      socket,
      token: undefined,
      subscriptions: new Set(),
      sessions: new Map(),
      alive: true,
    }
    this.#members.add(member)
    const deadline = setTimeout(() => {
      if (this.#identityOf(member) === undefined) dismiss(member)
    }, AUTHORIZATION_MS)
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

  /** Dismisses members whose token is no longer valid, and connections that are dead. */
  beat(): void {
    for (const member of this.#members) {
      if (this.#identityOf(member) === undefined) dismiss(member)
      else checkAlive(member)
    }
  }

  // Looked up each time, because tokens expire and are revoked.
  #identityOf({token}: Member): string | undefined {
    return attempt(() => this.#identify(token))
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
    if (identity === undefined) return dismiss(member)
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

function dismiss({socket}: Member): void {
  socket.close(UNAUTHORIZED, 'Session not found')
}

// A connection that has not answered the heartbeat before is dead.
function checkAlive(member: Member): void {
  const {socket, alive} = member
  if (!alive) return socket.terminate()
  member.alive = false
  socket.ping()
  socket.send(HEARTBEAT)
}

function subscribe({subscriptions}: Member): string {
  if (subscriptions.size === MOST_PER_CONNECTION) {
    throw new RpcError(INVALID_PARAMS, 'Too many subscriptions for one connection')
  }
  const id = crypto.randomUUID()
  subscriptions.add(id)
  return id
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
