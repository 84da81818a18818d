// The login page, and the way back to the Studio. The Studio's login button reads the login URL from
// `/auth/providers` and opens it with its own address as `origin`. The page redirects back with
// `#sid=…`, which the Studio exchanges for a token.
//
// The Studio sends a `state`, a secret of its browser, when it reads the login URL and when it exchanges the
// `sid` (lake/browser/own-logins.ts). So a link with the `sid` of another user's login does not work. It would
// make a reviewer work in another name.
// https://www.rfc-editor.org/rfc/rfc6749#section-10.12

import {html} from 'ghtml'
import {z} from 'zod'
import {parseInput, readBody} from '../body.ts'
import type {Call, OpenCall} from '../call.ts'
import {httpError} from '../errors.ts'
import {isAllowedOrigin} from '../origins.ts'
import {plainPage} from '../plain-page.ts'
import type {Access} from './access.ts'
import type {User} from './accounts.ts'

const MAX_FORM_BYTES = 10_000

// It becomes part of a path. Empty for a Studio that sends none.
const state = z
  .string()
  .regex(/^[\w-]{0,100}$/)
  .default('')
const destination = z.object({origin: z.string(), state})
const credentials = destination.extend({username: z.string().max(200), password: z.string()})
const asked = z.object({state})
const exchange = z.object({sid: z.string(), state})

export function loginProviders({url}: OpenCall): Response {
  const {state} = parseInput(asked, Object.fromEntries(url.searchParams))
  const provider = {
    name: 'countersign',
    title: 'your name and password',
    // The Studio appends a query to it, so it cannot have one itself.
    url: new URL(state === '' ? '/auth/login' : `/auth/login/${state}`, url).href,
  }
  return Response.json({providers: [provider], thirdPartyLogin: false, sso: {saml: false}})
}

export function loginForm(call: OpenCall): Response {
  const {origin, state} = parseInput(destination, {
    ...Object.fromEntries(call.url.searchParams),
    state: call.path.state,
  })
  return loginPage(call, {back: returnAddress(call, origin), state, status: 200})
}

/** The login of the page, or of a dialog in an open Studio, which asks for JSON and gets the token itself. */
export async function logIn(call: OpenCall): Promise<Response> {
  const wantsJson = call.request.headers.get('accept') === 'application/json'
  const access = requireAccess(call)
  const body = new TextDecoder().decode(
    await readBody({request: call.request, hold: () => {}}, MAX_FORM_BYTES),
  )
  const form = parseInput(credentials, Object.fromEntries(new URLSearchParams(body)))
  const {state} = form
  const back = returnAddress(call, form.origin)
  const username = form.username.trim().toLowerCase()
  if (!access.attempts.begin(username)) {
    const problem = 'Too many attempts. Wait a quarter of an hour, then try again.'
    if (wantsJson) throw httpError(429, problem)
    return loginPage(call, {back, state, status: 429, username, problem})
  }
  const user = await access.accounts.userOfPassword(username, form.password)
  if (!user) {
    const problem = 'This name and password do not go together. Check both and try again.'
    if (wantsJson) throw httpError(401, problem)
    return loginPage(call, {back, state, status: 401, username, problem})
  }
  access.attempts.succeeded(username)
  if (wantsJson) return tokenAnswer(access, user)
  back.hash = `sid=${access.sessions.open(user, state)}`
  return new Response(null, {
    status: 303,
    headers: {location: back.href, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer'},
  })
}

export function tokenForSession(call: OpenCall): Response {
  const access = requireAccess(call)
  // A program that looks whether the address exists must not use up the login.
  if (call.request.method === 'HEAD') throw httpError(405, 'A login is exchanged with GET only')
  const {sid, state} = parseInput(exchange, Object.fromEntries(call.url.searchParams))
  const user = access.sessions.redeem(sid, state)
  if (!user) {
    throw httpError(
      401,
      'This login was used already, is too old, or began in another browser: log in again',
    )
  }
  return tokenAnswer(access, user)
}

function tokenAnswer({accounts}: Access, user: User): Response {
  const answer = {token: accounts.newSession(user), id: user.id, label: user.name}
  return Response.json(answer, {headers: {'cache-control': 'no-store'}})
}

export function whoAmI({caller}: Call): Response {
  return Response.json({id: caller.user.id})
}

export function logOut({state, caller}: Call): Response {
  if (caller.token !== undefined) state.access?.accounts.revoke(caller.token)
  return Response.json({ok: true})
}

function requireAccess({state}: OpenCall): Access {
  if (state.access) return state.access
  throw httpError(404, 'This lake has no users, so no login is needed')
}

// An attacker could make a link with their own address, and would receive the victim's token.
function returnAddress({state, url}: OpenCall, address: string): URL {
  const back = URL.canParse(address) ? new URL(address) : undefined
  const web = back?.protocol === 'http:' || back?.protocol === 'https:'
  const allowed = {allowed: state.allowedOrigins, port: url.port}
  if (back && web && isAllowedOrigin(back.origin, allowed)) return back
  throw httpError(400, 'The address to go back to is not that of a Studio that this lake knows')
}

interface Login {
  /** Where the Studio waits. */
  readonly back: URL
  readonly state: string
  readonly status: number
  readonly username?: string
  readonly problem?: string
}

function loginPage(
  {state: lake}: OpenCall,
  {back, state, status, username = '', problem}: Login,
): Response {
  const project = lake.home.projectId
  const main = html`<h1>Log in</h1>
    <p>to ${project}, at ${back.host}</p>
    !${problem === undefined ? '' : html`<p role="alert" id="problem">${problem}</p>`}
    <form method="post" action="/auth/login">
      <input type="hidden" name="origin" value="${back.href}" />
      <input type="hidden" name="state" value="${state}" />
      <label for="username">Name</label>
      <input
        id="username"
        name="username"
        value="${username}"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required!${problem === undefined ? '' : ' aria-describedby="problem"'}
      />
      <label for="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
      />
      <button>Log in</button>
    </form>`
  return plainPage({
    status,
    language: 'en',
    direction: 'ltr',
    title: `${problem === undefined ? '' : 'Error: '}Log in to ${project}`,
    main,
    // Browsers also apply this to the redirect that answers a form.
    formsTo: `'self' ${back.origin}`,
  })
}
