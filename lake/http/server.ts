// Serves a lake over HTTP, for browsers and for other programs on the same machine.

import {createServer, type IncomingMessage, type Server} from 'node:http'
import type {Socket} from 'node:net'
import {getRequestListener, type HttpBindings} from '@hono/node-server'
import {Hono, type Handler, type MiddlewareHandler} from 'hono'
import {cors} from 'hono/cors'
import {errorResponse, httpError, type LakeError} from '../errors.ts'
import type {Answer} from '../feedback/feedback.ts'
import {isAllowedOrigin, isLoopback} from '../origins.ts'
import {API_METHODS, API_PATHS, pathOf} from './api.ts'
import {FEEDBACK_PATH, feedbackTaker, type Replies} from './feedback.ts'
import {closeGently} from './gentle-close.ts'
import {helpMenu, servePages, type Guide} from './pages.ts'
import {isPresenceRequest, servePresence} from './presence.ts'

/** The parts of a lake that the server uses. `openLake` returns them. */
interface ServedLake {
  readonly fetch: (request: Request) => Promise<Response>
  readonly allowedOrigins: readonly string[]
  readonly dataset: string
  readonly identify: (token: string | undefined) => string | undefined
  readonly keepAnswer: (answer: Answer) => boolean
}

export interface ServeOptions {
  /** 0 chooses any free port. */
  readonly port: number
  /** The name or IPv4 address to listen on. The default is `127.0.0.1`. */
  readonly host?: string
  /**
   * The origins whose pages may use the lake, besides the pages that it serves itself. The default is
   * the list that the lake was opened with.
   */
  readonly allowedOrigins?: readonly string[]
  /** A folder with a built Studio, shown to browsers that request a path outside the API. */
  readonly studio?: string | undefined
  /** The pages of that folder to which the Studio's help menu leads. */
  readonly guides?: readonly Guide[]
  /** What readers are told who answer on a page. Without it, the server takes no answers. */
  readonly replies?: Replies
}

export interface LakeServer extends AsyncDisposable {
  /** For example `http://127.0.0.1:4000`. Any name that ends in `.localhost` works too. */
  readonly origin: string
  /**
   * Stops listening, ends event streams so that their clients look for another server, and waits for
   * other requests to finish. The lake stays open.
   */
  close(): Promise<void>
}

/** How long requests may take to finish once the server closes. */
const CLOSING_MS = 5000

/**
 * Serves a lake's API.
 *
 * @throws the system's error, with a `code` such as `EADDRINUSE`, if it cannot listen there
 */
export async function serveLake(
  lake: ServedLake,
  {
    port,
    host = '127.0.0.1',
    allowedOrigins = lake.allowedOrigins,
    studio,
    guides,
    replies,
  }: ServeOptions,
): Promise<LakeServer> {
  const closing = new AbortController()
  const toLake: Handler<{Bindings: HttpBindings}> = ({req, env}) =>
    lake.fetch(requestOf(req.raw, env.incoming, closing.signal))
  const toFeedback =
    replies && feedbackHandler(feedbackTaker(lake.keepAnswer, replies), closing.signal)
  const app = new Hono<{Bindings: HttpBindings}>({getPath: pathOf})
    .use(closeUnlessAllWasRead)
    .use(refuseOtherHosts(host))
    // Pages of any site may send a form here, and only here.
    .post(FEEDBACK_PATH, toFeedback ?? pass)
    .use(refuseOtherOrigins(allowedOrigins))
    .get('/v1/help', studio === undefined || !guides ? pass : helpMenu(guides))
    .on('ALL', API_PATHS, toLake)
    .use(studio === undefined ? pass : servePages(studio))
    .all('*', toLake)
    .onError(errorResponse)
  const server = createServer(
    // An upgrade request for anything else is answered as a plain request.
    {shouldUpgradeCallback: isPresenceRequest},
    getRequestListener(app.fetch, {overrideGlobalObjects: false, autoCleanupIncoming: false}),
  )
  servePresence(server, {
    dataset: lake.dataset,
    identify: lake.identify,
    refusal: ({headers}) =>
      hostRefusal(headers.host, host) ??
      originRefusal(headers.origin, {allowed: allowedOrigins, host: headers.host}),
    closing: closing.signal,
  })
  closeGently(server)
  closeQuietConnections(server, closing.signal)
  await listen(server, port, host)
  const close = async (): Promise<void> => {
    const stopped = stop(server)
    closing.abort()
    await stopped
  }
  return {
    origin: `http://${host}:${portOf(server)}`,
    close,
    [Symbol.asyncDispose]: close,
  }
}

