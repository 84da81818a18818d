// The lake's HTTP surface: which request is answered by what. Each endpoint is one entry in the
// table and one function below it.

import {z} from 'zod'
import type {AssetKind} from './asset-files.ts'
import {assetDetails, readAsset, saveAsset, type AssetHome} from './assets.ts'
import {parseInput, parseJson, readBody, readJson} from './body.ts'
import {httpError, LakeError} from './errors.ts'
import {eventStream} from './event-stream.ts'
import {pastDocument, pastDocumentParams, transactionLines, transactionParams} from './history.ts'
import {listenerEvents, listenerPerspective, listenParams} from './listen.ts'
import {mutate, mutateBody} from './mutate.ts'
import {perspectiveOf} from './perspective.ts'
import {queryJson, type QueryContext} from './query.ts'
import type {Store} from './store.ts'

/** What the endpoints work on. */
export interface LakeState {
  readonly store: Store
  readonly home: AssetHome
  readonly identity: string
  readonly authenticate: ((token: string | undefined) => string | undefined) | undefined
  /** Aborted when the lake closes, so that no listener waits for a database that is gone. */
  readonly closing: AbortSignal
}

interface Call {
  readonly state: LakeState
  readonly request: Request
  readonly url: URL
  /** Without the `v`. */
  readonly apiVersion: string
  /** The parts of the path that the route's pattern names. */
  readonly path: Readonly<Record<string, string>>
  readonly context: QueryContext
}

interface Route {
  readonly method: string
  readonly pattern: RegExp
  readonly answer: (call: Call) => Response | Promise<Response>
  /** Answered without a token, as on Sanity's own hosts. */
  readonly open?: true
}

// The limits that Sanity documents, but for assets, where it sets none worth imitating here.
// https://www.sanity.io/docs/content-lake/technical-limits
const MAX_JSON_BYTES = 4_000_000
const MAX_ASSET_BYTES = 256_000_000

const ROUTES: readonly Route[] = [
  {method: 'GET', pattern: /^\/ping$/, answer: ping, open: true},
  {method: 'GET', pattern: /^\/data\/query\/(?<dataset>[^/]+)$/, answer: query},
  {method: 'POST', pattern: /^\/data\/query\/(?<dataset>[^/]+)$/, answer: query},
  {method: 'POST', pattern: /^\/data\/mutate\/(?<dataset>[^/]+)$/, answer: mutateDocuments},
  {method: 'GET', pattern: /^\/data\/listen\/(?<dataset>[^/]+)$/, answer: listen},
  {method: 'GET', pattern: /^\/data\/doc\/(?<dataset>[^/]+)\/(?<ids>[^/]+)$/, answer: documents},
  {
    method: 'GET',
    pattern: /^\/data\/history\/(?<dataset>[^/]+)\/documents\/(?<id>[^/]+)$/,
    answer: documentHistory,
  },
  {
    method: 'GET',
    pattern: /^\/data\/history\/(?<dataset>[^/]+)\/transactions\/(?<ids>[^/]+)$/,
    answer: transactionHistory,
  },
  {
    method: 'POST',
    pattern: /^\/assets\/(?<kind>image|file)s\/(?<dataset>[^/]+)$/,
    answer: uploadAsset,
  },
  {
    method: 'GET',
    pattern: /^\/(?<kind>image|file)s\/(?<project>[^/]+)\/(?<dataset>[^/]+)\/(?<name>[^/]+)$/,
    answer: assetBytes,
    open: true,
  },
]

/** Answers any request. Never rejects: whatever goes wrong becomes a response. */
export async function handle(state: LakeState, request: Request): Promise<Response> {
  try {
    return await route(state, request)
  } catch (error) {
    if (error instanceof LakeError) return Response.json(error.body, {status: error.status})
    // For whoever runs the lake; whoever asked learns only that it failed.
    console.error(error)
    const unexpected = httpError(500, 'An internal server error occurred')
    return Response.json(unexpected.body, {status: unexpected.status})
  }
}

function route(state: LakeState, request: Request): Response | Promise<Response> {
  const url = new URL(request.url)
  const {apiVersion = '1', path = ''} = VERSIONED_PATH.exec(url.pathname)?.groups ?? {}
  for (const {method, pattern, answer, open} of ROUTES) {
    const matched = method === request.method ? pattern.exec(path) : null
    if (!matched) continue
    const identity = open ? state.identity : identify(state, request)
    const {projectId, dataset} = state.home
    const parts = decoded(matched.groups ?? {})
    if (parts.dataset !== undefined && parts.dataset !== dataset) {
      throw httpError(404, `Dataset "${parts.dataset}" not found for project ID "${projectId}"`)
    }
    const context = {projectId, dataset, identity}
    return answer({state, request, url, apiVersion, path: parts, context})
  }
  throw httpError(404, `No route for ${request.method} ${url.pathname}`)
}

const VERSIONED_PATH = /^(?:\/v(?<apiVersion>1|X|\d{4}-\d{2}-\d{2}))?(?<path>\/.*)$/

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]),
    )
  } catch {
    throw httpError(400, 'The path is not valid percent-encoding')
  }
}

function identify({authenticate, identity}: LakeState, request: Request): string {
  if (!authenticate) return identity
  const header = request.headers.get('authorization') ?? ''
  const known = authenticate(/^Bearer (?<token>\S+)$/i.exec(header)?.groups?.token)
  if (known === undefined) throw httpError(401, 'Session not found')
  return known
}

