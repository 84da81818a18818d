// Reads HTTP input: bodies within a size limit, and values that fit a schema.

import type {z} from 'zod'
import {httpError, LakeError, misfits} from './errors.ts'
import {isTooDeep, MAX_DEPTH} from './nesting.ts'

/** A request, and what is told of the memory that its body takes. */
interface Incoming {
  readonly request: Request
  readonly hold: (bytes: number) => void
}

/**
 * The bytes of a body.
 *
 * @param incoming its `hold` is called with the size of each piece as it arrives, and may refuse more
 * @throws LakeError 413 as soon as more than `limit` bytes have arrived, 400 if the body breaks off
 */
export async function readBody({request, hold}: Incoming, limit: number): Promise<Uint8Array> {
  const tooLarge = httpError(413, `The request body must not exceed ${limit} bytes`)
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > limit) throw tooLarge
      hold(chunk.byteLength)
      chunks.push(chunk)
    }
  } catch (error) {
    // Any other error comes from the connection: the client disconnected.
    throw error instanceof LakeError ? error : httpError(400, 'The request body broke off')
  }
  return Buffer.concat(chunks)
}

/**
 * A JSON body that fits a schema.
 *
 * @param incoming its `hold` is called with the size of each piece as it arrives, and may refuse more
 * @throws LakeError 400 if it is not JSON or does not fit, 413 if it is too large
 */
export async function readJson<T>(
  incoming: Incoming,
  limit: number,
  schema: z.ZodType<T>,
): Promise<T> {
  const text = new TextDecoder().decode(await readBody(incoming, limit))
  return parseInput(schema, parseJson(text, 'The request body'))
}

/** @throws LakeError 400 that says what is not JSON, or too deeply nested */
export function parseJson(text: string, what: string): unknown {
  const value = parsed(text, what)
  if (!isTooDeep(value)) return value
  throw httpError(400, `${what} is nested more than ${MAX_DEPTH} levels deep`)
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw httpError(400, `${what} is not valid JSON`)
  }
}

/** @throws LakeError 400 that lists everything that does not fit the schema */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw httpError(400, misfits(parsed.error))
}
