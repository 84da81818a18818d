// Answers that may be large. They count against their user's share until they are sent.

import type {Share} from '../access/shares.ts'
import type {Call} from '../call.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** A larger answer is sent in pieces of this many bytes, so that it is known when the last one is sent. */
const PIECE_BYTES = 1_000_000

/**
 * A JSON answer.
 *
 * @throws LakeError 429 if too many answers of the user still wait to be sent
 */
export function jsonAnswer(call: Call, value: object): Response {
  return answer(call, [JSON.stringify(value)], JSON_TYPE)
}

/** The JSON answer to a request whose changes are committed: it is never refused. */
export function committedAnswer({share, request}: Call, value: object): Response {
  const bytes = Buffer.from(JSON.stringify(value))
  return counted(bytes, JSON_TYPE, (size) => share.keep(size), request)
}

/**
 * An answer that is put together from texts and from bytes in UTF-8.
 *
 * @throws LakeError 429 if too many answers of the user still wait to be sent
 */
export function answer(
  {share, request}: Call,
  parts: readonly (string | Uint8Array)[],
  contentType = JSON_TYPE,
): Response {
  const bytes = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)),
  )
  return counted(bytes, contentType, (size) => share.hold(size), request)
}

function counted(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  count: Share['hold'],
  {signal}: Request,
): Response {
  const headers = {'content-type': contentType}
  if (bytes.byteLength <= PIECE_BYTES) return new Response(bytes, {headers})
  const free = count(bytes.byteLength)
  signal.addEventListener('abort', free, {once: true})
  return new Response(inPieces(bytes, free), {headers})
}

function inPieces(bytes: Uint8Array, onEnd: () => void): ReadableStream<Uint8Array> {
  let next = 0
  return new ReadableStream(
    {
      pull(controller) {
        if (next < bytes.byteLength) {
          controller.enqueue(bytes.subarray(next, (next += PIECE_BYTES)))
        } else {
          onEnd()
          controller.close()
        }
      },
      cancel: onEnd,
    },
    {highWaterMark: 0},
  )
}
