// The lake's HTTP surface: which function answers which request. Each endpoint is one entry in the
// table and one function below it.

import {z} from 'zod'
import {callerOf, trustedCaller} from '../access/access.ts'
import {logIn, loginForm, loginProviders, logOut, tokenForSession, whoAmI} from '../access/login.ts'
import {currentUser, readSettings, usersById, writeSettings} from '../access/people.ts'
import {assetOrigin, atOrigin} from '../assets/address.ts'
import {assetDetails, describeAsset, keepAsset} from '../assets/assets.ts'
import type {AssetKind} from '../assets/files.ts'
import {assetNotFound, assetResponse} from '../assets/response.ts'
import {parseInput, parseJson, readBody, readJson} from '../body.ts'
import type {Call, LakeState, OpenCall} from '../call.ts'
import {httpError, LakeError} from '../errors.ts'
import {documentEvents, documentEventsParams} from '../history/document-events.ts'
import {
  pastDocumentParams,
  pastDocuments,
  transactionLines,
  transactionParams,
} from '../history/history.ts'
import {trailLines} from '../history/trail.ts'
import {listenerEvents, listenerPerspective, listenParams} from '../listen/listen.ts'
import {documentStream, documentStreamParams} from '../query/document-stream.ts'
import {documentsByIds} from '../query/documents.ts'
import {perspectiveOf} from '../query/perspective.ts'
import {queryJson} from '../query/query.ts'
import {act, actionsBody} from '../write/actions/act.ts'
import {mutate, mutateBody} from '../write/mutate.ts'
import {eventStream} from './event-stream.ts'
import {
  dataset,
  datasetGrants,
  datasets,
  features,
  project,
  projectGrants,
  projects,
} from './project.ts'

type Answer = Response | Promise<Response>

type Route = {readonly method: string; readonly pattern: RegExp} & (
  | {readonly answer: (call: Call) => Answer; readonly open?: never}
  /** Answered without a token, as on Sanity's own hosts. */
  | {readonly answer: (call: OpenCall) => Answer; readonly open: true}
)

// Sanity's documented limits, except for assets, where Sanity's are not useful here.
// https://www.sanity.io/docs/content-lake/technical-limits
const MAX_JSON_BYTES = 4_000_000
const MAX_ASSET_BYTES = 256_000_000