function feedbackHandler(
  take: ReturnType<typeof feedbackTaker>,
  closing: AbortSignal,
): Handler<{Bindings: HttpBindings}> {
  return ({req, env: {incoming}}) =>
    take({
      request: requestOf(req.raw, incoming, closing),
      peer: incoming.socket.remoteAddress ?? '',
    })
}

const pass: MiddlewareHandler = (_context, next) => next()

/**
 * The reason to refuse a request for a host, if any. The lake answers only to the names of this
 * machine. A page elsewhere could make its own name resolve to this address, and would then have the
 * same origin as the lake (DNS rebinding).
 */
function hostRefusal(asked: string | undefined, host: string): LakeError | undefined {
  const name = addressOf(asked)?.hostname
  if (name !== undefined && (isLoopback(name) || name === host)) return undefined
  return httpError(421, 'The lake answers to localhost and *.localhost only')
}

/** The reason to refuse a page's request, if any. Requests from outside a page have no origin. */
function originRefusal(
  origin: string | undefined,
  {allowed, host}: {allowed: readonly string[]; host: string | undefined},
): LakeError | undefined {
  const port = addressOf(host)?.port ?? ''
  if (origin === undefined || isAllowedOrigin(origin, {allowed, port})) return undefined
  return httpError(403, `CORS origin not allowed: ${origin}`)
}

function addressOf(host: string | undefined): URL | undefined {
  const url = `http://${host ?? ''}`
  return URL.canParse(url) ? new URL(url) : undefined
}

function refuseOtherHosts(host: string): MiddlewareHandler {
  return ({req}, next) => {
    const refused = hostRefusal(req.header('host'), host)
    if (refused) throw refused
    return next()
  }
}

/**
 * Lets pages of the allowed origins use the lake, with credentials, and refuses all others before the
 * lake sees their requests: https://www.sanity.io/docs/content-lake/browser-security-and-cors
 */
function refuseOtherOrigins(allowed: readonly string[]): MiddlewareHandler {
  const share = cors({
    origin: (origin) => origin,
    credentials: true,
    allowMethods: API_METHODS,
    maxAge: 600,
  })
  return async (context, next) => {
    const origin = context.req.header('origin')
    if (origin === undefined) {
      await next()
      // A cache must not reuse an image loaded without CORS for a page that needs CORS.
      context.header('vary', 'Origin', {append: true})
      return
    }
    const refused = originRefusal(origin, {allowed, host: context.req.header('host')})
    if (refused) throw refused
    return share(context, next)
  }
}

// Event streams last until their request is aborted, so closing aborts GET requests.
function requestOf(
  {url, method, headers, signal}: Request,
  incoming: IncomingMessage,
  closing: AbortSignal,
): Request {
  if (method === 'GET' || method === 'HEAD') {
    return new Request(url, {method, headers, signal: AbortSignal.any([signal, closing])})
  }
  const init = {method, headers, signal, body: bodyOf(incoming), duplex: 'half'}
  return new Request(url, init)
}

// A handler may answer before it has read the whole body. Cancelling the body must not destroy the socket.
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = incoming.iterator({destroyOnReturn: false})
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await chunks.return?.()
      },
    },
    {highWaterMark: 0},
  )
}

// The rest of an unread body would be taken for the next request, so that needs a new connection.
const closeUnlessAllWasRead: MiddlewareHandler<{Bindings: HttpBindings}> = async (
  context,
  next,
) => {
  await next()
  if (!context.env.incoming.complete) context.header('connection', 'close')
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

// Node waits for two kinds of connections until they time out: those that browsers open in advance and
// have not used, and those that were busy when the server closed.
function closeQuietConnections(server: Server, closing: AbortSignal): void {
  const silent = new Set<Socket>()
  server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('upgrade', ({socket}) => silent.delete(socket))
  server.on('request', ({socket}, response) => {
    silent.delete(socket)
    response.once('close', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections())
    })
  })
  closing.addEventListener('abort', () => {
    for (const socket of silent) socket.destroy()
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => {
      server.closeAllConnections()
    }, CLOSING_MS)
    server.close(() => {
      clearTimeout(cutOff)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port')
  return address.port
}
