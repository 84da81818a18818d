// Keeps the words of a user whose session ends while the Studio is open: the session expired, or was revoked.
// Sanity's Studio would leave for the login page, and forget what is not saved yet. Instead, the requests
// that the lake refused wait. The user writes on, and logs in again in a dialog over the Studio. Then the
// requests are sent once more, with the new token. Runs in browsers, and imports nothing of other folders.

import {KEPT_TOKEN} from './kept-token.ts'
import {askToLogIn} from './login-dialog.ts'

/** The lake says so in the body of its answer (lake/errors.ts). */
const ENDED_SESSION = /"errorCode":"SIO-401-A(?:NF|EX)"/

interface User {
  readonly id: string
  readonly name: string
}

/** Lets requests of the Studio wait while their session is over. Does nothing outside browsers. */
export function keepSession(): void {
  if (typeof window === 'undefined') return
  const session = new Session()
  holdRequests(session)
  globalThis.fetch = holding(globalThis.fetch, session)
}

/** Who works in this window. The Studio knows only the token that it began with. */
class Session {
  #user: User | undefined
  /** The token that took the place of an ended one. */
  readonly #successors = new Map<string, string>()
  #renewal: Promise<void> | undefined

  /** The token to send where the Studio sends this one. */
  tokenFor(token: string): string {
    const successor = this.#successors.get(token)
    return successor === undefined ? token : this.tokenFor(successor)
  }

  /** Notes who works in the Studio, from an answer of the lake. */
  learn(address: string, status: number, body: string): void {
    if (status === 200 && isFor('/users/me', address)) this.#user = userIn(body)
  }

  /** The user logs out, so the Studio may ask for a login. */
  leave(): void {
    this.#user = undefined
  }

  /** Whether an answer says that the session is over. Before anyone worked here, the Studio asks for a login. */
  isEndedBy(status: number, body: string): boolean {
    return status === 401 && this.#user !== undefined && ENDED_SESSION.test(body)
  }

  /** Waits until the user has logged in again. */
  renew(token: string, lake: string): Promise<void> {
    if (this.#successors.has(token)) return Promise.resolve()
    this.#renewal ??= this.#ask(token, lake).finally(() => (this.#renewal = undefined))
    return this.#renewal
  }

  async #ask(ended: string, lake: string): Promise<void> {
    const user = this.#user
    if (!user) return
    await askToLogIn(async (username, password) => {
      const login = await logIn(lake, username, password)
      if ('problem' in login) return login.problem
      if (login.id === user.id) {
        this.#successors.set(ended, login.token)
        keepToken(login.token)
        return undefined
      }
      await fetch(`${lake}/auth/logout`, {method: 'POST', headers: bearer(login.token)})
      return `What is not saved yet was written by ${user.name}. Log in as ${user.name}.`
    })
  }
}

type Login = {readonly token: string; readonly id: string} | {readonly problem: string}

async function logIn(lake: string, username: string, password: string): Promise<Login> {
  try {
    const answer = await fetch(`${lake}/auth/login`, {
      method: 'POST',
      headers: {accept: 'application/json'},
      body: new URLSearchParams({username, password, origin: location.origin}),
    })
    const body = fieldsOf(await answer.text())
    return answer.ok
      ? {token: String(body.token), id: String(body.id)}
      : {problem: String(body.message)}
  } catch {
    return {problem: 'The server does not answer. Try again in a moment.'}
  }
}

function isFor(endpoint: string, address: string): boolean {
  return new URL(address, location.href).pathname.endsWith(endpoint)
}

function bearer(token: string): {authorization: string} {
  return {authorization: `Bearer ${token}`}
}

function tokenIn(header: string | null): string | undefined {
  return /^Bearer (?<token>\S+)$/i.exec(header ?? '')?.groups?.token
}

/** Puts a token where the Studio looks for one when it is opened again. */
function keepToken(token: string): void {
  const key = Object.keys(localStorage).find((name) => name.startsWith(KEPT_TOKEN))
  if (key !== undefined) localStorage.setItem(key, JSON.stringify({token}))
}

function userIn(json: string): User | undefined {
  const {id, name} = fieldsOf(json)
  return typeof id === 'string' ? {id, name: String(name)} : undefined
}