const routes: readonly Route[] = [
  {method: 'GET', pattern: /^\/ping$/, answer: ping, open: true},
  {method: 'GET', pattern: /^\/data\/query\/(?<dataset>[^/]+)$/, answer: query},
  {method: 'POST', pattern: /^\/data\/query\/(?<dataset>[^/]+)$/, answer: query},
  {method: 'POST', pattern: /^\/data\/mutate\/(?<dataset>[^/]+)$/, answer: mutateDocuments},
  {method: 'POST', pattern: /^\/data\/actions\/(?<dataset>[^/]+)$/, answer: performActions},
  {method: 'GET', pattern: /^\/data\/listen\/(?<dataset>[^/]+)$/, answer: listen},
  {method: 'GET', pattern: /^\/data\/export\/(?<dataset>[^/]+)$/, answer: allDocuments},
  {method: 'GET', pattern: /^\/data\/doc\/(?<dataset>[^/]+)\/(?<ids>[^/]+)$/, answer: documents},
  {
    method: 'GET',
    pattern: /^\/data\/history\/(?<dataset>[^/]+)\/documents\/(?<ids>[^/]+)$/,
    answer: documentHistory,
  },
  {
    method: 'GET',
    pattern: /^\/data\/history\/(?<dataset>[^/]+)\/events\/documents\/(?<id>[^/]+)$/,
    answer: historyEvents,
  },
  {
    method: 'GET',
    pattern: /^\/data\/history\/(?<dataset>[^/]+)\/transactions\/(?<ids>[^/]+)$/,
    answer: transactionHistory,
  },
  {
    method: 'GET',
    pattern: /^\/data\/history\/(?<dataset>[^/]+)\/trail\/(?<ids>[^/]+)$/,
    answer: trailHistory,
  },
  {
    method: 'POST',
    pattern: /^\/assets\/(?<kind>image|file)s\/(?<dataset>[^/]+)$/,
    answer: uploadAsset,
  },
  {
    method: 'GET',
    // A readable file name may follow. It has no effect.
    pattern:
      /^\/(?<kind>image|file)s\/(?<project>[^/]+)\/(?<dataset>[^/]+)\/(?<name>[^/]+)(?:\/[^/]+)?$/,
    answer: assetBytes,
    open: true,
  },
  {method: 'GET', pattern: /^\/auth\/providers$/, answer: loginProviders, open: true},
  {method: 'GET', pattern: /^\/auth\/login$/, answer: loginForm, open: true},
  {method: 'POST', pattern: /^\/auth\/login$/, answer: logIn, open: true},
  {method: 'GET', pattern: /^\/auth\/fetch$/, answer: tokenForSession, open: true},
  {method: 'GET', pattern: /^\/auth\/id$/, answer: whoAmI},
  {method: 'POST', pattern: /^\/auth\/logout$/, answer: logOut},
  {method: 'GET', pattern: /^\/users\/me$/, answer: currentUser},
  {method: 'GET', pattern: /^\/users\/me\/keyvalue\/(?<keys>[^/]+)$/, answer: readSettings},
  {method: 'PUT', pattern: /^\/users\/me\/keyvalue$/, answer: writeSettings},
  {method: 'GET', pattern: /^\/users\/(?<ids>[^/]+)$/, answer: usersById},
  {method: 'GET', pattern: /^\/features$/, answer: features},
  {method: 'GET', pattern: /^\/datasets$/, answer: datasets},
  {method: 'GET', pattern: /^\/datasets\/(?<dataset>[^/]+)$/, answer: dataset},
  {method: 'GET', pattern: /^\/projects$/, answer: projects},
  {method: 'GET', pattern: /^\/projects\/(?<project>[^/]+)$/, answer: project},
  {method: 'GET', pattern: /^\/projects\/(?<project>[^/]+)\/grants$/, answer: projectGrants},
  {method: 'GET', pattern: /^\/projects\/(?<project>[^/]+)\/datasets$/, answer: datasets},
  {
    method: 'GET',
    pattern: /^\/projects\/(?<project>[^/]+)\/datasets\/(?<dataset>[^/]+)$/,
    answer: dataset,
  },
  {
    method: 'GET',
    pattern: /^\/projects\/(?<project>[^/]+)\/datasets\/(?<dataset>[^/]+)\/acl$/,
    answer: datasetGrants,
  },
]

/** Answers any request. Never rejects: every error becomes a response. */
export async function handle(state: LakeState, request: Request): Promise<Response> {
  try {
    return await route(state, request)
  } catch (error) {
    if (error instanceof LakeError) return Response.json(error.body, {status: error.status})
    // The operator sees the error. The caller learns only that the request failed.
    console.error(error)
    const unexpected = httpError(500, 'An internal server error occurred')
    return Response.json(unexpected.body, {status: unexpected.status})
  }
}

function route(state: LakeState, request: Request): Response | Promise<Response> {
  const url = new URL(request.url)
  const {apiVersion = '1', path = ''} = VERSIONED_PATH.exec(url.pathname)?.groups ?? {}
  for (const route of routes) {
    const matched = route.method === request.method ? route.pattern.exec(path) : null
    if (!matched) continue
    const call = {state, request, url, apiVersion, path: decoded(matched.groups ?? {})}
    return route.open ? route.answer(call) : route.answer(identified(call))
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

// Identifies the caller before it looks at the path: strangers must not learn which datasets exist.
function identified(call: OpenCall): Call {
  const {state, request, path, url} = call
  const {projectId, dataset} = state.home
  const caller = state.access ? callerOf(state.access, request) : trustedCaller(state.identity)
  if (path.dataset !== undefined && path.dataset !== dataset) {
    throw httpError(404, `Dataset "${path.dataset}" not found for project ID "${projectId}"`)
  }
  const {user, permissions} = caller
  return {
    ...call,
    caller,
    context: {
      projectId,
      dataset,
      identity: user.id,
      permissions,
      guards: state.access?.guards ?? [],
      origin: assetOrigin(url),
      queryTimeoutMs: state.queryTimeoutMs,
    },
  }
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
  const result = queryJson(state.store, {...asked, perspective}, context)
  const returnQuery = url.searchParams.get('returnQuery') !== 'false'
  const echo = returnQuery ? `"query":${JSON.stringify(asked.query)},` : ''
  const ms = Math.round(performance.now() - started)
  const body = [`{${echo}"result":`, ...result, `,"syncTags":[],"ms":${ms}}`]
  return jsonBytes(body)
}

// The result may be large and is already JSON, so it is inserted without being parsed.
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
  // All three act the same here: queries see a committed change at once.
  visibility: z.enum(['sync', 'async', 'deferred']).default('sync'),
})

