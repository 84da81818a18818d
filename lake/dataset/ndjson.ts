// Newline-delimited JSON: one document a line.

import {createReadStream} from 'node:fs'
import {diskTrouble} from '../../disk/trouble.ts'
import {MAX_LINE_BYTES} from '../bounds.ts'
import {messageOf} from '../errors.ts'
import {LakeProblem} from '../problem.ts'
import {gunzipped, isGzip} from './archive.ts'
import {datasetProblem} from './problem.ts'

export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly text: string
}

const NEWLINE = 0x0a

/**
 * The lines of a file that are not blank. The file may be compressed with gzip. Splits at line feeds only: Node's readline would also
 * split at U+2028, which JSON allows inside a string.
 *
 * @throws LakeProblem for a line that is not UTF-8 or too long to be a document, and for a damaged file
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0
  let pending: Uint8Array[] = []
  let pendingBytes = 0
  const next = (end: Uint8Array): Line => {
    number += 1
    const bytes = pending.length === 0 ? end : Buffer.concat([...pending, end])
    pending = []
    pendingBytes = 0
    return {number, text: decode(bytes, file, number)}
  }
  for await (const chunk of chunks(file)) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const line = next(chunk.subarray(start, end))
      start = end + 1
      if (line.text.trim() !== '') yield line
    }
    pending.push(chunk.subarray(start))
    pendingBytes += chunk.length - start
    if (pendingBytes > MAX_LINE_BYTES) throw tooLong(file, number + 1)
  }
  const last = next(new Uint8Array())
  if (last.text.trim() !== '') yield last
}

function tooLong(file: string, line: number): LakeProblem {
  const problem = `the line has more than ${MAX_LINE_BYTES / 1_000_000} MB, which is too much for a document`
  return datasetProblem({file, line}, problem, 'Write each document on a line of its own')
}

const CHUNK_BYTES = 1 << 20

async function* chunks(file: string): AsyncGenerator<Uint8Array> {
  if (await isGzip(file)) return yield* unpacked(file)
  for await (const chunk of createReadStream(file, {highWaterMark: CHUNK_BYTES})) {
    if (chunk instanceof Uint8Array) yield chunk
  }
}

async function* unpacked(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* gunzipped(file)
  } catch (error) {
    if (error instanceof LakeProblem || diskTrouble(error)) throw error
    const problem = `the file cannot be unpacked (${messageOf(error)})`
    throw datasetProblem({file}, problem, 'Compress it with gzip again', {cause: error})
  }
}

const utf8 = new TextDecoder('utf-8', {fatal: true})

function decode(bytes: Uint8Array, file: string, line: number): string {
  try {
    return utf8.decode(bytes)
  } catch (error) {
    const problem = 'the line is not valid UTF-8'
    throw datasetProblem({file, line}, problem, 'Save the file as UTF-8', {cause: error})
  }
}