function fieldsOf(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json)
  return {...(typeof value === 'object' ? value : {})}
}

/** Wraps `fetch`, with which the Studio listens, so that its answers wait for a login. */
function holding(fetch: typeof globalThis.fetch, session: Session): typeof globalThis.fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : {}))
    const known = tokenIn(headers.get('authorization'))
    if (known === undefined) return fetch(input, init)
    for (;;) {
      const token = session.tokenFor(known)
      headers.set('authorization', bearer(token).authorization)
      const answer = await fetch(input instanceof Request ? input.clone() : input, {
        ...init,
        headers,
      })
      if (answer.status !== 401) return answer
      if (!session.isEndedBy(answer.status, await answer.clone().text())) return answer
      await session.renew(token, new URL(answer.url).origin)
    }
  }
}

/** What the Studio sends, to send it again. */
interface Sent {
  readonly opened: readonly unknown[]
  readonly headers: (readonly [name: string, value: string])[]
  body?: readonly unknown[]
  /** The token that it was sent with. */
  token?: string
  isAborted?: boolean
}

/** The Studio's client took the class before any code of ours ran, so the methods of the class are changed. */
function holdRequests(session: Session): void {
  const known = new WeakMap<XMLHttpRequest, Sent>()
  const {prototype} = XMLHttpRequest
  const {open, setRequestHeader, send, abort} = prototype

  const transmit = (request: XMLHttpRequest, sent: Sent): void => {
    for (const [name, value] of sent.headers) {
      const token = /^authorization$/i.test(name) ? tokenIn(value) : undefined
      if (token !== undefined) sent.token = session.tokenFor(token)
      const newest = token === undefined ? value : bearer(session.tokenFor(token)).authorization
      setRequestHeader.call(request, name, newest)
    }
    Reflect.apply(send, request, sent.body ?? [])
  }

  const retry = async (request: XMLHttpRequest, sent: Sent, login: Promise<void>) => {
    await login
    if (sent.isAborted) return
    Reflect.apply(open, request, sent.opened)
    transmit(request, sent)
  }

  const watch = (request: XMLHttpRequest): void => {
    const onEvent = (event: Event): void => {
      const sent = known.get(request)
      if (!sent || request.readyState !== XMLHttpRequest.DONE || !hasText(request)) return
      const {status, responseText, responseURL} = request
      session.learn(responseURL, status, responseText)
      const {token} = sent
      if (token === undefined || !session.isEndedBy(status, responseText)) return
      // Before the client sees it.
      event.stopImmediatePropagation()
      if (event.type !== 'loadend') return
      void retry(request, sent, session.renew(token, new URL(responseURL).origin))
    }
    // Listeners are called in the order in which they were set, and the client set its own before.
    const handler = request.onreadystatechange
    Reflect.set(request, 'onreadystatechange', null)
    for (const type of ['readystatechange', 'load', 'loadend']) {
      request.addEventListener(type, onEvent)
    }
    Reflect.set(request, 'onreadystatechange', handler)
  }

  prototype.open = new Proxy(open, {
    apply: (_, request: XMLHttpRequest, opened: unknown[]) => {
      if (!known.has(request)) watch(request)
      known.set(request, {opened, headers: []})
      if (isFor('/auth/logout', String(opened[1]))) session.leave()
      Reflect.apply(open, request, opened)
    },
  })
  prototype.setRequestHeader = new Proxy(setRequestHeader, {
    apply: (_, request: XMLHttpRequest, [name, value]: [string, string]) => {
      known.get(request)?.headers.push([name, value])
    },
  })
  prototype.send = new Proxy(send, {
    apply: (_, request: XMLHttpRequest, body: unknown[]) => {
      const sent = known.get(request)
      if (!sent) return Reflect.apply(send, request, body)
      sent.body = body
      transmit(request, sent)
    },
  })
  prototype.abort = new Proxy(abort, {
    apply: (_, request: XMLHttpRequest) => {
      const sent = known.get(request)
      if (sent) sent.isAborted = true
      abort.call(request)
    },
  })
}

/** Other answers have no readable text. */
function hasText({responseType}: XMLHttpRequest): boolean {
  return responseType === '' || responseType === 'text'
}
