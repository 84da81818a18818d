// The messages of presence: JSON-RPC, as `@sanity/bifur-client` speaks it and the Studio reads it.

import {z} from 'zod'
import {misfits} from '../errors.ts'
import {isTooDeep} from '../nesting.ts'

// https://github.com/sanity-io/bifur-client/blob/main/src/errorCodes.ts
export const UNAUTHORIZED = 4001
export const INVALID_REQUEST = -32600
export const METHOD_NOT_FOUND = -32601
export const INVALID_PARAMS = -32602

export const rpc = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.string().max(100),
  method: z.string().max(100),
  params: z.record(z.string(), z.unknown()).default({}),
})
const session = z.string().min(1).max(100)
export const authorization = z.object({authorization: z.string().regex(/^Bearer \S+$/)})
export const rollCall = z.object({session})
export const announcement = z.object({
  data: z.object({sessionId: session, locations: z.array(z.unknown()).max(100)}),
})
export const unsubscription = z.object({subscriptionId: z.string()})

/** What subscribers receive. `i` is the user who sent it. */
export type PresenceEvent =
  | {readonly type: 'rollCall'; readonly i: string; readonly session: string}
  | {
      readonly type: 'state'
      readonly i: string
      readonly m: {readonly sessionId: string; readonly locations: readonly unknown[]}
    }
  | {readonly type: 'disconnect'; readonly i: string; readonly m: {readonly session: string}}

/** A problem with a message, for its sender. */
export class RpcError extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** The JSON in a message; undefined if it is not JSON, or nested too deeply. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isTooDeep(value) ? undefined : value
  } catch {
    return undefined
  }
}

/** @throws RpcError that lists everything that does not fit the schema */
export function parsed<T>(schema: z.ZodType<T>, params: unknown): T {
  const {success, data, error} = schema.safeParse(params)
  if (success) return data
  throw new RpcError(INVALID_PARAMS, misfits(error))
}