async function mutateDocuments({state, request, url, context}: Call): Promise<Response> {
  const options = parseInput(mutateParams, Object.fromEntries(url.searchParams))
  const body = await readJson(request, MAX_JSON_BYTES, mutateBody)
  return Response.json(mutate(state.store, body, options, context))
}

async function performActions({state, request, context}: Call): Promise<Response> {
  const body = await readJson(request, MAX_JSON_BYTES, actionsBody)
  return Response.json(act(state.store, body, context))
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

function documents({state, path, context}: Call): Response {
  return Response.json(documentsByIds(state.store, idsIn(path), context))
}

function allDocuments({state, url, context}: Call): Response {
  const params = parseInput(documentStreamParams, Object.fromEntries(url.searchParams))
  const stream = documentStream(state.store, params, context)
  return new Response(stream, {headers: {'content-type': 'application/x-ndjson'}})
}

function documentHistory({state, path, url, context}: Call): Response {
  const params = parseInput(pastDocumentParams, Object.fromEntries(url.searchParams))
  const documents = pastDocuments(state.store, idsIn(path), params, context)
  return Response.json({documents, omitted: []})
}

function historyEvents({state, path, url, context}: Call): Response {
  const params = parseInput(documentEventsParams, Object.fromEntries(url.searchParams))
  return Response.json(documentEvents(state.store, path.id ?? '', params, context))
}

function transactionHistory({state, path, url, context}: Call): Response {
  const params = parseInput(transactionParams, Object.fromEntries(url.searchParams))
  const lines = transactionLines(state.store, idsIn(path), params, context)
  return new Response(lines, {headers: {'content-type': 'application/x-ndjson'}})
}

function trailHistory({state, path, context}: Call): Response {
  const lines = trailLines(state.store, idsIn(path), context)
  return new Response(lines, {headers: {'content-type': 'application/x-ndjson'}})
}

function idsIn({ids = ''}: Readonly<Record<string, string>>): string[] {
  return ids.split(',')
}

async function uploadAsset({state, request, url, path, context}: Call): Promise<Response> {
  const {searchParams} = url
  const meta = searchParams.has('meta') ? searchParams.getAll('meta') : undefined
  const details = parseInput(assetDetails, {...Object.fromEntries(searchParams), meta})
  const bytes = await readBody(request, MAX_ASSET_BYTES)
  if (bytes.byteLength === 0) throw httpError(400, 'The asset is empty')
  const contentType = request.headers.get('content-type') ?? undefined
  const asset = await describeAsset(state.home, assetKind(path), bytes, details, contentType)
  const store = (dryRun: boolean) =>
    mutate(
      state.store,
      {mutations: [{createIfNotExists: asset}]},
      {returnDocuments: true, dryRun, autoGenerateArrayKeys: false},
      context,
    )
  // The bytes are stored before their document, but only for a caller who may write the document.
  store(true)
  await keepAsset(state.home, asset, bytes)
  const [stored] = store(false).results
  return Response.json({document: stored?.document && atOrigin(stored.document, context.origin)})
}

function assetBytes({state, path, request, url}: OpenCall): Promise<Response> {
  const {projectId, dataset} = state.home
  if (path.project !== projectId || path.dataset !== dataset) throw assetNotFound()
  return assetResponse(state, {kind: assetKind(path), name: path.name ?? ''}, request, url)
}

function assetKind(path: Readonly<Record<string, string>>): AssetKind {
  return path.kind === 'image' ? 'image' : 'file'
}
