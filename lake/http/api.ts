// The lake's HTTP API: which endpoint answers which request, and how errors become responses.

import {Hono, type Context} from 'hono'
import {getPath} from 'hono/utils/url'
import {callerOf, trustedCaller} from '../access/access.ts'
import {logIn, loginForm, loginProviders, logOut, tokenForSession, whoAmI} from '../access/login.ts'
import {currentUser, readSettings, usersById, writeSettings} from '../access/people.ts'
import {assetOrigin} from '../assets/address.ts'
import type {Call, LakeState, OpenCall} from '../call.ts'
import {errorResponse, httpError, type LakeError} from '../errors.ts'
import {
  allDocuments,
  assetBytes,
  documentHistory,
  documents,
  feedback,
  historyEvents,
  listen,
  mutateDocuments,
  performActions,
  ping,
  query,
  trailHistory,
  transactionHistory,
  uploadAsset,
} from './endpoints.ts'
import {
  dataset,
  datasetGrants,
  datasets,
  features,
  noOffer,
  project,
  projectGrants,
  projects,
  telemetryStatus,
  userApplications,
} from './project.ts'

type Reply = Response | Promise<Response>
type LakeContext = Context<{Bindings: LakeState}>

const endpoints = new Hono<{Bindings: LakeState}>()

endpoints.get('/ping', withoutToken(ping))
endpoints.get('/data/query/:dataset', withToken(query))
endpoints.post('/data/query/:dataset', withToken(query))
endpoints.post('/data/mutate/:dataset', withToken(mutateDocuments))
endpoints.post('/data/actions/:dataset', withToken(performActions))
endpoints.get('/data/listen/:dataset', withToken(listen))
endpoints.get('/data/export/:dataset', withToken(allDocuments))
endpoints.get('/data/doc/:dataset/:ids', withToken(documents))
endpoints.get('/data/history/:dataset/documents/:ids', withToken(documentHistory))
endpoints.get('/data/history/:dataset/events/documents/:id', withToken(historyEvents))
endpoints.get('/data/history/:dataset/transactions/:ids', withToken(transactionHistory))
// Not part of Sanity's API.
endpoints.get('/data/history/:dataset/trail/:ids', withToken(trailHistory))
endpoints.get('/data/feedback/:dataset', withToken(feedback))

// A pattern with alternatives needs a group of its own: Hono puts it into a larger one as it is.
endpoints.post('/assets/:kind{(?:images|files)}/:dataset', withToken(uploadAsset))
// A readable file name may follow. It has no effect.
endpoints.get(
  '/:kind{(?:images|files)}/:project/:dataset/:name/:filename?',
  withoutToken(assetBytes),
)

endpoints.get('/auth/providers', withoutToken(loginProviders))
endpoints.get('/auth/login/:state?', withoutToken(loginForm))
endpoints.post('/auth/login', withoutToken(logIn))
endpoints.get('/auth/fetch', withoutToken(tokenForSession))
endpoints.get('/auth/id', withToken(whoAmI))
endpoints.post('/auth/logout', withToken(logOut))

endpoints.get('/users/me', withToken(currentUser))
endpoints.get('/users/me/keyvalue/:keys', withToken(readSettings))
endpoints.put('/users/me/keyvalue', withToken(writeSettings))
endpoints.get('/users/:ids', withToken(usersById))

endpoints.get('/features', withToken(features))
endpoints.get('/journey/*', withToken(noOffer))
endpoints.get('/intake/telemetry-status', withToken(telemetryStatus))
endpoints.get('/datasets', withToken(datasets))
endpoints.get('/datasets/:dataset', withToken(dataset))
endpoints.get('/projects', withToken(projects))
endpoints.get('/projects/:project', withToken(project))
endpoints.get('/projects/:project/grants', withToken(projectGrants))
endpoints.get('/projects/:project/user-applications', withToken(userApplications))
endpoints.get('/projects/:project/datasets', withToken(datasets))
endpoints.get('/projects/:project/datasets/:dataset', withToken(dataset))
endpoints.get('/projects/:project/datasets/:dataset/acl', withToken(datasetGrants))

