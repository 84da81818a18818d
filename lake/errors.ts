// Every error that the lake answers with, in the shapes that Sanity's API uses, since
// `@sanity/client` builds its own errors' messages and details from them.

import {STATUS_CODES} from 'node:http'
import {z} from 'zod'

/** Thrown anywhere below the handler; the handler turns it into a response. */
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

/** What the API gateway says: no such route, no such token, too large, broken JSON. */
export function httpError(status: number, message: string): LakeError {
  return new LakeError(status, message, {
    statusCode: status,
    error: STATUS_CODES[status] ?? 'Error',
    message,
  })
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

/** The same of an action, where a mutation was refused that the action would have come to. */
export function asActionError(error: LakeError): LakeError {
  const refused = refusedMutation.safeParse(error.body)
  if (!refused.success) return error
  const {items} = refused.data.error
  const description = `The action(s) failed: ${items.map((item) => item.error.description).join('; ')}`
  return new LakeError(error.status, description, {
    error: {type: 'actionError', description, items},
  })
}

/** A query that is not GROQ. `start` and `end` are offsets, which the client draws a frame around. */
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

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
