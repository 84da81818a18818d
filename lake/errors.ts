// Every error that the lake answers with, in the shapes of Sanity's API, because `@sanity/client`
// builds the messages and details of its own errors from them.

import {STATUS_CODES} from 'node:http'
import {z} from 'zod'
import {diskTrouble} from '../disk/trouble.ts'

/** Thrown anywhere below the API; `errorResponse` turns it into a response. */
export class LakeError extends Error {
  readonly status: number
  readonly body: object

  constructor(status: number, message: string, body: object) {
    super(message)
    this.name = 'LakeError'
    this.status = status
    this.body = body
  }
}

/** An error of the API gateway: unknown route, unknown token, body too large, broken JSON. */
export function httpError(status: number, message: string): LakeError {
  return new LakeError(status, message, {
    statusCode: status,
    error: STATUS_CODES[status] ?? 'Error',
    message,
  })
}

/**
 * The session of a request is over. By the code, Sanity's Studio tells this from a refusal that a login cannot
 * change: it keeps what the user typed, and asks for a login.
 *
 * @param code `SIO-401-ANF` if no session has the token, `SIO-401-AEX` if it has expired
 */
export function sessionError(code: 'SIO-401-ANF' | 'SIO-401-AEX', message: string): LakeError {
  return new LakeError(401, message, {...httpError(401, message).body, errorCode: code})
}

/** A refusal by one of the data endpoints, named by its type. */
export function describedError(status: number, type: string, description: string): LakeError {
  return new LakeError(status, description, {error: {type, description}})
}

/** One mutation of a transaction was refused, and with it the whole transaction. */
export function mutationError(
  status: number,
  index: number,
  problem: {readonly type: string; readonly description: string; readonly [detail: string]: string},
): LakeError {
  const description = `The mutation(s) failed: ${problem.description}`
  return new LakeError(status, description, {
    error: {type: 'mutationError', description, items: [{index, error: problem}]},
  })
}

const refusedMutation = z.object({
  error: z.object({
    type: z.literal('mutationError'),
    items: z.array(z.object({index: z.number(), error: z.looseObject({description: z.string()})})),
  }),
})

/** The error of an action, one of whose mutations was refused. */
export function asActionError(error: LakeError): LakeError {
  const refused = refusedMutation.safeParse(error.body)
  if (!refused.success) return error
  const {items} = refused.data.error
  const description = `The action(s) failed: ${items.map((item) => item.error.description).join('; ')}`
  return new LakeError(error.status, description, {
    error: {type: 'actionError', description, items},
  })
}

/** A query that is not GROQ. The client marks the text between the offsets `start` and `end`. */
export function queryParseError(
  query: string,
  description: string,
  start: number,
  end: number,
): LakeError {
  return new LakeError(400, description, {
    error: {type: 'queryParseError', description, query, start, end},
  })
}

const noRoom = httpError(
  507,
  'The disk of the lake is full. Nothing was changed. Ask the person who runs the lake to free some space, then try again',
)

const noFiles = httpError(
  503,
  'The lake cannot use its files. Nothing was changed. Ask the person who runs the lake to look at its messages, then try again',
)

/**
 * The response for any error. Only the operator sees what went wrong with the disk, and what was not expected.
 */
export function errorResponse(error: Error): Response {
  if (error instanceof LakeError) return Response.json(error.body, {status: error.status})
  const trouble = diskTrouble(error)
  if (trouble) {
    console.error(`${trouble.message} ${trouble.hint}`)
    return errorResponse(trouble.isFull ? noRoom : noFiles)
  }
  console.error(error)
  return errorResponse(httpError(500, 'An internal server error occurred'))
}

/** Everything in an input that does not fit its schema, in plain words. */
export function misfits({issues}: z.ZodError): string {
  return issues.map(misfit).join('; ')
}

function misfit({path, message}: z.core.$ZodIssue): string {
  const what = path.length === 0 ? 'The input' : `"${path.join('.')}"`
  if (message.endsWith('received undefined')) return `${what} is missing`
  return `${what} is not valid: ${message.replace(/^Invalid (?:input|option): /, '')}`
}

/** The message of any thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