const VERSION = '/:version{v(?:1|X|[0-9]{4}-[0-9]{2}-[0-9]{2})}'

/** The path of a request. Slashes are doubled by a client whose `apiHost` ends with one. */
export function pathOf(request: Request): string {
  return getPath(request).replaceAll(/\/{2,}/g, '/')
}

/** The API under any version and without one. The state of the lake is the environment. */
const api = new Hono<{Bindings: LakeState}>({getPath: pathOf})
  .route('/', endpoints)
  .route(VERSION, endpoints)
  .notFound(({req}) => errorResponse(noRoute(req.raw)))
  .onError(errorResponse)

/** The method and the path of every endpoint, without those that only add a version. */
export const API_ROUTES = api.routes.filter(({path}) => !path.startsWith(VERSION))

/** The methods that endpoints have. */
export const API_METHODS = [...new Set(API_ROUTES.map(({method}) => method))]

const firstSegments = new Set(API_ROUTES.map(({path}) => `/${path.split('/')[1] ?? ''}`))

/**
 * The paths that belong to the API: all that begin like an endpoint, or with something like a version.
 * A client with a mistyped path then gets an error, and not the Studio's page.
 */
export const API_PATHS = [...firstSegments, '/:version{v[0-9X][^/]*}'].flatMap((start) => [
  start,
  `${start}/*`,
])

/** Answers any request. Every error becomes a response. */
export async function handle(state: LakeState, request: Request): Promise<Response> {
  return api.fetch(request, state)
}

/** An endpoint that also answers requests without a token, as on Sanity's own hosts. */
function withoutToken(endpoint: (call: OpenCall) => Reply) {
  return async (context: LakeContext): Promise<Response> => {
    const call = callFrom(context)
    return await withoutBody(call, await endpoint(call))
  }
}

function withToken(endpoint: (call: Call) => Reply) {
  return async (context: LakeContext): Promise<Response> => {
    using held = new DisposableStack()
    const call = identified(callFrom(context), held)
    return await withoutBody(call, await endpoint(call))
  }
}

// Hono answers HEAD by running the endpoint for GET. A body that is not sent must end, or it would count
// against its user's share for good.
async function withoutBody({request}: OpenCall, response: Response): Promise<Response> {
  if (request.method !== 'HEAD') return response
  await response.body?.cancel()
  return new Response(null, response)
}

function callFrom({req, env}: LakeContext): OpenCall {
  const request = req.raw
  const url = new URL(request.url)
  requireEncoding(url.pathname)
  const {version = 'v1', ...path} = req.param()
  return {state: env, request, url, apiVersion: version.slice(1), path}
}

function noRoute({method, url}: Request): LakeError {
  return httpError(404, `No route for ${method} ${new URL(url).pathname}`)
}

// Hono leaves a part as it is if it cannot decode it.
function requireEncoding(path: string): void {
  try {
    decodeURIComponent(path)
  } catch {
    throw httpError(400, 'The path is not valid percent-encoding')
  }
}

/** Names the project if the host does not. A host tells nothing here: listeners have hosts of their own. */
const PROJECT_HEADER = 'x-sanity-project-id'

// Identifies the caller before it looks for the project: strangers must not learn which datasets exist.
function identified(call: OpenCall, held: DisposableStack): Call {
  const {state, request, path, url} = call
  const {projectId, dataset} = state.home
  const caller = state.access ? callerOf(state.access, request) : trustedCaller(state.identity)
  for (const asked of [path.project, request.headers.get(PROJECT_HEADER) ?? undefined]) {
    if (asked !== undefined && asked !== projectId) {
      throw httpError(404, `Project "${asked}" not found`)
    }
  }
  if (path.dataset !== undefined && path.dataset !== dataset) {
    throw httpError(404, `Dataset "${path.dataset}" not found for project ID "${projectId}"`)
  }
  const {user, permissions} = caller
  const share = state.shares.of(user.id)
  const ended = AbortSignal.any([request.signal, state.closing])
  return {
    ...call,
    caller,
    share,
    run: (work) => share.run(work, ended),
    hold: (bytes) => held.defer(share.hold(bytes)),
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
