// Lets the requests of the Studio's client wait while the server cannot be reached. Without this, reading fails after
// three seconds and the Studio closes its whole tool, and a failed change takes the first words of a draft with it.
// Changes also wait while the lake has no room for them. Runs in browsers, and imports nothing of other folders.

import {tellNotSaved, tellSaved} from './not-saved.ts'

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5000

interface Opened {
  readonly method: string
  readonly address: string
  readonly headers: [name: string, value: string][]
}

/**
 * Makes each request that reads documents, or that changes them under a name of its own, try again until the server
 * can be reached. The client sees one request that takes long. All other requests stay as they are, because what is
 * sent twice could happen twice. Does nothing outside browsers.
 */
export function waitForServer(): void {
  if (typeof window === 'undefined') return
  const requests = new WeakMap<XMLHttpRequest, Opened>()
  const {open, setRequestHeader, send} = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.open = new Proxy(open, {
    apply(target, request: XMLHttpRequest, args: unknown[]) {
      const [method = '', address = ''] = args.map(String)
      requests.set(request, {method, address, headers: []})
      return Reflect.apply(target, request, args)
    },
  })
  XMLHttpRequest.prototype.setRequestHeader = function (name, value) {
    requests.get(this)?.headers.push([name, value])
    setRequestHeader.call(this, name, value)
  }
  XMLHttpRequest.prototype.send = function (body) {
    const opened = requests.get(this)
    if (opened && canWait(opened, body)) {
      const {method, address, headers} = opened
      const sendAs = (again: {readonly method: string; readonly address: string}): void => {
        open.call(this, again.method, again.address, true)
        for (const [name, value] of headers) setRequestHeader.call(this, name, value)
        send.call(this, again.method === 'GET' ? null : body)
      }
      onFailure(this, () => sendAs({method, address}))
      onAppliedBefore(this, () => sendAs({method: 'GET', address: somethingAt(address)}))
      onNoRoom(this, () => sendAs({method, address}))
    }
    send.call(this, body)
  }
}

function canWait({method, address}: Opened, body: unknown): boolean {
  const {pathname} = new URL(address, location.href)
  if (method !== 'POST') return pathname.includes('/data/')
  if (pathname.includes('/data/query/')) return true
  const isChange = /\/data\/(?:actions|mutate)\//.test(pathname)
  return isChange && typeof body === 'string' && body.includes('"transactionId":')
}

/** Tries again, longer after each failure, instead of telling the client of it. */
function onFailure(request: XMLHttpRequest, again: () => void): void {
  let pauseMs = FIRST_PAUSE_MS
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- takes the place of the client's own listener
  request.onerror = () => {
    setTimeout(() => {
      // The state of a request that was given up meanwhile is another one.
      if (request.readyState === XMLHttpRequest.DONE) again()
    }, pauseMs)
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  }
}

/**
 * A change may have been applied although its answer was lost. The server then refuses it the next time, and the
 * client would drop what was typed since. It must see an answer that succeeded.
 */
function onAppliedBefore(request: XMLHttpRequest, succeed: () => void): void {
  const tell = request.onreadystatechange
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- takes the place of the client's own listener
  request.onreadystatechange = (event) => {
    const isConflict = request.readyState === XMLHttpRequest.DONE && request.status === 409
    if (isConflict && request.responseText.includes('transactionAlreadyExistsError')) succeed()
    else tell?.call(request, event)
  }
}

/**
 * A lake whose disk is full, or which cannot use its files, changed nothing. The client would drop what was typed, and
 * show it as saved. So the change waits, and the user hears why.
 */
function onNoRoom(request: XMLHttpRequest, again: () => void): void {
  const tell = request.onreadystatechange
  request.addEventListener('abort', () => tellSaved(request))
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- takes the place of the client's own listener
  request.onreadystatechange = (event) => {
    const isDone = request.readyState === XMLHttpRequest.DONE
    if (isDone && NO_ROOM.has(request.status)) {
      tellNotSaved(request, messageIn(request.responseText))
      setTimeout(() => {
        if (request.readyState === XMLHttpRequest.DONE) again()
      }, LONGEST_PAUSE_MS)
      return
    }
    if (isDone && request.status !== 0) tellSaved(request)
    tell?.call(request, event)
  }
}

/** The answers of a lake that cannot write (lake/errors.ts). */
const NO_ROOM: ReadonlySet<number> = new Set([503, 507])

function messageIn(answer: string): string {
  const [, message] = /"message":"((?:[^"\\]|\\.)*)"/.exec(answer) ?? []
  return message?.replace(', then try again', '') ?? 'The lake cannot store anything now'
}

/** A question to the same dataset that any server answers. */
function somethingAt(address: string): string {
  return address.replace(/\/data\/(?:actions|mutate)\/([^/?]+).*/, '/data/query/$1?query=true')
}