function ping(): Response {
  return Response.json({ping: 'pong'})
}

const queryBody = z.object({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
})

const flag = z.stringbool().default(false)

async function query({state, request, url, apiVersion, context}: Call): Promise<Response> {
  const started = performance.now()
  const asked =
    request.method === 'POST'
      ? await readJson(request, MAX_JSON_BYTES, queryBody)
      : parseInput(queryBody, {
          query: url.searchParams.get('query'),
          params: queryParams(url.searchParams),
        })
  const perspective = perspectiveOf(url.searchParams.get('perspective') ?? undefined, apiVersion)
  const result = await queryJson(state.store, {...asked, perspective}, context)
  const returnQuery = url.searchParams.get('returnQuery') !== 'false'
  const echo = returnQuery ? `"query":${JSON.stringify(asked.query)},` : ''
  const ms = Math.round(performance.now() - started)
  const body = [`{${echo}"result":`, ...result, `,"syncTags":[],"ms":${ms}}`]
  return jsonBytes(body)
}

// The result is JSON already, and may be large: it is put in its place without being parsed.
function jsonBytes(parts: readonly (string | Uint8Array)[]): Response {
  const bytes = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)),
  )
  return new Response(bytes, {headers: {'content-type': 'application/json; charset=utf-8'}})
}

function queryParams(search: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    Array.from(search)
      .filter(([name]) => name.startsWith('$'))
      .map(([name, value]) => [name.slice(1), parseJson(value, `Parameter ${name}`)]),
  )
}

const mutateParams = z.object({
  transactionId: z.string().min(1).max(128).optional(),
  returnDocuments: flag,
  dryRun: flag,
  autoGenerateArrayKeys: flag,
  // Here all three are the same: what is committed is visible to queries at once.
  visibility: z.enum(['sync', 'async', 'deferred']).default('sync'),
})

async function mutateDocuments({state, request, url, context}: Call): Promise<Response> {
  const options = parseInput(mutateParams, Object.fromEntries(url.searchParams))
  const body = await readJson(request, MAX_JSON_BYTES, mutateBody)
  return Response.json(mutate(state.store, body, options, context))
}

function listen({state, request, url, apiVersion, context}: Call): Response {
  const options = parseInput(listenParams, Object.fromEntries(url.searchParams))
  const asked = parseInput(queryBody, {
    query: options.query,
    params: queryParams(url.searchParams),
  })
  const events = listenerEvents({
    store: state.store,
    query: {...asked, perspective: listenerPerspective(options, apiVersion)},
    context,
    options,
    lastEventId: request.headers.get('last-event-id') || options.lastEventId,
    closing: state.closing,
  })
  return eventStream(events, request.signal)
}

function documents({state, path}: Call): Response {
  const ids = (path.ids ?? '').split(',')
  return state.store.read(() => {
    const found = ids.map((id) => ({id, json: state.store.document(id)}))
    const omitted = found
      .filter(({json}) => json === undefined)
      .map(({id}) => ({id, reason: 'existence'}))
    return documentList(
      found.map(({json}) => json),
      omitted,
    )
  })
}

function documentHistory({state, path, url}: Call): Response {
  const params = parseInput(pastDocumentParams, Object.fromEntries(url.searchParams))
  return documentList([pastDocument(state.store, path.id ?? '', params)], [])
}

function documentList(bodies: readonly (string | undefined)[], omitted: object[]): Response {
  const list = bodies.filter((json) => json !== undefined).join(',')
  return jsonBytes([`{"documents":[${list}],"omitted":${JSON.stringify(omitted)}}`])
}

function transactionHistory({state, path, url}: Call): Response {
  const params = parseInput(transactionParams, Object.fromEntries(url.searchParams))
  const lines = transactionLines(state.store, (path.ids ?? '').split(','), params)
  return new Response(lines, {headers: {'content-type': 'application/x-ndjson'}})
}

async function uploadAsset({state, request, url, path, context}: Call): Promise<Response> {
  const details = parseInput(assetDetails, Object.fromEntries(url.searchParams))
  const bytes = await readBody(request, MAX_ASSET_BYTES)
  if (bytes.byteLength === 0) throw httpError(400, 'The asset is empty')
  const contentType = request.headers.get('content-type') ?? undefined
  const asset = await saveAsset(state.home, assetKind(path), bytes, details, contentType)
  const {results} = mutate(
    state.store,
    {mutations: [{createIfNotExists: asset}]},
    {returnDocuments: true, dryRun: false, autoGenerateArrayKeys: false},
    context,
  )
  return Response.json({document: results[0]?.document})
}

async function assetBytes({state, path}: Call): Promise<Response> {
  const {project, name = ''} = path
  const found =
    project === state.home.projectId
      ? await readAsset(state.home.files, assetKind(path), name)
      : undefined
  if (!found) throw httpError(404, 'Asset not found')
  // A plain view, since a Response takes no memory that other threads could share.
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'content-type': found.mediaType,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      // An uploaded page or SVG must not run scripts under the lake's origin.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
}

function assetKind(path: Readonly<Record<string, string>>): AssetKind {
  return path.kind === 'image' ? 'image' : 'file'
}
