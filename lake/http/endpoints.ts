// The endpoints for documents, their history and assets: each reads its parameters, calls the part of the
// lake that does the work, and makes the response.

import {z} from 'zod'
import {atOrigin} from '../assets/address.ts'
import {assetDetails, describeAsset, keepAsset} from '../assets/assets.ts'
import type {AssetKind} from '../assets/files.ts'
import {assetNotFound, assetResponse} from '../assets/response.ts'
import {parseInput, parseJson, readBody, readJson} from '../body.ts'
import type {Call, OpenCall} from '../call.ts'
import {httpError} from '../errors.ts'
import {KEPT_DAYS} from '../feedback/feedback.ts'
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
import {documentParams, documentsByIds} from '../query/documents.ts'
import {perspectiveOf} from '../query/perspective.ts'
import {queryJson} from '../query/query.ts'
import {act, actionsBody} from '../write/actions/act.ts'
import {mutate, mutateBody} from '../write/mutate.ts'
import {transact} from '../write/transaction.ts'
import {answer, committedAnswer, jsonAnswer} from './answer.ts'
import {eventStream} from './event-stream.ts'

// Sanity's documented limits, except for assets, where Sanity's are not useful here.
// https://www.sanity.io/docs/content-lake/technical-limits
const MAX_JSON_BYTES = 4_000_000
const MAX_ASSET_BYTES = 256_000_000

const NDJSON_TYPE = 'application/x-ndjson'

export function ping(): Response {
  return Response.json({ping: 'pong'})
}

const queryBody = z.object({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
})

const flag = z.stringbool().default(false)

export async function query(call: Call): Promise<Response> {
  const {state, request, url, apiVersion, context, run} = call
  const started = performance.now()
  const asked =
    request.method === 'POST'
      ? await readJson(call, MAX_JSON_BYTES, queryBody)
      : parseInput(queryBody, {
          query: url.searchParams.get('query') ?? undefined,
          params: queryParams(url.searchParams),
        })
  const perspective = perspectiveOf(url.searchParams.get('perspective') ?? undefined, apiVersion)
  const result = await run(() => queryJson(state.store, {...asked, perspective}, context))
  const returnQuery = url.searchParams.get('returnQuery') !== 'false'
  const echo = returnQuery ? `"query":${JSON.stringify(asked.query)},` : ''
  const ms = Math.round(performance.now() - started)
  // The result may be large and is already JSON, so it is inserted without being parsed.
  return answer(call, [`{${echo}"result":`, ...result, `,"syncTags":[],"ms":${ms}}`])
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

export async function mutateDocuments(call: Call): Promise<Response> {
  const {state, url, context, run} = call
  const options = parseInput(mutateParams, Object.fromEntries(url.searchParams))
  const body = await readJson(call, MAX_JSON_BYTES, mutateBody)
  return committedAnswer(call, await run(() => mutate(state.store, body, options, context)))
}

export async function performActions(call: Call): Promise<Response> {
  const {state, context, run} = call
  const body = await readJson(call, MAX_JSON_BYTES, actionsBody)
  return Response.json(await run(() => act(state.store, body, context)))
}

export function listen({state, request, url, apiVersion, context, share}: Call): Response {
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
    share,
  })
  return eventStream(events, request.signal)
}

export async function documents(call: Call): Promise<Response> {
  const {state, path, url, context, run} = call
  const params = parseInput(documentParams, Object.fromEntries(url.searchParams))
  return jsonAnswer(
    call,
    await run(() => documentsByIds(state.store, idsIn(path), params, context)),
  )
}

export async function allDocuments({state, url, context, run}: Call): Promise<Response> {
  const params = parseInput(documentStreamParams, Object.fromEntries(url.searchParams))
  const stream = await run(() => documentStream(state.store, params, context, run))
  return new Response(stream, {headers: {'content-type': NDJSON_TYPE}})
}

export async function documentHistory(call: Call): Promise<Response> {
  const {state, path, url, context, run} = call
  const params = parseInput(pastDocumentParams, Object.fromEntries(url.searchParams))
  const documents = await run(() => pastDocuments(state.store, idsIn(path), params, context))
  return jsonAnswer(call, {documents, omitted: []})
}

export async function historyEvents(call: Call): Promise<Response> {
  const {state, path, url, context, run} = call
  const params = parseInput(documentEventsParams, Object.fromEntries(url.searchParams))
  return jsonAnswer(
    call,
    await run(() => documentEvents(state.store, path.id ?? '', params, context)),
  )
}

export async function transactionHistory(call: Call): Promise<Response> {
  const {state, path, url, context, run} = call
  const params = parseInput(transactionParams, Object.fromEntries(url.searchParams))
  const lines = await run(() => transactionLines(state.store, idsIn(path), params, context))
  return answer(call, lines, NDJSON_TYPE)
}

export async function trailHistory(call: Call): Promise<Response> {
  const {state, path, context, run} = call
  const lines = await run(() => trailLines(state.store, idsIn(path), context))
  return answer(call, lines, NDJSON_TYPE)
}

const feedbackParams = z.object({days: z.coerce.number().int().min(1).max(KEPT_DAYS).default(90)})

/** What readers answered. It may hold anything, so only users who may read every document get it. */
export async function feedback({state, url, caller, run}: Call): Promise<Response> {
  if (!caller.permissions.allowsAll('read')) {
    throw httpError(403, 'Only users who may read every document may read the answers of readers')
  }
  const {days} = parseInput(feedbackParams, Object.fromEntries(url.searchParams))
  return Response.json(await run(() => state.feedback().ofLast(days)))
}

function idsIn({ids = ''}: Readonly<Record<string, string>>): string[] {
  return ids.split(',')
}

export async function uploadAsset(call: Call): Promise<Response> {
  const {state, request, url, path, context, run} = call
  const {searchParams} = url
  const meta = searchParams.has('meta') ? searchParams.getAll('meta') : undefined
  const details = parseInput(assetDetails, {...Object.fromEntries(searchParams), meta})
  const bytes = await readBody(call, MAX_ASSET_BYTES)
  if (bytes.byteLength === 0) throw httpError(400, 'The asset is empty')
  const contentType = request.headers.get('content-type') ?? undefined
  const asset = await describeAsset(state.home, assetKind(path), bytes, details, contentType)
  if (asset.extension === 'svg') {
    throw httpError(
      400,
      'SVG files can contain scripts. Upload a PNG, JPEG, WebP, AVIF or GIF instead',
    )
  }
  const store = (dryRun: boolean) => {
    const options = {returnDocuments: true, dryRun, autoGenerateArrayKeys: false}
    return run(() =>
      transact(state.store, options, context, (transaction) => transaction.upload(asset)),
    )
  }
  // The bytes are stored before their document, but only for a caller who may write the document.
  await store(true)
  await keepAsset(state.home, asset, bytes)
  const {results} = await store(false)
  const [stored] = results
  return Response.json({document: stored?.document && atOrigin(stored.document, context.origin)})
}

export function assetBytes({state, path, request, url}: OpenCall): Promise<Response> {
  const {projectId, dataset} = state.home
  if (path.project !== projectId || path.dataset !== dataset) throw assetNotFound()
  return assetResponse(state, {kind: assetKind(path), name: path.name ?? ''}, request, url)
}

function assetKind(path: Readonly<Record<string, string>>): AssetKind {
  return path.kind === 'images' ? 'image' : 'file'
}
