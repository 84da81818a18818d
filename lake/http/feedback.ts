// Takes what readers answer on the pages of a site: a plain form, from any origin, without a token. Readers get a
// page back. What they wrote is kept without their address, browser or time of day.

import {createHmac, randomBytes} from 'node:crypto'
import {isIP, isIPv6} from 'node:net'
import {html} from 'ghtml'
import {Attempts} from '../access/attempts.ts'
import {readBody} from '../body.ts'
import {errorResponse} from '../errors.ts'
import {answerForm, type Answer} from '../feedback/feedback.ts'
import {isLoopback} from '../origins.ts'
import {plainPage} from '../plain-page.ts'

/** Where a form sends answers. */
export const FEEDBACK_PATH = '/feedback'

const FORM_TYPE = 'application/x-www-form-urlencoded'

/** Enough for the longest comment that the form of a page takes, with each character escaped. */
const MAX_FORM_BYTES = 10_000

const OF_ONE_ADDRESS = {most: 10, windowMs: 15 * 60_000}
const OF_ALL = {most: 1000, windowMs: 60 * 60_000}

/** The name under which all attempts count together. */
const ALL = ''

/** What became of an answer. `unreadable` is also a page or a revision that the lake does not know. */
export type Outcome = 'thanks' | 'tooMany' | 'tooLong' | 'unreadable' | 'failed'

/** What a reader may be told, and where the reader came from. */
interface Asked {
  /** The language of the page, as the form says it; undefined if it could not be read. */
  readonly language: string | undefined
  readonly referrer: string | undefined
}

/** The words of the page that answers a reader. */
export interface Reply {
  /** A BCP 47 tag. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly text: string
  /** A link back to the site. */
  readonly back?: {readonly label: string; readonly address: string} | undefined
}

/** Finds the words. The lake knows no site and no language. */
export type Replies = (outcome: Outcome, asked: Asked) => Promise<Reply>

/** An answer that a form sent, and the address that it came from. */
export interface Incoming {
  readonly request: Request
  /** The address at the other end of the connection. */
  readonly peer: string
}

interface Taken {
  readonly outcome: Outcome
  readonly status: number
  readonly language?: string
  /** In how many seconds another attempt may succeed. */
  readonly retryAfter?: number
}

/**
 * A function that answers such requests.
 *
 * @param keep Keeps an answer, or returns false if it is about a revision that never was.
 */
export function feedbackTaker(
  keep: (answer: Answer) => boolean,
  replies: Replies,
): (incoming: Incoming) => Promise<Response> {
  const ofOne = new Attempts(OF_ONE_ADDRESS)
  const ofAll = new Attempts(OF_ALL)
  // No one can tell an address from its digest, not even this process once it has ended.
  const secret = randomBytes(32)
  const nameOf = (address: string): string =>
    createHmac('sha256', secret).update(address).digest('base64')

  const take = async ({request, peer}: Incoming): Promise<Taken> => {
    if (!isForm(request)) return {outcome: 'unreadable', status: 415}
    const body = await readBody({request, hold: () => {}}, MAX_FORM_BYTES)
    const fields = Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)))
    const {data} = answerForm.safeParse(fields)
    const about = data && {language: data.language}
    const name = nameOf(senderOf(request, peer))
    for (const [attempts, who] of [[ofOne, name] as const, [ofAll, ALL] as const]) {
      if (attempts.begin(who)) continue
      return {...about, outcome: 'tooMany', status: 429, retryAfter: attempts.secondsToWait(who)}
    }
    if (!data || !keep(data)) return {...about, outcome: 'unreadable', status: 422}
    return {...about, outcome: 'thanks', status: 200}
  }

  return async (incoming) => {
    const {request} = incoming
    const {outcome, status, language, retryAfter} = await take(incoming).catch(failure)
    const referrer = request.headers.get('referer') ?? undefined
    const response = replyPage(await replies(outcome, {language, referrer}), status)
    if (retryAfter !== undefined) response.headers.set('retry-after', `${retryAfter}`)
    return response
  }
}

function isForm(request: Request): boolean {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  return type.trim().toLowerCase() === FORM_TYPE
}

/** Tells the operator of an error that is none of the reader's. */
function failure(error: unknown): Taken {
  const {status} = errorResponse(error instanceof Error ? error : new Error(String(error)))
  if (status >= 500) return {outcome: 'failed', status}
  return {outcome: status === 413 ? 'tooLong' : 'unreadable', status}
}

/**
 * The network of a reader. A proxy on this machine puts the address that it sees last. Anyone can have many
 * addresses in an IPv6 network of 64 bits.
 */
function senderOf(request: Request, peer: string): string {
  const told = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  const address = isLocal(peer) && isIP(told) > 0 ? told : peer
  return isIPv6(address) ? networkOf(address) : address
}

/** An address of version 4 may be written as one of version 6. */
function isLocal(peer: string): boolean {
  return isLoopback(peer.replace(/^::ffff:/, '')) || peer === '::1'
}

/** The first four groups of an address, whose zeros may be left out. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(?<v4>[\d.]+)$/i.exec(address)?.groups?.v4
  if (mapped !== undefined) return mapped
  const {hostname} = new URL(`http://[${address.replace(/%.*$/, '')}]`)
  const [start = '', end] = hostname.slice(1, -1).split('::')
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'))
  const last = end === undefined ? [] : groups(end)
  const first = groups(start)
  const zeros = Array.from({length: 8 - first.length - last.length}, () => '0')
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}

function replyPage({language, direction, title, text, back}: Reply, status: number): Response {
  const main = html`<h1>${title}</h1>
    <p>${text}</p>
    !${back === undefined ? '' : html`<p><a href="${back.address}">${back.label}</a></p>`}`
  return plainPage({status, language, direction, title, main, formsTo: "'none'"})
}
